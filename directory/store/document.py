"""A YAML file as plain values that remember on which line they were written.

Every scalar stays the text the steward wrote, except an empty one, `~` and `null`: this is the failsafe
schema of YAML 1.2 (chapter 10.1) with null, because the model says what a field is and YAML need not
guess. So `value: 102`, `postcode: 0800` and `language: no` are read as they stand. Signs that nobody sees are
left out here, so that no door has to think of them; a check tells where they are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.tag import Tag

from directory.model.text import without_unseen
from directory.plain_file import NotPlainError, read_plain
from directory.store.problems import Problem, Severity, quoted
from directory.store.yaml_sentences import Sentence, about_bytes, about_yaml

KINDS = {
    "services": "service",
    "channels": "channel",
    "locations": "location",
    "participants": "participant",
}

MOST_BYTES = 2_000_000
"""Of one file: over four times the longest we have. What is longer was put there by mistake, and would take
the memory of all who search."""

Plain = dict[str, "Plain"] | list["Plain"] | str | None
Trail = tuple[str | int, ...]
"""The way from the top of a file to a value: ("services", 0, "channels", 2, "value")."""

_NULL = "tag:yaml.org,2002:null"
_YAML_TAGS = "tag:yaml.org,2002:"
_NULL_TAG = Tag(suffix=_NULL)
_WRITTEN_AS_NULL = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True)
class Document:
    """One file of the data: its values, and the words to say where in it something is wrong."""

    file: str
    kind: str
    values: Plain = None
    root: Node | None = None

    def line(self, trail: Trail) -> int:
        """The line of the value at this trail, or of the nearest value around it that exists."""
        node, line = self.root, _line(self.root)
        for step in trail:
            found = _below(node, step)
            if found is None:
                break
            node, line = found
        return line

    def written(self) -> Iterator[tuple[Trail, str]]:
        """Every text as it stands in the file, with the way to it."""
        return _written(self.root, ())

    def problem(self, trail: Trail, what: str, mend: str, severity: Severity = Severity.MUST_MEND) -> Problem:
        """A problem at this trail, with its line, the record it is in and the field."""
        record, field = self._record_and_field(trail)
        return Problem(self.file, self.line(trail), record, field, what, mend, severity)

    def _record_and_field(self, trail: Trail) -> tuple[str, str]:
        """The nearest record around the trail ("channel awel-chat"), and the rest of the trail as a field."""
        record, field = self._name(self.values, self.kind, ""), trail
        values = self.values
        for depth, step in enumerate(trail):
            values = _inside(values, step)
            kind = self.kind if depth == 0 else KINDS.get(str(trail[depth - 1]))
            if isinstance(step, int) and kind:
                record = self._name(values, kind, f"{kind} number {step + 1}")
                field = trail[depth + 1 :]
        return record, _field(field)

    @staticmethod
    def _name(values: Plain, kind: str, otherwise: str) -> str:
        identity = values.get("id") if isinstance(values, dict) else None
        return f"{kind} {identity}" if isinstance(identity, str) else otherwise


def read_document(path: Path, kind: str) -> tuple[Document, tuple[Problem, ...]]:
    """The document in a file, with all that keeps it from being read; it has no values when there is any."""
    unread = Document(str(path), kind)
    try:
        text = read_plain(path, MOST_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return unread, (_problem(unread, about_bytes(error)),)
    except NotPlainError as error:
        return unread, (_problem(unread, Sentence(1, f"{error.strerror}.", error.mend)),)
    except OSError as error:
        what = f"The file cannot be opened: {error.strerror}."
        return unread, (_problem(unread, Sentence(1, what, "Put it back where it can be read.")),)
    try:
        root = _composed(text)
        values, sentences = _Values().of(root)
    except (YAMLError, UnicodeError, ValueError) as error:
        return unread, (_problem(unread, about_yaml(error, text)),)
    except RecursionError:
        mend = "Write them as in the other files."
        return unread, (_problem(unread, Sentence(1, "Lists lie too deep in each other.", mend)),)
    if sentences:
        return unread, tuple(_problem(unread, sentence) for sentence in sentences)
    return Document(str(path), kind, values, root), ()


def _composed(text: str) -> Node | None:
    """The nodes of a text, by the C parser (ruamel.yaml.clib) when it is installed: three times faster.

    Where that one stops, the Python parser decides, so that the answer and its words never depend on what is
    installed. It also knows YAML 1.2, where libyaml refuses a colon inside brackets: [https://awel.be].
    """
    root: Node | None
    try:
        root = _parser().compose(text)
    except YAMLError:
        root = _parser(pure=True).compose(text)
    return root


def _parser(*, pure: bool = False) -> YAML:
    parser = YAML(typ="safe", pure=pure)
    parser.Resolver = _Failsafe
    return parser


class _Failsafe(VersionedResolver):
    """Leaves a scalar a text or nothing, without trying what else it may be: half the time of a file goes there."""

    def resolve(self, kind: type[Node], value: str | None, implicit: tuple[bool, bool]) -> Tag:
        if kind is ScalarNode:
            return _NULL_TAG if implicit[0] and value in _WRITTEN_AS_NULL else self.DEFAULT_SCALAR_TAG
        tag: Tag = super().resolve(kind, value, implicit)
        return tag


def _problem(document: Document, sentence: Sentence) -> Problem:
    return Problem(document.file, sentence.line, "", "", sentence.what, sentence.mend)


class _Values:
    """Turns nodes into plain values, and says what a node may not be."""

    def __init__(self) -> None:
        self._sentences: list[Sentence] = []
        self._seen: set[int] = set()

    def of(self, root: Node | None) -> tuple[Plain, list[Sentence]]:
        """The values of the whole file."""
        return self._value(root), self._sentences

    def _value(self, node: Node | None) -> Plain:
        if node is None:
            return None
        # A node met twice is an alias. Aliases can nest without end, and hide a fact from who reads the file.
        if id(node) in self._seen:
            self._say(node, "An alias (*) repeats this value.", "Write the value out at both places.")
            return None
        self._seen.add(id(node))
        tag = str(node.tag)
        if not tag.startswith(_YAML_TAGS):
            self._say(node, f"{quoted(tag)} is a YAML tag.", "Remove it: the model says what a field is.")
            return None
        if isinstance(node, MappingNode):
            return dict(self._fields(node))
        if isinstance(node, SequenceNode):
            return [self._value(item) for item in node.value]
        return None if tag == _NULL else without_unseen(node.value)

    def _fields(self, node: MappingNode) -> Iterator[tuple[str, Plain]]:
        lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self._say(key, "A field has a list as its name.", "Write one word before the colon.")
            elif key.value in lines:
                what = f"{quoted(key.value)} is written twice, here and on line {lines[key.value]}."
                self._say(key, what, "Keep one of the two.")
            else:
                lines[key.value] = _line(key)
                yield key.value, self._value(value)

    def _say(self, node: Node, what: str, mend: str) -> None:
        self._sentences.append(Sentence(_line(node), what, mend))


def _line(node: Node | None) -> int:
    return int(node.start_mark.line) + 1 if node is not None else 1


def _written(node: Node | None, trail: Trail) -> Iterator[tuple[Trail, str]]:
    if isinstance(node, ScalarNode):
        yield trail, node.value
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield from _written(value, (*trail, key.value))
    elif isinstance(node, SequenceNode):
        for number, item in enumerate(node.value):
            yield from _written(item, (*trail, number))


def _below(node: Node | None, step: str | int) -> tuple[Node, int] | None:
    """The node one step further, and the line on which a reader will look for it."""
    if isinstance(node, MappingNode):
        return next(((value, _line(key)) for key, value in node.value if key.value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], _line(node.value[step])
    return None


def _inside(values: Plain, step: str | int) -> Plain:
    if isinstance(values, dict) and isinstance(step, str):
        return values.get(step)
    if isinstance(values, list) and isinstance(step, int) and step < len(values):
        return values[step]
    return None


def _field(trail: Trail) -> str:
    """A trail in words: ("sources", 1, "url") is "source 2, url"."""
    words: list[str] = []
    for step in trail:
        if isinstance(step, int):
            words[-1:] = [f"{words[-1].removesuffix('s')} {step + 1}"] if words else [str(step + 1)]
        else:
            words.append(step)
    return ", ".join(words)
