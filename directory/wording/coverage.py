"""How far it is to a door, in words: sentences, tables, and how it was measured."""

from collections.abc import Mapping

from directory.finding.coverage import WITHIN_KM, Band, Coverage, Nearest, Within
from directory.geography.population import YoungPeople
from directory.wording import labels
from directory.wording.overview import Table

BAND = {
    Band.NEAR: "tot 5 km",
    Band.MIDDLE: "5 tot 10 km",
    Band.FAR: "10 tot 20 km",
    Band.FARTHER: "verder dan 20 km",
    Band.NOWHERE: "geen plek",
}
DISTANCE = "Afstand (km)"
IN_BRUSSELS = "Brussel"
"""What stands in the column of the province for the municipalities that lie in none."""
HOW_WE_MEASURE = """
**Hoe we meten.** In vogelvlucht, van het midden van de huizen van een gemeente tot de dichtste plek waar je kunt
langsgaan: een adres in deze gids waar bezoekers welkom zijn, van een dienst voor dit thema en deze leeftijd. Van een
dienst die niet zegt voor welke leeftijd ze is, nemen we aan dat iedereen mag komen. Langs de weg is het verder, en of
er een bus rijdt, weten we niet. Plekken met een geheim of onbekend adres meten we niet mee. Een plek telt ook voor de
buurgemeenten, zoals bij het zoeken, behalve als de dienst enkel voor een ander gewest of land is. We rekenen in
Lambert 2008 (EPSG:3812): dat scheelt hoogstens 1 meter op 10 kilometer. Wat niet in deze gids staat, telt niet mee.
"""
STRICTLY = """
Nu tellen enkel plekken van diensten die zeggen dat ze voor de gemeente zelf bedoeld zijn. Vaak is dat gewoon waar ze
werken, en zijn jongeren van elders ook welkom.
"""
NO_FIGURES = """
We tellen gemeenten: cijfers over hoeveel jongeren er wonen zijn hier niet ingesteld.
"""


def question(theme: str | None, age: int | None) -> str:
    """What was asked, within a sentence: "voor ‘School’, 15 jaar"."""
    about = f"‘{theme}’" if theme else "alle thema's"
    return f"voor {about}, {f'{age} jaar' if age is not None else 'alle leeftijden'}"


def sentence(found: Coverage, theme: str | None, age: int | None) -> tuple[str, str]:
    """How many places there are, and what that makes of the country; the number first."""
    asked = question(theme, age)
    hidden = f" Van {found.not_shown} andere kennen of tonen we het adres niet." if found.not_shown else ""
    if not found.rows:
        return "Geen gemeenten", " bekend: er is niets om van te meten."
    if not found.doors:
        return "Geen plek", f" om langs te gaan {asked}.{hidden}"
    places = "plek" if found.doors == 1 else "plekken"
    near, last = WITHIN_KM[0], WITHIN_KM[-1]
    many = sum(row.is_within(near) for row in found.rows)
    few = sum(not row.is_within(last) for row in found.rows)
    told = f"In {many} van de {len(found.rows)} gemeenten is er een binnen {near} km; in {few} geen binnen {last} km."
    return f"{found.doors} {places}", f" om langs te gaan {asked}. {told}{hidden}"


def within_table(found: tuple[Within, ...], *, people_known: bool) -> Table:
    """How many municipalities, and young people where they are known, lie within each distance."""
    last, rest = found[-2:]
    municipalities = last.municipalities + rest.municipalities
    young_people = last.young_people + rest.young_people
    return [
        {
            "Dichtste plek": f"binnen {row.km} km" if row.km else "verder, of geen plek",
            "Gemeenten": _share(row.municipalities, municipalities),
        }
        | ({"Jongeren": _share(row.young_people, young_people)} if people_known else {})
        for row in found
    ]


def _share(part: int, whole: int) -> str:
    """A number with its part of the whole; only nobody is 0 %, and only everybody 100 %."""
    if not whole:
        return number(part)
    share = round(100 * part / whole)
    hundredths = "< 1" if part and not share else "> 99" if part < whole and share == 100 else f"{share}"
    return f"{number(part)} ({hundredths} %)"


def number(count: int) -> str:
    """A number as it is written here: 12.345."""
    return f"{count:,}".replace(",", ".")


def coverage_table(rows: tuple[Nearest, ...], young_people: Mapping[str, int] | None) -> Table:
    """A row for each municipality, in the order given; without figures no column for them."""
    return [
        {
            "Gemeente": row.municipality.name,
            "Provincie": row.municipality.province or IN_BRUSSELS,
            DISTANCE: kilometres(row),
            "Dichtste plek": (row.door.location.name or row.door.service.name) if row.door else "geen",
            "Waar": row.door.location.municipality if row.door else "",
            "Van": row.door.organisation.name if row.door else "",
        }
        | ({} if young_people is None else {"Jongeren": _people(young_people.get(row.municipality.refnis))})
        for row in rows
    ]


def coverage_file(rows: tuple[Nearest, ...], young_people: Mapping[str, int] | None) -> Table:
    """The same to reckon with: with the code of each municipality, distances to the metre, numbers without points."""
    return [
        {"NIS-code": row.municipality.refnis}
        | cells
        | {DISTANCE: kilometres(row, decimals=3)}
        | ({} if young_people is None else {"Jongeren": str(young_people.get(row.municipality.refnis, ""))})
        for row, cells in zip(rows, coverage_table(rows, young_people), strict=True)
    ]


def kilometres(row: Nearest, decimals: int = 1) -> str:
    """The distance with a comma, without its unit; empty when there is no door."""
    return "" if row.distance_m is None else f"{row.distance_m / 1000:.{decimals}f}".replace(".", ",")


def people_note(young_people: YoungPeople, missing: int) -> str:
    """Who is counted, and for how many municipalities there is no figure."""
    about = f"Jongeren: {young_people.about}. " if young_people.about else ""
    lacks = f"Van {missing} gemeenten is er geen cijfer: hun jongeren tellen niet mee. " if missing else ""
    whom = (
        "We rekenen alsof iedereen in het midden van de gemeente woont, en tellen allen, welke leeftijd je ook kiest."
    )
    return f"{about}{lacks}{whom}"


def figures_refused(fault: str) -> str:
    """That the figures on young people are not in use, for who runs the site."""
    return f"De cijfers over jongeren gebruiken we niet, we tellen gemeenten. Wat er scheelt: {fault}"


def _people(count: int | None) -> str:
    return labels.not_known() if count is None else number(count)
