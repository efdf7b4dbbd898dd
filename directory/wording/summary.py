"""What is shown, said as one sentence: '12 plekken: online, nu open, voor 16 jaar'."""

from collections.abc import Sequence

from directory.finding.query import Query
from directory.finding.results import Answer, Result
from directory.model.channel import Mode
from directory.model.service import ADMISSION, AreaLevel, RunBy
from directory.model.vocabulary import Vocabulary
from directory.wording import hours, labels
from directory.wording.messages import N_, Words, _, ngettext
from directory.wording.places import named
from directory.wording.written import shortened, written

LONGEST_SAID = 60
"""So many signs of a question are said again."""
A_FEW_NAMES = 5
"""So many of those that can be reached from anywhere are named."""
_RUN_BY = Words(
    {
        RunBy.CARE: N_("door hulpverleners"),
        RunBy.GOVERNMENT: N_("van de overheid"),
        RunBy.POLICE: N_("van de politie"),
        RunBy.VOLUNTEERS: N_("door vrijwilligers"),
    }
)

_ADMISSION = Words(
    {
        ("letter_needed", True): N_("met een verwijsbrief"),
        ("letter_needed", False): N_("zonder verwijsbrief"),
        ("intake", True): N_("met eerst een gesprek"),
        ("intake", False): N_("zonder eerst een gesprek"),
        ("without_parents", True): N_("onder 18 zonder ouders"),
        ("without_parents", False): N_("onder 18 met ouders"),
    }
)


def nothing_found(query: Query, *, is_understood: bool = True) -> str:
    """What to say, and to do, when nothing fits, or when the words alone already say nothing to us."""
    if not is_understood:
        return _(
            "We begrepen dit niet. Kies een onderwerp of zeg het met andere woorden. "
            "Je kunt ook hier beginnen, deze nummers antwoorden altijd:"
        )
    if query.open_at:
        return _("Dan is hiervan niets zeker open. Deze nummers antwoorden altijd:")
    if query.open_now:
        return _("Nu is hiervan niets zeker open. Deze nummers antwoorden altijd:")
    return _(
        "We vonden niets dat bij dit alles past. Laat een filter weg of zoek wat verder. "
        "Deze nummers antwoorden altijd:"
    )


def content_note(answer: Answer, vocabulary: Vocabulary) -> str | None:
    """What to say before a heavy topic, once, and only when the question is about little else.

    It has to be said outright, so that nobody reads advice on what they did not ask; but of danger a hint is enough.
    """
    themes = [theme for theme in map(vocabulary.theme, answer.themes) if theme]
    told = [theme for theme in themes if theme.urgent or theme.id in answer.told]
    notes = {written(theme.content_note) for theme in told if theme.content_note}
    return notes.pop() if len(notes) == 1 else None


def unsure(answer: Answer) -> str:
    """The heading of what may be open, though nobody can be sure."""
    return _("Uren niet zeker: {places}", places=count(answer.uncertain_total))


def count(number: int) -> str:
    """A number of places in words."""
    if number == 0:
        return _("Geen plekken")
    return ngettext("{number} plek", "{number} plekken", number)


def asked(query: Query, vocabulary: Vocabulary) -> str:
    """Every filter that is set, in the order in which one would say it; empty when there is none."""
    parts = [
        _("over “{words}”", words=shortened(said, LONGEST_SAID)) if (said := query.words.strip()) else "",
        _themes(query, vocabulary),
        _how(query),
        labels.listed([labels.KIND[k] for k in sorted(query.kinds)], "or") if query.kinds else "",
        _when(query),
        _("voor {age} jaar", age=query.age) if query.age is not None else "",
        _audience(query, vocabulary),
        _in_language(query.language) if query.language else "",
        _("gratis") if query.free else _("liefst gratis") if query.rather_free else "",
        _("anoniem") if query.anonymous else _("liefst anoniem") if query.rather_anonymous else "",
        _("zonder doorverwijzing") if query.without_referral else "",
        _("via een hulpverlener") if query.through_professional else "",
        *_admission(query),
        _("met een rolstoel") if query.wheelchair else "",
        _RUN_BY[query.run_by] if query.run_by else "",
        _("met een bron van het laatste jaar") if query.newer_than else "",
        _("het laatste jaar nagekeken") if query.checked_after else "",
        _("ook waarvan we het niet weten") if query.or_unknown else "",
    ]
    return ", ".join(part for part in parts if part)


def sentence(answer: Answer, query: Query, vocabulary: Vocabulary) -> tuple[str, str]:
    """The count and the rest of the sentence above the results."""
    said = asked(query, vocabulary)
    rest = _(": {filters}.", filters=said) if said else _(" in heel Vlaanderen en Brussel.")
    return count(answer.total), rest


def _admission(query: Query) -> list[str]:
    asked = {field: getattr(query, field) for field in ADMISSION}
    return [_ADMISSION[field, wanted] for field, wanted in asked.items() if wanted is not None]


def _themes(query: Query, vocabulary: Vocabulary) -> str:
    terms = [vocabulary.theme(t) for t in sorted(query.themes)]
    names = [labels.within_sentence(written(t.label)) for t in terms if t]
    return _("over {theme}", theme=labels.listed(names, "or")) if names else ""


def _how(query: Query) -> str:
    """The ways that were asked; with a place, in person is said as 'bij …'."""
    ways = [labels.MODE[m] for m in Mode if m in query.modes]
    if query.place:
        place = named(query.place)
        near = _("bij {place} (tot {km} km)", place=place, km=f"{query.within_km:g}")
        if query.place.is_wide:
            near = _("in de {province}", province=place)
        ways = [w for w in ways if w != labels.MODE[Mode.IN_PERSON]] if ways else [_("overal bereikbaar")]
        if not query.modes or Mode.IN_PERSON in query.modes:
            return labels.listed([*ways, near], "or")
        return _("{ways}, voor {place}", ways=labels.listed(ways, "or"), place=place)
    return labels.listed(ways, "or")


def _when(query: Query) -> str:
    if query.open_at:
        day = hours.days()[query.open_at.weekday()]
        return _("open {day} om {time}", day=day, time=hours.clock(query.open_at))
    return _("nu open") if query.open_now else ""


def _in_language(code: str) -> str:
    return _("in het {language}", language=labels.spoken_within_sentence(code))


def _audience(query: Query, vocabulary: Vocabulary) -> str:
    term = vocabulary.audience(query.audience) if query.audience else None
    return _("voor {whom}", whom=labels.within_sentence(written(term.label))) if term else ""


def reachable_anywhere(results: Sequence[Result]) -> tuple[str, str] | None:
    """Who can be reached from anywhere in Flanders: the count, and the first names; None for nobody."""
    names = [r.service.name for r in results if _is_anywhere(r)]
    if not names:
        return None
    every = ngettext("{number} plek overal bereikbaar", "{number} plekken overal bereikbaar", len(names))
    first, more = ", ".join(names[:A_FEW_NAMES]), len(names) - A_FEW_NAMES
    if more > 0:
        first = ngettext("{names} en {number} andere", "{names} en {number} andere", more, names=first)
    return every, first


def _is_anywhere(result: Result) -> bool:
    area = result.service.service_area
    wide = area.level is AreaLevel.COUNTRY or area.names == ("Vlaanderen",)
    return wide and not result.doors and any(m is not Mode.IN_PERSON for m in result.modes)
