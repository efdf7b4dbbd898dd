"""The overview in words: tables, counts, and how they were counted."""

import csv
import io
from datetime import date

from directory.finding.overview import Answering, Counts, ThenAndNow
from directory.model.channel import Kind
from directory.model.provenance import Freshness, freshness_of
from directory.model.study import Study
from directory.wording import labels
from directory.wording.fragment import render

Table = list[dict[str, str]]

HOW_WE_COUNT = """
**Hoe we tellen.** Een organisatie telt mee als ze in het Nederlands helpt, niet gestopt is, en minstens één
dienst heeft met een chat, een mailadres of een formulier. Mail en formulier tellen samen. Een adres waar je
enkel een afspraak maakt, telt ook mee: daarom staan de lijnen voor heel Vlaanderen apart van de lokale
diensten. ‘Hoe zeker’ zegt van wanneer de nieuwste bron is die het kanaal noemt.
"""
HOW_WE_COMPARE = """
**Hoe we vergelijken.** ‘Toen’ is wat een bron zegt over 2007-2008. ‘Niet gevonden’ wil niet zeggen dat het er
niet was. ‘Nu’ is wat vandaag in deze gids staat, bij de organisatie zelf of bij wie haar werk voortzet.
"""
_FOUND = {True: "ja", False: "nee", None: "niet gevonden"}


def counts_html(everywhere: Counts, everyone: Counts) -> str:
    """The four numbers, for all of Flanders and for everybody, as HTML."""
    return render("counts.html", everywhere=everywhere, everyone=everyone)


def answering_table(rows: tuple[Answering, ...], today: date) -> Table:
    """Who answers, a row an organisation: those with a chat first."""
    return [
        {
            "Organisatie": row.organisation.name,
            "Diensten": ", ".join(service.name for service in row.services),
            "Chat": _yes(row.chat),
            "Mail of formulier": _yes(row.mail),
            "Voor": "heel Vlaanderen" if row.everywhere else "een streek of stad",
            "Hoe zeker": _certainty(row, today),
            "Site": row.organisation.website or "",
        }
        for row in sorted(rows, key=lambda row: (not row.chat, not row.everywhere))
    ]


def _certainty(row: Answering, today: date) -> str:
    if not row.exists:
        return "niet gekend of het nog bestaat"
    if not row.verified:
        return "niet bevestigd"
    if row.newest is None:
        return "bron zonder datum"
    return f"{'oude bron, ' if freshness_of(row.newest, today) is Freshness.OLD else 'bron van '}{row.newest:%Y}"


def then_and_now_table(rows: tuple[ThenAndNow, ...]) -> Table:
    """The participants of the study, a row each."""
    return [
        {
            "In de studie": row.participant.named_as,
            "Chat toen": _then(row, row.chat_then),
            "Mail toen": _then(row, row.mail_then),
            "Kanalen toen": _kinds(row.channels_then) or _then(row, None),
            "Vandaag": row.organisation.name if row.organisation else "niet in deze gids",
            "Toestand": labels.STATUS[row.organisation.status] if row.organisation else labels.NOT_KNOWN,
            "Kanalen nu": _kinds(row.channels_now) or _then(row, None),
            "Wat er gebeurde": row.participant.history.nl if row.participant.history else "",
        }
        for row in rows
    ]


def study_intro_html(study: Study) -> str:
    """Where the comparison comes from, as HTML."""
    return render("study.html", study=study)


def not_the_latest(files: tuple[str, ...]) -> str:
    """That newer data are there but not in use, for the steward; the files by their names."""
    return (
        "Deze gegevens zijn de laatste die klopten. Wat er nieuwer is, gebruiken we nog niet: "
        f"kijk naar {', '.join(files)}. Wat er scheelt, zegt python -m directory check."
    )


def table_html(table: Table, name: str, first: int | None = None) -> str:
    """A table that wraps its texts and can be read on a phone, as HTML; past the `first` rows on demand."""
    return render("table.html", table=table, name=name, first=first or len(table))


def as_csv(table: Table) -> str:
    """A table as CSV with a header row, as the office programs of here open it: semicolons and a BOM.

    A cell never begins with a sign that a spreadsheet would run.
    """
    out = io.StringIO()
    out.write("\N{ZERO WIDTH NO-BREAK SPACE}")
    if table:
        writer = csv.DictWriter(out, fieldnames=list(table[0]), delimiter=";")
        writer.writeheader()
        writer.writerows({key: _as_text(cell) for key, cell in row.items()} for row in table)
    return out.getvalue()


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") else cell


def _then(row: ThenAndNow, answer: bool | None) -> str:
    return _FOUND[answer] if row.participant.gives_help else "geen hulpdienst"


def _yes(answer: bool) -> str:
    return "ja" if answer else "nee"


def _kinds(kinds: tuple[Kind, ...]) -> str:
    return ", ".join(labels.KIND[kind] for kind in kinds)
