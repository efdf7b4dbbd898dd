"""Templates that speak the language of who reads: an environment for each, with our sentences in its templates."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from jinja2 import BaseLoader, Environment, FunctionLoader, StrictUndefined
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from directory.wording.called import called
from directory.wording.messages import _, apart, ngettext, pgettext, weave
from directory.wording.written import joined, marked

A_SENTENCE = ["name", "lparen", "string", "rparen"]
"""How `_('…')` and `weave('…')` look to a template, when nothing is to be filled in."""
AS_HTML = (("pipe", "|"), ("name", "safe"))
"""What a template says behind a text that is HTML."""


class Sentences(Extension):
    """Puts such sentences into a template when it is compiled: a page holds over a hundred of them."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template, each of those sentences as the text that it is in the language spoken now."""
        tokens = list(stream)
        at = 0
        while at < len(tokens):
            here = tokens[at : at + len(A_SENTENCE)]
            if [token.type for token in here] == A_SENTENCE and here[0].value in ("_", "weave"):
                yield Token(here[0].lineno, "string", _(here[2].value))
                if here[0].value == "weave":
                    yield from (Token(here[0].lineno, kind, value) for kind, value in AS_HTML)
                at += len(A_SENTENCE)
            else:
                yield tokens[at]
                at += 1


@cache
def templates(*folders: Path) -> BaseLoader:
    """The templates of these folders as they are now, whatever becomes of the files; read once for all languages.

    A name that is in more than one is that of the first.
    """
    read: dict[str, tuple[str, str | None, Callable[[], bool] | None]] = {}
    for folder in folders:
        for file in sorted(file for file in folder.rglob("*") if file.is_file()):
            name = file.relative_to(folder).as_posix()
            read.setdefault(name, (file.read_text(encoding="utf-8"), str(file), None))
    return FunctionLoader(read.get)


def speaking_environment(loader: BaseLoader) -> Environment:
    """An environment for templates in the language that is spoken now; to be kept for that language alone."""
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=[Sentences],
    )
    made.globals |= {"_": _, "ngettext": ngettext, "pgettext": pgettext, "weave": weave}
    made.filters |= {"marked": marked, "joined": joined, "apart": apart, "called": called}
    return made
