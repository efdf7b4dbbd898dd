"""Services as a table for a worker: CSV, or a workbook that a spreadsheet opens without running anything."""

import io
from typing import TYPE_CHECKING

from directory.exchange.handover import Entry, Handover, Way, in_its_language, plain
from directory.model.channel import Kind, Mode
from directory.wording import printed
from directory.wording.messages import _
from directory.wording.overview import Table, as_csv

# openpyxl itself is imported where it is used: most who come here want no workbook.
if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell

CSV_NAME = "contactgegevens.csv"
XLSX_NAME = "contactgegevens.xlsx"
WIDTHS = (30, 30, 50, 30, 28, 34, 40, 30, 30, 40, 40, 40, 40)
"""Of the columns, in characters."""
LONGEST_CELL = 32_000
"""A workbook holds 32,767 characters in a cell."""


@in_its_language
def rows(handover: Handover) -> Table:
    """A row a service, in the words of the card."""
    return [_row(entry, handover) for entry in handover.entries]


def csv_table(handover: Handover) -> str:
    """The table as CSV, as the office programs of here open it."""
    return as_csv(rows(handover))


@in_its_language
def xlsx_table(handover: Handover) -> bytes:
    """The table as a workbook (Office Open XML); every cell is text, also one that begins with '='."""
    from openpyxl import Workbook  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet(printed.contacts())
    table = rows(handover)
    for number, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "B2"
    head = list(table[0]) if table else []
    for line in [head, *(list(row.values()) for row in table)]:
        sheet.append([_text_cell(sheet, value, bold=line is head) for value in line])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _text_cell(sheet: object, value: str, *, bold: bool) -> "WriteOnlyCell":
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    cell = WriteOnlyCell(sheet, value[:LONGEST_CELL])
    cell.data_type = "s"
    cell.font = Font(bold=bold)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _row(entry: Entry, handover: Handover) -> dict[str, str]:
    card = entry.card
    # Translators: these are the heads of the columns of a table of services; no two of them the same.
    values = {
        _("Dienst"): card.title,
        _("Organisatie"): card.organisation_name or card.title,
        _("Wat"): card.description,
        _("Voor wie"): card.for_whom,
        _("Bellen"): _ways(entry, Kind.PHONE),
        _("Online"): _ways(entry, *(k for k in Kind if k.mode is Mode.ONLINE and k is not Kind.EMAIL)),
        _("Mailen"): _ways(entry, Kind.EMAIL),
        _("Site"): card.website.href if card.website else "",
        _("Ter plaatse"): _ways(entry, *(k for k in Kind if k.mode is Mode.IN_PERSON)),
        _("Goed om te weten"): " · ".join(card.facts),
        _("Eerste stap"): card.what_happens or "",
        _("Hoe zeker"): " · ".join([*card.notes, card.known_since, handover.dated]),
        _("Bronnen"): "; ".join(f"{source.name} ({source.dated}) {source.href}" for source in card.sources),
    }
    return {name: plain(value) for name, value in values.items()}


def _ways(entry: Entry, *kinds: Kind) -> str:
    return "\n".join(_way(way, named=len(kinds) > 1) for way in entry.ways if way.kind in kinds)


def _way(way: Way, *, named: bool) -> str:
    told = " · ".join([way.hours, *([way.cost] if way.cost else []), *way.notes])
    return printed.way(way.how, way.text, told) if named else f"{way.text} ({told})"
