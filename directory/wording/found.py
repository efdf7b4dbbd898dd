"""An answer as plain rows for programs: the public form of `find --json`."""

from datetime import datetime
from typing import Any

from directory.finding.query import Query
from directory.finding.results import Answer, Result
from directory.model.catalogue import Catalogue
from directory.model.organisation import Organisation
from directory.wording.notice import notice
from directory.wording.reasons import reasons


def as_rows(catalogue: Catalogue, answer: Answer, query: Query, now: datetime) -> list[dict[str, Any]]:
    """Rows, best first: names asked for that have no service here, then the services.

    A name is no answer to a filter that only a service can fit, so with such a filter it is left out.
    """
    services = [_service(catalogue, r, query, now) for r in answer.results]
    if query.asks_for_a_service:
        return services
    return [*(_organisation(catalogue, o) for o in answer.organisations), *services]


def _service(catalogue: Catalogue, result: Result, query: Query, now: datetime) -> dict[str, Any]:
    nearest = result.nearest
    metres = nearest.distance_m if nearest else None
    return {
        "service": result.service.id,
        "organisation": result.organisation.id,
        "name": result.service.name,
        "modes": [str(m) for m in result.modes],
        "open": str(result.state),
        "distance_km": None if metres is None else round(metres / 1000, 2),
        # The id of a hidden place can hold the name of its street.
        "location": nearest.location.id if nearest and not nearest.location.confidential else None,
        "other_doors": max(0, len(result.doors) - 1),
        "reasons": reasons(result, query, catalogue.vocabulary, now),
    }


def _organisation(catalogue: Catalogue, organisation: Organisation) -> dict[str, Any]:
    said = notice(catalogue, organisation)
    return {
        "service": None,
        "organisation": organisation.id,
        "name": organisation.name,
        "modes": [],
        "open": "unknown",
        "distance_km": None,
        "location": None,
        "status": str(organisation.status),
        "successor": organisation.successor,
        "today": [i for i, _ in said.see],
        "reasons": list(said.sentences),
    }
