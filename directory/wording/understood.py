"""What we read in somebody's words, so that it can be seen and taken back."""

from collections.abc import Sequence

from directory.finding.asking import Asked
from directory.finding.understanding import Heard
from directory.geography.place import Place
from directory.model.vocabulary import Term, Vocabulary
from directory.wording import hours, labels
from directory.wording.messages import N_, _
from directory.wording.places import named
from directory.wording.written import capitalised, written

HEARD = N_("In je woorden lazen we dit. Klopt het niet? Tik het weg.")


def heard(one: Heard) -> str:
    """One thing that we read: 'in 8500 Kortrijk', 'voor 14 jaar', 'via chat'."""
    if isinstance(one.means, Place):
        place = named(one.means)
        return _("in de {province}", province=place) if one.means.is_wide else _("in {place}", place=place)
    if isinstance(one.means, int):
        return _("voor {age} jaar", age=one.means)
    if isinstance(one.means, Term):
        return _("liefst voor {whom}", whom=labels.within_sentence(written(one.means.label)))
    wish = written(one.means.label)
    return _("{wish}, om {hour}", wish=wish, hour=hours.clock(one.at)) if one.at else wish


def let_go(unmet: Sequence[Heard]) -> str | None:
    """That something we read was left out, since too little was found with it."""
    if not unmet:
        return None
    wishes = labels.listed([heard(one) for one in unmet])
    return capitalised(_("{wishes}: daarmee vonden we te weinig. Dit is zonder.", wishes=wishes))


def mended(meant: Sequence[tuple[str, str]]) -> str | None:
    """Which words we read as others, since we did not know them as they were typed."""
    if not meant:
        return None
    pairs = labels.listed([_("“{typed}” als “{read}”", typed=typed, read=read) for typed, read in meant[:3]])
    return _("We lazen {pairs}. Bedoelde je iets anders? Typ het dan nog eens.", pairs=pairs)


def explained(asked: Asked, vocabulary: Vocabulary) -> list[str]:
    """All that was understood of a question, a line each, for who wants to know why it was answered so."""
    lines = [f"{one.name}: {heard(one)}{_quoted(one.said)}" for one in asked.understood.heard]
    lines += [f"losgelaten: {heard(one)}" for one in asked.unmet]
    lines += [f"gelezen als: {typed} → {read}" for typed, read in asked.answer.meant]
    themes = [term.label.nl for t in asked.answer.themes if (term := vocabulary.theme(t))]
    lines += [f"onderwerpen: {', '.join(themes)}"] if themes else []
    lines += [f"overige woorden: {asked.query.words}"] if asked.query.words else []
    return lines


def _quoted(said: str) -> str:
    return f" (“{said}”)" if said else ""
