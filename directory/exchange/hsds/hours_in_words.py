"""Opening hours as people write them, "Mon-Fri 9am-5pm" or "ma-vr 9u-17u", as OSM opening_hours.

Every word has to be understood, or nothing is: hours that are half read send somebody to a closed door. So "9-5",
which could be a night, is not read, and neither is "first Tuesday 10am-noon".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

OSM_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_DAY_NAMES = (
    ("mo", "mon", "monday", "mondays", "m", "ma", "maandag", "lu", "lun", "lundi"),
    ("tu", "tue", "tues", "tuesday", "tuesdays", "di", "dinsdag", "mar", "mardi"),
    ("we", "wed", "weds", "wednesday", "wednesdays", "w", "wo", "woensdag", "mer", "mercredi"),
    ("th", "thu", "thur", "thurs", "thursday", "thursdays", "do", "donderdag", "jeu", "jeudi"),
    ("fr", "fri", "friday", "fridays", "f", "vr", "vrijdag", "ve", "ven", "vendredi"),
    ("sa", "sat", "saturday", "saturdays", "za", "zaterdag", "sam", "samedi"),
    ("su", "sun", "sunday", "sundays", "zo", "zondag", "dim", "dimanche"),
)
_DAY = {name: day for day, names in enumerate(_DAY_NAMES) for name in names}
_MANY_DAYS = {
    **dict.fromkeys(("daily", "every day", "everyday", "7 days a week", "dagelijks", "elke dag"), range(7)),
    **dict.fromkeys(("weekdays", "werkdagen", "weekdagen"), range(5)),
    **dict.fromkeys(("weekends", "weekend"), range(5, 7)),
}


def _one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_WORDS = {
    "always": (
        r"24\s*/\s*7|24[ -]?(?:hours?|hrs?|uur)(?:,? (?:a|per|op) ?(?:24|day|dag))?"
        r"(?:,? (?:7|seven) days (?:a|per) week)?"
    ),
    "many": _one_of(_MANY_DAYS),
    "holidays": r"(?:all |most |major |public |legal |federal |bank |wettelijke )*(?:holidays|feestdagen)",
    "closed": "closed|not open|gesloten|niet open|fermé",
    "noon": "(?:12 )?noon",
    "midnight": "(?:12 )?midnight|middernacht",
    "until": "to|until|till|tot en met|tot|through|thru|t/m",
    "and": "and|en|et",
    "filler": "open|opening hours|office hours|business hours|hours|from|van|de|on|op|the",
    "day": _one_of(_DAY),
}
_SIGNS = {"until": "[-–—]", "and": "[,&]", "end": r"[;\n|]", "filler": "[:.()]"}
_TIME = (
    r"(?P<hour>2[0-4]|[01]?[0-9])(?:[:.uh](?P<minute>[0-5][0-9]))?"
    r" ?(?P<half>[ap](?:\.?m)?\.?(?![a-z])|u(?:ur)?\b|h\b)?(?![a-z0-9:])"
)
_TOKEN = re.compile(
    r" *(?:"
    + "|".join(f"(?P<{name}>(?:{words})(?![a-z0-9]))" for name, words in _WORDS.items())
    + f"|(?P<time>{_TIME})|"
    + "|".join(f"(?P<{name}_sign>{sign})" for name, sign in _SIGNS.items())
    + ")"
)

Span = tuple[str, str]
"""Opens and closes, "09:00" and "17:00"."""


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time as it is written; `half` is "a", "p", "24" on a clock of 24 hours, "" when it does not say."""

    minutes: int
    half: str = ""

    def in_half(self, half: str) -> int:
        """The minutes since midnight, when it is in this half of the day."""
        hour, minute = divmod(self.minutes, 60)
        return (hour % 12 + (12 if half == "p" else 0)) * 60 + minute


_Word = tuple[str, _Clock | range | None]
"""What a word is, and the time or days that it names."""


@dataclass(slots=True)
class _Group:
    """Days and the times that hold on them."""

    days: list[int] = field(default_factory=list)
    times: list[Span] = field(default_factory=list)
    closed: bool = False


def hours_of_words(text: str) -> str | None:
    """The opening hours that a text says; None when something in it is not understood."""
    tokens = _tokens(text)
    if tokens is None:
        return None
    kinds = [kind for kind, _ in tokens]
    holidays_off = "holidays" in kinds
    if holidays_off and "closed" not in kinds:
        return None
    if kinds.count("always") == 1 and not {"time", "day"} & set(kinds) and kinds.count("closed") == holidays_off:
        hours: str | None = "24/7"
    else:
        hours = _week(tokens)
    return f"{hours}; PH off" if hours and holidays_off else hours


def span_of_words(opens: str, closes: str) -> Span | None:
    """The two times of a row of a table, such as "9am" and "4:30 PM"; None when one of them is not understood."""
    tokens = _tokens(f"{opens} - {closes}")
    if tokens is None or [kind for kind, _ in tokens] != ["time", "until", "time"]:
        return None
    first, last = (value for kind, value in tokens if kind == "time")
    return _span(first, last)


def _tokens(text: str) -> list[_Word] | None:
    """The words of a text; None when one of them is not known."""
    text, at = " ".join(text.lower().replace("\n", " ; ").split()), 0
    found: list[_Word] = []
    while at < len(text):
        read = _TOKEN.match(text, at)
        if read is None or not read.lastgroup:
            return None
        at = read.end()
        kind = next(name for name in (*_WORDS, "time", *(f"{s}_sign" for s in _SIGNS)) if read[name] is not None)
        kind = kind.removesuffix("_sign")
        if kind == "time":
            found.append((kind, _clock(read)))
        elif kind in ("noon", "midnight"):
            found.append(("time", _Clock(12 * 60 if kind == "noon" else 24 * 60, "24")))
        elif kind == "day":
            day = _DAY[read["day"]]
            found.append((kind, range(day, day + 1)))
        elif kind == "many":
            found.append(("day", _MANY_DAYS[read["many"]]))
        elif kind != "filler":
            found.append((kind, None))
    return found


