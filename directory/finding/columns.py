"""A catalogue laid out in columns, so that a filter is one operation on whole arrays."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import date, datetime
from functools import lru_cache
from threading import Lock
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from directory.finding.availability import Evidence, evidence, judge
from directory.finding.documents import (
    Name,
    organisation_names,
    organisation_places,
    place_words,
    service_names,
    service_places,
    service_texts,
    texts,
)
from directory.finding.fitness import Fitness, fitness
from directory.finding.known import enterable, known
from directory.finding.lexicon import Lexicon
from directory.finding.names import Names
from directory.finding.reading import Reader
from directory.finding.text import Document, TextIndex
from directory.finding.wishes import Wishes
from directory.geography.names import folded
from directory.geography.place import Place
from directory.model.catalogue import Catalogue
from directory.model.channel import Channel, Kind, Mode
from directory.model.location import Role
from directory.model.organisation import Status
from directory.model.schedule import Reading, in_brussels
from directory.model.service import AreaLevel, Referral, Service, ServiceArea

Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]
ANY_AGE = (0, 200)
NOBODY: Numbers = np.array([], dtype=np.int64)
LISTENING = "luisterend-oor"
"""The theme of the general lines, which answer to any need and so stand near every answer."""
WIDE = (AreaLevel.COUNTRY, AreaLevel.REGION)
"""Who is there for a whole region or country can be asked from anywhere."""
BRUSSELS = "Brussel"
NOT_IN_A_TOWN = -1
NOT_AT_ALL = 99
MOMENTS_KEPT = 4
"""So many moments stay read: now, and those that some words ask for, such as tonight."""
SPOKEN = "nl"
"""The language of who asks: help in it stands before help that is only in another."""


class Columns:
    """Services and channels as arrays, numbered in the order of the catalogue.

    Points are in degrees, NaN where a channel has no door that may be shown on a map.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        """Lay out a catalogue; costs one pass over it."""
        self.catalogue = catalogue
        self.services = tuple(s for s in catalogue.services if not catalogue.owner(s).is_gone)
        self.without_service = tuple(o for o in catalogue.organisations if o.is_gone or not o.services)
        self.pairs = [(number, c) for number, s in enumerate(self.services) for c in s.channels]
        self._lay_out_services()
        self._lay_out_channels()
        self.text = TextIndex(self.documents())
        self.at_place = _numbers_of((word, n) for n, words in enumerate(self._places()) for word in words)
        lexicon = Lexicon(catalogue.vocabulary)
        self.reader = Reader(lexicon, Names(self._names(), frozenset(self.at_place), lexicon.is_ordinary))
        self.whole_names = frozenset(folded(text) for names in self._names() for _, text in names)
        self.wishes = Wishes(catalogue.vocabulary.wishes)
        self.usable_from: dict[tuple[Place, float], Flags] = {}
        """Per place and radius (km) which channels can be used from there: kept by who counts them."""
        self._evidence: dict[date, tuple[list[Evidence], Numbers]] = {}
        self._readings: dict[datetime, tuple[list[Reading], Numbers]] = {}

    def _lay_out_services(self) -> None:
        ages = [age_range(self.catalogue, s) for s in self.services]
        self.min_age = np.array([low for low, _ in ages], dtype=np.int16)
        self.max_age = np.array([high for _, high in ages], dtype=np.int16)
        self.known = known(self.services)
        self.free = self.known.free.yes
        self.anonymous = self.known.anonymous.yes
        self.by_oneself = self.known.by_oneself.yes
        self.number_of = {s.id: n for n, s in enumerate(self.services)}
        owners = [self.catalogue.owner(s) for s in self.services]
        self.organisation_ids = list(dict.fromkeys(o.id for o in owners))
        number_of_owner = {organisation: n for n, organisation in enumerate(self.organisation_ids)}
        self.owner = np.array([number_of_owner[o.id] for o in owners], dtype=np.int64)
        by_name = sorted(range(len(self.services)), key=lambda n: folded(self.services[n].name))
        self.name_rank = np.argsort(np.array(by_name, dtype=np.int64))
        self.of_organisation = _numbers_of((o.id, n) for n, o in enumerate(owners))
        self.of_member = _numbers_of((o.parent, n) for n, o in enumerate(owners) if o.parent)
        self.at_home = _numbers_of(
            (town, n) for n, o in enumerate(owners) for town in {place.municipality for place in o.locations}
        )
        """The services of an organisation by the municipalities where it is, its offices too."""
        self.theme_count = np.array([len(s.themes) for s in self.services], dtype=np.int64)
        self.trusted = np.array([self._is_trusted(s) for s in self.services], dtype=bool)
        self.referred = np.array([s.referral is Referral.PROFESSIONAL for s in self.services], dtype=bool)
        self.by_wire = np.array([self._is_by_wire(s) for s in self.services], dtype=bool)
        self.wide = np.array([s.service_area.level in WIDE for s in self.services], dtype=bool)
        self.of_brussels = np.array([s.service_area.names == (BRUSSELS,) for s in self.services], dtype=bool)
        self.listening = np.array([self._listening(s) for s in self.services], dtype=np.int64)
        self.for_any_need = (self.listening == 0) & self.by_wire & self.wide
        foremost = [
            next(iter(s.themes), None) if listens == NOT_AT_ALL else None
            for s, listens in zip(self.services, self.listening.tolist(), strict=True)
        ]
        self.foremost_themes = list(dict.fromkeys(theme for theme in foremost if theme))
        place = {theme: n for n, theme in enumerate([*self.foremost_themes, None])}
        self.foremost = np.array([place[theme] for theme in foremost], dtype=np.int64)
        """Per service the place among `foremost_themes` of what it is about first of all; of nothing, behind them."""
        self.with_theme = _numbers_of((t, n) for n, s in enumerate(self.services) for t in s.themes)
        lists = [s.themes for s in self.services]
        self.fit_of_theme: dict[str, Fitness] = fitness(lists, self.catalogue.vocabulary.themes)
        audiences = [s.eligibility.audiences for s in self.services]
        self.fit_of_audience: dict[str, Fitness] = fitness(audiences, self.catalogue.vocabulary.audiences)
        apart = {a.id for a in self.catalogue.vocabulary.audiences if a.apart}
        self.apart = _numbers_of(
            ((of[0], self._family(themes[0])), n)
            for n, (of, themes) in enumerate(zip(audiences, lists, strict=True))
            if of and themes and of[0] in apart
        )
        """The services for one group first of all, by that group and by their foremost theme and those beside it."""
        self.for_a_group = np.zeros(len(self.services), dtype=bool)
        for numbers in self.apart.values():
            self.for_a_group[numbers] = True
        self.with_audience = _numbers_of((a, n) for n, s in enumerate(self.services) for a in s.eligibility.audiences)
        self.with_language = _numbers_of((x, n) for n, s in enumerate(self.services) for x in s.languages)
        self.areas: list[ServiceArea] = list(dict.fromkeys(s.service_area for s in self.services))
        area_number = {area: n for n, area in enumerate(self.areas)}
        self.area = np.array([area_number[s.service_area] for s in self.services], dtype=np.int32)

    def _family(self, theme: str) -> frozenset[str]:
        vocabulary = self.catalogue.vocabulary
        term = vocabulary.theme(theme)
        return vocabulary.within(term.broader if term and term.broader else theme)

    def _lay_out_channels(self) -> None:
        self.service_of = np.array([n for n, _ in self.pairs], dtype=np.int64)
        edges = np.searchsorted(self.service_of, np.arange(len(self.services) + 1))
        self._edges: list[int] = edges.tolist()
        self.mode_of = [self._counts_as(c) for _, c in self.pairs]
        """Per channel its mode; an office or a seat is no help in person, so it has none."""
        self.in_mode = {m: np.array([mode is m for mode in self.mode_of], dtype=bool) for m in Mode}
        self.of_kind = {k: np.array([c.kind is k for _, c in self.pairs], dtype=bool) for k in Kind}
        self.enterable = enterable(self.catalogue, (c for _, c in self.pairs))
        towns = [self._town(c) for _, c in self.pairs]
        self.town_number = {town: n for n, town in enumerate(dict.fromkeys(t for t in towns if t))}
        self.town = np.array([self.town_number[t] if t else NOT_IN_A_TOWN for t in towns], dtype=np.int32)
        self.postcode = np.array([self._postcode(c) for _, c in self.pairs], dtype=np.int32)
        points = [self._point(c) for _, c in self.pairs]
        self.lon = np.array([p[0] for p in points], dtype=float)
        self.lat = np.array([p[1] for p in points], dtype=float)

    def channels_of(self, service: int) -> slice:
        """Where the channels of this service stand among all: they follow each other, in the order of the service."""
        return slice(self._edges[service], self._edges[service + 1])

    def wide_for(self, language: str) -> Flags:
        """The services for anybody who speaks this language: Brussel is but a town to who speaks Dutch."""
        return self.wide & ~self.of_brussels if language == SPOKEN else self.wide

    def _counts_as(self, channel: Channel) -> Mode | None:
        place = self.catalogue.door(channel)
        if channel.mode is Mode.IN_PERSON and place and place.role is not Role.DOOR:
            return None
        return channel.mode

    def _point(self, channel: Channel) -> tuple[float, float]:
        place = self.catalogue.door(channel)
        point = place.point if place and place.role is Role.DOOR else None
        return (point.lon, point.lat) if point and channel.mode is Mode.IN_PERSON else (np.nan, np.nan)

    def _is_trusted(self, service: Service) -> bool:
        """Sourced, reachable, and of an organisation that is known to exist: what is not stands behind."""
        exists = self.catalogue.owner(service).status is not Status.UNKNOWN
        return service.verified and exists and bool(service.channels)

    def _is_by_wire(self, service: Service) -> bool:
        """Only by telephone or online, and so for who is anywhere."""
        return bool(service.channels) and all(c.mode is not Mode.IN_PERSON for c in service.channels)

    def _listening(self, service: Service) -> int:
        """How much a service is about listening to any need: the place of that theme among its own."""
        return service.themes.index(LISTENING) if LISTENING in service.themes else NOT_AT_ALL

    def _town(self, channel: Channel) -> str | None:
        """The municipality of a door that has no point to measure from, None for every other channel."""
        place = self.catalogue.door(channel)
        is_door = place is not None and place.role is Role.DOOR and channel.mode is Mode.IN_PERSON
        return place.municipality if place and is_door and place.point is None else None

    def _postcode(self, channel: Channel) -> int:
        """The postcode of a door, NOT_IN_A_TOWN for every other channel."""
        place = self.catalogue.door(channel)
        is_door = place is not None and place.role is Role.DOOR and channel.mode is Mode.IN_PERSON
        code = place.postcode if place and is_door and place.postcode else ""
        return int(code) if len(code) == 4 and code.isascii() and code.isdigit() else NOT_IN_A_TOWN

    def _names(self) -> Iterator[Iterable[Name]]:
        yield from (service_names(self.catalogue, s) for s in self.services)
        yield from (organisation_names(self.catalogue, o) for o in self.without_service)

    def _places(self) -> Iterator[frozenset[str]]:
        yield from (place_words(service_places(self.catalogue, s)) for s in self.services)
        yield from (place_words(organisation_places(o)) for o in self.without_service)

    def documents(self) -> Iterator[Document]:
        """The texts of every record, services first."""
        for s in self.services:
            names = dict.fromkeys(name for _, name in service_names(self.catalogue, s))
            yield Document(names, service_texts(self.catalogue, s))
        for o in self.without_service:
            yield Document(o.names, texts(o.description))

    def readings(self, now: datetime) -> tuple[list[Reading], Numbers]:
        """The distinct readings of this moment, and for each channel the number of its reading."""
        # The doors ask by the minute, and many ask within one.
        read = self._readings.get(now)
        if read is None:
            read = self._read(now)
            self._readings = {**dict([*self._readings.items()][1 - MOMENTS_KEPT :]), now: read}
        return read

    def _read(self, now: datetime) -> tuple[list[Reading], Numbers]:
        today = in_brussels(now).date()
        # Kept in a local name: another thread may put another day in its place at midnight.
        gathered = self._evidence.get(today)
        if gathered is None:
            gathered = self._gather(today)
            self._evidence = {today: gathered}
        known, numbers = gathered
        return [judge(one, now) for one in known], numbers

    def _gather(self, today: date) -> tuple[list[Evidence], Numbers]:
        each = [evidence(self.services[n], c, today) for n, c in self.pairs]
        number = {one: n for n, one in enumerate(dict.fromkeys(each))}
        return list(number), np.array([number[one] for one in each], dtype=np.int64)


