"""The overview in words: tables, counts, and how they were counted."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time

from directory.finding.availability import evidence
from directory.finding.overview import Answering, Counts, ThenAndNow
from directory.model.channel import Channel, Kind
from directory.model.provenance import Freshness, freshness_of
from directory.model.schedule import BRUSSELS
from directory.model.service import Service
from directory.model.study import Study
from directory.wording import hours, labels
from directory.wording.card import CardSource
from directory.wording.card_builder import card_source
from directory.wording.fragment import render

Table = list[dict[str, str]]
Cell = str | tuple[CardSource, ...]
"""What stands in one field of a table: words, or who says so."""
Rows = Sequence[Mapping[str, Cell]]

HOW_WE_COUNT = """
**Hoe we tellen.** Een organisatie telt mee als ze in het Nederlands helpt, niet gestopt is, en minstens één
dienst heeft met een chat, een mailadres of een formulier. Mail en formulier tellen samen. Een adres waar je
enkel een afspraak maakt, telt ook mee: daarom staan de lijnen voor heel Vlaanderen apart van de lokale
diensten. ‘Hoe zeker’ zegt van wanneer de nieuwste bron is die het kanaal noemt. De uren zijn die van een gewone
week; staat er ‘niet zeker’ bij, dan zijn ze ouder dan twee jaar of niet bevestigd. Mailen kan altijd: wanneer er
antwoord komt, zegt geen bron. De talen zijn die waarin de dienst helpt. ‘Bronnen’ zegt wie elk kanaal noemt.
"""
HOW_WE_COUNT_LANGUAGES = """
**Hoe we tellen.** Een organisatie telt mee voor elke taal waarin een van haar diensten met een chat, een mailadres of
een formulier helpt, ook als ze er enkel voor één streek is. Of de chat zelf in al die talen gaat, zegt zelden een
bron.
"""
HOW_WE_COMPARE = """
**Hoe we vergelijken.** ‘Toen’ is wat een bron zegt over 2007-2008. ‘Niet gevonden’ wil niet zeggen dat het er
niet was. Uren en talen van toen vonden we niet. ‘Nu’ is wat vandaag in deze gids staat, bij de organisatie zelf of
bij wie haar werk voortzet, met voor elk kanaal de nieuwste bron.
"""
NO_STUDY = "De studie van 2007-2008 is er niet bij."
_BEFORE_FORMULA = re.compile('(^|[\t\n\r,;|"])(?=[=+\\-@\t\n\r＝＋－＠])')
"""The signs of OWASP's "CSV Injection", at the beginning of a cell or behind a separator."""
_FOUND = {True: "ja", False: "nee", None: "niet gevonden"}


def counts_html(everywhere: Counts, everyone: Counts) -> str:
    """The four numbers, for all of Flanders and for everybody, as HTML."""
    return render("counts.html", everywhere=everywhere, everyone=everyone)


def answering_table(rows: tuple[Answering, ...], today: date) -> list[dict[str, Cell]]:
    """Who answers, a row an organisation: those with a chat first."""
    return [
        {
            "Organisatie": row.organisation.name,
            "Diensten": ", ".join(service.name for service in row.services),
            "Chat": _yes(row.chat),
            "Uren van de chat": hours_of(row.chats, today),
            "Mail of formulier": _yes(row.mail),
            "Allebei": _yes(row.chat and row.mail),
            "Talen": ", ".join(labels.spoken(code) for code in row.languages),
            "Voor": "heel Vlaanderen" if row.everywhere else "een streek of stad",
            "Hoe zeker": _certainty(row, today),
            "Site": row.organisation.website or "",
            "Bronnen": tuple(card_source(source) for source in row.sources),
        }
        for row in sorted(rows, key=lambda row: (not row.chat, not row.everywhere))
    ]


def hours_of(channels: Iterable[tuple[Service, Channel]], today: date) -> str:
    """The hours of channels in words, each once, with whether they are sure."""
    noon = datetime.combine(today, time(12), BRUSSELS)
    said = []
    for service, channel in channels:
        words = hours.week(channel.hours, noon)
        doubtful = evidence(service, channel, today).doubt is not None
        said.append(f"{words} (niet zeker)" if words and doubtful else words or labels.not_known())
    return " of ".join(dict.fromkeys(said))


