"""'Klopt dit niet?': from a form to the inbox of who runs the site. What is typed stands in no address and no log."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from starlette.routing import BaseRoute, Route

from directory import settings
from directory.finding.find import find
from directory.finding.query import Query
from directory.model.correction import LONGEST_CONTACT, LONGEST_SOURCE, LONGEST_TEXT, Correction, Part
from directory.store import inbox
from directory.web.form import Form, Trouble
from directory.web.light_page import Call, LightPage
from directory.web.pace import Pace
from directory.web.pages import Page
from directory.web.question import HERE, is_switch, stands_at, typed
from directory.wording import correction as wording
from directory.wording.messages import _

log = logging.getLogger(__name__)

PATH = "/licht/klopt-niet"
SERVICE, ORGANISATION = "dienst", "organisatie"
"""The fields that name what is corrected, which are called like the pages about it."""
A_MINUTE = 10
LONGEST_NAME = 120
AT_ONCE = 20
LIMITS = {"moet": LONGEST_TEXT, "bron": LONGEST_SOURCE, "contact": LONGEST_CONTACT}
"""The longest text of each field, in characters."""
MENDING = "te-verbeteren"
"""That the form was sent, and the page says beside its fields what to mend in them."""
LOST = "kwijt"
"""That the service or organisation was not found about which the form was."""
KEPT = "bewaard"
"""That what was sent is kept already."""


class Setback(StrEnum):
    """Why a form without a fault could not be kept."""

    TOO_MANY = "te-druk"
    FULL = "vol"
    NOT_KEPT = "mislukt"


SAID: Mapping[str, tuple[int, str]] = {
    Trouble.TOO_LONG: (413, wording.TOO_LONG),
    Trouble.OTHER_TYPE: (415, wording.NOT_WHOLE),
    Setback.TOO_MANY: (429, wording.TOO_MANY),
    Setback.FULL: (503, wording.FULL),
    Setback.NOT_KEPT: (503, wording.NOT_KEPT),
}
"""What the page says above a form that was not kept."""

pace = Pace(A_MINUTE)


@dataclass(frozen=True, slots=True)
class Written:
    """A correction as somebody typed it, and what there is to mend in it, field by field."""

    part: Part | None
    texts: dict[str, str]
    mend: dict[str, str] = field(default_factory=dict)

    def carried(self) -> list[tuple[str, str]]:
        """The same as fields of a next form."""
        pairs = [("wat", str(self.part or "")), *self.texts.items()]
        return [(name, text) for name, text in pairs if text]


@dataclass(frozen=True, slots=True)
class Subject:
    """What is corrected: a service, or an organisation itself. `field` names it in a form, and its page."""

    field: str
    id: str
    title: str
    organisation: str

    def carried(self) -> tuple[str, str]:
        """The same as a field of a next form."""
        return self.field, self.id


def correct(call: Call) -> Page:
    """The form about a service or organisation; or, when it was sent, that it was kept. Without one: which is it?"""
    folder = settings.inbox_folder()
    if folder is None:
        return Page("correction/closed.html")
    written = read_written(call.form)
    subject = _subject(call)
    if subject is None:
        return _which(call, written)
    if is_switch(call.form):
        return _shown_again(call, subject, written)
    if not call.form.first("verstuur"):
        return _form_page(call, subject, replace(written, mend={}))
    if call.form.trouble:
        return _form_page(call, subject, written, call.form.trouble)
    if written.mend or written.part is None:
        return _form_page(call, subject, written, MENDING)
    return _keep(call, folder, subject, written, written.part)


def _subject(call: Call) -> Subject | None:
    if service := call.catalogue.service.get(call.form.first(SERVICE)):
        return Subject(SERVICE, service.id, service.name, call.catalogue.owner(service).name)
    if owner := call.catalogue.organisation.get(call.form.first(ORGANISATION)):
        return Subject(ORGANISATION, owner.id, owner.name, owner.name)
    return None


def _shown_again(call: Call, subject: Subject, written: Written) -> Page:
    """The page about it as it was, in another language: nothing is sent by that."""
    here = stands_at(call.form)
    if here == KEPT:
        return _kept_page(call, subject)
    return _form_page(call, subject, written if here else replace(written, mend={}), here)


def read_written(form: Form) -> Written:
    """What somebody corrects, with all that keeps it from being sent."""
    mend: dict[str, str] = {}
    part = next((part for part in Part if part == form.first("wat")), None)
    texts = {name: typed(form, name, longest, mend) for name, longest in LIMITS.items()}
    if part is None:
        mend["wat"] = _(wording.NO_PART)
    if not texts["moet"] and part is not Part.GONE:
        mend.setdefault("moet", _(wording.NO_TEXT))
    return Written(part, texts, mend)


def _keep(call: Call, folder: Path, subject: Subject, written: Written, part: Part) -> Page:
    correction = Correction(
        time=call.now,
        service=subject.id if subject.field == SERVICE else None,
        organisation=subject.id if subject.field == ORGANISATION else None,
        part=part,
        should_be=written.texts["moet"],
        source=written.texts["bron"],
        contact=written.texts["contact"] or None,
    )
    if not pace.allows():
        return _form_page(call, subject, written, Setback.TOO_MANY)
    try:
        inbox.append(folder, correction)
    except inbox.RecordTooLongError:
        return _form_page(call, subject, replace(written, mend={"moet": _(wording.TOO_MUCH)}), MENDING)
    except inbox.MonthFullError:
        log.error("A correction was refused: %s has no room left for this month.", folder)
        return _form_page(call, subject, written, Setback.FULL)
    except OSError as error:
        log.error("A correction could not be kept in %s: %s.", folder, error.strerror)
        return _form_page(call, subject, written, Setback.NOT_KEPT)
    return _kept_page(call, subject)


def _kept_page(call: Call, subject: Subject) -> Page:
    question = call.understood()
    again = (*question.carried(), subject.carried(), (HERE, KEPT))
    values = {"subject": subject, "question": question}
    return Page("correction/kept.html", values, again=again)


def _form_page(call: Call, subject: Subject, written: Written, here: str = "") -> Page:
    """The form; `here` says what the page says of one that was sent."""
    status, said = SAID.get(here, (200, ""))
    question = call.understood()
    values = {
        "subject": subject,
        "question": question,
        "written": written,
        "choices": tuple((str(part), text) for part, text in wording.PART.items()),
        "limits": LIMITS,
        "trouble": said and _(said),
        "here": here,
    }
    again = (*question.carried(), *written.carried(), subject.carried(), (HERE, here))
    return Page("correction/form.html", values, status, again=again, typed=_("Verstuur"))


def _which(call: Call, written: Written) -> Page:
    """The names to choose from. On the screens a form cannot be sent, so from there one comes without a service."""
    mend: dict[str, str] = {}
    name = typed(call.form, "naam", LONGEST_NAME, mend)
    found = _called(call, name) if name else []
    if name and not found:
        mend.setdefault("naam", _(wording.NO_SUCH_NAME))
    is_lost = bool(call.form.first(SERVICE) or call.form.first(ORGANISATION)) or stands_at(call.form) == LOST
    values = {
        "name": name,
        "longest": LONGEST_NAME,
        "found": found,
        "mend": mend,
        "carried": written.carried(),
        "trouble": _(wording.NO_SUCH_SERVICE) if is_lost else "",
        "here": LOST if is_lost else "",
    }
    again = (*written.carried(), ("naam", name), *(((HERE, LOST),) if is_lost else ()))
    return Page("correction/which.html", values, 404 if is_lost else 200, again=again, typed=_("Zoek de naam"))


def _called(call: Call, name: str) -> list[Subject]:
    """Who may be meant by a name: services, and organisations that have none."""
    answer = find(call.catalogue, Query(words=name), call.now, limit=AT_ONCE)
    without = [Subject(ORGANISATION, o.id, o.name, o.name) for o in answer.organisations[:AT_ONCE]]
    return without + [Subject(SERVICE, r.service.id, r.service.name, r.organisation.name) for r in answer.results]


routes: list[BaseRoute] = [Route(PATH, LightPage(correct, takes_long=True), name="correction")]
