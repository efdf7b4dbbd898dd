"""What may stand behind the ? of an address: each parameter with its form, for who reads it and who documents it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import parse_qsl

from directory.web.api.problem import Fault, unusable
from directory.wording.messages import N_, Sentence, languages

MOST_GIVEN = 100
A_PAGE, MOST_A_PAGE = 50, 100
LAST_PAGE = 1_000_000
LONGEST_SEARCH = 200
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_RFC_3339 = re.compile(r"(\d{4}-\d\d-\d\d)([Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: what it is for, its JSON Schema, how its text is read, and how to write it."""

    name: str
    about: Sentence
    schema: Mapping[str, Any]
    read: Callable[[str], Any]
    """Raises ValueError for a text that cannot be used."""
    mend: Sentence
    default: Any = None

    def described(self) -> dict[str, Any]:
        """As OpenAPI has it."""
        return {"name": self.name, "in": "query", "description": str(self.about), "schema": dict(self.schema)}


def pairs_of(query: bytes) -> list[tuple[str, str]]:
    """The names and texts behind the ? of an address.

    Raises:
        ProblemError: when there are more than anybody needs.
    """
    try:
        return parse_qsl(query.decode("latin-1"), True, errors="replace", max_num_fields=MOST_GIVEN)
    except ValueError:
        raise unusable([Fault("?", Sentence(N_("Geef hoogstens {most} parameters."), most=MOST_GIVEN))]) from None


def unknown(pairs: Iterable[tuple[str, str]], known: Sequence[str]) -> list[Fault]:
    """A fault for each parameter that is not known: to pass it by would answer another question."""
    told = Sentence(N_("Die parameter is er hier niet. Wel: {known}."), known=", ".join(known) or "–")
    return [Fault(name[:40], told) for name in dict.fromkeys(name for name, _ in pairs) if name not in known]


def read_parameters(query: bytes, known: Sequence[Parameter]) -> dict[str, Any]:
    """The value of each known parameter, its default where it is not given. `lang` may stand at every address.

    Raises:
        ProblemError: when one is not known, cannot be used or is given twice; all faults at once.
    """
    pairs = pairs_of(query)
    allowed = (*known, LANG)
    faults = unknown(pairs, [parameter.name for parameter in allowed])
    found = {}
    for parameter in allowed:
        given = [text for name, text in pairs if name == parameter.name]
        found[parameter.name] = parameter.default
        if len(given) > 1:
            faults.append(Fault(parameter.name, ONCE))
        elif given:
            try:
                found[parameter.name] = parameter.read(given[0])
            except ValueError:
                faults.append(Fault(parameter.name, parameter.mend))
    if faults:
        raise unusable(faults)
    # What is told follows it, the facts do not.
    del found[LANG.name]
    return found


