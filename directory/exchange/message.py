"""Services as plain text, to paste into a message or a mail."""

from directory.exchange.handover import Entry, Handover, Way, in_its_language, plain, readable
from directory.exchange.neutral import NeutralEntry, neutral
from directory.wording import printed


@in_its_language
def message(handover: Handover) -> str:
    """All services with how to reach them, where one reads more, and the date."""
    return _joined([*map(_entry, handover.entries), f"{handover.dated}. {handover.caution}"])


@in_its_language
def neutral_message(handover: Handover) -> str:
    """The same for a client: labels for names, and nothing that tells what it is about."""
    return _joined([*map(_neutral, neutral(handover)), handover.dated])


def _entry(entry: Entry) -> str:
    lines = [entry.card.title, *map(_way, entry.ways), entry.site or "", " · ".join(entry.card.facts)]
    return "\n".join(line for line in lines if line)


def _way(way: Way) -> str:
    told = " · ".join([way.hours, *([way.cost] if way.cost else [])])
    return printed.way(way.how, _pressable(way.text, way.href), told)


def _neutral(entry: NeutralEntry) -> str:
    ways = [printed.way(way.how, _pressable(way.text, way.href), way.told) for way in entry.ways]
    cost = [entry.cost] if entry.cost else []
    return "\n".join(
        [entry.label, *cost, *(ways or [printed.nothing_to_show()]), *([entry.site] if entry.site else [])]
    )


def _pressable(text: str, href: str | None) -> str:
    """A web address whole, so that the message makes a link of it; anything else as people write it."""
    is_page = href is not None and href.startswith(("https://", "http://"))
    return href if href and is_page and text == readable(href) else text


def _joined(parts: list[str]) -> str:
    return plain("\n\n".join(parts)) + "\n"
