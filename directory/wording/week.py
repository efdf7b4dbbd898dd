"""When somebody answers, in words: the hours of a week, who is open when, and how it was judged."""

from collections.abc import Sequence
from datetime import date, timedelta

from babel.numbers import format_decimal

from directory.finding.week import Answered, Hour, Week
from directory.model.catalogue import Catalogue
from directory.wording import hours, labels
from directory.wording.card_builder import card_source
from directory.wording.fragment import render
from directory.wording.messages import N_, Words, _, locale, ngettext, pgettext
from directory.wording.overview import Cell, Table, hours_of

ANSWERED = Words(
    {
        Answered.SURELY: N_("zeker open"),
        Answered.PROBABLY: N_("waarschijnlijk open"),
        Answered.UNKNOWN: N_("niet gekend"),
        Answered.NOBODY: N_("niemand"),
    }
)
SIGN = {Answered.PROBABLY: "≈", Answered.UNKNOWN: "?", Answered.NOBODY: "–"}
"""What stands in an hour that is not surely covered; a surely covered one holds how many are open."""
PARTLY = "½"
HOW_WE_JUDGE = N_(
    "**Hoe we tellen.** Met dezelfde uren als op de kaartjes, minuut na minuut, in een week zonder feestdag en "
    "zonder zomer- of winteruur dat begint. Een getal is hoeveel diensten het hele uur **zeker** open zijn. "
    "**≈** waarschijnlijk: de uren zijn ouder dan twee jaar of niet bevestigd. **?** niet gekend: minstens één "
    "dienst zegt haar uren niet, dus misschien is er iemand. **–** niemand: alle diensten zijn dan zeker dicht, "
    "of er is er geen. **½** een deel van het uur is er zeker iemand. Of er ook een medewerker vrij is, weten we "
    "niet. Van een dienst die niet zegt voor welke leeftijd ze is, nemen we aan dat iedereen mag. Wie alleen "
    "voor noodgevallen is, zoals 112, telt enkel bij dat thema."
)


def week_of(monday: date) -> str:
    """Which week was judged: "Een gewone week: van 23 nov. 2026 tot 29 nov. 2026."."""
    return _(
        "Een gewone week: van {first} tot {last}.",
        first=hours.day(monday),
        last=hours.day(monday + timedelta(days=6)),
    )


def sentence(found: Week, asked: str) -> tuple[str, str]:
    """How many hours of the week each answer holds; the sure ones first."""
    name = labels.KIND[found.kind]
    if not found.services:
        # Translators: before "voor ‘School’, 15 jaar."
        return _("Geen {channel}", channel=name), f" {asked}."
    rest = labels.listed(
        [
            _("{hours} uur {answer}", hours=_hours(found.minutes[answer]), answer=ANSWERED[answer])
            for answer in Answered
            if answer is not Answered.SURELY
        ]
    )
    # Translators: before " is er zeker iemand open per chat voor ‘School’, 15 jaar (3 diensten)."
    sure = _("{hours} van de 168 uur", hours=_hours(found.minutes[Answered.SURELY]))
    return sure, _(
        " is er zeker iemand open per {channel} {asked} ({services}). Verder {rest}.",
        channel=name,
        asked=asked,
        services=ngettext("{number} dienst", "{number} diensten", len(found.services)),
        rest=rest,
    )


def week_html(found: Week) -> str:
    """The week as a table of hours by days, as HTML: words and signs, with a colour beside them."""
    rows = [(_("{start}-{end} u", start=h, end=h + 1), [_cell(day[h]) for day in found.hours]) for h in range(24)]
    return render("week.html", name=labels.KIND[found.kind].capitalize(), days=hours.days(), rows=rows, signs=_key())


def _key() -> list[tuple[str, str, str]]:
    return [("1", str(Answered.SURELY), _("zoveel diensten zeker open"))] + [
        (sign, str(answer), ANSWERED[answer]) for answer, sign in SIGN.items()
    ]


def _cell(hour: Hour) -> tuple[str, str, str]:
    """The sign of an hour, its kind for the style sheet, and what it means."""
    if hour.least is Answered.SURELY:
        return str(hour.surely), str(hour.least), _("{number} zeker open", number=hour.surely)
    if hour.most is Answered.SURELY:
        return PARTLY, str(hour.least), _("een deel van het uur zeker open")
    return SIGN[hour.least], str(hour.least), ANSWERED[hour.least]


def hours_file(weeks: Sequence[Week]) -> Table:
    """Every hour of the week, a row each, for each kind of channel."""
    return [
        {
            pgettext("head of a column", "Via"): labels.KIND[found.kind],
            _("Dag"): hours.days()[day],
            _("Van (u)"): str(start),
            _("Tot (u)"): str(start + 1),
            _("Heel het uur"): ANSWERED[hour.least],
            _("Een deel van het uur"): ANSWERED[hour.most],
            _("Zeker open"): str(hour.surely),
            _("Waarschijnlijk open"): str(hour.probably),
        }
        for found in weeks
        for day, of_day in enumerate(found.hours)
        for start, hour in enumerate(of_day)
    ]


def services_table(weeks: Sequence[Week], catalogue: Catalogue, today: date) -> list[dict[str, Cell]]:
    """Who answers, a row for each service and kind of channel: those who are longest surely open first."""
    each = [(found, answers) for found in weeks for answers in found.services]
    ranked = sorted(each, key=lambda pair: (-pair[1].surely, -pair[1].probably, pair[1].service.name))
    return [
        {
            _("Dienst"): answers.service.name,
            pgettext("head of a column", "Van"): catalogue.owner(answers.service).name,
            pgettext("head of a column", "Via"): labels.KIND[found.kind],
            _("Uren"): hours_of(((answers.service, c) for c in answers.channels), today),
            _("Zeker (uur per week)"): _hours(answers.surely),
            _("Waarschijnlijk (uur per week)"): _hours(answers.probably),
            _("Bronnen"): tuple(card_source(source) for c in answers.channels for source in c.sources),
        }
        for found, answers in ranked
    ]


def _hours(minutes: int) -> str:
    """Hours with a decimal only where there is one: 41, 7,5."""
    return format_decimal(minutes / 60, "0.#", locale=locale())
