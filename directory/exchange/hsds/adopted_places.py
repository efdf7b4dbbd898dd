"""A location of somebody else's feed as one of ours, unless it may be a hiding place."""

import re
from dataclasses import dataclass, field, replace

from directory.exchange.hsds.adoption import Adoption
from directory.exchange.hsds.carrying import LONGEST_NAME, Carrying
from directory.exchange.hsds.feed import Found
from directory.exchange.hsds.hints import is_withheld, may_say_hidden, says_hidden
from directory.exchange.hsds.mapping import Plain
from directory.exchange.hsds.places import WHEELCHAIR
from directory.exchange.hsds.towns import Town, town_of
from directory.exchange.hsds.withheld import described
from directory.model.location import Precision
from directory.store.checks.places import lies_elsewhere, no_municipality
from directory.store.problems import Severity, quoted
from directory.store.withholding import BELGIUM_LAT, BELGIUM_LON, within

_NUMBER = re.compile(r"(.+?)[ ,]+(\d+\s?[A-Za-z]?(?:[-/]\d+\w?)?)")
_POSTCODE = re.compile(r"(?:B-?)?([1-9][0-9]{3})", re.IGNORECASE)
_LONGEST_TOWN = 80
_BELGIUM = ("be", "bel", "belgië", "belgie", "belgium", "belgique", "")
_ELSEWHERE = frozenset(
    {"phones", "contacts", "schedules", "holiday_schedules", "location_type", "attributes", "metadata"}
)
"""What stands in a location and is told, or carried, with the channels."""


