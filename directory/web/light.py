"""The light pages: the whole journey without JavaScript. What is looked up travels in the body of a form only."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from directory.finding.asking import Asked
from directory.finding.asking import ask as ask_question
from directory.finding.find import result_of
from directory.finding.query import RADII_KM, Query
from directory.finding.results import Result
from directory.finding.suggestions import suggestions
from directory.model.catalogue import Catalogue
from directory.model.vocabulary import Term
from directory.running import report
from directory.web import pages
from directory.web.form import Form, Trouble
from directory.web.light_page import ASKING, NOWHERE, Call, LightPage, reader_for
from directory.web.pages import Choices, Page
from directory.web.question import HERE, Question, begin, stands_at
from directory.wording import labels, summary, understood
from directory.wording.card import Card
from directory.wording.card_builder import card
from directory.wording.hours import day
from directory.wording.messages import N_, _, apart, kept_per_language
from directory.wording.notice import notice
from directory.wording.places import choice
from directory.wording.profile import profile
from directory.wording.written import language_of_facts, written

AT_ONCE = 20
TESTED = date(2026, 11, 26)
"""When all that the statement on accessibility says was last gone through by hand."""
A_FEW_NAMES = 3
"""So many names without a service stand before the services; a common word may touch a dozen."""
WHOLE_FORM = {
    Trouble.TOO_LONG: (
        413,
        N_("Je tekst was te lang voor ons. Wat je eerst schreef, staat er nog: maak het korter."),
    ),
    Trouble.OTHER_TYPE: (415, N_("Dit kwam niet goed bij ons aan. Kijk of alles er nog staat, en zoek opnieuw.")),
}
MISSING = Page("missing.html", status=404, path=NOWHERE)


def ask(call: Call) -> Page:
    """The empty form; or, when it was sent, what we found."""
    if not call.is_sent or call.form.first("opnieuw"):
        return _form_page(call, Question())
    question = call.understood()
    here = call.form.trouble or stands_at(call.form)
    if here == ASKING:
        return _form_page(call, replace(question, mend={}))
    return _form_page(call, question, Trouble(here)) if here in WHOLE_FORM else _results_page(call, question)


def show_service(call: Call) -> Page:
    """One service with its ways, its places and its sources."""
    service = call.catalogue.service.get(call.form.first("dienst"))
    if service is None:
        return MISSING
    question = call.understood()
    query = _asked(call, question, 1).query
    result = result_of(call.catalogue, service, query, call.now)
    door = call.catalogue.location.get(call.form.first("deur"))
    shown = card(call.catalogue, result, query, call.now, door=door.id if door else None)
    again = (*question.carried(), ("dienst", service.id), *((("deur", door.id),) if door else ()))
    return Page("service.html", {"card": shown, "question": question}, again=again)


def show_organisation(call: Call) -> Page:
    """One organisation with its services and its history."""
    organisation = call.catalogue.organisation.get(call.form.first("organisatie"))
    if organisation is None:
        return MISSING
    shown, question = profile(call.catalogue, organisation), call.understood()
    again = (*question.carried(), ("organisatie", organisation.id))
    return Page("organisation.html", {"profile": shown, "question": question}, again=again)


def _asked(call: Call, question: Question, limit: int) -> Asked:
    """The question with the wishes in its words, and its answer."""
    back = question.taken_back
    return ask_question(call.catalogue, call.gazetteer, question.query, call.now, without=back, limit=limit)


def who_can_use_it(call: Call) -> Page:  # noqa: ARG001
    """The statement on accessibility, with the day on which it was last tested."""
    return Page("accessible.html", {"tested": day(TESTED)})


def _words(page: Page) -> Callable[[Call], Page]:
    """A page that always says the same."""
    return lambda call: page  # noqa: ARG005


def _form_page(call: Call, question: Question, trouble: Trouble | None = None) -> Page:
    status, said = WHOLE_FORM[trouble] if trouble else (200, "")
    here = str(trouble or ASKING)
    values = {
        "question": question,
        "trouble": said and _(said),
        "here": here,
        "suggestions": suggestions(call.catalogue, call.gazetteer, language_of_facts()),
        **_choices(call.catalogue),
    }
    return Page("ask.html", values, status, again=(*question.carried(), (HERE, here)), typed=_("Zoek"))


def _results_page(call: Call, question: Question) -> Page:
    catalogue = call.catalogue
    asked = _asked(call, question, AT_ONCE)
    answer, query = asked.answer, asked.query
    many = answer.total + answer.uncertain_total
    start = min(begin(call.form), max(0, many - 1)) // AT_ONCE * AT_ONCE
    if start:
        answer = _asked(call, question, start + AT_ONCE).answer
    sure = answer.results[start : start + AT_ONCE]
    unsure = answer.uncertain[max(0, start - answer.total) :][: AT_ONCE - len(sure)]
    number, rest = summary.sentence(answer, query, catalogue.vocabulary)
    values = {
        "question": question,
        "heard": [(one.name, understood.heard(one)) for one in asked.understood.heard],
        "heard_said": _(understood.HEARD),
        "remarks": [s for s in (understood.mended(answer.meant), understood.let_go(asked.unmet)) if s],
        "number": number,
        "rest": rest,
        "sure": list(_cards(call, sure, query)),
        "unsure": list(_cards(call, unsure, query)),
        "unsure_said": summary.unsure(answer),
        "before": summary.content_note(answer, catalogue.vocabulary),
        "nothing": "" if answer.total else summary.nothing_found(query, is_understood=answer.understood),
        "notices": [notice(catalogue, o) for o in answer.organisations[:A_FEW_NAMES]],
        "other_names": [(o.id, o.name) for o in answer.organisations[A_FEW_NAMES:AT_ONCE]],
        "start": start,
        "here": str(start or ""),
        "end": start + len(sure) + len(unsure),
        "many": many,
        "at_once": AT_ONCE,
        "trouble": "",
        "suggestions": None,
    }
    again = (*question.carried(), *((("vanaf", str(start)),) if start else ()))
    return Page("results.html", values | _choices(catalogue), again=again, typed=_("Zoek"))


def _cards(call: Call, results: Iterable[Result], query: Query) -> Iterable[Card | None]:
    """The cards of these results; None where one of them breaks, which never takes the others down."""
    for result in results:
        try:
            yield card(call.catalogue, result, query, call.now)
        except Exception as error:
            report(error)
            yield None


@kept_per_language(maxsize=pages.MANY_LANGUAGES)
def _choices(catalogue: Catalogue) -> dict[str, Any]:
    """What the form offers to choose from."""
    vocabulary = catalogue.vocabulary
    return {
        "chips": _named(vocabulary.chips),
        "discreet": _named(vocabulary.discreet),
        "audiences": _named(vocabulary.audiences),
        "languages": tuple((code, labels.spoken(code)) for code in sorted(catalogue.languages, key=labels.spoken)),
        "ways": tuple((str(mode), name) for mode, name in labels.HOW.items()),
        "radii": tuple((f"{km:g}", apart(f"{km:g} km")) for km in RADII_KM),
        "choice": choice,
    }


def _named(terms: Iterable[Term]) -> Choices:
    return tuple((term.id, written(term.label)) for term in terms)


async def _moved(request: Request) -> Response:
    """To where the page is now; a form goes along, with the number of pages that lie behind it."""
    return RedirectResponse(reader_for(request, Form()).to("/privacy"), 308)


routes: list[BaseRoute] = [
    Route("/licht", LightPage(ask), name="light"),
    Route("/licht/", LightPage(ask)),
    Route("/licht/dienst", LightPage(show_service, "POST"), name="light_service"),
    Route("/licht/organisatie", LightPage(show_organisation, "POST"), name="light_organisation"),
    Route("/licht/altijd", LightPage(_words(Page("always.html")))),
    Route("/privacy", LightPage(_words(Page("privacy.html")))),
    Route("/licht/privacy", _moved, methods=["GET", "POST"]),
    Route("/licht/sporen", LightPage(_words(Page("traces.html")))),
    Route("/licht/over", LightPage(_words(Page("about.html")))),
    Route("/licht/toegankelijk", LightPage(who_can_use_it)),
    Route("/licht/{rest:path}", LightPage(_words(MISSING))),
]