def age_range(catalogue: Catalogue, service: Service) -> tuple[int, int]:
    """The ages that a service may be for, both included: as a source says, else as its audiences mean."""
    eligibility = service.eligibility
    if eligibility.min_age is not None or eligibility.max_age is not None:
        return eligibility.min_age or ANY_AGE[0], eligibility.max_age or ANY_AGE[1]
    audiences = [catalogue.vocabulary.audience(a) for a in eligibility.audiences]
    bounds = [(a.min_age, a.max_age) for a in audiences if a]
    if not bounds or any(low is None and high is None for low, high in bounds):
        return ANY_AGE
    return min(low or ANY_AGE[0] for low, _ in bounds), max(high or ANY_AGE[1] for _, high in bounds)


Key = TypeVar("Key", bound=Hashable)


def _numbers_of(pairs: Iterable[tuple[Key, int]]) -> dict[Key, Numbers]:
    found: dict[Key, list[int]] = defaultdict(list)
    for key, number in pairs:
        found[key].append(number)
    return {key: np.array(numbers, dtype=np.int64) for key, numbers in found.items()}


_laying_out = Lock()


def columns(catalogue: Catalogue) -> Columns:
    """The columns of a catalogue, laid out once, whoever of several threads comes first."""
    with _laying_out:
        return _columns(catalogue)


def forget() -> None:
    """Let go of every catalogue laid out so far, such as one that another has replaced."""
    with _laying_out:
        _columns.cache_clear()


@lru_cache(maxsize=4)
def _columns(catalogue: Catalogue) -> Columns:
    return Columns(catalogue)
