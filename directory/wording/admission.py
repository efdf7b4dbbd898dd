"""Who may refer to a service, and what is asked before somebody is taken, in words."""

from directory.model.service import ADMISSION, Service
from directory.wording import labels
from directory.wording.messages import _


def admission(service: Service) -> tuple[str, ...]:
    """Who makes the first contact, or that no source says so, and what a source says of being taken."""
    start = labels.REFERRAL[service.referral] if service.referral else _("Hoe beginnen: niet gekend")
    admitted = [labels.ADMITTED[field, said] for field in ADMISSION if (said := getattr(service, field)) is not None]
    return (start, *admitted)


def not_said(service: Service) -> str:
    """What of being taken no source says, to ask before one refers; empty when all of it is known."""
    unknown = [_(labels.ADMISSION_IN_SHORT[field]) for field in ADMISSION if getattr(service, field) is None]
    return _("Niet gekend: {which}", which=labels.listed(unknown)) if unknown else ""
