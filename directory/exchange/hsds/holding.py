"""What of an organisation holds by our model: a record that does not costs itself only, and is told."""

from collections.abc import Iterator
from dataclasses import replace

from pydantic import ValidationError

from directory.exchange.hsds.feed import Found
from directory.exchange.hsds.mapping import Plain
from directory.model.channel import Channel
from directory.model.location import Location
from directory.model.organisation import Organisation
from directory.model.record import Record
from directory.model.service import Service
from directory.store.document import Document
from directory.store.faults import faults
from directory.store.problems import Problem

_INSIDE: dict[type[Record], tuple[tuple[str, type[Record]], ...]] = {
    Organisation: (("services", Service), ("locations", Location)),
    Service: (("channels", Channel),),
}


def what_holds(plain: Plain, found: Found, problems: list[Problem]) -> Organisation | None:
    """The organisation without the records inside it that do not hold; None when it does not itself."""
    whole = _checked(plain, Organisation, found, problems)
    return Organisation.model_validate(whole) if whole is not None else None


def _checked(plain: Plain, model: type[Record], found: Found, problems: list[Problem]) -> Plain | None:
    kept = dict(plain)
    for name, inner in _INSIDE.get(model, ()):
        checked = (_checked(each, inner, found, problems) for each in plain.get(name, ()))
        kept[name] = [each for each in checked if each is not None]
    try:
        model.model_validate(kept)
    except ValidationError as error:
        problems += _told(kept, model, error, found)
        return None
    return kept


def _told(plain: Plain, model: type[Record], error: ValidationError, found: Found) -> Iterator[Problem]:
    """The sentences of the store for what the model refuses, with the place in the feed."""
    document = Document(found.file, model.__name__.lower(), plain)
    for problem in faults(document, (), model, error):
        yield replace(problem, line=found.line)
