"""How far it is to a door, in words: sentences, tables, and how it was measured."""

from collections.abc import Mapping

from babel.numbers import format_decimal

from directory.finding.coverage import WITHIN_KM, Band, Coverage, Nearest, Within
from directory.geography.population import YoungPeople
from directory.wording import labels
from directory.wording.messages import N_, Words, _, locale, ngettext, pgettext, place_name
from directory.wording.overview import Table

BAND = Words(
    {
        Band.NEAR: N_("tot 5 km"),
        Band.MIDDLE: N_("5 tot 10 km"),
        Band.FAR: N_("10 tot 20 km"),
        Band.FARTHER: N_("verder dan 20 km"),
        Band.NOWHERE: N_("geen plek"),
    }
)
IN_BRUSSELS = "Brussel"
"""What stands in the column of the province for the municipalities that lie in none."""
HOW_WE_MEASURE = N_(
    "**Hoe we meten.** In vogelvlucht, van het midden van de huizen van een gemeente tot de dichtste plek waar "
    "je kunt langsgaan: een adres in deze gids waar bezoekers welkom zijn, van een dienst voor dit thema en deze "
    "leeftijd. Van een dienst die niet zegt voor welke leeftijd ze is, nemen we aan dat iedereen mag komen. "
    "Langs de weg is het verder, en of er een bus rijdt, weten we niet. Plekken met een geheim of onbekend adres "
    "meten we niet mee. Een plek telt ook voor de buurgemeenten, zoals bij het zoeken, behalve als de dienst "
    "enkel voor een ander gewest of land is. We rekenen in Lambert 2008 (EPSG:3812): dat scheelt hoogstens 1 "
    "meter op 10 kilometer. Wat niet in deze gids staat, telt niet mee."
)
STRICTLY = N_(
    "Nu tellen enkel plekken van diensten die zeggen dat ze voor de gemeente zelf bedoeld zijn. Vaak is dat "
    "gewoon waar ze werken, en zijn jongeren van elders ook welkom."
)
NO_FIGURES = N_("We tellen gemeenten: cijfers over hoeveel jongeren er wonen zijn hier niet ingesteld.")


def question(theme: str | None, age: int | None) -> str:
    """What was asked, within a sentence: "voor ‘School’, 15 jaar"."""
    if age is None:
        return _("voor ‘{theme}’, alle leeftijden", theme=theme) if theme else _("voor alle thema's, alle leeftijden")
    if theme:
        return _("voor ‘{theme}’, {age} jaar", theme=theme, age=age)
    return _("voor alle thema's, {age} jaar", age=age)


def sentence(found: Coverage, theme: str | None, age: int | None) -> tuple[str, str]:
    """How many places there are, and what that makes of the country; the number first."""
    asked = question(theme, age)
    if not found.rows:
        return _("Geen gemeenten"), _(" bekend: er is niets om van te meten.")
    # Translators: what follows the number of places, as in "12 plekken om langs te gaan voor ‘School’, 15 jaar."
    rest = _(" om langs te gaan {asked}.", asked=asked)
    told = " ".join(part for part in (rest, _reach(found), _hidden(found.not_shown)) if part)
    return _places(found.doors), told


def _places(number: int) -> str:
    return ngettext("{number} plek", "{number} plekken", number) if number else _("Geen plek")


def _reach(found: Coverage) -> str:
    """In how many municipalities there is a place near, and in how many none at all; empty without any place."""
    if not found.doors:
        return ""
    near, last = WITHIN_KM[0], WITHIN_KM[-1]
    return _(
        "In {many} van de {all} gemeenten is er een binnen {near} km; in {few} geen binnen {far} km.",
        many=sum(row.is_within(near) for row in found.rows),
        all=len(found.rows),
        near=near,
        few=sum(not row.is_within(last) for row in found.rows),
        far=last,
    )


def _hidden(number: int) -> str:
    if not number:
        return ""
    return ngettext(
        "Van {number} andere kennen of tonen we het adres niet.",
        "Van {number} andere kennen of tonen we het adres niet.",
        number,
    )


