"""The phones, contacts and locations of a service of somebody else's feed as our channels."""

import re
from collections.abc import Iterator

from directory.exchange.hsds.adopted_places import Places
from directory.exchange.hsds.adoption import Adoption
from directory.exchange.hsds.carrying import Carrying
from directory.exchange.hsds.channels import DIALLED
from directory.exchange.hsds.dialling import dialled
from directory.exchange.hsds.feed import Found
from directory.exchange.hsds.forms import as_uri, is_email
from directory.exchange.hsds.mapping import Plain
from directory.exchange.hsds.rrules import closing_of, hours_of
from directory.exchange.hsds.texts import shortened, without_markup
from directory.model.channel import Kind, Mode
from directory.store.problems import listed, quoted

_KIND_OF_PHONE = {"text": Kind.SMS, "sms": Kind.SMS, "whatsapp": Kind.WHATSAPP}
_NO_TELEPHONE = ("fax", "pager")
_LONGEST_NOTE = 600
_OF_ANOTHER = ("service_id", "location_id", "service_at_location_id", "contact_id")


class Channels:
    """The channels of one service."""

    def __init__(self, service: Carrying, found: Found, slug: str, places: Places, page: str | None) -> None:
        """`page` is what one looks at before going somewhere."""
        self._service, self._found, self._slug, self._places, self._page = service, found, slug, places, page
        self._adoption: Adoption = places.adoption
        self._made: dict[tuple[str, str, str | None], Plain] = {}
        self._placed: list[Plain] = []
        """The rows of hours that went to a channel."""

    def all(self, only_of: Carrying | None = None) -> list[Plain]:
        """Every channel, each once. `only_of` is its organisation, when that has no other service."""
        general = self._service.records("schedules")
        self._closings = _closings(self._service)
        reached = self._service.records("service_at_locations")
        for record in reached:
            self._at_location(record, general)
        in_person = any(c.get("location") for c in self._made.values())
        self._numbers(self._service, None, [] if in_person else self._closed(general))
        if only_of is not None and not any(Kind(c["kind"]) in DIALLED for c in self._made.values()):
            self._numbers_of_organisation(only_of)
        self._addresses(self._service)
        self._tell_lost(self._service, [*general, *self._closings])
        return list(self._made.values())

    def _at_location(self, record: Plain, general: list[Plain]) -> None:
        here = self._adoption.carrying(record, self._found, "service_at_location")
        location = here.take("location")
        location = location if isinstance(location, dict) else {}
        around = self._adoption.carrying(location, self._found, "location")
        own = here.records("schedules") or around.records("schedules")
        own_closings = [*_closings(here), *_closings(around)]
        rows = self._closed([*(own or general), *own_closings])
        kind = _told_kind(here)
        for name in ("attributes", "metadata", "service"):
            here.take(name)
        if location.get("location_type") == "physical":
            self._visit(kind, location, rows, str(record.get("id")))
            # The hours of a house are not those of its telephone.
            rows = []
        elif location.get("location_type") == "virtual":
            self._online(kind, around, rows, here)
        elif location:
            here.tell("location", "It is an address for letters only.", "Put it in a note, by hand.")
        else:
            here.tell("location", "There is no location.", "Add it, or leave this out.")
        house = self._places.shown.get(str(location.get("id")), {}).get("id")
        hidden = str(location.get("id")) in self._places.hidden
        for one in (here, *([] if hidden else [around])):
            self._numbers(one, house, rows)
            self._addresses(one)
        self._tell_lost(here, [*own, *own_closings])
        here.tell_what_is_left({"description"} if hidden else ())

    def _tell_lost(self, carrying: Carrying, rows: list[Plain]) -> None:
        """Hours are of something: those that no channel got are told."""
        if rows and not any(row is placed for row in rows for placed in self._placed):
            carrying.tell("schedules", "These are hours of nothing one can reach.", "Add a phone or location.")

    def _visit(self, kind: Kind | None, location: Plain, rows: list[Plain], identity: str) -> None:
        """A place where one can go; when nothing says how, by appointment: who calls first is not turned away."""
        house = self._places.place(location)
        note = self._places.town_note(location)
        if house is None and note is None:
            return
        if self._page is None:
            self._service.tell("url", "No page tells of this place.", "Add the web address of the service.")
            return
        met = kind if kind is not None and kind.mode is Mode.IN_PERSON else Kind.APPOINTMENT
        self._add(met, self._page, house, rows, note, identity)

    def _online(self, kind: Kind | None, around: Carrying, rows: list[Plain], here: Carrying) -> None:
        page = as_uri(str(around.take("url") or ""))
        if kind is None:
            name = str(around.record.get("name", "")).lower()
            kind = next((k for k in Kind if k.mode is Mode.ONLINE and re.search(rf"\b{k.value}\b", name)), None)
        if kind is not None and page and kind.mode is Mode.ONLINE and kind is not Kind.EMAIL:
            self._add(kind, page, None, rows, None, str(here.record.get("id")))
        elif page:
            what = f"Nothing says whether {quoted(page)} is a chat, a form or a forum."
            here.tell("location", what, "Add the channel by hand.")

    def _closed(self, rows: list[Plain]) -> list[Plain]:
        """These rows and the days on which the service is closed wherever it is."""
        return [*rows, *self._closings]

    def _numbers_of_organisation(self, owner: Carrying) -> None:
        """The numbers of an organisation that are of nothing else: whoever calls them calls its one service."""
        phones = owner.records("phones")
        own = [phone for phone in phones if not any(phone.get(link) for link in _OF_ANOTHER)]
        self._dialled(owner, own, None, [])
        if others := [phone for phone in phones if phone not in own]:
            owner.leave("phones", others)

    def _numbers(self, carrying: Carrying, house: str | None, rows: list[Plain]) -> None:
        self._dialled(carrying, [*carrying.records("phones"), *_of_contacts(carrying)], house, rows)

    def _dialled(self, carrying: Carrying, phones: list[Plain], house: str | None, rows: list[Plain]) -> None:
        for phone in phones:
            said = str(phone.get("number", ""))
            read, kind = dialled(said, self._adoption.region), str(phone.get("type", "")).lower()
            if read.fault:
                # A number that is wrong somewhere was meant to be one; words never were.
                must = any(map(str.isdigit, said))
                self._adoption.unread |= must
                carrying.tell("phones", *read.fault, must=must, about=phone)
            elif kind in _NO_TELEPHONE:
                what = f"{listed(read.numbers)} is a {kind}."
                carrying.tell("phones", what, "Put it in a note, when it matters.", about=phone)
            else:
                for told in read.beside:
                    carrying.tell("phones", *told, about=phone)
                for number in read.numbers:
                    made = self._add(_KIND_OF_PHONE.get(kind, Kind.PHONE), number, house, rows, None, number)
                    self._adoption.note(made, carrying.found.inside(phone), "value")
                for name in ("extension", "description", "languages"):
                    if phone.get(name):
                        carrying.leave(f"phones, {name}", phone[name])

    def _addresses(self, carrying: Carrying) -> None:
        """Mail addresses; of a contact only that: who works there is not for a directory."""
        found = [carrying.take("email"), *(contact.get("email") for contact in carrying.records("contacts"))]
        for email in (str(each) for each in found if each):
            if is_email(email):
                self._add(Kind.EMAIL, email, None, [], None, email)
            else:
                carrying.tell("email", f"{quoted(email)} is no mail address.", "Correct it.")

    def _add(
        self, kind: Kind, value: str, house: str | None, rows: list[Plain], note: str | None, identity: str
    ) -> str:
        """The id of a channel, which is made unless it is there already; then it gets the hours that it had not."""
        met = kind.mode is Mode.IN_PERSON
        key = (kind.value, value, house if met else None)
        channel = self._made.setdefault(key, {"kind": kind.value, "value": value, "location": house})
        channel["id"] = self._adoption.naming.slug(f"{self._slug}/{kind}/{identity}", self._slug, kind.value)
        channel["sources"] = self._places.sources
        self._adoption.note(channel["id"], self._found)
        if kind.always_writable or not rows:
            hours = None
        else:
            hours = hours_of(rows, self._adoption.today)
            self._placed += rows
            if known := channel.get("hours"):
                self._tell_other_hours(str(known), hours.osm)
            else:
                channel["hours"] = hours.osm
            for reason in dict.fromkeys(hours.reasons):
                self._service.tell("schedules", reason, "Look at the hours, and write them by hand.")
        said = " ".join(dict.fromkeys([*([note] if note else []), *(hours.said if hours else ())]))
        if said:
            channel.setdefault("hours_note", {"nl": shortened(without_markup(said), _LONGEST_NOTE)})
        return str(channel["id"])

    def _tell_other_hours(self, known: str, said: str | None) -> None:
        if said and said != known:
            what = f"Of one channel two different hours are said: {quoted(known)} and {quoted(said)}."
            self._service.tell("schedules", what, "The first were taken; look which are right.")


def _told_kind(here: Carrying) -> Kind | None:
    """The kind that an attribute names, as in our own profile."""
    values = (str(attribute.get("value")) for attribute in here.records("attributes"))
    return next((Kind(value) for value in values if value in (*Kind,)), None)


def _closings(carrying: Carrying) -> list[Plain]:
    """The holidays of HSDS 1 on which it is closed; those with hours of their own are told."""
    rows = carrying.records("holiday_schedules")
    if others := [row for row in rows if closing_of(row) is None]:
        carrying.leave("holiday_schedules", others)
    return [row for row in rows if row not in others]


def _of_contacts(carrying: Carrying) -> Iterator[Plain]:
    for contact in carrying.records("contacts"):
        inner = contact.get("phones")
        yield from (phone for phone in (inner if isinstance(inner, list) else []) if isinstance(phone, dict))
