"""An organisation of somebody else's feed as one of ours: what we have a place for, and the rest told.

Nothing is guessed that could send somebody to a closed door: a point is as soft as a postcode, a place that one can
visit is by appointment, and what may be a hiding place has no address.
"""

import re
from typing import Any

from directory.exchange.hsds.adopted_channels import Channels
from directory.exchange.hsds.adopted_places import Places
from directory.exchange.hsds.adoption import Adoption
from directory.exchange.hsds.carrying import LONGEST_NAME, Carrying, as_number, without_nothing
from directory.exchange.hsds.feed import Found
from directory.exchange.hsds.forms import as_uri
from directory.exchange.hsds.hints import shelters
from directory.exchange.hsds.mapping import Plain
from directory.exchange.hsds.themes import audiences_of, themes_of
from directory.geography.place import PlaceKind
from directory.model.language import code_we_write
from directory.store.problems import quoted

_GONE = ("defunct", "inactive", "temporarily closed")
_FREE = re.compile(r"\s*(gratis|free( of charge)?|kosteloos|gratuit)\s*\.?\s*", re.IGNORECASE)
_COUNTRY = ("belgië", "belgie", "belgique", "belgium")
_REGIONS = {"vlaanderen": "Vlaanderen", "flanders": "Vlaanderen", "brussel": "Brussel", "brussels": "Brussel"}
_LANGUAGE = re.compile("([a-z]{2,3})([-_].*)?")


def adopted(found: Found, services: list[Found], adoption: Adoption) -> Plain:
    """The organisation with its services, as a file of ours has it; problems are told in `adoption`."""
    own = Carrying(found, "organisation", adoption.problems)
    name = own.text("name", LONGEST_NAME)
    slug = adoption.naming.slug(str(found.record.get("id")), name or "")
    website = as_uri(str(own.take("website") or ""))
    adoption.note(slug, found)
    sources = _sources(website or adoption.published_at, name, None, adoption.says)
    if not sources:
        own.tell("website", "No page says who says so.", "Give the web address of the feed with --source.", must=True)
    living = [service for service in services if not _is_gone(service, adoption)]
    sheltering = any(shelters(service.record) for service in living) or shelters(found.record)
    places = Places(adoption, found, slug, sheltering, sources)
    for location in own.records("locations"):
        if location.get("location_type") == "physical":
            places.place(location)
    plain = {
        "id": slug,
        "name": name,
        "description": _described(own, name),
        "website": website,
        "status": "active" if living else "unknown",
        "founded": _year(own.take("year_incorporated")),
        "also_known_as": [also] if (also := own.text("alternate_name", LONGEST_NAME)) else [],
        "parent": _parent(own, adoption),
        "sources": sources,
        "services": [
            _service(service, places, website, sources, adoption, own if len(services) == 1 else None)
            for service in living
        ],
        "locations": list(places.shown.values()),
    }
    own.tell_what_is_left({"services"})
    return dict(without_nothing(plain))


def _service(
    found: Found,
    places: Places,
    website: str | None,
    sources: list[Plain],
    adoption: Adoption,
    only_of: Carrying | None,
) -> Plain:
    own = Carrying(found, "service", adoption.problems)
    name = own.text("name", LONGEST_NAME)
    slug = adoption.naming.slug(str(found.record.get("id")), name or "")
    page = as_uri(str(own.take("url") or "")) or website
    as_of = str(own.take("assured_date") or own.take("last_modified") or "")[:10] or None
    adoption.note(slug, found)
    places.sources = _sources(page or adoption.published_at, name, as_of, adoption.says) or sources
    channels = Channels(own, found, slug, places, page or adoption.published_at).all(only_of)
    for passed in ("status", "organization", "metadata", "last_modified"):
        own.take(passed)
    plain = {
        "id": slug,
        "name": name,
        "description": _described(own, name),
        "themes": themes_of(own, adoption),
        "eligibility": {
            **_ages(own),
            "audiences": audiences_of(own, adoption),
        },
        "languages": _languages(own),
        "cost_eur": _cost(own),
        "intake_note": {"nl": own.text("application_process")},
        "service_area": _area(own, channels, places, adoption),
        "shelters": shelters(found.record),
        "sources": places.sources,
        "channels": channels,
    }
    own.tell_what_is_left()
    return plain


def _is_gone(found: Found, adoption: Adoption) -> bool:
    status = str(found.record.get("status") or "active").lower()
    if status in _GONE:
        what = f"It is {status}: it was not brought in."
        adoption.problems.append(found.problem("service", "status", what, "Nothing, when that is right."))
    return status in _GONE


def _described(own: Carrying, name: str | None) -> Plain | None:
    text = own.text("description")
    if text is None:
        own.tell("description", "There is no description; the name stands in its place.", "Say it in one sentence.")
    return {"nl": text or name} if text or name else None


