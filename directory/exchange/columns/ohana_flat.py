"""One list with the column names of HSDS 1, or names much like them, as a mapping."""

import re
from collections.abc import Sequence

from directory.exchange.columns.mapping_file import Column, Mapping
from directory.exchange.hsds.hints import may_say_hidden

_NAMES = {
    "organisation id": "organization_id org_id agency_id",
    "organisation name": "organization_name organization org_name agency_name agency organisation_name organisation",
    "organisation description": "organization_description org_description",
    "organisation website": "organization_url organization_website org_url org_website",
    "organisation also known as": "organization_alternate_name organization_aka",
    "service id": "service_id program_id id",
    "service name": "service_name program_name program name service",
    "service description": "service_description description short_desc short_description",
    "service page": "service_url service_website url website web_site",
    "how to get in": "application_process how_to_apply",
    "cost": "fees fee cost",
    "languages": "languages language languages_spoken",
    "area": "service_areas service_area",
    "hours": "hours hours_of_operation schedule regular_schedule service_hours",
    "ages": "ages age_range age_group",
    "themes": "taxonomy taxonomy_terms taxonomy_names categories category keywords",
    "place id": "location_id",
    "place name": "location_name site_name",
    "place note": "location_description",
    "street": "address_1 address address1 street street_1 street_address physical_address_1 physical_address",
    "box": "address_2 address2 street_2 physical_address_2",
    "town": "city town municipality physical_city",
    "province or state": "state_province state province physical_state_province",
    "postcode": "postal_code zip zip_code zipcode postcode physical_postal_code",
    "country": "country physical_country",
    "latitude": "latitude lat",
    "longitude": "longitude lon lng long",
    "phone": "phone phone_number phone_1 telephone phones number",
    "phone 2": "phone_2 phone2 alternate_phone",
    "phone 3": "fax phone_fax",
    "email": "email email_address",
    "last changed": "last_updated updated_at last_modified",
}
_SEVERAL = {"themes": ",", "area": ","}
_NO_SIGN = re.compile("[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def flat_mapping(columns: Sequence[str]) -> Mapping | None:
    """The mapping that the names of the columns make; None when none of them names an organisation or a service."""
    meant_by = {name: meant for meant, names in _NAMES.items() for name in names.split()}
    found: dict[str, Column] = {}
    taken: set[str] = set()
    for column in columns:
        name = _NO_SIGN.sub("_", _CAMEL.sub("_", column).lower()).strip("_")
        meant = _hidden(name) if may_say_hidden(name) else meant_by.get(name)
        if meant and (meant not in taken or meant == "address hidden"):
            taken.add(meant)
            found[column] = Column(meant=(meant,), split=_SEVERAL.get(meant))
    always = {"phone 3 kind": "fax"} if "phone 3" in taken else {}
    return Mapping(columns=found, always=always) if {"organisation name", "service name"} & taken else None


def _hidden(name: str) -> str:
    return "phone hidden" if "phone" in name else "address hidden"
