"""The overview in words: tables, counts, and how they were counted."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
from directory.wording.messages import N_, Words, _, pgettext
from directory.wording.written import written, written_or_none

Table = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Reach:
    """One way to reach somebody: a number, address or site, where that leads when pressed, and what goes with it."""

    text: str
    href: str | None
    more: str


Cell = str | tuple[CardSource, ...] | tuple[Reach, ...]
"""What stands in one field of a table: words, an address to press, who says so, or ways to reach somebody."""
Rows = Sequence[Mapping[str, Cell]]

HOW_WE_COUNT = N_(
    "**Hoe we tellen.** Een organisatie telt mee als ze in het Nederlands helpt, niet gestopt is, en minstens "
    "één dienst heeft met een chat, een mailadres of een formulier. Mail en formulier tellen samen. Een adres "
    "waar je enkel een afspraak maakt, telt ook mee: daarom staan de lijnen voor heel Vlaanderen apart van de "
    "lokale diensten. ‘Hoe zeker’ zegt van wanneer de nieuwste bron is die het kanaal noemt. De uren zijn die "
    "van een gewone week; staat er ‘niet zeker’ bij, dan zijn ze ouder dan twee jaar of niet bevestigd. Mailen "
    "kan altijd: wanneer er antwoord komt, zegt geen bron. De talen zijn die waarin de dienst helpt. ‘Bronnen’ "
    "zegt wie elk kanaal noemt."
)
HOW_WE_COUNT_LANGUAGES = N_(
    "**Hoe we tellen.** Een organisatie telt mee voor elke taal waarin een van haar diensten helpt met een "
    "chat, een mailadres of een formulier. Ze telt ook als ze er enkel voor één streek is. Of de chat zelf in al "
    "die talen gaat, zegt zelden een bron."
)
HOW_WE_COMPARE = N_(
    "**Hoe we vergelijken.** ‘Toen’ is wat een bron zegt over 2007-2008. ‘Niet gevonden’ wil niet zeggen dat het "
    "er niet was. Uren en talen van toen vonden we niet. ‘Nu’ is wat vandaag in deze gids staat, bij de "
    "organisatie zelf of bij wie haar werk voortzet, met voor elk kanaal de nieuwste bron."
)
NO_STUDY = N_("De studie van 2007-2008 is er niet bij.")
_BEFORE_FORMULA = re.compile('(^|[\t\n\r,;|"])(?=[=+\\-@\t\n\r＝＋－＠])')
"""The signs of OWASP's "CSV Injection", at the beginning of a cell or behind a separator."""
_FOUND = Words({True: N_("ja"), False: N_("nee"), None: N_("niet gevonden")})


class Site(str):
    """An address of the web, which a table shows as its host, to press."""

    __slots__ = ()

    @property
    def href(self) -> str:
        """The address itself."""
        return str(self)


def counts_html(everywhere: Counts, everyone: Counts) -> str:
    """The four numbers, for all of Flanders and for everybody, as HTML."""
    return render("counts.html", everywhere=everywhere, everyone=everyone)


