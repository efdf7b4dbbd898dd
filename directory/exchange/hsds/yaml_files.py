"""An organisation as the YAML of a data folder; a file that is there keeps its comments and its layout."""

import io
import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from directory.exchange.hsds.mapping import Plain

LINE = 115
_BROKEN_OFF = re.compile(r": \n +(\S+)\n")
"""A long web address, which ruamel.yaml puts on a line of its own."""
_PLAIN = re.compile(r"[^\W_][\w .'()/+&-]*")
"""What can stand in a list on one line: there ruamel.yaml leaves `?x` without quotes, which then is another thing."""
_LAST = ("sources", "channels", "services", "locations")
_SHORT_LISTS = frozenset({"themes", "audiences", "languages", "names", "supports"})


def plain_text(plain: Plain) -> str:
    """The text of a new file."""
    return _dumped(_laid_out(plain))


def edited_text(text: str, before: Plain, after: Plain) -> str:
    """The text with what changed between two states of its record; all else stays as somebody wrote it."""
    document = _yaml().load(text)
    _edit(document, before, after)
    return _dumped(document)


def _edit(node: CommentedMap, before: Plain, after: Plain) -> None:
    for name in [name for name in before if name not in after]:
        node.pop(name, None)
    for name, value in after.items():
        old = before.get(name)
        if old == value:
            continue
        if isinstance(old, dict) and isinstance(value, dict) and isinstance(node.get(name), CommentedMap):
            _edit(node[name], old, value)
        elif old and _are_records(old) and _are_records(value) and isinstance(node.get(name), CommentedSeq):
            _edit_records(node[name], old, value)
        else:
            node[name] = _laid_out_value(name, value)


def _edit_records(node: CommentedSeq, before: list[Plain], after: list[Plain]) -> None:
    wanted = {record["id"]: record for record in after}
    known = {record["id"]: record for record in before}
    for at in reversed(range(len(node))):
        if node[at].get("id") not in wanted:
            del node[at]
    for each in node:
        _edit(each, known[each["id"]], wanted.pop(each["id"]))
    for record in wanted.values():
        node.append(_laid_out(record))


def _are_records(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) and "id" in v for v in value)


def _laid_out(plain: Plain) -> CommentedMap:
    """The fields as our files have them: the id first, the sources and the records inside last."""
    names = [*(n for n in plain if n not in _LAST), *(n for n in _LAST if n in plain)]
    return CommentedMap((name, _laid_out_value(name, plain[name])) for name in names)


def _laid_out_value(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return _laid_out(value)
    if isinstance(value, list):
        sequence = CommentedSeq(_laid_out(v) if isinstance(v, dict) else v for v in value)
        if name in _SHORT_LISTS and all(isinstance(v, str) and _PLAIN.fullmatch(v) for v in value):
            sequence.fa.set_flow_style()
        return sequence
    return int(value) if isinstance(value, float) and value.is_integer() and name == "cost_eur" else value


def _dumped(document: CommentedMap) -> str:
    out = io.StringIO()
    _yaml().dump(document, out)
    return _BROKEN_OFF.sub(r": \1\n", out.getvalue())


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = LINE
    yaml.preserve_quotes = True
    yaml.allow_unicode = True
    return yaml