@dataclass(slots=True)
class Places:
    """The locations of one organisation: those that were taken over, and those that may not be shown."""

    adoption: Adoption
    within: Found
    organisation: str
    sheltering: bool
    """People may stay with this organisation: a location has to say that it may be shown."""
    sources: list[Plain] = field(default_factory=list)
    shown: dict[str, Plain] = field(default_factory=dict)
    hidden: dict[str, str | None] = field(default_factory=dict)
    """The municipality of each location that is withheld, None when it is not known."""

    def place(self, record: Plain) -> str | None:
        """Our id of a location, which is taken over now if it was not yet; None when it is withheld."""
        identity = str(record.get("id"))
        if identity in self.shown:
            return str(self.shown[identity]["id"])
        if identity in self.hidden:
            return None
        carrying = self.adoption.carrying(record, self.within, "location")
        says = says_hidden(carrying.record)
        if is_withheld(carrying.record, sheltering=self.sheltering):
            self._withhold(identity, carrying, said=bool(says))
            return None
        plain = self._taken_over(identity, carrying, public=says is False)
        if plain is None:
            return None
        self.shown[identity] = plain
        return str(plain["id"])

    def town_note(self, record: Plain) -> str | None:
        """All that may be said of where a withheld location is, None for others."""
        identity = str(record.get("id"))
        return described(self.hidden[identity]) if identity in self.hidden else None

    def _withhold(self, identity: str, carrying: Carrying, *, said: bool) -> None:
        """Keep a location out. What is told of it must not say where it is."""
        self.hidden[identity] = self._municipality(carrying.records("addresses"))
        if (known := self.adoption.naming.known(identity)) is not None:
            self.adoption.withheld.add(known)
        why = (
            "says that its address is hidden" if said else "is of who gives shelter, and does not say if it is hidden"
        )
        what = f"A location {why}: it was not brought in."
        mend = "Ask the organisation. Then add it by hand, with confidential: true or false."
        here = replace(self.within, file=carrying.found.file, line=carrying.found.line)
        problem = here.problem("organisation", "locations", what, mend, Severity.MUST_MEND)
        self.adoption.problems.append(problem)

    def _municipality(self, addresses: list[Plain]) -> str | None:
        """The municipality of a hidden place: never the town as it is written, which could be a street."""
        for address in addresses:
            code = _POSTCODE.fullmatch(_code(address))
            town = town_of(str(address.get("city") or "") or None, code[1] if code else None, self.adoption.gazetteer)
            if town is not None:
                return town.municipality
        return None

    def _taken_over(self, identity: str, carrying: Carrying, *, public: bool) -> Plain | None:
        name = carrying.text("name", LONGEST_NAME)
        plain: Plain = {"name": name, "note": _dutch(carrying.text("description"))}
        addresses = carrying.records("addresses")
        if not addresses:
            carrying.tell("addresses", "It has no address, so nobody can go there.", "Add the address by hand.")
            return None
        chosen = next((a for a in addresses if a.get("address_type") != "postal"), addresses[0])
        if len(addresses) > 1:
            carrying.tell(
                "addresses", "It has several addresses; one was taken.", "Look whether it is the right one."
            )
        plain |= self._address(self.adoption.carrying(chosen, carrying.found, "address"))
        if not plain.get("municipality"):
            return None
        plain |= _point(carrying, self.adoption.form)
        plain["wheelchair"] = _wheelchair(carrying)
        if public:
            plain["confidential"] = False
        carrying.tell_what_is_left({*_ELSEWHERE, *filter(may_say_hidden, carrying.record)})
        words = (self.organisation, name or str(plain["municipality"]))
        plain["id"] = self.adoption.naming.slug(identity, *words)
        plain["sources"] = self.sources
        self.adoption.note(str(plain["id"]), carrying.found)
        return plain

    def _address(self, address: Carrying) -> Plain:
        first = address.text("address_1", LONGEST_NAME)
        read = _NUMBER.fullmatch(first) if first else None
        postcode = self._postcode(address)
        country = str(address.take("country") or "")
        in_belgium = country.lower() in _BELGIUM
        if in_belgium:
            # The postcode tells the province.
            address.take("state_province")
        else:
            address.tell("country", f"{quoted(country)} is not in Belgium.", "Take it out when it is of no use here.")
        address.take("address_type")
        town = self._town(address, postcode, in_belgium=in_belgium)
        address_2 = address.text("address_2", 20)
        address.tell_what_is_left()
        return {
            "street": read[1] if read else first,
            "number": read[2].replace(" ", "") if read else None,
            "box": address_2,
            "postcode": postcode,
            "municipality": town.municipality if town else None,
            "place": town.place if town else None,
        }

    def _postcode(self, address: Carrying) -> str | None:
        code = _code(address.record)
        address.take("postal_code")
        read = _POSTCODE.fullmatch(code)
        if read and self.adoption.gazetteer.postcode_exists(read[1]):
            return read[1]
        if code:
            address.tell("postal_code", f"{quoted(code)} is no Belgian postcode.", "Correct it; it was left out.")
        return None

    def _town(self, address: Carrying, postcode: str | None, *, in_belgium: bool) -> Town | None:
        """Where it lies. What is not in Belgium keeps the name of its town, as does what nobody knows."""
        gazetteer, name = self.adoption.gazetteer, address.text("city", _LONGEST_TOWN)
        town = town_of(name, postcode, gazetteer)
        if name is None and town is None:
            address.tell("city", "There is no town.", "Add it; the location was not brought in.", must=True)
        elif name is None and town is not None:
            what = f"There is no town; {town.municipality} was taken, where its postcode lies."
            address.tell("city", what, "Look at it.")
        elif name is not None and town is None:
            if in_belgium:
                address.tell("city", *no_municipality(name, gazetteer), must=True)
            return Town(name)
        elif town is not None and town.place:
            what = f"{quoted(name)} is no municipality: it was taken as a village or quarter of {town.municipality}."
            address.tell("city", what, "Look whether it is.")
        elif postcode and town and (elsewhere := lies_elsewhere(postcode, town.municipality, gazetteer)):
            address.tell("postal_code", elsewhere, "Correct the postcode or the municipality.", must=True)
        return town


def _code(address: Plain) -> str:
    """What stands as postcode in an address, without spaces."""
    return str(address.get("postal_code") or "").replace(" ", "")


def _point(carrying: Carrying, form: str) -> Plain:
    """The point; nothing says how good it is, so it is drawn as an area and never as a door."""
    lat, lon = carrying.number("latitude"), carrying.number("longitude")
    if lat is None and lon is None:
        return {}
    if not (within(lat, BELGIUM_LAT) and within(lon, BELGIUM_LON)):
        carrying.tell(
            "latitude", f"The point {lat}, {lon} is not in Belgium.", "Look up the address, and add its point."
        )
        return {}
    return {"lat": lat, "lon": lon, "precision": Precision.POSTCODE.value, "point_source": form}


def _dutch(text: str | None) -> Plain | None:
    return {"nl": text} if text else None


def _wheelchair(carrying: Carrying) -> bool | None:
    """What our own sentences say; other words are told, since a ramp is not a toilet."""
    said = {str(each.get("description")) for each in carrying.records("accessibility")}
    for answer, sentence in WHEELCHAIR.items():
        if said == {sentence}:
            return answer
    for words in sorted(said):
        carrying.tell(
            "accessibility", f"There is no place for it here: {quoted(words)}.", "Put it in the note, by hand."
        )
    return None
