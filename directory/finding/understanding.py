"""What the words of a question ask for beside their need: where, how, when, how old, at what price.

It is said in fixed words that a steward can read (vocabulary/wishes.yaml), never guessed. Every thing that is heard
is shown and can be taken back. What somebody chose with a filter is never overruled by the words.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from directory.finding.ages import said_age
from directory.finding.clock import HALF_A_DAY
from directory.finding.columns import columns
from directory.finding.query import Query
from directory.finding.wishes import Wishes
from directory.geography.lookup import typos_allowed
from directory.geography.mentions import mention
from directory.geography.names import folded, typed_words
from directory.geography.place import Place
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.channel import Kind
from directory.model.schedule import in_brussels
from directory.model.vocabulary import Term, When, Wish

PLACE, AGE, AUDIENCE = "plek", "leeftijd", "publiek"
"""How a place, an age and an audience are called among what was heard; the other names are the ids of the wishes."""
LOOSE_ENDS = frozenset("over in en met om te de het een via voor aan of , . - about and et".split())
"""Words that say nothing when what stood beside them was taken out."""
LOOSE_ENDINGS = LOOSE_ENDS | frozenset("ik wil wou zou kan graag woon ben nu i want to can live je veux".split())
"""The same of what stood after them: "… en ik wil [nu chatten]"."""
EVENING, NIGHT, AFTERNOON = time(20), time(23, 30), time(14)
MORNING = 8
"""Before this hour nobody means the morning, when he speaks of a day."""
WEEK, SATURDAY, SUNDAY = 7, 5, 6
DAYS = {When.WEEKEND: (SATURDAY, SUNDAY), When.SATURDAY: (SATURDAY, SATURDAY), When.SUNDAY: (SUNDAY, SUNDAY)}
"""The first and last day of those that are asked by name, Monday being 0."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that the words ask for: its name, the words as typed where they are known, and what they mean."""

    name: str
    said: str
    means: Wish | Term | Place | int
    at: time | None = None
    """The hour that was said with a moment: vannacht om 3u."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A question with its wishes as filters, and each of them by itself."""

    query: Query
    heard: tuple[Heard, ...] = ()
    words: str = ""
    """The words as they were typed; those of the query are without the wishes."""


@dataclass(frozen=True, slots=True)
class _Found:
    heard: Heard
    start: int
    end: int


class Hearing:
    """All that the words of a question ask for, heard once; understood with or without some of it."""

    def __init__(self, query: Query, catalogue: Catalogue, gazetteer: Gazetteer, now: datetime) -> None:
        """Listen to the words of a question. The name of somebody is never taken apart."""
        self._query = query
        self._now = now
        known = columns(catalogue)
        self._found = list(_place(query, gazetteer, known.reader.is_word))
        self._found += _age(query, _blanked(query.words, self._spans(self._found)))
        self._found += _wishes(query.words, known.wishes, self._spans(self._found))
        if self._found and _is_a_name(query.words, known.whole_names):
            self._found = []
        # What is cut out of the words tells in which language they were put, too.
        self._reads = known.reader.tongue(query.words, query.reads) if self._found else query.reads

    def understood(self, without: Collection[str] = (), let_go: Collection[str] = ()) -> Understood:
        """The query with what was heard as filters, but for those whose names are in `without` or in `let_go`.

        The words of what is in `without` mean something else, so they are searched. Those of what is only let go mean
        no need even so, but for a place: who asks to chat is not helped better by who warns of chatting.
        """
        meant = [f for f in self._found if f.heard.name not in without]
        wanted = [f for f in meant if f.heard.name not in let_go]
        heard = [f.heard for f in sorted(wanted, key=lambda f: f.start)]
        said = [f for f in meant if f in wanted or f.heard.name != PLACE]
        rest = _cut(self._query.words, self._spans(said))
        filters = {"words": rest, "reads": self._reads, "for_anybody": AUDIENCE in without}
        filters |= _filters(self._query, heard, self._now)
        # A moment that is let go as a filter is still what somebody hopes for.
        hoped = [f.heard.means for f in meant if f not in wanted]
        filters["rather_open"] = any(isinstance(m, Wish) and m.when is When.NOW for m in hoped)
        return Understood(self._query.model_copy(update=filters), tuple(dict.fromkeys(heard)), self._query.words)

    @staticmethod
    def _spans(found: list[_Found]) -> list[tuple[int, int]]:
        return [(f.start, f.end) for f in found]


def _is_a_name(text: str, names: Collection[str]) -> bool:
    """True for the whole name of somebody, a typing error or two left aside."""
    key = folded(text)
    if key in names:
        return True
    near = extractOne(key, names, scorer=OSA.distance, score_cutoff=typos_allowed(key)) if key else None
    return near is not None and near[0][0] == key[0]


