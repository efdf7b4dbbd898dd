"""A light page as an application: from a request to a page in the language of who asks, whatever happens."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from directory import settings
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.running import report, this_minute
from directory.store import shelf
from directory.web import life, pages
from directory.web.form import Form, read_address, read_form
from directory.web.last_page import last_page
from directory.web.pages import Page, Visit
from directory.web.question import HERE, Question, read_question, steps
from directory.web.reader import CHOSEN, SWITCH, Reader, reader_of
from directory.wording.messages import speaking

ASKING = "vraag"
"""That the form stood on a page of its own, without results."""
NOWHERE = "/licht/nergens"
"""Where no page is."""


@dataclass(frozen=True, slots=True)
class Call:
    """One request, with all that is needed to answer it."""

    form: Form
    address: Form
    """What the address says, of a page of which the address may be shared."""
    is_sent: bool
    """True when a form was sent, False when the page is only asked for."""
    catalogue: Catalogue
    gazetteer: Gazetteer
    now: datetime

    def understood(self) -> Question:
        """The question in the form."""
        return read_question(self.form, self.catalogue, self.gazetteer)


class LightPage:
    """A page as an ASGI application of its own: any method, any body, always a page that says who answers."""

    def __init__(
        self, answer: Callable[[Call], Page | Response], *methods: str, takes_long: bool = False, untold: bool = False
    ) -> None:
        """`takes_long` says that answering may have to wait for a disk, or makes a file.

        `untold` says that the page tells neither what it is about nor whose it is, whatever happens.
        """
        self.answer = answer
        self.takes_long = takes_long
        self.untold = untold
        self.methods = methods or ("GET", "HEAD", "POST")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        try:
            with speaking(reader_for(request, Form()).language):
                form = await read_form(request) if request.method == "POST" else Form()
        except ClientDisconnect:
            return
        if self.takes_long or not life.is_ready():
            response = await run_in_threadpool(self._respond, request, form)
        else:
            # A page takes a few milliseconds of the processor and waits for nothing: between threads that would
            # take turns at the interpreter, it and all others would wait longer.
            response = self._respond(request, form)
        await response(scope, receive, send)

    def _respond(self, request: Request, form: Form) -> Response:
        path = NOWHERE if request.path_params else request.url.path
        visit = Visit(reader_for(request, form), path, steps(form), self.untold)
        with speaking(visit.reader.language):
            return self._spoken(request, form, visit)

    def _spoken(self, request: Request, form: Form, visit: Visit) -> Response:
        accepted, with_body = request.headers.get("accept-encoding", ""), request.method != "HEAD"
        try:
            (catalogue, places), now = in_use(), this_minute()
            always = pages.always_there(catalogue, now, untold=self.untold)
            if request.method in self.methods:
                is_sent = request.method == "POST"
                page = self.answer(Call(form, read_address(request), is_sent, catalogue, places, now))
                if isinstance(page, Response):
                    return page
            else:
                page = _dead_end("method.html", 405)
            html, policy = pages.render(page, always, visit)
        except Exception as error:
            report(error)
            page = _dead_end("broken.html", 503)
            html, policy = _draw_if_possible(page, visit)
        response = pages.send(html, policy, status=page.status, accepted=accepted, with_body=with_body)
        if page.status == 405:
            response.headers["Allow"] = ", ".join(self.methods)
        return response


def reader_for(request: Request, form: Form) -> Reader:
    """Who reads the answer to a request with this form: the form says more than the address."""
    chosen = (form.first(SWITCH), form.first(CHOSEN), *request.query_params.getlist(CHOSEN))
    return reader_of(chosen, request.headers.get("accept-language", ""))


def _dead_end(template: str, status: int) -> Page:
    """A page from where the only way is to a new question, also in another language."""
    return Page(template, status=status, again=((HERE, ASKING),), path="/licht")


def in_use() -> tuple[Catalogue, Gazetteer]:
    """The catalogue and the gazetteer in use."""
    return shelf.catalogue(settings.data_folder()), shelf.gazetteer(settings.geo_folder())


def _draw_if_possible(page: Page, visit: Visit) -> tuple[str, str]:
    try:
        return pages.render(page, _always_if_possible(untold=visit.untold), visit)
    except Exception as error:
        report(error)
        return last_page(visit.reader, untold=visit.untold)


def _always_if_possible(*, untold: bool) -> Markup:
    try:
        return pages.always_there(shelf.catalogue(settings.data_folder()), this_minute(), untold=untold)
    except Exception as error:
        report(error)
        return pages.always_html((), untold=untold)
