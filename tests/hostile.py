"""Texts, links and numbers that somebody could put in a data file or a form to do harm, and a folder made of them.

What runs after all sets `window.__pwned`, so that a browser can tell. What would be fetched names evil.example.
"""

import json
import re
from copy import deepcopy
from pathlib import Path
from typing import Any, get_args

from ruamel.yaml import YAML

from directory.model.channel import Kind
from directory.model.organisation import Organisation
from directory.model.record import Record
from directory.model.study import Study
from directory.model.text import Text
from directory.model.vocabulary import Term

RUN = "window.__pwned=1"
SEEN_TEXTS = {
    "image": f'<img src=x onerror="{RUN}">',
    "script": f"<script>{RUN}</script>",
    "drawing": f"<svg/onload={RUN}>",
    "frame": '<iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>',
    "form": '<form action="https://evil.example"><button autofocus>Bel</button></form>',
    "base": '<base href="https://evil.example/"><link rel=stylesheet href="//evil.example/x.css">',
    "refresh": '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    "style": "<style>*{display:none}</style>",
    "attribute": f'" onfocus="{RUN}" autofocus tabindex="1" x="',
    "attribute in single quotes": f"' onfocus='{RUN}' autofocus tabindex='1' x='",
    "attribute without quotes": f"x onfocus={RUN} autofocus tabindex=1",
    "end of a script": f"</script><script>{RUN}</script>",
    "end of a title": f"</title></style></textarea></noscript><img src=x onerror={RUN}>",
    "comment": f"<!-- --!><img src=x onerror={RUN}> -->",
    "open comment": "<!--",
    "cdata": f"<![CDATA[<img src=x onerror={RUN}>]]>",
    "entities": f"&lt;img src=x onerror={RUN}&gt; &#60;b&#62; &amp;lt;",
    "mutation": f'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror={RUN}&gt;">',
    "template": "{{7*7}} ${7*7} #{7*7} <%= 7*7 %> {{'x'}}",
    "piece of a template": "{% for x in [49] %}{{ x }}{% endfor %}",
    "broken template": "{% geen %} {{ x",
    "comment in a template": "a {# weg #} b",
    "end of a string": f"';{RUN};//\\",
    "end of a template string": f"`;{RUN};` ${{{RUN}}}",
    "variable of the map": "map_00000000000000000000000000000000 alert(coords); drawnItems",
    "markdown link": f"[x](javascript:{RUN}) [y](https://evil.example)",
    "markdown picture": "![](http://evil.example/x.png) ![a][b]",
    "address in a text": "https://evil.example/pad www.evil.example <https://evil.example>",
    "markdown": "# a **b** _c_ `d` ~~e~~ > f | g - h",
    "list": "1. een",
    "directive": ":red[x] :blue-background[y] :material/home: :smile: ::: x",
    "formula of mathematics": "$x^2$ $$y$$ \\(z\\) kost $5 of $6",
    "formula": '=HYPERLINK("https://evil.example","Bel")',
    "plus": "+1+1",
    "minus": "-2+3",
    "at": "@SUM(1+1)",
    "wide formula": "＝1＋1",
    "command": "=cmd|' /C calc'!A0",
    "end of a cell": 'x";=1+1;"',
    "next cell": "x,=1+1;-2;@a",
    "placeholders": "%s %d %(x)s {0} {x!r} {n}",
    "path": "../../../etc/passwd",
    "question to a database": "'; DROP TABLE organisations; --",
    "emoji": "👩‍👧 😭",
    "letters of others": "Ñandú שלום مرحبا 你好",
}
"""What a reader can see: it is shown as it stands."""
UNSEEN_TEXTS = {
    "colours of a terminal": "\x1b[31mrood\x1b[0m",
    "title of a terminal": "\x1b]0;titel\x07",
    "one-byte escape": "\x9b31mrood",
    "line that is written over": "goed\rfout",
    "control signs": "a\x00b\x08c\x7fd\x85e",
    "turned around": "bel \u202e00011 008\u202c nu",
    "turned apart": "\u2067a\u2069 \u200fb\u061c",
    "no width": "he\u200blp\ufeff \u2060nu",
    "soft hyphen": "hulp\u00adlijn",
    "line of JavaScript": f"a\u2028{RUN}//\u2029b",
    "tags": "hulp\U000e0068\U000e0075",
    "half a sign": "half \ud800 teken",
}
"""What holds signs that nobody sees: it is shown without them."""
TEXTS = tuple((SEEN_TEXTS | UNSEEN_TEXTS).values())

