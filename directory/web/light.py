"""The light pages: the whole journey without JavaScript. What is looked up travels in the body of a form only."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from directory import settings
from directory.finding.asking import Asked
from directory.finding.asking import ask as ask_question
from directory.finding.find import result_of
from directory.finding.query import RADII_KM, Query
from directory.finding.results import Result
from directory.finding.suggestions import suggestions
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.vocabulary import Term
from directory.running import report, this_minute
from directory.store import shelf
from directory.web import life, pages
from directory.web.form import Form, Trouble, read_form
from directory.web.pages import Choices, Page
from directory.web.question import Question, begin, read_question, steps
from directory.wording import labels, summary, understood
from directory.wording.card import Card
from directory.wording.card_builder import card
from directory.wording.notice import notice
from directory.wording.places import choice
from directory.wording.profile import profile

AT_ONCE = 20
A_FEW_NAMES = 3
"""So many names without a service stand before the services; a common word may touch a dozen."""
WHOLE_FORM = {
    Trouble.TOO_LONG: (413, "Je tekst was te lang voor ons. Wat je eerst schreef, staat er nog: maak het korter."),
    Trouble.OTHER_TYPE: (415, "Dit kwam niet goed bij ons aan. Kijk of alles er nog staat, en zoek opnieuw."),
}


@dataclass(frozen=True, slots=True)
class Call:
    """One request, with all that is needed to answer it."""

    form: Form
    is_sent: bool
    """True when a form was sent, False when the page is only asked for."""
    catalogue: Catalogue
    gazetteer: Gazetteer
    now: datetime

    def understood(self) -> Question:
        """The question in the form."""
        return read_question(self.form, self.catalogue, self.gazetteer)

    def asked(self, question: Question, limit: int) -> Asked:
        """The question with the wishes in its words, and its answer."""
        back = question.taken_back
        return ask_question(self.catalogue, self.gazetteer, question.query, self.now, without=back, limit=limit)


def ask(call: Call) -> Page:
    """The empty form; or, when it was sent, what we found."""
    if not call.is_sent or call.form.first("opnieuw"):
        return _form_page(call, Question())
    question = call.understood()
    if call.form.trouble:
        status, said = WHOLE_FORM[call.form.trouble]
        return _form_page(call, question, status=status, trouble=said)
    return _results_page(call, question)


def show_service(call: Call) -> Page:
    """One service with its ways, its places and its sources."""
    service = call.catalogue.service.get(call.form.first("dienst"))
    if service is None:
        return Page("missing.html", status=404)
    question = call.understood()
    query = call.asked(question, 1).query
    result = result_of(call.catalogue, service, query, call.now)
    shown = card(call.catalogue, result, query, call.now, door=call.form.first("deur") or None)
    return Page("service.html", {"card": shown, "question": question})


def show_organisation(call: Call) -> Page:
    """One organisation with its services and its history."""
    organisation = call.catalogue.organisation.get(call.form.first("organisatie"))
    if organisation is None:
        return Page("missing.html", status=404)
    shown = profile(call.catalogue, organisation)
    return Page("organisation.html", {"profile": shown, "question": call.understood()})


def _words(template: str, status: int = 200) -> Callable[[Call], Page]:
    """A page that always says the same."""
    return lambda call: Page(template, status=status)  # noqa: ARG005


def _form_page(call: Call, question: Question, *, status: int = 200, trouble: str = "") -> Page:
    known = suggestions(call.catalogue, call.gazetteer)
    values = {"question": question, "trouble": trouble, "suggestions": known, **_choices(call.catalogue)}
    return Page("ask.html", values, status)


def _results_page(call: Call, question: Question) -> Page:
    catalogue = call.catalogue
    asked = call.asked(question, AT_ONCE)
    answer, query = asked.answer, asked.query
    many = answer.total + answer.uncertain_total
    start = min(begin(call.form), max(0, many - 1)) // AT_ONCE * AT_ONCE
    if start:
        answer = call.asked(question, start + AT_ONCE).answer
    sure = answer.results[start : start + AT_ONCE]
    unsure = answer.uncertain[max(0, start - answer.total) :][: AT_ONCE - len(sure)]
    number, rest = summary.sentence(answer, query, catalogue.vocabulary)
    values = {
        "question": question,
        "heard": [(one.name, understood.heard(one)) for one in asked.understood.heard],
        "heard_said": understood.HEARD,
        "remarks": [s for s in (understood.mended(answer.meant), understood.let_go(asked.unmet)) if s],
        "number": number,
        "rest": rest,
        "sure": list(_cards(call, sure, query)),
        "unsure": list(_cards(call, unsure, query)),
        "unsure_said": summary.unsure(answer),
        "before": summary.content_note(answer, catalogue.vocabulary),
        "nothing": "" if answer.total else summary.nothing_found(query),
        "notices": [notice(catalogue, o) for o in answer.organisations[:A_FEW_NAMES]],
        "other_names": [(o.id, o.name) for o in answer.organisations[A_FEW_NAMES:AT_ONCE]],
        "start": start,
        "end": start + len(sure) + len(unsure),
        "many": many,
        "at_once": AT_ONCE,
        "trouble": "",
        "suggestions": None,
    }
    return Page("results.html", values | _choices(catalogue))


def _cards(call: Call, results: Iterable[Result], query: Query) -> Iterable[Card | None]:
    """The cards of these results; None where one of them breaks, which never takes the others down."""
    for result in results:
        try:
            yield card(call.catalogue, result, query, call.now)
        except Exception as error:
            report(error)
            yield None


@lru_cache(maxsize=1)
def _choices(catalogue: Catalogue) -> dict[str, Any]:
    """What the form offers to choose from."""
    vocabulary = catalogue.vocabulary
    return {
        "chips": _named(vocabulary.chips),
        "discreet": _named(vocabulary.discreet),
        "audiences": _named(vocabulary.audiences),
        "languages": tuple((code, labels.spoken(code)) for code in sorted(catalogue.languages, key=labels.spoken)),
        "ways": tuple((str(mode), name) for mode, name in labels.HOW.items()),
        "radii": tuple((f"{km:g}", f"{km:g} km") for km in RADII_KM),
        "choice": choice,
    }


def _named(terms: Iterable[Term]) -> Choices:
    return tuple((term.id, term.label.nl) for term in terms)


class LightPage:
    """A page as an ASGI application of its own: any method, any body, always a page that says who answers."""

    def __init__(self, answer: Callable[[Call], Page], *methods: str, writes: bool = False) -> None:
        """`writes` says that answering may have to wait for a disk."""
        self.answer = answer
        self.writes = writes
        self.methods = methods or ("GET", "HEAD", "POST")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        try:
            form = await read_form(request) if request.method == "POST" else Form()
        except ClientDisconnect:
            return
        if self.writes or not life.is_ready():
            response = await run_in_threadpool(self._respond, request, form)
        else:
            # A page takes a few milliseconds of the processor and waits for nothing: between threads that would
            # take turns at the interpreter, it and all others would wait longer.
            response = self._respond(request, form)
        await response(scope, receive, send)

    def _respond(self, request: Request, form: Form) -> Response:
        accepted = request.headers.get("accept-encoding", "")
        depth, with_body = steps(form), request.method != "HEAD"
        try:
            (catalogue, places), now = in_use(), this_minute()
            always = pages.always_there(catalogue, now)
            if request.method in self.methods:
                page = self.answer(Call(form, request.method == "POST", catalogue, places, now))
            else:
                page = Page("method.html", status=405)
            html, policy = pages.render(page, always, depth)
        except Exception as error:
            report(error)
            page = Page("broken.html", status=503)
            html, policy = pages.render(page, _always_if_possible(), depth)
        response = pages.send(html, policy, status=page.status, accepted=accepted, with_body=with_body)
        if page.status == 405:
            response.headers["Allow"] = ", ".join(self.methods)
        return response


def in_use() -> tuple[Catalogue, Gazetteer]:
    """The catalogue and the gazetteer in use."""
    return shelf.catalogue(settings.data_folder()), shelf.gazetteer(settings.geo_folder())


def _always_if_possible() -> Markup:
    try:
        return pages.always_there(shelf.catalogue(settings.data_folder()), this_minute())
    except Exception as error:
        report(error)
        return pages.always_html(())


async def _moved(_: Request) -> Response:
    """To where the page is now; a form goes along, with the number of pages that lie behind it."""
    return RedirectResponse("/privacy", 308)


routes: list[BaseRoute] = [
    Route("/licht", LightPage(ask), name="light"),
    Route("/licht/", LightPage(ask)),
    Route("/licht/dienst", LightPage(show_service, "POST"), name="light_service"),
    Route("/licht/organisatie", LightPage(show_organisation, "POST"), name="light_organisation"),
    Route("/licht/altijd", LightPage(_words("always.html"))),
    Route("/privacy", LightPage(_words("privacy.html"))),
    Route("/licht/privacy", _moved, methods=["GET", "POST"]),
    Route("/licht/sporen", LightPage(_words("traces.html"))),
    Route("/licht/over", LightPage(_words("about.html"))),
    Route("/licht/{rest:path}", LightPage(_words("missing.html", 404))),
]