def _whole(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if re.fullmatch(r"\d{1,9}", text, re.ASCII) and low <= int(text) <= high:
            return int(text)
        raise ValueError

    return read


def _yes_or_no(text: str) -> bool:
    return {"true": True, "false": False}[text] if text in ("true", "false") else _refuse()


def _uuid(text: str) -> str:
    return text.lower() if UUID.fullmatch(text) else _refuse()


def _day(text: str) -> date:
    found = _RFC_3339.fullmatch(text)
    if not found:
        raise ValueError
    # A leap second has no place on Python's clock.
    return datetime.fromisoformat(re.sub(r":60(?=[.Zz+-])", ":59", text.upper())).date()


def _words(text: str) -> str:
    return text if len(text) <= LONGEST_SEARCH else _refuse()


def _language(text: str) -> str:
    return text if text in languages() else _refuse()


def _refuse() -> Any:
    raise ValueError


def _number(name: str, about: Sentence, high: int, default: int) -> Parameter:
    schema = {"type": "integer", "minimum": 1, "maximum": high, "default": default}
    mend = Sentence(N_("Geef een geheel getal van 1 tot {high}."), high=high)
    return Parameter(name, about, schema, _whole(1, high), mend, default)


def _flag(name: str, about: str) -> Parameter:
    schema = {"type": "boolean", "default": False}
    return Parameter(name, Sentence(about), schema, _yes_or_no, TRUE_OR_FALSE, False)


def _link(name: str, about: str) -> Parameter:
    mend = Sentence(N_("Geef een UUID, zoals die bij ons staat."))
    return Parameter(name, Sentence(about), {"type": "string", "format": "uuid"}, _uuid, mend)


def form_of(*forms: str) -> Parameter:
    """Which form is wanted; the first of them unless another is named."""
    schema = {"type": "string", "enum": list(forms), "default": forms[0]}
    about = Sentence(
        N_("json voor een bladzijde; ndjson voor alles samen, één per regel (page en per_page doen dan niets).")
    )
    read = dict(zip(forms, forms, strict=True)).get
    mend = Sentence(N_("Kies uit: {known}."), known=", ".join(forms))
    return Parameter("format", about, schema, lambda t: read(t) or _refuse(), mend, forms[0])


ONCE = Sentence(N_("Geef het één keer."))
TRUE_OR_FALSE = Sentence(N_("Geef true of false."))
LANG = Parameter(
    "lang",
    Sentence(
        N_("Taal van deze beschrijving en van wat we over fouten zeggen. Zonder: Accept-Language, en anders Engels.")
    ),
    {"type": "string"},
    _language,
    Sentence(N_("Die taal spreken we niet. In /api/openapi.json staat welke wel.")),
)
PAGE = _number("page", Sentence(N_("Welke bladzijde.")), LAST_PAGE, 1)
PER_PAGE = _number(
    "per_page", Sentence(N_("Hoeveel per bladzijde; hoogstens {most}."), most=MOST_A_PAGE), MOST_A_PAGE, A_PAGE
)
FULL = _flag("full", N_("Alles wat erbij hoort, en niet alleen de eigen gewone velden."))
FULL_SERVICE = _flag("full_service", N_("De diensten van een organisatie met alles wat erbij hoort."))
MINIMAL = _flag("minimal", N_("Alleen ‘id’ en, als die gekend is, ‘modified_date’; alles op één bladzijde."))
ORGANIZATION_ID = _link("organization_id", N_("Alleen wat deze organisatie geeft."))
TAXONOMY_ID = _link("taxonomy_id", N_("Alleen wat een term van deze lijst heeft, ook in wat erin zit."))
TAXONOMY_TERM_ID = _link("taxonomy_term_id", N_("Alleen wat deze term heeft, ook in wat erin zit."))
OF_TAXONOMY = _link("taxonomy_id", N_("Alleen de termen van deze lijst."))
PARENT_ID = _link("parent_id", N_("Alleen de termen die vlak onder deze staan."))
FORMAT = form_of("json", "ndjson")
SEARCH = Parameter(
    "search",
    Sentence(
        N_(
            "Alleen wat al deze woorden in zijn namen of beschrijvingen heeft, als begin van een woord. Anderen zien "
            "het adres. Wat iemand in nood typt, hoort daarom in POST /api/find, en die verstaat het ook."
        )
    ),
    {"type": "string", "maxLength": LONGEST_SEARCH},
    _words,
    Sentence(N_("Geef hoogstens {max_length} tekens."), max_length=LONGEST_SEARCH),
)
MODIFIED_AFTER = Parameter(
    "modified_after",
    Sentence(
        N_(
            "Alleen wat een bron van deze dag of later heeft, of bronnen zonder datum. Wanneer wij iets veranderden, "
            "staat er niet in. Hou je een kopie, vergelijk dan af en toe alles met de ETag."
        )
    ),
    {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}]},
    _day,
    Sentence(N_("Schrijf het als 2026-11-23 of 2026-11-23T20:00:00Z.")),
)