def within_table(found: tuple[Within, ...], *, people_known: bool) -> Table:
    """How many municipalities, and young people where they are known, lie within each distance."""
    last, rest = found[-2:]
    municipalities = last.municipalities + rest.municipalities
    young_people = last.young_people + rest.young_people
    return [
        {
            _("Dichtste plek"): _("binnen {km} km", km=row.km) if row.km else _("verder, of geen plek"),
            _("Gemeenten"): _share(row.municipalities, municipalities),
        }
        | ({_("Jongeren"): _share(row.young_people, young_people)} if people_known else {})
        for row in found
    ]


def _share(part: int, whole: int) -> str:
    """A number with its part of the whole; only nobody is 0 %, and only everybody 100 %."""
    if not whole:
        return number(part)
    share = round(100 * part / whole)
    hundredths = "< 1" if part and not share else "> 99" if part < whole and share == 100 else f"{share}"
    return _("{number} ({share} %)", number=number(part), share=hundredths)


def number(count: int) -> str:
    """A number as it is written in the language spoken now: 12.345."""
    return format_decimal(count, locale=locale())


def coverage_table(rows: tuple[Nearest, ...], young_people: Mapping[str, int] | None) -> Table:
    """A row for each municipality, in the order given; without figures no column for them."""
    return [
        {
            _("Gemeente"): place_name(row.municipality.name),
            _("Provincie"): place_name(row.municipality.province or IN_BRUSSELS),
            _("Afstand (km)"): kilometres(row),
            _("Dichtste plek"): (row.door.location.name or row.door.service.name) if row.door else _("geen"),
            pgettext("head of a column", "Waar"): place_name(row.door.location.municipality) if row.door else "",
            pgettext("head of a column", "Van"): row.door.organisation.name if row.door else "",
        }
        | ({} if young_people is None else {_("Jongeren"): _people(young_people.get(row.municipality.refnis))})
        for row in rows
    ]


def coverage_file(rows: tuple[Nearest, ...], young_people: Mapping[str, int] | None) -> Table:
    """The same to reckon with: with the code of each municipality, distances to the metre, numbers without points."""
    return [
        {_("NIS-code"): row.municipality.refnis}
        | cells
        | {_("Afstand (km)"): in_the_file(row)}
        | ({} if young_people is None else {_("Jongeren"): str(young_people.get(row.municipality.refnis, ""))})
        for row, cells in zip(rows, coverage_table(rows, young_people), strict=True)
    ]


def kilometres(row: Nearest) -> str:
    """The distance to a tenth, without its unit; empty when there is no door."""
    return "" if row.distance_m is None else format_decimal(row.distance_m / 1000, "0.0", locale=locale())


def in_the_file(row: Nearest) -> str:
    """The distance to the metre, with a comma in every language: so the office programs of here read it."""
    return "" if row.distance_m is None else f"{row.distance_m / 1000:.3f}".replace(".", ",")


def people_note(young_people: YoungPeople, missing: int) -> str:
    """Who is counted, and for how many municipalities there is no figure."""
    about = _("Jongeren: {about}.", about=young_people.about) if young_people.about else ""
    lacks = ngettext(
        "Van {number} gemeente is er geen cijfer: haar jongeren tellen niet mee.",
        "Van {number} gemeenten is er geen cijfer: hun jongeren tellen niet mee.",
        missing,
    )
    whom = _(
        "We rekenen alsof iedereen in het midden van de gemeente woont, en tellen allen, welke leeftijd je ook kiest."
    )
    return " ".join(part for part in (about, lacks if missing else "", whom) if part)


def figures_refused(fault: str) -> str:
    """That the figures on young people are not in use, for who runs the site."""
    return _("De cijfers over jongeren gebruiken we niet, we tellen gemeenten. Wat er scheelt: {fault}", fault=fault)


def _people(count: int | None) -> str:
    return labels.not_known() if count is None else number(count)
