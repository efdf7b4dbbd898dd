"""The terms of somebody else's taxonomies as our themes and audiences."""

from collections.abc import Iterable

from directory.exchange.hsds.adoption import Adoption
from directory.exchange.hsds.carrying import Carrying
from directory.exchange.hsds.mapping import Plain
from directory.exchange.hsds.naming import slug
from directory.model.vocabulary import Term
from directory.store.problems import quoted

UNSORTED = "niet-ingedeeld"
"""The theme of a service that does not say what it is about: `check` does not know it, and asks for a better one."""

OF_AUDIENCES = "eligibility.audiences"
"""The `link_type` of a term that says for whom it is, as in our own profile."""


def themes_of(own: Carrying, adoption: Adoption) -> list[str]:
    """The themes of a service. A term that is none of ours stays as it is called: `check` asks to choose."""
    known = _by_name(adoption.vocabulary.themes)
    audiences = _by_name(adoption.vocabulary.audiences)
    found: list[str] = []
    strange: list[str] = []
    for names, of_audiences in _terms(own, adoption):
        if of_audiences:
            continue
        theme = next((known[name] for name in names if name in known), None)
        if theme:
            found.append(theme)
        elif not any(name in audiences for name in names):
            strange.append(names[0])
    for name in dict.fromkeys(strange):
        mend = "Choose a theme, or add it to the vocabulary: `check` refuses it until then."
        own.tell("attributes", f"{quoted(name)} is none of our themes.", mend)
    if found:
        return list(dict.fromkeys(found))
    if not strange:
        mend = f'It has theme "{UNSORTED}", which `check` refuses: choose one of ours.'
        own.tell("attributes", "No term says what it is about.", mend)
    return list(dict.fromkeys(strange)) or [UNSORTED]


def audiences_of(own: Carrying, adoption: Adoption) -> list[str]:
    """The audiences of a service that are ours too; what calls itself an audience and is none of ours is told."""
    known = _by_name(adoption.vocabulary.audiences)
    found: list[str] = []
    for names, of_audiences in _terms(own, adoption):
        audience = next((known[name] for name in names if name in known), None)
        if audience:
            found.append(audience)
        elif of_audiences:
            own.tell("attributes", f"{quoted(names[0])} is none of our audiences.", "Choose one, or say it in words.")
    return list(dict.fromkeys(found))


def _terms(own: Carrying, adoption: Adoption) -> list[tuple[list[str], bool]]:
    """Each term of a service by all its names, as slugs, the plainest first, and whether it says for whom it is."""
    terms = []
    for attribute in own.records("attributes"):
        inner = attribute.get("taxonomy_term")
        term: Plain = (
            inner if isinstance(inner, dict) else adoption.terms.get(str(attribute.get("taxonomy_term_id")), {})
        )
        said = (term.get("name"), attribute.get("label"), attribute.get("value"), term.get("code"))
        names = [name for each in said if each and (name := slug(str(each)))]
        if names:
            terms.append((names, attribute.get("link_type") == OF_AUDIENCES))
    return terms


def _by_name(terms: Iterable[Term]) -> dict[str, str]:
    """The ids of terms by everything that means exactly them."""
    found: dict[str, str] = {}
    for term in terms:
        names = (term.id, term.label.nl, term.label.fr, term.label.en, term.open_eligibility)
        for name in (slug(str(each)) for each in names if each):
            found.setdefault(name, term.id)
    return found
