"""What is shown, said as one sentence: '12 plekken: online, nu open, voor 16 jaar'."""

from collections.abc import Sequence

from directory.finding.query import Query
from directory.finding.results import Answer, Result
from directory.model.channel import Mode
from directory.model.service import AreaLevel, RunBy
from directory.model.vocabulary import Vocabulary
from directory.wording import hours, labels

_RUN_BY = {
    RunBy.CARE: "door hulpverleners",
    RunBy.GOVERNMENT: "van de overheid",
    RunBy.POLICE: "van de politie",
    RunBy.VOLUNTEERS: "door vrijwilligers",
}


def nothing_found(query: Query) -> str:
    """What to say, and to do, when nothing fits."""
    if query.open_at:
        return "Dan is hiervan niets zeker open. Deze nummers antwoorden altijd:"
    if query.open_now:
        return "Nu is hiervan niets zeker open. Deze nummers antwoorden altijd:"
    return (
        "We vonden niets dat bij dit alles past. Laat een filter weg of zoek wat verder. "
        "Deze nummers antwoorden altijd:"
    )


def content_note(answer: Answer, vocabulary: Vocabulary) -> str | None:
    """What to say before a heavy topic, once, and only when the question is about little else."""
    themes = [vocabulary.theme(theme) for theme in answer.themes]
    notes = {theme.content_note.nl for theme in themes if theme and theme.content_note}
    return notes.pop() if len(notes) == 1 else None


def unsure(answer: Answer) -> str:
    """The heading of what may be open, though nobody can be sure."""
    return f"Uren niet zeker: {count(answer.uncertain_total)}"


def count(number: int) -> str:
    """A number of places in words."""
    if number == 0:
        return "Geen plekken"
    return "1 plek" if number == 1 else f"{number} plekken"


def asked(query: Query, vocabulary: Vocabulary) -> str:
    """Every filter that is set, in the order in which one would say it; empty when there is none."""
    parts = [
        f"over “{query.words.strip()[:60]}”" if query.words.strip() else "",
        _themes(query, vocabulary),
        _how(query),
        labels.listed([labels.KIND[k] for k in sorted(query.kinds)], "or") if query.kinds else "",
        _when(query),
        f"voor {query.age} jaar" if query.age is not None else "",
        _audience(query, vocabulary),
        f"in het {labels.spoken(query.language)}" if query.language else "",
        "gratis" if query.free else "liefst gratis" if query.rather_free else "",
        "anoniem" if query.anonymous else "liefst anoniem" if query.rather_anonymous else "",
        "zonder doorverwijzing" if query.without_referral else "",
        "via een hulpverlener" if query.through_professional else "",
        "met een rolstoel" if query.wheelchair else "",
        _RUN_BY[query.run_by] if query.run_by else "",
        "met een bron van het laatste jaar" if query.newer_than else "",
        "het laatste jaar nagekeken" if query.checked_after else "",
    ]
    return ", ".join(part for part in parts if part)


def sentence(answer: Answer, query: Query, vocabulary: Vocabulary) -> tuple[str, str]:
    """The count and the rest of the sentence above the results."""
    said = asked(query, vocabulary)
    return count(answer.total), f": {said}." if said else " in heel Vlaanderen en Brussel."


def _themes(query: Query, vocabulary: Vocabulary) -> str:
    terms = [vocabulary.theme(t) for t in sorted(query.themes)]
    names = [labels.within_sentence(t.label.nl) for t in terms if t]
    return f"over {labels.listed(names, 'or')}" if names else ""


def _how(query: Query) -> str:
    """The ways that were asked; with a place, in person is said as 'bij …'."""
    ways = [labels.MODE[m] for m in Mode if m in query.modes]
    if query.place:
        near = f"bij {query.place.label} (tot {query.within_km:g} km)"
        if query.place.is_wide:
            near = f"in de {query.place.label}"
        ways = [w for w in ways if w != labels.MODE[Mode.IN_PERSON]] if ways else ["overal bereikbaar"]
        if not query.modes or Mode.IN_PERSON in query.modes:
            return labels.listed([*ways, near], "or")
        return f"{labels.listed(ways, 'or')}, voor {query.place.label}"
    return labels.listed(ways, "or")


def _when(query: Query) -> str:
    if query.open_at:
        return f"open {hours.days()[query.open_at.weekday()]} om {hours.clock(query.open_at)}"
    return "nu open" if query.open_now else ""


def _audience(query: Query, vocabulary: Vocabulary) -> str:
    term = vocabulary.audience(query.audience) if query.audience else None
    return f"voor {labels.within_sentence(term.label.nl)}" if term else ""


def reachable_anywhere(results: Sequence[Result]) -> tuple[str, str] | None:
    """Who can be reached from anywhere in Flanders: the count, and the first names; None for nobody."""
    names = [r.service.name for r in results if _is_anywhere(r)]
    if not names:
        return None
    more = f" en {len(names) - 5} andere" if len(names) > 5 else ""
    return f"{count(len(names))} overal bereikbaar", f"{', '.join(names[:5])}{more}"


def _is_anywhere(result: Result) -> bool:
    area = result.service.service_area
    wide = area.level is AreaLevel.COUNTRY or area.names == ("Vlaanderen",)
    return wide and not result.doors and any(m is not Mode.IN_PERSON for m in result.modes)