def _clock(read: re.Match[str]) -> _Clock:
    hour, minute, half = int(read["hour"]), int(read["minute"] or 0), (read["half"] or "")[:1]
    sure = half in ("u", "h") or hour > 12 or read["hour"].startswith("0")
    return _Clock(hour * 60 + minute, half if half in ("a", "p") else "24" if sure else "")


def _span(first: _Clock | range | None, last: _Clock | range | None) -> Span | None:
    """Two times as they are meant; None when that is not sure."""
    if not isinstance(first, _Clock) or not isinstance(last, _Clock):
        return None
    opens, closes = _pair(first, last)
    if opens is None or closes is None or opens == closes:
        return None
    return f"{opens // 60:02}:{opens % 60:02}", "24:00" if closes in (
        0,
        1440,
    ) else f"{closes // 60:02}:{closes % 60:02}"


def _pair(first: _Clock, last: _Clock) -> tuple[int | None, int | None]:
    halves = first.half, last.half
    if all(half in ("a", "p") for half in halves):
        return first.in_half(first.half), last.in_half(last.half)
    if "24" in halves and not {"a", "p"} & set(halves):
        return first.minutes, last.minutes
    if halves[1] in ("a", "p") and not halves[0]:
        # "9-5pm" begins in the morning, "1-5pm" after noon.
        same = first.in_half(halves[1])
        return (same if same < last.in_half(halves[1]) else first.in_half("a")), last.in_half(halves[1])
    if halves[0] == "a" and not halves[1] and last.in_half("a") <= first.in_half("a"):
        return first.in_half("a"), last.in_half("p")
    if halves[0] in ("a", "p") and halves[1] == "24":
        opens = first.in_half(halves[0])
        return opens, last.minutes if last.minutes > opens else None
    if halves[0] == "24" and halves[1] in ("a", "p"):
        return first.minutes, last.in_half(halves[1])
    if halves == ("", "") and 7 * 60 <= first.minutes < last.minutes:
        return first.minutes, last.minutes
    return None, None


def _week(tokens: list[_Word]) -> str | None:
    """The rules of a week; None when days and times do not come in pairs."""
    groups = _groups(tokens)
    if groups is None:
        return None
    rules: dict[tuple[Span, ...], list[int]] = {}
    closed: set[int] = set()
    for group in groups:
        if group.closed:
            closed.update(group.days)
        elif not group.days or not group.times:
            return None
        else:
            rules.setdefault(tuple(group.times), []).extend(group.days)
    open_days = [day for days in rules.values() for day in days]
    if not rules or len(open_days) != len(set(open_days)) or closed & set(open_days):
        return None
    return "; ".join(
        f"{osm_days(days)} {','.join('-'.join(span) for span in times)}" for times, days in rules.items()
    )


def _groups(tokens: list[_Word]) -> list[_Group] | None:
    """Days and times that belong together, whichever of the two is written first; None when some are not read."""
    kinds = [kind for kind, _ in tokens if kind in ("day", "time", "always")]
    days_first = kinds[:1] == ["day"]
    groups = [_Group()]
    for part in _joined(tokens):
        group = groups[-1]
        if part is None:
            return None
        if part.closed:
            begins = bool(group.times) or not days_first
        elif part.days:
            begins = bool(group.times or (group.closed and group.days)) and days_first
        else:
            begins = bool(group.days) and not days_first
        if begins:
            groups.append(group := _Group())
        group.days += part.days
        group.times += part.times
        group.closed |= part.closed
    return [group for group in groups if group.days or group.times]


def _joined(tokens: list[_Word]) -> Iterator[_Group | None]:
    """Days, spans of time and words for closed one by one; None for what cannot be joined."""
    at = 0
    while at < len(tokens):
        kind, value = tokens[at]
        ends = tokens[at + 2] if tokens[at + 1 : at + 2] == [("until", None)] and at + 2 < len(tokens) else ("", None)
        at += 3 if ends[0] else 1
        if kind == "time":
            span = _span(value, ends[1])
            yield _Group(times=[span]) if span else None
        elif isinstance(value, range):
            if ends[0] and not isinstance(ends[1], range):
                yield None
            else:
                yield _Group(days=_from(value, ends[1]) if isinstance(ends[1], range) else list(value))
        elif kind == "until" or ends[0]:
            yield None
        elif kind == "always":
            yield _Group(times=[("00:00", "24:00")])
        elif kind == "closed":
            yield _Group(closed=True)


def _from(first: range, last: range) -> list[int]:
    """The days from one to another; a week may turn over: Saturday to Monday."""
    start, stop = first[0], last[-1]
    return [day % 7 for day in range(start, stop + 1 if start <= stop else stop + 8)]


def osm_days(days: Iterable[int]) -> str:
    """Days in a row as a range, others one by one: "Mo-We,Fr"; 0 is Monday."""
    ordered = sorted(days)
    runs: list[list[int]] = []
    for day in ordered:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(OSM_DAYS[run[0]] if len(run) == 1 else f"{OSM_DAYS[run[0]]}-{OSM_DAYS[run[-1]]}" for run in runs)
