"""The command line: python -m directory check | find | stale | settings."""

import json
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from directory import settings
from directory.finding.find import MANY, find
from directory.finding.query import DEFAULT_RADIUS_KM, Query
from directory.finding.results import Answer
from directory.geography.place import Outcome, Place
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.channel import Kind, Mode
from directory.model.schedule import parse_moment
from directory.model.text import with_unseen_written_out
from directory.running import clock
from directory.store import report, shelf
from directory.store.checks import check_folder
from directory.store.problems import must_be_mended
from directory.store.stale import stale as stale_facts
from directory.wording import found, summary
from directory.wording.places import place_answer


class Form(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


RENDER = {Form.TEXT: report.as_text, Form.JSON: report.as_json, Form.SARIF: report.as_sarif}

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    help="Hulpkaart: the open directory of help services in Flanders and Brussels.",
)


def main() -> None:
    """Run the command line."""
    app()


@app.command(
    epilog="Example: python -m directory check data/organisations/awel.yaml --format json",
)
def check(
    path: Annotated[Path | None, typer.Argument(help="Folder or file to check; default: the data folder.")] = None,
    form: Annotated[Form, typer.Option("--format", help="How to print the problems.")] = Form.TEXT,
) -> None:
    """Say of every problem in the data where it is, what is wrong and how to mend it.

    Exit status 1 when something must be mended, 0 otherwise.
    """
    folder = path or Path(_usable(settings.DATA))
    if not folder.exists():
        raise typer.BadParameter(f"{folder} does not exist. Give a folder or a .yaml file.")
    problems = check_folder(folder, _gazetteer(), _now().date())
    _say(RENDER[form](problems))
    raise typer.Exit(1 if must_be_mended(problems) else 0)


@app.command(
    name="find",
    epilog='Example: python -m directory find "praten over seks" --place 9000 --online --open '
    "--at 2026-11-23T20:00 --json",
)
def find_command(
    words: Annotated[str, typer.Argument(help="What somebody types.")] = "",
    place: Annotated[str | None, typer.Option(help="Postcode, municipality or village.")] = None,
    within: Annotated[float, typer.Option(min=0.1, max=500, help="Radius in km for doors.")] = DEFAULT_RADIUS_KM,
    online: Annotated[bool, typer.Option("--online", help="Chat, mail, form, forum.")] = False,
    phone: Annotated[bool, typer.Option("--phone", help="By telephone.")] = False,
    in_person: Annotated[bool, typer.Option("--in-person", help="Face to face.")] = False,
    channel: Annotated[list[Kind] | None, typer.Option(help="Kind of channel; may be repeated.")] = None,
    theme: Annotated[list[str] | None, typer.Option(help="Id of a theme; may be repeated.")] = None,
    audience: Annotated[str | None, typer.Option(help="Id of an audience.")] = None,
    age: Annotated[int | None, typer.Option(min=0, max=120, help="Age in years.")] = None,
    language: Annotated[str | None, typer.Option(help="Language of the help, such as fr.")] = None,
    free: Annotated[bool, typer.Option("--free", help="Only what a source calls free.")] = False,
    anonymous: Annotated[bool, typer.Option("--anonymous", help="Only where one may stay unknown.")] = False,
    without_referral: Annotated[
        bool, typer.Option("--without-referral", help="Only where one may make contact oneself.")
    ] = False,
    open_now: Annotated[bool, typer.Option("--open", help="Only what is surely open.")] = False,
    at: Annotated[str | None, typer.Option(help="Moment, ISO 8601; without zone: Brussels time.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most this many.")] = MANY,
    as_json: Annotated[bool, typer.Option("--json", help="A list of objects, best first.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say how the question was understood.")] = False,
) -> None:
    """Find help: by words, place, channel, theme, age and hour."""
    catalogue = _catalogue()
    chosen = {Mode.ONLINE: online, Mode.PHONE: phone, Mode.IN_PERSON: in_person}
    query = Query(
        words=words,
        place=_place(place) if place else None,
        within_km=within,
        modes=frozenset(mode for mode, wanted in chosen.items() if wanted),
        kinds=frozenset(channel or ()),
        themes=_known_themes(catalogue, theme or []),
        audience=_known_audience(catalogue, audience),
        age=age,
        language=_known_language(catalogue, language),
        free=free,
        anonymous=anonymous,
        without_referral=without_referral,
        open_now=open_now,
    )
    now = _moment(at) if at else _now()
    answer = find(catalogue, query, now, limit=limit)
    if explain:
        _say(summary.asked(query, catalogue.vocabulary) or "no filter", err=True)
    _print(catalogue, answer, query, now, limit, as_json=as_json)


