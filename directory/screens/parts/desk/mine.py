"""My list: what a worker picked out, held by this visit alone; the address has its codes."""

from dataclasses import asdict

import streamlit as st

from directory.exchange.address import LIST
from directory.exchange.codes import BETWEEN
from directory.exchange.link import decode_list, encode_list
from directory.exchange.shortlist import Choice, Shortlist
from directory.model.catalogue import Catalogue
from directory.wording.shortlist import left_out

SHORTLIST = "shortlist"


def shortlist() -> Shortlist:
    """What was picked out so far."""
    held: Shortlist = st.session_state.get(SHORTLIST, Shortlist())
    return held


def open_shortlist(catalogue: Catalogue) -> str:
    """Take the list of the address when there is none yet; says what of it could not be opened, else nothing.

    What is held already stays, without what the catalogue does not have any more.
    """
    if SHORTLIST in st.session_state:
        gone = [service for service in shortlist().services if not _is_offered(catalogue, service)]
        for service in gone:
            remove(service)
        return left_out(unknown=len(gone))
    found, missing = decode_list(BETWEEN.join(st.query_params.get_all(LIST)), catalogue)
    st.session_state[SHORTLIST] = found
    return left_out(**asdict(missing))


def codes(catalogue: Catalogue) -> str:
    """The codes of the list, empty when nothing is on it."""
    return encode_list(shortlist(), catalogue)


def add(service: str, door: str | None = None) -> None:
    """Put a service at the end of the list."""
    st.session_state[SHORTLIST] = shortlist().added(service, door=door)


def remove(service: str) -> None:
    """Take a service off the list."""
    st.session_state[SHORTLIST] = shortlist().removed(service)


def move(service: str, places: int) -> None:
    """Put a service so many places later on the list."""
    st.session_state[SHORTLIST] = shortlist().moved(service, places)


def change(choice: Choice) -> None:
    """Keep what is said of a service."""
    st.session_state[SHORTLIST] = shortlist().changed(choice)


def _is_offered(catalogue: Catalogue, service: str) -> bool:
    known = catalogue.service.get(service)
    return known is not None and not catalogue.owner(known).is_gone
