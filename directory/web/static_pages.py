"""The light pages as files: no script, no form, nothing but links between them. Their names tell nothing.

Those in Dutch stand in the folder itself, each other language in a folder of its own, under the same names.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from directory import settings
from directory.exchange.codes import digest
from directory.finding.find import every_result
from directory.finding.query import Query
from directory.finding.results import Result
from directory.model.catalogue import Catalogue
from directory.model.schedule import in_brussels
from directory.model.service import AreaLevel, Service
from directory.web import pages
from directory.web.assets import source
from directory.web.reader import Reader
from directory.wording import hours, shell
from directory.wording.card import Card
from directory.wording.card_builder import card
from directory.wording.lasting import lasting
from directory.wording.links import to_write
from directory.wording.messages import (
    DUTCH,
    _,
    is_reviewed,
    kept_per_language,
    language,
    languages,
    place_name,
    speaking,
)
from directory.wording.profile import profile
from directory.wording.templating import templates
from directory.wording.written import written

CHARACTERS = 16
"""Of a name, 5 bits each: no two of a million pages share one."""
FIRST = "index.html"
Entry = tuple[str, str, str]
"""A line of a list: what it says, where it leads, and what stands behind it."""


def address(*what: str) -> str:
    """The name of the page about this: opaque, and the same for ever."""
    return f"{digest('/'.join(what))[:CHARACTERS]}.html"


@dataclass(frozen=True, slots=True)
class StaticPage:
    """A page as a file; its name holds the folder of its language."""

    name: str
    html: str


def static_pages(catalogue: Catalogue, now: datetime) -> Iterator[StaticPage]:
    """Every page of the catalogue at a moment, in every language that we speak."""
    for code in languages():
        with speaking(code):
            made = list(_Site(catalogue, now).all())
        yield from made


class _Site:
    """The pages in the language that is spoken while they are made."""

    def __init__(self, catalogue: Catalogue, now: datetime) -> None:
        self._catalogue, self._now = catalogue, now
        self._always = pages.always_there(catalogue, now)
        self._shared: dict[str, Any] = {
            "style": _style(),
            "policy": f"default-src 'none'; style-src '{pages.hash_of(_style())}'; img-src data:; base-uri 'none'; "
            "form-action 'none'",
            "always": self._always,
            "exit_to": settings.exit_address(),
            "made_on": hours.day(in_brussels(now).date()),
            "operator": settings.OPERATOR.value,
            "contact": to_write(settings.CONTACT.value),
            "address": address,
            "reader": Reader(language()),
            "shell": shell,
            "is_reviewed": is_reviewed(),
            "top": "" if language() == DUTCH else "../",
        }

    def all(self) -> Iterator[StaticPage]:
        """Every page, each once."""
        living = [s for s in self._catalogue.services if not self._catalogue.owner(s).is_gone]
        themes, towns = self._themes(living), self._towns(living)
        for result in every_result(self._catalogue, Query(), self._now):
            yield from self._service(result)
        for organisation in self._catalogue.organisations:
            shown = {"profile": profile(self._catalogue, organisation)}
            yield self._page(address("organisation", organisation.id), "one_organisation.html", shown)
        listed = [
            *(("theme", identity, *self._theme(identity), services) for identity, services in themes.items()),
            *(("town", town, place_name(town), "", services) for town, services in towns.items()),
        ]
        for kind, identity, title, before, services in listed:
            values = {"title": title, "before": before, "entries": [self._entry(s) for s in _by_name(services)]}
            yield self._page(address(kind, identity), "list.html", values)
        yield self._names()
        for word in ("always", "privacy", "traces", "about"):
            yield self._page(address(word), f"{word}.html", {})
        terms = [term for term in self._catalogue.vocabulary.themes if term.id in themes]
        lines = [(term, (written(term.label), address("theme", term.id), len(themes[term.id]))) for term in terms]
        first = {
            "themes": [line for term, line in lines if not term.discreet],
            "discreet": [line for term, line in lines if term.discreet],
            "municipalities": [
                (place_name(town), address("town", town), len(found)) for town, found in towns.items()
            ],
        }
        yield self._page(FIRST, "index.html", first)

    def _service(self, result: Result) -> Iterator[StaticPage]:
        """The page of a service, and one for each of its places that this only lists."""
        service = result.service
        first = self._card(result, None)
        yield self._page(address("service", service.id), "one_service.html", {"card": first})
        for place in first.other_doors:
            shown = {"card": self._card(result, place.location)}
            yield self._page(address("service", service.id, place.location), "one_service.html", shown)

    def _card(self, result: Result, door: str | None) -> Card:
        # Nobody asked anything here: what a reason would say stands among the facts.
        of_itself = replace(result, reasons=())
        return lasting(card(self._catalogue, of_itself, Query(), self._now, door=door), result.service)

    def _names(self) -> StaticPage:
        ordered = sorted(self._catalogue.organisations, key=lambda o: (o.name.casefold(), o.id))
        entries = [(o.name, address("organisation", o.id), "") for o in ordered]
        values = {"title": _("Alle organisaties"), "before": "", "entries": entries}
        return self._page(address("names"), "list.html", values)

    def _themes(self, services: list[Service]) -> dict[str, list[Service]]:
        """The services of each theme and of those inside it, in the order of the vocabulary."""
        found: dict[str, dict[str, Service]] = defaultdict(dict)
        for service in services:
            for theme in service.themes:
                seen: set[str] = set()
                term = self._catalogue.vocabulary.theme(theme)
                while term and term.id not in seen:
                    seen.add(term.id)
                    found[term.id][service.id] = service
                    term = self._catalogue.vocabulary.theme(term.broader) if term.broader else None
        return {t.id: [*found[t.id].values()] for t in self._catalogue.vocabulary.themes if t.id in found}

    def _towns(self, services: list[Service]) -> dict[str, list[Service]]:
        """The services of each municipality: those with a place there, and those that are for it."""
        found: dict[str, dict[str, Service]] = defaultdict(dict)
        for service in services:
            places = (self._catalogue.door(channel) for channel in service.channels)
            towns = {place.municipality for place in places if place}
            if service.service_area.level is AreaLevel.MUNICIPALITY:
                towns |= set(service.service_area.names)
            for town in towns:
                found[town][service.id] = service
        return {town: [*found[town].values()] for town in sorted(found, key=lambda name: (name.casefold(), name))}

    def _theme(self, identity: str) -> tuple[str, str]:
        """The name of a theme, and what is said before it."""
        term = self._catalogue.vocabulary.theme(identity)
        if term is None:
            return identity, ""
        return written(term.label), written(term.content_note) if term.content_note else ""

    def _entry(self, service: Service) -> Entry:
        owner = self._catalogue.owner(service)
        return service.name, address("service", service.id), "" if owner.name in service.name else owner.name

    def _page(self, name: str, template: str, values: dict[str, Any]) -> StaticPage:
        html = _environment().get_template(template).render(self._shared | values, name=name)
        return StaticPage(name if language() == DUTCH else f"{language()}/{name}", html)


def _by_name(services: list[Service]) -> list[Service]:
    return sorted(services, key=lambda service: (service.name.casefold(), service.id))


@cache
def _style() -> Markup:
    return Markup(f"{pages.style()}\n{source('exit.css')}")


@kept_per_language(maxsize=pages.MANY_LANGUAGES)
def _environment() -> Environment:
    """The templates of the light pages; what has no server to send to stands in a folder that goes before."""
    own = pages.environment()
    return own.overlay(loader=templates(pages.TEMPLATES.parent / "static", pages.TEMPLATES))