def answering_table(rows: tuple[Answering, ...], today: date) -> list[dict[str, Cell]]:
    """Who answers, a row an organisation: those with a chat first."""
    return [
        {
            _("Organisatie"): row.organisation.name,
            _("Diensten"): ", ".join(service.name for service in row.services),
            _("Chat"): _yes(row.chat),
            _("Uren van de chat"): hours_of(row.chats, today),
            _("Mail of formulier"): _yes(row.mail),
            _("Allebei"): _yes(row.chat and row.mail),
            _("Talen"): ", ".join(labels.spoken_within_sentence(code) for code in row.languages),
            pgettext("head of a column", "Voor"): _("heel Vlaanderen") if row.everywhere else _("een streek of stad"),
            _("Hoe zeker"): _certainty(row, today),
            _("Site"): Site(row.organisation.website or ""),
            _("Bronnen"): tuple(card_source(source) for source in row.sources),
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
        said.append(_("{hours} (niet zeker)", hours=words) if words and doubtful else words or labels.not_known())
    return labels.listed(list(dict.fromkeys(said)), "or")


def _certainty(row: Answering, today: date) -> str:
    if not row.exists:
        return _("niet gekend of het nog bestaat")
    if not row.verified:
        return _("niet bevestigd")
    year = str(row.newest.year) if row.newest else None
    return how_old(year, is_old=freshness_of(row.newest, today) is Freshness.OLD)


def how_old(dated: str | None, *, is_old: bool) -> str:
    """Of when, in words, the newest source is, and whether that is long ago."""
    if dated is None:
        return _("bron zonder datum")
    return _("oude bron, {date}", date=dated) if is_old else _("bron van {date}", date=dated)


def then_and_now_table(rows: tuple[ThenAndNow, ...]) -> list[dict[str, Cell]]:
    """The participants of the study, a row each."""
    return [
        {
            _("In de studie"): row.participant.named_as,
            _("Chat toen"): _then(row, row.chat_then),
            _("Mail toen"): _then(row, row.mail_then),
            _("Kanalen toen"): _kinds(row.channels_then) or _then(row, None),
            _("Vandaag"): row.organisation.name if row.organisation else _("niet in deze gids"),
            _("Toestand"): labels.STATUS[row.organisation.status] if row.organisation else labels.not_known(),
            _("Kanalen nu"): _kinds(row.channels_now) or _then(row, None),
            _("Bronnen nu"): tuple(card_source(source) for source in row.sources_now),
            _("Wat er gebeurde"): written_or_none(row.participant.history) or "",
            _("Bronnen toen en sindsdien"): tuple(card_source(source) for source in row.sources_then),
        }
        for row in rows
    ]


def languages_table(by_language: Mapping[str, Counts]) -> Table:
    """How many organisations answer in each language (ISO 639-1), those of most first."""
    return [
        {
            _("Taal"): labels.spoken(code),
            _("Per chat"): str(count.chat),
            _("Per mail of formulier"): str(count.mail),
            _("Langs allebei"): str(count.both),
            _("Langs een van de twee"): str(count.either),
        }
        for code, count in sorted(by_language.items(), key=lambda pair: (-pair[1].either, labels.spoken(pair[0])))
        if count.either
    ]


def then_and_now_sentence(then: Counts, now: Counts, helping: int) -> str:
    """The answer in numbers, for those in the study who give help."""
    return _(
        "Van de {helping} in de studie die zelf hulp geven, antwoordden er toen volgens een bron {then_chat} per "
        "chat, {then_mail} per mail en {then_both} langs allebei. "
        "Nu zijn dat er {chat}, {mail} en {both}.",
        helping=helping,
        then_chat=then.chat,
        then_mail=then.mail,
        then_both=then.both,
        chat=now.chat,
        mail=now.mail,
        both=now.both,
    )


def study_intro_html(study: Study) -> str:
    """Where the comparison comes from, as HTML."""
    return render("study.html", study=study, question=written(study.question))


def not_the_latest(files: tuple[str, ...]) -> str:
    """That newer data are there but not in use, for the steward; the files by their names."""
    return _(
        "Deze gegevens zijn de laatste die klopten. Wat er nieuwer is, gebruiken we nog niet: "
        "kijk naar {files}. Wat er scheelt, zegt {command}.",
        files=", ".join(files),
        command="python -m directory check",
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
    said = cell if isinstance(cell, str) else "; ".join(map(_part_as_text, cell))
    return _BEFORE_FORMULA.sub(r"\1'", said)


def _part_as_text(part: CardSource | Reach) -> str:
    return f"{part.text} ({part.more})" if isinstance(part, Reach) else f"{part.name} ({part.dated}) {part.href}"


def _then(row: ThenAndNow, answer: bool | None) -> str:
    return _FOUND[answer] if row.participant.gives_help else _("geen hulpdienst")


def _yes(answer: bool) -> str:
    return _("ja") if answer else _("nee")


def _kinds(kinds: tuple[Kind, ...]) -> str:
    return ", ".join(labels.KIND[kind] for kind in kinds)
