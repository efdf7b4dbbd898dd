"""What a program is told when it cannot be answered: problem details of RFC 9457, one shape for all."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Fault:
    """One part of a request that cannot be used: its name, and how to mend it."""

    name: str
    detail: str


class ProblemError(Exception):
    """A request that is not answered, with its status and the reason."""

    def __init__(
        self,
        status: HTTPStatus,
        detail: str,
        faults: Sequence[Fault] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.faults, self.headers = status, detail, faults, headers

    def response(self) -> Response:
        """The answer of the server."""
        body = {"type": "about:blank", "title": self.status.phrase, "status": int(self.status), "detail": self.detail}
        told = {"errors": [{"name": f.name, "detail": f.detail} for f in self.faults]} if self.faults else {}
        content = json.dumps(body | told).encode("ascii")
        return Response(content, int(self.status), self.headers, media_type=MEDIA_TYPE)


def unusable(faults: Sequence[Fault]) -> ProblemError:
    """That these parts of a request cannot be used."""
    names = ", ".join(dict.fromkeys(fault.name for fault in faults))
    detail = f"This cannot be used: {names}. 'errors' says how to mend it."
    return ProblemError(HTTPStatus.BAD_REQUEST, detail, faults)