def _certainty(row: Answering, today: date) -> str:
    if not row.exists:
        return "niet gekend of het nog bestaat"
    if not row.verified:
        return "niet bevestigd"
    if row.newest is None:
        return "bron zonder datum"
    return f"{'oude bron, ' if freshness_of(row.newest, today) is Freshness.OLD else 'bron van '}{row.newest:%Y}"


def then_and_now_table(rows: tuple[ThenAndNow, ...]) -> list[dict[str, Cell]]:
    """The participants of the study, a row each."""
    return [
        {
            "In de studie": row.participant.named_as,
            "Chat toen": _then(row, row.chat_then),
            "Mail toen": _then(row, row.mail_then),
            "Kanalen toen": _kinds(row.channels_then) or _then(row, None),
            "Vandaag": row.organisation.name if row.organisation else "niet in deze gids",
            "Toestand": labels.STATUS[row.organisation.status] if row.organisation else labels.not_known(),
            "Kanalen nu": _kinds(row.channels_now) or _then(row, None),
            "Bronnen nu": tuple(card_source(source) for source in row.sources_now),
            "Wat er gebeurde": row.participant.history.nl if row.participant.history else "",
            "Bronnen toen en sindsdien": tuple(card_source(source) for source in row.sources_then),
        }
        for row in rows
    ]


def languages_table(by_language: Mapping[str, Counts]) -> Table:
    """How many organisations answer in each language (ISO 639-1), those of most first."""
    return [
        {
            "Taal": labels.spoken(code),
            "Per chat": str(count.chat),
            "Per mail of formulier": str(count.mail),
            "Langs allebei": str(count.both),
            "Langs een van de twee": str(count.either),
        }
        for code, count in sorted(by_language.items(), key=lambda pair: (-pair[1].either, labels.spoken(pair[0])))
        if count.either
    ]


def then_and_now_sentence(then: Counts, now: Counts, helping: int) -> str:
    """The answer in numbers, for those in the study who give help."""
    return (
        f"Van de {helping} in de studie die zelf hulp geven, antwoordden er toen volgens een bron {then.chat} per "
        f"chat, {then.mail} per mail en {then.both} langs allebei. "
        f"Nu zijn dat er {now.chat}, {now.mail} en {now.both}."
    )


def study_intro_html(study: Study) -> str:
    """Where the comparison comes from, as HTML."""
    return render("study.html", study=study)


def not_the_latest(files: tuple[str, ...]) -> str:
    """That newer data are there but not in use, for the steward; the files by their names."""
    return (
        "Deze gegevens zijn de laatste die klopten. Wat er nieuwer is, gebruiken we nog niet: "
        f"kijk naar {', '.join(files)}. Wat er scheelt, zegt python -m directory check."
    )


def table_html(table: Rows, name: str, first: int | None = None) -> str:
    """A table that wraps its texts and can be read on a phone, as HTML; past the `first` rows on demand."""
    return render("table.html", table=table, name=name, first=first or len(table), host=labels.host)


def as_csv(table: Rows) -> str:
    """A table as CSV with a header row, as the office programs of here open it: semicolons and a BOM.

    No cell begins with a sign that a spreadsheet would run as a formula, nor does a piece of one that a program
    with another separator would take for a cell.
    """
    out = io.StringIO()
    out.write("\N{ZERO WIDTH NO-BREAK SPACE}")
    if table:
        writer = csv.DictWriter(out, fieldnames=list(table[0]), delimiter=";", quoting=csv.QUOTE_ALL)
        writer.writeheader()
        writer.writerows({key: _as_text(cell) for key, cell in row.items()} for row in table)
    return out.getvalue()


def _as_text(cell: Cell) -> str:
    said = cell if isinstance(cell, str) else "; ".join(f"{s.name} ({s.dated}) {s.href}" for s in cell)
    return _BEFORE_FORMULA.sub(r"\1'", said)


def _then(row: ThenAndNow, answer: bool | None) -> str:
    return _FOUND[answer] if row.participant.gives_help else "geen hulpdienst"


def _yes(answer: bool) -> str:
    return "ja" if answer else "nee"


def _kinds(kinds: tuple[Kind, ...]) -> str:
    return ", ".join(labels.KIND[kind] for kind in kinds)
