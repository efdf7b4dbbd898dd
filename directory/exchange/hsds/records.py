"""Our records as those of HSDS 3.1, one at a time. `mapping.py` says what goes where."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from directory.exchange.hsds.attributes import Attributes, Labels
from directory.exchange.hsds.channels import put_value, virtual_location
from directory.exchange.hsds.forms import as_uri, as_year, is_email
from directory.exchange.hsds.ids import uuid_of
from directory.exchange.hsds.mapping import ENTITY, Plain, fields_of
from directory.exchange.hsds.places import location_record
from directory.exchange.hsds.terms import DOELGROEP, OPEN_ELIGIBILITY, THEMA, Taxonomy, field_term, term_id
from directory.exchange.hsds.weekly import weekly_rows
from directory.exchange.hsds.withheld import described, value_that_leaves, withheld
from directory.model.catalogue import Catalogue
from directory.model.channel import Channel, Kind, Mode
from directory.model.location import Location
from directory.model.organisation import Organisation, Status
from directory.model.provenance import SourcedRecord
from directory.model.service import Service
from directory.wording.labels import spoken

STATUS_NOT_KNOWN = "Het is niet zeker of deze organisatie nog bestaat."
CHECKED_BY = "redactie"


class Records:
    """A catalogue as records of HSDS, at one moment."""

    def __init__(self, catalogue: Catalogue, today: date, provinces: Mapping[str, str]) -> None:
        """`provinces` gives the province or region of a postcode."""
        self.catalogue, self.today = catalogue, today
        self.unknown_terms: set[tuple[Taxonomy, str]] = set()
        """Themes and audiences that were met and that the vocabulary does not have."""
        self._provinces = provinces
        self._hidden = withheld(catalogue)
        self._places: dict[str, Plain] = {}

    def organisation(self, organisation: Organisation) -> Plain:
        """An organisation with its locations, without its services, which are to be asked for next."""
        plain = organisation.model_dump(
            mode="json", exclude_defaults=True, exclude={"services", "locations", "research_note"}
        )
        link = uuid_of("organisation", organisation.id)
        attributes = Attributes("organisation", organisation.id, link)
        record: Plain = {"id": link, "name": organisation.name}
        carried = {"name", "description.nl"}
        if organisation.also_known_as:
            record["alternate_name"] = "; ".join(organisation.also_known_as)
        record["description"] = organisation.description.nl
        if organisation.website and (address := as_uri(organisation.website)):
            record["website"] = address
            carried |= {"website"} if address == organisation.website else set()
        if (year := as_year(organisation.founded)) is not None:
            record["year_incorporated"] = year
            carried.add("founded")
        if organisation.parent in self.catalogue.organisation:
            record["parent_organization_id"] = uuid_of("organisation", organisation.parent)
            carried.add("parent")
        shown = [place for place in organisation.locations if place.id not in self._hidden]
        self._places = {place.id: self._place(place, organisation) for place in shown}
        if shown:
            record["locations"] = list(self._places.values())
        return self._finished(record, "organisation", organisation, plain, carried, attributes)

    def service(self, service: Service, organisation: Organisation) -> Plain:
        """A service, without its channels."""
        plain = service.model_dump(mode="json", exclude_defaults=True, exclude={"channels", "research_note"})
        link = uuid_of("service", service.id)
        attributes = Attributes("service", service.id, link)
        record: Plain = {
            "id": link,
            "organization_id": uuid_of("organisation", organisation.id),
            "name": service.name,
            "description": service.description.nl,
            **_ways(service),
            **_status(organisation),
        }
        carried = {"name", "description.nl", "languages", "service_area.names"}
        if service.intake_note:
            record["application_process"] = service.intake_note.nl
            carried.add("intake_note.nl")
        carried |= self._eligibility(record, service)
        if service.checked_on:
            record["assured_date"] = service.checked_on.isoformat()
        if service.languages:
            record["languages"] = [
                {
                    "id": uuid_of("language", f"{service.id}/{n}"),
                    "service_id": link,
                    "name": spoken(code),
                    "code": code,
                }
                for n, code in enumerate(service.languages)
            ]
        if service.cost_eur is not None:
            record["fees_description"] = "Gratis" if service.cost_eur == 0 else f"{service.cost_eur:g} euro"
            cost = {"id": uuid_of("cost", service.id), "service_id": link, "option": "Iedereen", "currency": "eur"}
            record["cost_options"] = [cost | {"amount": _number(service.cost_eur)}]
            carried.add("cost_eur")
        record["service_areas"] = [
            {"id": uuid_of("area", f"{service.id}/{n}"), "service_id": link, "name": name}
            for n, name in enumerate(service.service_area.names)
        ]
        self.note_terms(service)
        self._open_eligibility(service, attributes)
        attributes.derived("freshness", service.freshness(self.today), "Versheid", _FRESHNESS["service"])
        return self._finished(record, "service", service, plain, carried, attributes)

    def channel(self, channel: Channel, service: Service, organisation: Organisation) -> Plain:
        """A channel as a service_at_location, with its location."""
        hidden_in = self._hidden.get(channel.location or "")
        if hidden_in is not None:
            said = value_that_leaves(channel, hidden_in)
            channel = channel.model_copy(update={"location": None, "value": said})
        plain = channel.model_dump(mode="json", exclude_defaults=True, exclude={"research_note"})
        link = uuid_of("channel", channel.id)
        attributes = Attributes("channel", channel.id, link)
        place = self._visited(channel)
        location = place or virtual_location(channel, uuid_of("organisation", organisation.id))
        record: Plain = {"id": link, "service_id": uuid_of("service", service.id), "location_id": location["id"]}
        if hidden_in is not None:
            record["description"] = described(hidden_in)
        carried = put_value(record, location, channel)
        if place:
            carried.add("location")
        if channel.hours:
            record["schedules"] = self._schedules(channel, link)
        about = "hours" if channel.hours else None
        attributes.derived("freshness", channel.freshness(self.today, about), "Versheid", _FRESHNESS["channel"])
        record["location"] = location
        return self._finished(record, "channel", channel, plain, carried, attributes)

    def _finished(
        self,
        record: Plain,
        kind: str,
        sourced: SourcedRecord,
        plain: Plain,
        carried: set[str],
        attributes: Attributes,
    ) -> Plain:
        """The record with all that it does not say yet as attributes, and with who checked it when."""
        labels = self._labels
        for field, value in fields_of(plain):
            if field not in carried:
                attributes.add(field, value, labels)
        record["attributes"] = attributes.found
        checks = [(n, s) for n, s in enumerate(sourced.sources) if s.checked_on]
        if checks:
            record["metadata"] = [
                {
                    "id": uuid_of("metadata", f"{kind}/{sourced.id}/{n}"),
                    "resource_id": record["id"],
                    "resource_type": ENTITY[kind],
                    "last_action_date": str(source.checked_on),
                    "last_action_type": "verify",
                    "field_name": ", ".join(source.supports) or "*",
                    "previous_value": source.url,
                    "replacement_value": source.url,
                    "updated_by": CHECKED_BY,
                }
                for n, source in checks
            ]
        return record

    def _place(self, place: Location, organisation: Organisation) -> Plain:
        record, carried, attributes = location_record(place, self._provinces)
        record["organization_id"] = uuid_of("organisation", organisation.id)
        plain = place.model_dump(mode="json", exclude_defaults=True, exclude={"research_note"})
        return self._finished(record, "location", place, plain, carried, attributes)

    def _visited(self, channel: Channel) -> Plain | None:
        """The physical location of a channel in person; None when there is none to go to."""
        if channel.mode is not Mode.IN_PERSON or not channel.location:
            return None
        if (known := self._places.get(channel.location)) is not None:
            return known
        place, owner = self.catalogue.location.get(channel.location), self._owner.get(channel.location)
        return self._place(place, owner) if place and owner else None

    def _schedules(self, channel: Channel, link: str) -> list[Plain]:
        note = f" {channel.hours_note.nl}" if channel.hours_note else ""
        return [
            {"id": uuid_of("schedule", f"{channel.id}/{n}"), "service_at_location_id": link}
            | row
            | {"attending_type": str(channel.mode), "notes": row["notes"] + note}
            for n, row in enumerate(weekly_rows(channel.hours or "", self.today))
        ]

    def _eligibility(self, record: Plain, service: Service) -> set[str]:
        who = service.eligibility
        if who.audiences:
            labels = (self._labels.get(("eligibility.audiences", a), a) for a in who.audiences)
            record["eligibility_description"] = "; ".join(labels)
        ages = {"minimum_age": who.min_age, "maximum_age": who.max_age}
        record.update({column: age for column, age in ages.items() if age is not None})
        return {"eligibility.min_age", "eligibility.max_age"}

    def note_terms(self, service: Service) -> None:
        """Add the terms of a service that the vocabulary does not have to `unknown_terms`."""
        known = self._labels
        for taxonomy, field, terms in (
            (THEMA, "themes", service.themes),
            (DOELGROEP, "eligibility.audiences", service.eligibility.audiences),
        ):
            self.unknown_terms.update((taxonomy, term) for term in terms if (field, term) not in known)

    def _open_eligibility(self, service: Service, attributes: Attributes) -> None:
        vocabulary = self.catalogue.vocabulary
        terms = [vocabulary.theme(t) for t in service.themes]
        terms += [vocabulary.audience(a) for a in service.eligibility.audiences]
        codes = dict.fromkeys(term.open_eligibility for term in terms if term and term.open_eligibility)
        for number, code in enumerate(codes):
            attributes.derived("open_eligibility", code, code, term_id(OPEN_ELIGIBILITY, code), number)

    @cached_property
    def _labels(self) -> Labels:
        vocabulary = self.catalogue.vocabulary
        themes = {("themes", t.id): t.label.nl for t in vocabulary.themes}
        return themes | {("eligibility.audiences", a.id): a.label.nl for a in vocabulary.audiences}

    @cached_property
    def _owner(self) -> dict[str, Organisation]:
        return {place.id: o for o in self.catalogue.organisations for place in o.locations}


_FRESHNESS = {record: field_term(record, "freshness") for record in ("service", "channel")}


def _ways(service: Service) -> Plain:
    """One page and one mail address of a service, for who does not look at its channels."""
    found: Plain = {}
    for channel in service.channels:
        if channel.kind is Kind.EMAIL and is_email(channel.value):
            found.setdefault("email", channel.value)
        elif channel.mode is Mode.ONLINE and (page := as_uri(channel.value)):
            found.setdefault("url", page)
    return found


def _status(organisation: Organisation) -> Plain:
    """What HSDS can say of whether it exists: like our own doors, it shows what is not certain and says so."""
    if organisation.is_gone:
        return {"status": "defunct"}
    doubt = {"alert": STATUS_NOT_KNOWN} if organisation.status is Status.UNKNOWN else {}
    return {"status": "active"} | doubt


def _number(amount: float) -> float | int:
    return int(amount) if amount.is_integer() else amount