LINKS = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"java\nscript:{RUN}",
    f"\x01javascript:{RUN}",
    f"javascript://www.hulp.example/%0a{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    "vbscript:msgbox(1)",
    "//evil.example/",
    "/\\evil.example/",
    "https:evil.example",
    "https:///evil.example",
    "https://naam:geheim@evil.example/",
    "https://www.hulp.example@evil.example/",
    "https://evil.example\\@www.hulp.example/",
    "https://evil.example\\.www.hulp.example/",
    "https://[evil.example/",
    "https://localhost/",
    "ftp://evil.example/",
    "file:///etc/passwd",
    "blob:https://evil.example/1",
    "intent://evil.example/#Intent;scheme=https;end",
    "about:blank",
    "https://%65vil.example/",
    "https://www.hulp.example%2eevil.example/",
    "https://www.hulp%2Fevil.example/",
    "https://www..hulp.example/",
    "https://.hulp.example/",
    "https://www.hulp.example../",
    "https://-._/",
    "https://www.hulp.example:65536/",
    "https://www.hulp.example:99999/",
    "https://www.hulp.example:0/",
    "https://www.hulp.example:8o/",
    "https://www.hulp.example:443:evil.example/",
    "https://www.hulp.example,evil.example/",
    "https://www.hulp.example\u3002evil.example/",
    "https://1.1/",
    "https://0x7f.0.0.1/",
    "https://www.hulp.example.0177/",
)
"""What may be pressed nowhere."""
LOOKALIKES = ("https://www.hulp\u0430.example/", "https://www.hülp.example/", "https://www\u3002hulp.example/")
"""Addresses with letters that look like others: shown as what they are."""
SOUND_LINKS = (
    f'https://www.hulp.example/"onmouseover="{RUN}"x="',
    f"https://www.hulp.example/'onmouseover='{RUN}'><img/src=x/onerror={RUN}>",
    f"https://www.hulp.example/?a=1&b=2&lt;#javascript:{RUN}",
    "https://www.hulp.example/{{7*7}}{%x%}[y](z)",
    "https://www.hulp.example/%65vil..example:99999",
)
"""Addresses of a page of that very site, whatever else they hold."""
NUMBERS = (
    "*21*+32470123456#",
    "+32*21*470123456#",
    "0470123456,,1234",
    "112;phone-context=evil.example",
    "+3292000000;ext=*21#",
    "tel:112",
    "112?body=x",
    "112&body=x",
    "١١٢",
    "１１２",
)
ADDRESSES = (
    "hulp@hulp.example?bcc=evil@evil.example",
    "?bcc=evil@evil.example",
    "hulp@hulp.example&bcc=evil@evil.example",
    "hulp@hulp.example,evil@evil.example",
    "hulp@hulp.example;evil@evil.example",
    "hulp@hulp.example\nbcc: evil@evil.example",
    "hulp@hulp.example%0Abcc:evil@evil.example",
    "mailto:hulp@hulp.example",
    "<hulp@hulp.example>",
    f'"javascript:{RUN}"@hulp.example',
)
VALUES = {
    Kind.PHONE: NUMBERS,
    Kind.SMS: NUMBERS,
    Kind.WHATSAPP: (*NUMBERS, *LINKS),
    Kind.EMAIL: ADDRESSES,
    Kind.WALK_IN: (*LINKS, *ADDRESSES, *NUMBERS),
    Kind.APPOINTMENT: (*ADDRESSES, *LINKS, *NUMBERS),
}
"""What may stand in a channel of each kind and must not be pressed; of any other kind LINKS."""

VALID = Path(__file__).parent / "broken" / "_valid"
NOT_TEXT = frozenset(
    "id parent successor done_today_by themes audiences location hours as_of url website value supports broader "
    "organisation".split()
)
"""Fields whose form is stated and checked: ids, references, hours, dates and addresses."""
WEST, EAST, SOUTH, COLUMNS = 2.75, 0.3, 50.75, 10
"""Where the first door stands, in degrees, and how far apart the doors are, so that each has its own pin."""


