"""Facts as attributes: the records of HSDS that can say anything of anything."""

import json
from typing import Any, NamedTuple

from directory.exchange.hsds.ids import uuid_of
from directory.exchange.hsds.mapping import ENTITY, TABLE, Plain, Way
from directory.exchange.hsds.terms import OF_FIELD, field_term, term_id

Labels = dict[tuple[str, str], str]
"""What people read for a value of a field with a taxonomy: ("themes", "pesten") -> "Pesten"."""
_as_json = json.JSONEncoder(ensure_ascii=False).encode


class _Form(NamedTuple):
    """What all attributes of a field share; `term` is empty when every value has a term of its own."""

    link: str
    label: str
    term: str
    many: bool


def _form(record: str, field: str) -> _Form:
    row = next(row for row in TABLE[record] if row.field == field)
    term = "" if row.way is Way.TERM else field_term(record, row.link)
    return _Form(row.link, row.label, term, row.many)


_FORMS = {
    record: {row.field: _form(record, row.field) for row in rows if row.way is not Way.NEVER}
    for record, rows in TABLE.items()
}


class Attributes:
    """The attributes of one record, in the order in which its facts are added."""

    def __init__(self, record: str, slug: str, link_id: str) -> None:
        """`record` is what we call it, `slug` its id with us, `link_id` its UUID."""
        self.found: list[Plain] = []
        self._link_id = link_id
        self._name = f"{record}/{slug}/"
        self._entity = ENTITY[record]
        self._forms = _FORMS[record]

    def add(self, field: str, value: Any, labels: Labels) -> None:
        """A fact of ours, or each of them when it is a list; nothing when the field may not leave."""
        form = self._forms.get(field)
        if form is None:
            return
        link, label, term, many = form
        if many:
            for number, each in enumerate(value):
                text = each if isinstance(each, str) else as_text(each)
                if term:
                    self.derived(link, text, label, term, number)
                else:
                    self.derived(link, text, labels.get((field, text), text), term_id(OF_FIELD[field], text), number)
        else:
            text = value if isinstance(value, str) else as_text(value)
            self.derived(link, text, label, term or term_id(OF_FIELD[field], text))

    def derived(self, link: str, value: str, label: str, term: str, number: int = 0) -> None:
        """One attribute; also of what is worked out from other facts, for who reads HSDS only."""
        self.found.append(
            {
                "id": uuid_of("attribute", f"{self._name}{link}/{number}"),
                "link_id": self._link_id,
                "taxonomy_term_id": term,
                "link_type": link,
                "link_entity": self._entity,
                "value": value,
                "label": label,
            }
        )


def as_text(value: Any) -> str:
    """A value as an attribute holds it; a source is JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _as_json(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
