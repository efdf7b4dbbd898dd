"""python -m directory check | find | evaluate | stale | inbox | sheet | export | import | publish | settings."""

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rapidfuzz import process

from directory import settings
from directory.commands.evaluating import EXAMPLE as EVALUATE_EXAMPLE
from directory.commands.evaluating import evaluate_command
from directory.commands.given import facts, gazetteer, moment_of, now, say, usable
from directory.commands.hsds import exports
from directory.commands.imports import imports
from directory.commands.publish import EXAMPLE as PUBLISH_EXAMPLE
from directory.commands.publish import publish_command
from directory.exchange.columns.ohana import is_hsds_1, read_ohana
from directory.exchange.handover import hand_over
from directory.exchange.hsds.adoption import Adoption
from directory.exchange.hsds.checking import check_feed, is_feed
from directory.exchange.sheet.printing import card_pdf, sheet_pdf
from directory.exchange.shortlist import MOST, Shortlist
from directory.exchange.table import csv_table, xlsx_table
from directory.exchange.vcard import neutral_vcards, vcards
from directory.finding.find import MANY
from directory.finding.query import DEFAULT_RADIUS_KM
from directory.geography.place import Place
from directory.model.catalogue import Catalogue
from directory.model.channel import Kind
from directory.store import report
from directory.store.checks import check_folder
from directory.store.files import read_folder
from directory.store.inbox import read as read_inbox
from directory.store.problems import must_be_mended
from directory.store.proposals import on_one_line, proposal
from directory.store.stale import stale as stale_facts
from directory.wording import messages, summary
from directory.wording.messages import ENGLISH, speaking
from directory.wording.sought import CLOSEST_KM, FARTHEST_KM, Reply, Sought, UnusableFieldError, place_of, reply
from directory.wording.understood import explained


class Form(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"


RENDER = {
    Form.TEXT: report.as_text,
    Form.JSON: report.as_json,
    Form.SARIF: report.as_sarif,
    Form.JUNIT: report.as_junit,
}

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    help="Hulpkaart: the open directory of help services in Flanders and Brussels.",
)
app.add_typer(exports)
app.add_typer(imports)
app.command(name="evaluate", epilog=EVALUATE_EXAMPLE)(evaluate_command)
app.command(name="publish", epilog=PUBLISH_EXAMPLE)(publish_command)


def main() -> None:
    """Run the command line."""
    # A command reads much, keeps all of it and ends: to look for what it let go takes a fifth of its time.
    gc.set_threshold(50_000)
    app()