def write_folder(folder: Path) -> int:
    """A data folder in which every field of text holds each hostile text in turn; the number of organisations.

    The organisations, services, themes and audiences are called kwaad-0, kwaad-1, …
    """
    many = len(TEXTS)
    for name, values in {
        "vocabulary/themes.yaml": [_term(n, chip=n if n % 2 else None, discreet=not n % 2) for n in range(many)],
        "vocabulary/audiences.yaml": [_term(n) for n in range(many)],
        "study-2008.yaml": _study(many),
        **{f"organisations/kwaad-{n}.yaml": _organisation(n) for n in range(many)},
    }.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(as_yaml(values), encoding="utf-8")
    return many


def as_yaml(values: object) -> str:
    """Values as YAML in which every sign that a file may not hold as it is, is written out."""
    text = json.dumps(values, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u061c\u2028-\U000effff]", lambda sign: _written_out(sign[0]), text)


def _written_out(sign: str) -> str:
    return sign if sign.isprintable() else f"\\U{ord(sign):08x}"


class _Texts:
    """The hostile texts one after the other, each time from another one on."""

    def __init__(self, first: int) -> None:
        self._next = first

    def next(self, longest: int | None = None) -> str:
        self._next += 1
        return TEXTS[self._next % len(TEXTS)].strip()[:longest]


def _filled(model: type[Record], values: dict[str, Any], texts: _Texts) -> dict[str, Any]:
    """The same record with every field of text taken by a hostile one."""
    filled = deepcopy(values)
    for name, field in model.model_fields.items():
        parts = [field.annotation, *get_args(field.annotation)]
        record = next((p for p in parts if isinstance(p, type) and issubclass(p, Record)), None)
        longest = next((m.max_length for m in field.metadata if hasattr(m, "max_length")), None)
        if name in NOT_TEXT:
            continue
        if record is Text:
            text = {"nl": texts.next(), "fr": texts.next(), "en": texts.next()}
            filled[name] = [text] if tuple in _origins(field.annotation) else text
        elif record and isinstance(values.get(name), list):
            filled[name] = [_filled(record, each, texts) for each in values[name]]
        elif record and isinstance(values.get(name), dict):
            filled[name] = _filled(record, values[name], texts)
        elif str in parts:
            listed = tuple in _origins(field.annotation)
            filled[name] = [*values.get(name, []), texts.next()] if listed else texts.next(longest)
    return filled


def _origins(annotation: object) -> set[object]:
    return {getattr(part, "__origin__", None) for part in (annotation, *get_args(annotation))}


def _read(name: str) -> Any:
    return YAML(typ="safe").load((VALID / name).read_text(encoding="utf-8"))


def _term(number: int, **known: object) -> dict[str, Any]:
    values = {"id": f"kwaad-{number}", "label": {}, "words": {}, **known}
    return _filled(Term, {k: v for k, v in values.items() if v is not None}, _Texts(number))


def _study(many: int) -> dict[str, Any]:
    study = _read("study-2008.yaml")
    (participant,) = study["participants"]
    study["participants"] = [participant | {"id": f"kwaad-{n}", "organisation": f"kwaad-{n}"} for n in range(many)]
    texts = _Texts(0)
    return _filled(Study, study, texts)


def _organisation(number: int) -> dict[str, Any]:
    one = _read("organisations/luisterlijn.yaml")
    (service,), (place,) = one["services"], one["locations"]
    source = service["sources"]
    row, column = divmod(number, COLUMNS)
    place |= {"id": f"kwaad-{number}-huis", "lat": SOUTH + row / 7, "lon": WEST + column * EAST, "note": {}}
    (line, desk) = service["channels"]
    line["id"], desk["id"], desk["location"] = f"kwaad-{number}", f"kwaad-{number}-balie", place["id"]
    hostile = [
        {"id": f"kwaad-{number}-{kind}".replace("_", "-"), "kind": str(kind), "value": values[number % len(values)]}
        for kind in Kind
        for values in [VALUES.get(kind, LINKS)]
    ]
    service["channels"] += [channel | {"sources": source} for channel in hostile]
    service |= {"id": f"kwaad-{number}", "themes": [f"kwaad-{number}"]}
    service["eligibility"]["audiences"] = [f"kwaad-{number}"]
    one |= {"id": f"kwaad-{number}", "website": SOUND_LINKS[number % len(SOUND_LINKS)]}
    one["sources"][0]["url"] = SOUND_LINKS[(number + 1) % len(SOUND_LINKS)]
    return _filled(Organisation, one, _Texts(number))