def _parent(own: Carrying, adoption: Adoption) -> str | None:
    parent = own.take("parent_organization_id")
    known = adoption.naming.known(str(parent)) if parent else None
    if parent and known is None:
        own.tell("parent_organization_id", f"{quoted(parent)} is not there.", "Add it, or leave the link out.")
    return known


def _sources(page: str | None, name: str | None, as_of: str | None, says: str) -> list[Plain]:
    """The page that a fact comes from; none when nothing names one, which the model then refuses."""
    if page is None:
        return []
    dated = as_of if as_of and re.fullmatch(r"\d{4}-\d\d-\d\d", as_of) else None
    return [{"url": page, "publisher": name, "says": says, "as_of": dated}]


def _year(value: Any) -> str | None:
    text = str(value or "").removesuffix(".0")
    return text or None


def _ages(own: Carrying) -> Plain:
    """The youngest and the oldest age; neither when they are upside down, since they would let nobody in."""
    ages = [own.number(name) for name in ("minimum_age", "maximum_age")]
    youngest, oldest = (None if age is None else int(age) for age in ages)
    if youngest is not None and oldest is not None and youngest > oldest:
        what = f"The ages are upside down: from {youngest} to {oldest}."
        own.tell("minimum_age", what, "Write the youngest first; they were left out.", must=True)
        return {}
    return {"min_age": youngest, "max_age": oldest}


def _languages(own: Carrying) -> list[str]:
    codes = []
    for language in own.records("languages"):
        said = str(language.get("code", ""))
        read = _LANGUAGE.fullmatch(said.lower())
        if read and (code := code_we_write(read[1])):
            codes.append(code)
        else:
            what = f"{quoted(language.get('name') or said)} has no code of a language."
            own.tell("languages", what, "Add it as nl, fr, en, …")
    return list(dict.fromkeys(codes))


def _cost(own: Carrying) -> float | None:
    options = own.records("cost_options")
    said = own.take("fees_description") or own.take("fees")
    amounts = {str(o.get("amount")) for o in options if str(o.get("currency") or "eur").lower() == "eur"}
    if len(options) == 1 and len(amounts) == 1:
        amount = as_number(amounts.pop())
        if amount is None:
            own.tell("cost_options", "Its amount is no number.", "Write it in euro, with a point.")
        return amount
    if options:
        own.tell("cost_options", "There is more than one price, or none in euro.", "Put it in a note, by hand.")
    elif said and _FREE.fullmatch(str(said)):
        return 0.0
    elif said:
        own.leave("fees_description", said)
    return None


def _area(own: Carrying, channels: list[Plain], places: Places, adoption: Adoption) -> Plain | None:
    """For whom it is meant by place; when nothing says so, the towns it is in or the country, which is told."""
    names = [str(area.get("name", "")) for area in own.records("service_areas")]
    known = [level for name in names if (level := _level(name, adoption))]
    for name in names:
        if _level(name, adoption) is None:
            own.tell(
                "service_areas",
                f"{quoted(name)} is no place that we know.",
                "Name a municipality, province or region.",
            )
    if known and len({level for level, _ in known}) == 1:
        return {"level": known[0][0], "names": list(dict.fromkeys(name for _, name in known))}
    if known:
        widest = min((level for level, _ in known), key=("country", "region", "province", "municipality").index)
        own.tell("service_areas", "Its areas are of several kinds; the widest was taken.", "Look at it by hand.")
        return {"level": widest, "names": [name for level, name in known if level == widest]}
    used = {channel.get("location") for channel in channels}
    shown = [str(place["municipality"]) for place in places.shown.values() if place["id"] in used]
    towns = [town for town in shown if adoption.gazetteer.municipality(town)]
    if towns:
        own.tell("service_areas", "Nothing says for which area it is; the towns it is in were taken.", "Look at it.")
        return {"level": "municipality", "names": list(dict.fromkeys(towns))}
    own.tell("service_areas", "Nothing says for which area it is; the country was taken.", "Look at it by hand.")
    return {"level": "country", "names": ["België"]}


def _level(name: str, adoption: Adoption) -> tuple[str, str] | None:
    folded = name.strip().lower()
    if folded in _COUNTRY:
        return "country", "België"
    if folded in _REGIONS:
        return "region", _REGIONS[folded]
    municipality = adoption.gazetteer.municipality(name)
    provinces = {p.province for p in adoption.gazetteer if p.kind is PlaceKind.MUNICIPALITY and p.province}
    province = folded.removeprefix("provincie ")
    found = next((p for p in provinces if p.lower() == province), None)
    if found and (municipality is None or folded != province):
        return "province", found
    return ("municipality", municipality.municipality) if municipality else None