@app.command(
    epilog="Example: python -m directory check data/organisations/awel.yaml --format json",
)
def check(
    path: Annotated[
        Path | None, typer.Argument(help="Folder or file to check, or a feed of HSDS; default: the data folder.")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How to print the problems.")] = Form.TEXT,
) -> None:
    """Say of every problem in the data where it is, what is wrong and how to mend it.

    Exit status 1 when something must be mended, 0 otherwise.
    """
    folder = path or Path(usable(settings.DATA))
    if not folder.exists():
        raise typer.BadParameter(f"{folder} does not exist. Give a folder, a .yaml file or a feed.")
    if is_feed(folder):
        vocabulary = facts().vocabulary
        adoption = Adoption(vocabulary, gazetteer(), now().date())
        if is_hsds_1(folder):
            feed, adoption.region = read_ohana(folder)
            problems = check_feed(folder, adoption, lambda _: feed)
        else:
            problems = check_feed(folder, adoption)
    else:
        problems = check_folder(folder, gazetteer(), now().date())
    say(RENDER[form](problems))
    raise typer.Exit(1 if must_be_mended(problems) else 0)


@app.command(
    name="find",
    epilog='Example: python -m directory find "praten over seks" --place 9000 --online --open '
    "--at 2026-11-23T20:00 --json",
)
def find_command(
    words: Annotated[str, typer.Argument(help="What somebody types.")] = "",
    place: Annotated[str | None, typer.Option(help="Postcode, municipality or village.")] = None,
    within: Annotated[
        float, typer.Option(min=CLOSEST_KM, max=FARTHEST_KM, help="Radius in km for doors.")
    ] = DEFAULT_RADIUS_KM,
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
    letter_needed: Annotated[
        bool | None,
        typer.Option("--letter/--no-letter", help="Only where a letter of referral is needed, or is not."),
    ] = None,
    intake: Annotated[
        bool | None,
        typer.Option("--intake/--no-intake", help="Only where a first talk comes before help, or does not."),
    ] = None,
    without_parents: Annotated[
        bool | None,
        typer.Option(
            "--without-parents/--with-parents", help="Only where a minor may come without parents, or may not."
        ),
    ] = None,
    open_now: Annotated[bool, typer.Option("--open", help="Only what is surely open.")] = False,
    at: Annotated[str | None, typer.Option(help="Moment, ISO 8601; without zone: Brussels time.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most this many.")] = MANY,
    as_json: Annotated[bool, typer.Option("--json", help="A list of objects, best first.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say how the question was understood.")] = False,
) -> None:
    """Find help: by words, place, channel, theme, age and hour."""
    sought = Sought(
        words=words,
        place=place,
        within=within,
        online=online,
        phone=phone,
        in_person=in_person,
        channel=tuple(channel or ()),
        theme=tuple(theme or ()),
        audience=audience,
        age=age,
        language=language,
        free=free,
        anonymous=anonymous,
        without_referral=without_referral,
        letter_needed=letter_needed,
        intake=intake,
        without_parents=without_parents,
        open=open_now,
        at=at,
        limit=limit,
    )
    catalogue = facts()
    with _told_by_option():
        answer = reply(catalogue, gazetteer(), sought, now())
    if explain:
        say(summary.asked(answer.asked.query, catalogue.vocabulary) or "no filter", err=True)
        for line in explained(answer.asked, catalogue.vocabulary):
            say(line, err=True)
    _print(catalogue, answer, as_json=as_json)


@app.command(epilog="Example: python -m directory stale --limit 20")
def stale(
    limit: Annotated[int, typer.Option(min=1, help="At most this many.")] = 50,
) -> None:
    """List what to compare with an organisation's own site, riskiest first."""
    found = stale_facts(facts(), now().date())
    for number, fact in enumerate(found[:limit], start=1):
        why = ", ".join(reason.replace("_", " ") for reason in fact.why)
        say(f"{number}. {fact.organisation}, {fact.record} ({', '.join(fact.fields)}): {fact.value}")
        say(f"   compare with {fact.website}; {why}")
    say(f"{min(limit, len(found))} of {len(found)} records to compare.", err=True)


@app.command(epilog="Example: HULPKAART_INBOX=/srv/inbox python -m directory inbox --limit 20")
def inbox(
    limit: Annotated[int, typer.Option(min=1, help="At most this many.")] = 50,
    as_json: Annotated[bool, typer.Option("--json", help="A list of objects, newest first.")] = False,
) -> None:
    """List the corrections that visitors sent, newest first, as edits of the data to look into."""
    corrections, problems = read_inbox(_inbox())
    for problem in problems:
        say(on_one_line(str(problem)), err=True)
    reading = read_folder(settings.data_folder())
    proposals = [proposal(reading, correction) for correction in corrections[:limit]]
    if as_json:
        say(json.dumps([p.as_row() for p in proposals], ensure_ascii=False, indent=2))
    else:
        for number, each in enumerate(proposals, start=1):
            say("\n".join(each.lines(number)))
    say(f"{len(proposals)} of {len(corrections)} corrections.", err=True)


def _inbox() -> Path:
    variable, folder = settings.INBOX.variable, usable(settings.INBOX)
    if not folder:
        raise typer.BadParameter(f"no corrections are taken in. Set {variable} to a folder.")
    if not Path(folder).is_dir():
        said = "there is no such folder. Give the one of the site, which makes it with the first correction."
        raise typer.BadParameter(f"{variable} is {folder!r}: {said}")
    return Path(folder)


def _one_we_speak(code: str) -> str:
    if code not in messages.languages():
        raise typer.BadParameter(f"we do not speak {code!r}. Choose from: {', '.join(messages.languages())}.")
    return code


@app.command(epilog="Example: python -m directory sheet awel-hulplijn 1712-lijn --out contactgegevens.pdf --form")
def sheet(
    services: Annotated[list[str], typer.Argument(help="Ids of services, as find --json gives them.")],
    out: Annotated[Path | None, typer.Option(help="The sheet, a PDF.")] = None,
    neutral: Annotated[bool, typer.Option("--neutral", help="For a client: nothing tells what it is about.")] = False,
    language: Annotated[
        str, typer.Option(help="Code of its language, such as fr.", callback=_one_we_speak)
    ] = messages.DUTCH,
    form: Annotated[bool, typer.Option("--form", help="With an empty referral form as last page.")] = False,
    place: Annotated[str | None, typer.Option(help="Show the door that is nearest to this place.")] = None,
    vcard: Annotated[Path | None, typer.Option(help="The same as contacts, vCard 3.0.")] = None,
    xlsx: Annotated[Path | None, typer.Option(help="The same as a workbook.")] = None,
    csv: Annotated[Path | None, typer.Option(help="The same as CSV.")] = None,
    at: Annotated[str | None, typer.Option(help="Moment, ISO 8601; without zone: Brussels time.")] = None,
) -> None:
    """Write what a social worker hands over: services on paper, as contacts or as a table."""
    if not (out or vcard or xlsx or csv):
        raise typer.BadParameter("say where to write it: --out FILE.pdf, --vcard, --xlsx or --csv.")
    if neutral and (xlsx or csv):
        raise typer.BadParameter("a table is for the worker: leave out --neutral, or --xlsx and --csv.")
    if neutral and form:
        raise typer.BadParameter(
            "the form is for the worker, it tells what it is about: leave out --neutral, or --form."
        )
    catalogue = facts()
    shortlist = _shortlist(catalogue, services)
    near = _place(place) if place else None
    handed = hand_over(shortlist, catalogue, moment_of(at) if at else now(), language=language, near=near)
    if out:
        _write(out, card_pdf(handed) if neutral else sheet_pdf(handed, form=form))
    if vcard:
        _write(vcard, (neutral_vcards if neutral else vcards)(handed).encode())
    if xlsx:
        _write(xlsx, xlsx_table(handed))
    if csv:
        _write(csv, csv_table(handed).encode())


@app.command(name="settings", epilog="Example: HULPKAART_DATA=/srv/data python -m directory settings")
def settings_command() -> None:
    """List every setting with its value and what it is for. Exit status 1 when one cannot be used."""
    for setting in settings.SETTINGS:
        say(f"{setting.variable}={setting.given}\n    {setting.help}")
    faults = settings.faults()
    for fault in faults:
        say(fault, err=True)
    raise typer.Exit(1 if faults else 0)


def _print(catalogue: Catalogue, answer: Reply, *, as_json: bool) -> None:
    for line in answer.said:
        say(line, err=True)
    if as_json:
        say(json.dumps(answer.rows, ensure_ascii=False, indent=2))
        return
    asked = answer.asked
    say("".join(summary.sentence(asked.answer, asked.query, catalogue.vocabulary)))
    for row in answer.rows:
        say(f"- {row['name']}: {'; '.join(row['reasons'])}")


def _place(text: str) -> Place:
    with _told_by_option():
        place, said = place_of(text, gazetteer())
    for line in said:
        say(line, err=True)
    return place


@contextmanager
def _told_by_option() -> Iterator[None]:
    """Whatever cannot be asked is told as a fault of its option."""
    try:
        yield
    except UnusableFieldError as error:
        with speaking(ENGLISH):
            raise typer.BadParameter(str(error.said), param_hint=f"--{error.field}") from None


def _shortlist(catalogue: Catalogue, services: list[str]) -> Shortlist:
    for asked in services:
        if asked not in catalogue.service:
            near = [str(known) for known, *_ in process.extract(asked, list(catalogue.service), limit=3)]
            raise typer.BadParameter(f"no service {asked!r}. Near it: {', '.join(near)}. Or look with find --json.")
    if len(set(services)) > MOST:
        raise typer.BadParameter(f"{len(set(services))} services are too many for one sheet: at most {MOST}.")
    return Shortlist.of(*services)


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise typer.BadParameter(f"{file} could not be written: {error.strerror}.") from None


if __name__ == "__main__":
    main()
