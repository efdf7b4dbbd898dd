"""Services as plain text, to paste into a message or a mail."""

from directory.exchange.handover import Entry, Handover, Way, plain, readable
from directory.exchange.neutral import NeutralEntry, neutral


def message(handover: Handover) -> str:
    """All services with how to reach them, where one reads more, and the date."""
    words = handover.words
    services = [_entry(entry, words.note) for entry in handover.entries]
    return _joined([*services, f"{handover.dated}. {handover.caution}"])


def neutral_message(handover: Handover) -> str:
    """The same for a client: labels for names, and nothing that tells what it is about."""
    return _joined([*(_neutral(entry, handover) for entry in neutral(handover)), handover.dated])


def _entry(entry: Entry, note: str) -> str:
    lines = [entry.card.title, *(_way(way) for way in entry.ways), entry.site or ""]
    lines += [" · ".join(entry.card.facts), f"{note}: {entry.choice.note}" if entry.choice.note else ""]
    return "\n".join(line for line in lines if line)


def _way(way: Way) -> str:
    told = " · ".join([way.hours, *([way.cost] if way.cost else [])])
    return f"{way.how}: {_pressable(way.text, way.href)} ({told})"


def _neutral(entry: NeutralEntry, handover: Handover) -> str:
    ways = [
        f"{way.how}: {_pressable(way.text, way.href)}{f' ({way.hours})' if way.hours else ''}" for way in entry.ways
    ]
    return "\n".join([entry.label, *(ways or [handover.words.ask_giver]), *([entry.site] if entry.site else [])])


def _pressable(text: str, href: str | None) -> str:
    """A web address whole, so that the message makes a link of it; anything else as people write it."""
    is_page = href is not None and href.startswith(("https://", "http://"))
    return href if href and is_page and text == readable(href) else text


def _joined(parts: list[str]) -> str:
    return plain("\n\n".join(parts)) + "\n"
