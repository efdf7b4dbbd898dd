"""What is handed over: every form is made only when it is asked for, and under a name that tells nothing."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from typing import NamedTuple
from urllib.parse import urlencode

import streamlit as st

from directory.exchange import message, table, vcard
from directory.exchange.address import LIST
from directory.exchange.codes import CLIENTS_PAGE, CODES, Kind
from directory.exchange.handover import Handover, hand_over
from directory.exchange.link import encode_list
from directory.exchange.neutral import neutral
from directory.exchange.sheet import printing
from directory.exchange.shortlist import Shortlist
from directory.geography.place import Place
from directory.model.catalogue import Catalogue
from directory.screens.parts.desk import mine
from directory.screens.parts.language import LANGUAGE
from directory.wording.fragment import note_html
from directory.wording.labels import listed, own_name
from directory.wording.messages import DUTCH, N_, _, language, languages

PDF, VCARD, CSV = "application/pdf", "text/vcard", "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Make = Callable[[Handover], str | bytes]


class File(NamedTuple):
    """A form of the list to download; the label is a key of the wording, the name tells nothing."""

    label: str
    form: Make
    name: str
    media_type: str


FOR_WORKER = (
    File(N_("Blad (PDF)"), printing.sheet_pdf, printing.SHEET_NAME, PDF),
    File(
        N_("Blad met leeg verwijsformulier (PDF)"),
        partial(printing.sheet_pdf, form=True),
        printing.SHEET_NAME,
        PDF,
    ),
    File(N_("Contacten (vCard)"), vcard.vcards, vcard.NAME, VCARD),
    File(N_("Tabel (Excel)"), table.xlsx_table, table.XLSX_NAME, XLSX),
    File(N_("Tabel (CSV)"), table.csv_table, table.CSV_NAME, CSV),
)
NO_FORM = N_("Het verwijsformulier hoort hier niet bij: het is voor jou, en het vertelt waarover het gaat.")
BARE = N_(
    "Bij {which} staat niets op het kaartje: het zou te veel vertellen. Kies een plek, of zet site en mail erop."
)
IN_THE_LINK = N_(
    "De link houdt de plek vast die je koos, en of naam en site erop staan. Hoe jij het noemt niet: daar heet het "
    "Gesprek 1."
)
CARD_SHEET = File(N_("Kaartje (PDF)"), printing.card_pdf, printing.CARD_NAME, PDF)
CARD_CONTACTS = File(N_("Adressen (vCard)"), vcard.neutral_vcards, vcard.CARD_NAME, VCARD)


def show_handing_over(catalogue: Catalogue, now: datetime, near: Place | None) -> None:
    """Every form in which the list can be handed over."""
    st.header(_("Geef het mee"), anchor=False)
    chosen = st.segmented_control(
        _("Taal van het blad"),
        languages(),
        default=language(),
        format_func=own_name,
        key="desk_paper_language",
    )
    make = partial(_made, catalogue, mine.shortlist(), now, chosen or language(), near)
    here = (st.context.url or "").partition("?")[0]
    handed = hand_over(mine.shortlist(), catalogue, now, near=near)
    placed = _at_their_doors(handed, near)
    link = f"{here}?{LIST}={encode_list(placed, catalogue)}"
    with st.container(key="hand_both"):
        with st.container(key="hand_worker"):
            st.subheader(_("Voor jezelf of een collega"), anchor=False)
            with st.container(key="hand_worker_row", horizontal=True):
                _offer(FOR_WORKER, make)
            st.text_input(_("Link naar dit lijstje, zonder nota's"), link, key=f"link_{link}")
            _text(_("Tekst voor een bericht"), make, message.message, "worker")
        with st.container(key="hand_client"):
            st.subheader(_("Voor de jongere: vertelt niet waarover het gaat"), anchor=False)
            with st.container(key="hand_client_row", horizontal=True):
                _offer((CARD_SHEET, CARD_CONTACTS), make)
            st.html(note_html(_(NO_FORM)))
            if bare := [str(number) for number, entry in enumerate(neutral(handed), start=1) if entry.is_bare]:
                st.html(note_html(_(BARE, which=listed(bare))))
            neutral_link = _to_card(here, encode_list(placed, catalogue, Kind.CLIENT), chosen)
            st.text_input(_("Link naar het kaartje"), neutral_link, key=f"link_{neutral_link}")
            st.html(note_html(_(IN_THE_LINK)))
            _text(_("Tekst voor een bericht, neutraal"), make, message.neutral_message, "client")


def _at_their_doors(handed: Handover, near: Place | None) -> Shortlist:
    """The list with the doors that are nearest to this place: a link does not know the place."""
    choices = [entry.choice for entry in handed.entries]
    doors = [next((way.place.id for way in entry.ways if way.place), None) for entry in handed.entries]
    placed = [c.model_copy(update={"door": c.door or door}) for c, door in zip(choices, doors, strict=True)]
    return Shortlist(choices=tuple(placed if near else choices))


def _to_card(here: str, codes: str, code: str | None) -> str:
    """The address of the client's page, in the language with this code."""
    kept = {CODES: codes} | ({LANGUAGE: code} if code and code != DUTCH else {})
    return f"{here.rpartition('/')[0]}{CLIENTS_PAGE}?{urlencode(kept)}"


def _made(
    catalogue: Catalogue, shortlist: Shortlist, now: datetime, code: str, near: Place | None, form: Make
) -> bytes:
    """One form of the list as it goes into a file."""
    made = form(hand_over(shortlist, catalogue, now, language=code, near=near))
    return made.encode() if isinstance(made, str) else made


def _offer(files: Iterable[File], make: Callable[[Make], bytes]) -> None:
    """A button for each file, which makes it when it is pressed and not before."""
    for file in files:
        label = _(file.label)
        st.download_button(
            label, partial(make, file.form), file.name, file.media_type, key=f"get_{label}", on_click="ignore"
        )


def _text(label: str, make: Callable[[Make], bytes], form: Make, name: str) -> None:
    """A text to copy, written only when it is asked for."""
    if st.toggle(label, key=f"desk_text_{name}"):
        text = make(form).decode()
        # A key of its own for each text: what was changed in another one must not stick.
        st.text_area(label, text, height=260, key=f"text_{name}_{hash(text)}", label_visibility="collapsed")