@app.command(epilog="Example: python -m directory stale --limit 20")
def stale(
    limit: Annotated[int, typer.Option(min=1, help="At most this many.")] = 50,
) -> None:
    """List what to compare with an organisation's own site, riskiest first."""
    facts = stale_facts(_catalogue(), _now().date())
    for number, fact in enumerate(facts[:limit], start=1):
        why = ", ".join(reason.replace("_", " ") for reason in fact.why)
        _say(f"{number}. {fact.organisation}, {fact.record} ({', '.join(fact.fields)}): {fact.value}")
        _say(f"   compare with {fact.website}; {why}")
    _say(f"{min(limit, len(facts))} of {len(facts)} records to compare.", err=True)


@app.command(name="settings", epilog="Example: HULPKAART_DATA=/srv/data python -m directory settings")
def settings_command() -> None:
    """List every setting with its value and what it is for. Exit status 1 when one cannot be used."""
    for setting in settings.SETTINGS:
        _say(f"{setting.variable}={setting.given}\n    {setting.help}")
    faults = settings.faults()
    for fault in faults:
        _say(fault, err=True)
    raise typer.Exit(1 if faults else 0)


def _print(catalogue: Catalogue, answer: Answer, query: Query, now: datetime, limit: int, *, as_json: bool) -> None:
    rows = found.as_rows(catalogue, answer, query, now)[:limit]
    if as_json:
        _say(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        _say("".join(summary.sentence(answer, query, catalogue.vocabulary)))
        for row in rows:
            _say(f"- {row['name']}: {'; '.join(row['reasons'])}")
    if answer.uncertain_total:
        _say(f"Uren niet zeker: {answer.uncertain_total} andere.", err=True)


def _say(text: str, *, err: bool = False) -> None:
    """Print a text; what a terminal would take for an order, such as to hide or to colour, is written out."""
    typer.echo(with_unseen_written_out(text), err=err)


def _place(text: str) -> Place | None:
    answer = _gazetteer().find_place(text)
    if answer.outcome is Outcome.EMPTY:
        raise typer.BadParameter("say where: a postcode, a municipality or a village.", param_hint="--place")
    if (said := place_answer(text, answer)) is not None:
        _say(said, err=True)
    if answer.best is None:
        raise typer.Exit(2)
    if answer.outcome is Outcome.CHOOSE:
        _say(f"We zoeken in {answer.best.label}, de grootste.", err=True)
    return answer.best


def _catalogue() -> Catalogue:
    folder = Path(_usable(settings.DATA))
    catalogue = shelf.catalogue(folder)
    if problems := shelf.problems(folder):
        files = len({problem.file for problem in problems})
        _say(f"{files} files could not be read as a whole: run python -m directory check.", err=True)
    return catalogue


def _gazetteer() -> Gazetteer:
    try:
        return shelf.gazetteer(Path(_usable(settings.GEO)))
    except OSError as error:
        said = f"the places of Belgium could not be read ({error}). Set {settings.GEO.variable}."
        raise typer.BadParameter(said) from None


def _known_themes(catalogue: Catalogue, asked: list[str]) -> frozenset[str]:
    known = [t.id for t in catalogue.vocabulary.themes]
    for theme in asked:
        if theme not in known:
            raise typer.BadParameter(f"no theme {theme!r}. Choose from: {', '.join(known)}", param_hint="--theme")
    return frozenset(asked)


def _known_language(catalogue: Catalogue, asked: str | None) -> str | None:
    known = sorted({code for service in catalogue.services for code in service.languages})
    if asked is not None and asked.lower() not in known:
        raise typer.BadParameter(f"no help in {asked!r}. Choose from: {', '.join(known)}", param_hint="--language")
    return asked and asked.lower()


def _known_audience(catalogue: Catalogue, asked: str | None) -> str | None:
    known = [a.id for a in catalogue.vocabulary.audiences]
    if asked is not None and asked not in known:
        raise typer.BadParameter(f"no audience {asked!r}. Choose from: {', '.join(known)}", param_hint="--audience")
    return asked


def _moment(text: str) -> datetime:
    try:
        return parse_moment(text)
    except ValueError:
        said = f"{text!r} is not a moment. Write it as 2026-11-23T20:00."
        raise typer.BadParameter(said, param_hint="--at") from None


def _now() -> datetime:
    _usable(settings.NOW)
    return clock()


def _usable(setting: settings.Setting) -> str:
    """The value of a setting. Who types a command can mend it at once, so nothing stands in for it here."""
    if setting.fault:
        raise typer.BadParameter(setting.fault)
    return setting.value


if __name__ == "__main__":
    main()
