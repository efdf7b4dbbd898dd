"""How new and how sure a service is: one rule over it and its channels."""

from datetime import date

import pytest

from directory.model.service import Service
from tests.examples import a_channel, a_service, a_source


def dated(service: str | None, *channels: str | None) -> Service:
    lines = [a_channel(id=f"c-{n}", sources=[a_source(as_of=as_of)]) for n, as_of in enumerate(channels)]
    return a_service(sources=[a_source(as_of=service)], channels=lines)


@pytest.mark.parametrize(
    ("service", "said"),
    [
        (dated("2021", "2024-03", "2019"), "2024-03"),
        (dated("2025-06-02", "2024"), "2025-06-02"),
        (dated("2025", "2025-01", None), "2025-01"),
        (dated(None, None), None),
    ],
)
def test_a_service_is_as_new_as_the_newest_source_of_it_and_its_channels(service: Service, said: str | None) -> None:
    newest = service.newest_source
    assert (newest and newest.dated_as) == said


def test_what_was_compared_later_is_dated_by_that_day() -> None:
    assert a_source(as_of="2021", checked_on=date(2026, 11, 2)).dated_as == "2026-11-02"


def test_a_service_is_checked_since_the_first_day_of_its_parts_and_not_while_one_of_them_is_not() -> None:
    first, later = (a_source(checked_on=date(2026, month, 1)) for month in (3, 9))
    line = a_channel(sources=[first])
    assert a_service(sources=[later], channels=[line]).wholly_checked_on == date(2026, 3, 1)
    assert a_service(sources=[later], channels=[line, a_channel(id="other")]).wholly_checked_on is None
