"""Settings: what cannot be used is told in one line, and costs a visitor nothing that could be kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory import settings
from directory.model.schedule import parse_moment
from directory.wording.links import to_write
from tests.command import run

UNUSABLE = {
    settings.DATA: ("/nergens", str(settings.ROOT / "directory")),
    settings.GEO: ("/nergens",),
    settings.BASEMAP: ("/nergens",),
    settings.POPULATION: ("/nergens", str(settings.ROOT / "data")),
    settings.LOOK_AGAIN: ("soms", "0", "-1", "inf", "nan", "1e3"),
    settings.NOW: ("straks", "2026-13-01", "20:00", "0001-01-01T00:00", "9999-12-31T23:59"),
    settings.EXIT_TO: (
        "meteo.be",
        "javascript:alert(1)",
        "//meteo.be",
        "https://",
        "https://a b",
        "https://[",
        "/weer",
        "https://%65vil.example/",
        "https://www..weer.example/",
    ),
    settings.INBOX: ("/nergens/inbox", __file__),
    settings.CONTACT: ("bel ons", "@example.org", "iemand@", "javascript:alert(1)@x.be\n", "ftp://example.org"),
}
EACH = [(setting, value) for setting, values in UNUSABLE.items() for value in values]


@pytest.mark.parametrize(("setting", "value"), EACH, ids=lambda each: ascii(getattr(each, "name", each)))
def test_what_cannot_be_used_is_told_on_one_line_with_how_to_mend_it(monkeypatch, setting, value):
    monkeypatch.setenv(setting.variable, value)
    (told,) = settings.faults()
    assert told.isprintable()
    assert told.startswith(f"{setting.variable} is {value.strip()!r}: ")
    assert told.endswith(f" Until then {setting.meanwhile}.")
    assert any(word in told for word in ("Give ", "Write "))
    assert setting.value == setting.default


def test_the_settings_as_they_come_can_be_used(monkeypatch):
    for setting in settings.SETTINGS:
        monkeypatch.delenv(setting.variable, raising=False)
    assert settings.faults() == ()


@given(text=st.text().filter(lambda text: "\0" not in text) | st.datetimes().map(str))
def test_a_moment_without_fault_can_be_reckoned_with(text):
    if settings.NOW.wrong(text) is None:
        parse_moment(text)


@given(st.from_regex(r"(https?://)?[a-z@./\\[?# ]+", fullmatch=True) | st.emails() | st.text())
def test_a_contact_has_no_fault_when_it_can_be_written_to(contact):
    assert (settings.CONTACT.wrong(contact) is None) == (to_write(contact) is not None)


def test_no_other_facts_stand_in_for_a_folder_without_any(monkeypatch):
    monkeypatch.setenv(settings.DATA.variable, "/nergens")
    with pytest.raises(settings.UnusableSettingError, match="there is no organisations in that folder"):
        settings.data_folder()


def test_spaces_are_no_operator(monkeypatch):
    monkeypatch.setenv(settings.OPERATOR.variable, "  ")
    assert settings.OPERATOR.value == ""


def test_the_settings_command_says_what_cannot_be_used():
    done = run("settings", HULPKAART_EXIT_TO="meteo.be", HULPKAART_NOW="straks")
    assert done.returncode == 1
    assert "HULPKAART_EXIT_TO=meteo.be" in done.stdout
    assert [line.split(" is ")[0] for line in done.stderr.splitlines()] == ["HULPKAART_NOW", "HULPKAART_EXIT_TO"]
    assert run("settings").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "setting"),
    [
        (("find", "praten"), settings.DATA),
        (("stale",), settings.DATA),
        (("check",), settings.DATA),
        (("find", "--place", "Gent"), settings.GEO),
        (("find", "praten"), settings.NOW),
    ],
    ids=lambda given: given.name if isinstance(given, settings.Setting) else " ".join(given),
)
def test_a_command_refuses_what_it_cannot_use(arguments, setting):
    value = UNUSABLE[setting][0]
    done = run(*arguments, **{setting.variable: value})
    assert done.returncode == 2
    assert f"{setting.variable} is {value!r}: " in " ".join(done.stderr.split())