def _place(query: Query, gazetteer: Gazetteer, is_word: Callable[[str], bool]) -> Iterator[_Found]:
    if query.place is None and (named := mention(query.words, gazetteer, is_word)):
        yield _Found(Heard(PLACE, query.words[named.start : named.end], named.place), named.start, named.end)


def _age(query: Query, rest: str) -> Iterator[_Found]:
    if query.age is None and (age := said_age(rest)):
        yield _Found(Heard(AGE, query.words[age.start : age.end], age.years), age.start, age.end)


def _wishes(text: str, wishes: Wishes, taken: list[tuple[int, int]]) -> Iterator[_Found]:
    """The wishes that a text says, none in words that say something else already."""
    typed = typed_words(text)
    used = {n for n, w in enumerate(typed) if any(a <= w.start < b for a, b in taken)}
    for wish, run, hour in wishes.said(typed, used):
        said = sorted({*run, *(hour.words if hour else ())})
        start, end = typed[said[0]].start, typed[said[-1]].end
        yield _Found(Heard(wish.id, text[start:end], wish, hour.at if hour else None), start, end)


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """The same text, as long, with blanks for what was understood already."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _cut(text: str, spans: list[tuple[int, int]]) -> str:
    kept, at = [], 0
    for start, end in sorted(spans):
        kept.append(text[at:start])
        at = max(at, end)
    words = " ".join([*kept, text[at:]]).split()
    if spans:
        while words and words[0].lower() in LOOSE_ENDS:
            words.pop(0)
        while words and words[-1].lower() in LOOSE_ENDINGS:
            words.pop()
        return " ".join(words).rstrip(" ,;")
    return " ".join(words)


def _filters(query: Query, heard: Sequence[Heard], now: datetime) -> dict[str, object]:
    """The filters that were heard and not chosen already."""
    wishes = [h.means for h in heard if isinstance(h.means, Wish)]
    found: dict[str, object] = {}
    for one in heard:
        if isinstance(one.means, Place):
            found |= {"place": one.means, "rather_there": True}
        elif isinstance(one.means, int):
            found["age"] = one.means
    if not query.modes and not query.kinds:
        found |= _ways(wishes)
    moments = ((h.means.when, h.at) for h in heard if isinstance(h.means, Wish) and h.means.when)
    if not query.open_now and (moment := next(moments, None)):
        when, clock = moment
        found |= {"open_now": True} if when is When.NOW else {"open_at": moment_of(when, now, clock)}
    if language := query.language or next((w.language for w in wishes if w.language), None):
        found["language"] = language
    found["rather_free"] = any(w.free for w in wishes)
    found["rather_anonymous"] = any(w.anonymous for w in wishes)
    found["without_referral"] = query.without_referral or any(w.without_referral for w in wishes)
    return found


def _ways(wishes: list[Wish]) -> dict[str, object]:
    """Modes when only modes are asked; else kinds, since any of what was said will do."""
    modes = frozenset(mode for wish in wishes for mode in wish.modes)
    kinds = frozenset(kind for wish in wishes for kind in wish.kinds)
    if not kinds:
        return {"modes": modes}
    return {"kinds": kinds | {kind for kind in Kind if kind.mode in modes}}


def moment_of(when: When, now: datetime, clock: time | None = None) -> datetime:
    """The moment that is meant by an evening, a night or a day of the weekend: now when it is that already.

    With an hour the next time that it is that: 3 u is in the afternoon, but for a night, and 9 u of an evening 21 u.
    """
    here = in_brussels(now)
    if clock:
        return _next(when, here, _in_part_of_day(when, clock))
    if when in DAYS:
        first, last = DAYS[when]
        return here if first <= here.weekday() <= last else _at(_first_day(when, here), AFTERNOON)
    start = EVENING if when is When.EVENING else NIGHT
    return here if when is When.NOW or here.time() >= start else _at(here, start)


def _in_part_of_day(when: When, clock: time) -> time:
    """The hour on a clock of 24: people say 3 u for one in the afternoon, and 12 u for midnight."""
    if when is When.NIGHT:
        is_of_the_other_half = MORNING <= clock.hour <= HALF_A_DAY
    else:
        is_of_the_other_half = clock.hour < (MORNING if when in DAYS else HALF_A_DAY)
    return clock.replace(hour=(clock.hour + HALF_A_DAY) % (2 * HALF_A_DAY)) if is_of_the_other_half else clock


def _next(when: When, here: datetime, clock: time) -> datetime:
    then = _at(_first_day(when, here) if when in DAYS else here, clock)
    return then if then >= here else then + timedelta(days=WEEK if when in DAYS else 1)


def _first_day(when: When, here: datetime) -> datetime:
    """The next day, or this one, on which these days begin."""
    return here + timedelta(days=(DAYS[when][0] - here.weekday()) % WEEK)


def _at(day: datetime, clock: time) -> datetime:
    return day.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)
