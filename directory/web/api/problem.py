"""What a program is told when it cannot be answered: problem details of RFC 9457, one shape for all.

They are said in the language that is spoken when they are sent.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from starlette.responses import Response

from directory.wording.messages import N_, Sentence, Words, language

MEDIA_TYPE = "application/problem+json"
TITLES = Words(
    {
        HTTPStatus.BAD_REQUEST: N_("Deze vraag klopt niet"),
        HTTPStatus.NOT_FOUND: N_("Niet gevonden"),
        HTTPStatus.METHOD_NOT_ALLOWED: N_("Dat kan hier niet"),
        HTTPStatus.NOT_ACCEPTABLE: N_("Die vorm hebben we niet"),
        HTTPStatus.REQUEST_TIMEOUT: N_("De vraag kwam te traag"),
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: N_("De vraag is te lang"),
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE: N_("Die vorm lezen we niet"),
        HTTPStatus.INTERNAL_SERVER_ERROR: N_("Hier liep iets fout"),
        HTTPStatus.SERVICE_UNAVAILABLE: N_("Nu is er geen antwoord"),
    }
)
"""In English they are the phrases of HTTP."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One part of a request that cannot be used: its name, and how to mend it."""

    name: str
    detail: Sentence


class ProblemError(Exception):
    """A request that is not answered, with its status and the reason."""

    def __init__(
        self,
        status: HTTPStatus,
        detail: Sentence | str,
        faults: Sequence[Fault] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.faults, self.headers = status, detail, faults, headers

    def response(self) -> Response:
        """The answer of the server."""
        title = TITLES.get(self.status, self.status.phrase)
        body = {"type": "about:blank", "title": title, "status": int(self.status), "detail": str(self.detail)}
        told = {"errors": [{"name": f.name, "detail": str(f.detail)} for f in self.faults]} if self.faults else {}
        content = json.dumps(body | told).encode("ascii")
        headers = {"Content-Language": language(), "Vary": "Accept-Language", **(self.headers or {})}
        return Response(content, int(self.status), headers, media_type=MEDIA_TYPE)


def unusable(faults: Sequence[Fault]) -> ProblemError:
    """That these parts of a request cannot be used."""
    names = ", ".join(dict.fromkeys(fault.name for fault in faults))
    detail = Sentence(N_("Dit kunnen we niet gebruiken: {names}. Bij ‘errors’ staat hoe het wel kan."), names=names)
    return ProblemError(HTTPStatus.BAD_REQUEST, detail, faults)
