"""For whom a service is meant: ages, languages and the area."""

from collections.abc import Iterator

from directory.finding.reach import REGIONS
from directory.geography.places import Gazetteer
from directory.model.language import code_we_write, is_language
from directory.model.service import AreaLevel
from directory.store.problems import Problem, listed, quoted
from directory.store.reading import Reading

_PROVINCES = frozenset(
    {
        "Antwerpen",
        "Henegouwen",
        "Limburg",
        "Luik",
        "Luxemburg",
        "Namen",
        "Oost-Vlaanderen",
        "Vlaams-Brabant",
        "Waals-Brabant",
        "West-Vlaanderen",
    }
)
_NAMES = {
    AreaLevel.COUNTRY: frozenset({"België"}),
    AreaLevel.REGION: frozenset(REGIONS),
    AreaLevel.PROVINCE: _PROVINCES,
}
_MEND_LANGUAGE = "Write its code of ISO 639: nl, fr, en, or vgt for Flemish sign language."


def stopped(reading: Reading) -> Iterator[Problem]:
    """Who has closed, merged or changed its name offers no service under this name."""
    for organisation in reading.organisations:
        if organisation.record.is_gone and organisation.record.services:
            what = f"It is {organisation.record.status}, and still has services: their channels are not shown."
            mend = "Move its services to its successor, or correct the status."
            yield organisation.must_mend("status", what, mend)


def ages(reading: Reading) -> Iterator[Problem]:
    """The youngest age is not above the oldest."""
    for service in reading.services:
        limits = service.record.eligibility
        if _upside_down(limits.min_age, limits.max_age):
            yield service.must_mend(("eligibility", "min_age"), *_turn(limits.min_age, limits.max_age))
    for audience in reading.audiences:
        if _upside_down(audience.record.min_age, audience.record.max_age):
            yield audience.must_mend("min_age", *_turn(audience.record.min_age, audience.record.max_age))


def _upside_down(youngest: int | None, oldest: int | None) -> bool:
    return youngest is not None and oldest is not None and youngest > oldest


def _turn(youngest: int | None, oldest: int | None) -> tuple[str, str]:
    what = f"The ages are upside down: from {youngest} to {oldest}."
    return what, "Write the youngest age as min_age and the oldest as max_age."


def languages(reading: Reading) -> Iterator[Problem]:
    """A language is a code of ISO 639 that means one: what has no name cannot be told to anybody."""
    for service in reading.services:
        for number, language in enumerate(service.record.languages):
            if not is_language(language):
                what = f"{quoted(language)} is not the code of a language."
                known = code_we_write(language.lower())
                mend = f'Write "{known}".' if known else _MEND_LANGUAGE
                yield service.must_mend(("languages", number), what, mend)


def areas(reading: Reading, gazetteer: Gazetteer) -> Iterator[Problem]:
    """Every name in a service area is a country, region, province or municipality of today."""
    for service in reading.services:
        for number, name in enumerate(service.record.service_area.names):
            if sentences := _area_fault(service.record.service_area.level, name, gazetteer):
                yield service.must_mend(("service_area", "names", number), *sentences)


def _area_fault(level: AreaLevel, name: str, gazetteer: Gazetteer) -> tuple[str, str] | None:
    if level is not AreaLevel.MUNICIPALITY:
        names = _NAMES[level]
        mend = f"Write {listed(sorted(names))}, or take another level."
        return None if name in names else (f"There is no {level} {quoted(name)}.", mend)
    place = gazetteer.municipality(name)
    if place is None:
        mend = "Write the Dutch name of a municipality, or take another level."
        return f"There is no municipality {quoted(name)} in Belgium.", mend
    if place.name != name:
        return f"{quoted(name)} is not what the municipality is called today.", f'Write "{place.name}".'
    return None
