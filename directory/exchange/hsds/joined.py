"""What belongs together in a feed, when its lists only link to each other."""

from collections.abc import Iterator
from dataclasses import replace

from directory.exchange.hsds.feed import Feed, Found
from directory.exchange.hsds.mapping import Placed, Plain, link_of
from directory.store.problems import Severity, quoted

Services = dict[str, list[Found]]


def services_of(feed: Feed) -> Services:
    """The services of each organisation, by the id of the organisation, each with its channels."""
    channels = _channels_of(feed)
    of: Services = {}
    for identity, found in feed.services.items():
        owner = _owner(found.record)
        if owner not in feed.organisations:
            what = f"Its organisation {quoted(owner)} is not there." if owner else "It does not say whose it is."
            mend = "Add that organisation, or correct organization_id."
            feed.problems.append(found.problem("service", "organization_id", what, mend, Severity.MUST_MEND))
            continue
        whole = _with_channels(found, channels.get(identity, ()), feed)
        of.setdefault(str(owner), []).append(whole)
    return of


def _owner(record: Plain) -> str | None:
    inner = record.get("organization")
    return link_of(record, "organization_id") or (link_of(inner) if isinstance(inner, dict) else None)


def _channels_of(feed: Feed) -> Services:
    of: Services = {}
    for found in feed.reached.values():
        inner = found.record.get("service")
        service = link_of(found.record, "service_id") or (link_of(inner) if isinstance(inner, dict) else None)
        if service in feed.services:
            of.setdefault(str(service), []).append(found)
            continue
        what = (
            f"Its service {quoted(service)} is not there." if service else "It does not say which service it gives."
        )
        mend = "Add that service, or correct service_id."
        feed.problems.append(found.problem("service_at_location", "service_id", what, mend, Severity.MUST_MEND))
    return of


def _with_channels(found: Found, others: Iterator[Found] | list[Found] | tuple[()], feed: Feed) -> Found:
    """The service with the channels that stand apart, and with the locations that a channel only links to."""
    own = found.record.get("service_at_locations")
    channels = [c for c in own if isinstance(c, dict)] if isinstance(own, list) else []
    known = {link_of(channel) for channel in channels}
    channels += [
        Placed(other.record, other.file, other.line) for other in others if link_of(other.record) not in known
    ]
    whole = [_with_location(channel, found, feed) for channel in channels]
    return replace(found, record=found.record | {"service_at_locations": whole})


def _with_location(channel: Plain, found: Found, feed: Feed) -> Plain:
    link = link_of(channel, "location_id")
    if isinstance(channel.get("location"), dict) or not link:
        return channel
    place = feed.locations.get(link) or _of_organisations(link, feed)
    if place is None:
        what = f"The location {quoted(link)} is not there."
        feed.problems.append(found.problem("service", "location_id", what, "Add it, or correct location_id."))
        return channel
    return channel | {"location": place.record}


def _of_organisations(link: str, feed: Feed) -> Found | None:
    for found in feed.organisations.values():
        inner = found.record.get("locations")
        for place in inner if isinstance(inner, list) else ():
            if isinstance(place, dict) and place.get("id") == link:
                return found.inside(place)
    return None
