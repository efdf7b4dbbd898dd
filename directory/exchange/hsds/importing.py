"""Bring a feed of HSDS into a data folder: one YAML file an organisation, and what could not be carried, told."""

import difflib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from directory.exchange.hsds.adopting import adopted
from directory.exchange.hsds.adoption import Adoption
from directory.exchange.hsds.feed import Feed, Found, read_feed
from directory.exchange.hsds.holding import what_holds
from directory.exchange.hsds.joined import services_of
from directory.exchange.hsds.kept import Kept, as_text, read_kept, state_file
from directory.exchange.hsds.mapping import Plain
from directory.exchange.hsds.merging import Conflict, merged, with_what_was_lost
from directory.exchange.hsds.naming import Naming, slug
from directory.exchange.hsds.restoring import restored, slug_of, slugs_in
from directory.exchange.hsds.withheld import what_leaves, withheld
from directory.exchange.hsds.yaml_files import edited_text, plain_text
from directory.model.catalogue import Catalogue
from directory.model.organisation import Organisation
from directory.store.files import ORGANISATIONS, read_catalogue, read_organisation
from directory.store.problems import Problem, Severity, must_be_mended, quoted


@dataclass(slots=True)
class Brought:
    """What an import would write: the new text of each file beside the old one, the state to keep, and problems."""

    files: dict[Path, tuple[str, str]] = field(default_factory=dict)
    state: tuple[Path, str] | None = None
    problems: list[Problem] = field(default_factory=list)

    def differences(self) -> Iterator[str]:
        """The changes of the files, line by line (unified diff)."""
        for file, (old, new) in self.files.items():
            before = str(file) if old else "/dev/null"
            yield from difflib.unified_diff(old.splitlines(), new.splitlines(), before, str(file), lineterm="", n=1)

    def write(self) -> None:
        """Write the files and the state.

        Raises:
            OSError: when one cannot be written.
        """
        for file, (_, text) in self.files.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            _replace(file, text)
        if self.state:
            file, text = self.state
            file.parent.mkdir(parents=True, exist_ok=True)
            _replace(file, text)


def feed_name(path: Path) -> str:
    """The name under which the state of a feed is kept: that of its file or folder."""
    return re.sub(r"[^A-Za-z0-9._-]", "-", path.resolve().name.removesuffix(".json")) or "feed"


def bring_in(path: Path, folder: Path, adoption: Adoption, read: Callable[[Path], Feed] = read_feed) -> Brought:
    """What it takes to bring the feed in a file or folder into a data folder; nothing is written yet.

    `adoption` says how to take over what others write, `read` how to read their file or folder.

    Raises:
        ValueError: when what was kept of this feed cannot be read.
    """
    feed = read(path)
    brought = Brought(problems=feed.problems)
    state = state_file(folder, feed_name(path))
    kept = read_kept(state)
    now = Kept(ids=dict(kept.ids))
    here = read_catalogue(folder)[0].organisations
    adoption.naming, adoption.terms, adoption.problems = Naming(now.ids, _taken(here)), feed.terms, feed.problems
    called = {slug(name): o.id for o in here for name in (o.name, *o.also_known_as) if slug(name)}
    for came in _that_may_come(list(_organisations(feed, adoption)), adoption):
        organisation = came.organisation
        if organisation.id in now.organisations:
            what, mend = "There are two organisations with this id of ours.", "Give one of them another id."
            brought.problems.append(came.found.problem("organisation", "id", what, mend, Severity.MUST_MEND))
            continue
        before = kept.organisations.get(organisation.id)
        plain = organisation.model_dump(mode="json", exclude_defaults=True)
        if before and not came.whole:
            plain = with_what_was_lost(before, plain, adoption.withheld)
        now.organisations[organisation.id] = plain
        file = folder / ORGANISATIONS / f"{organisation.id}.yaml"
        if (twin := called.get(slug(organisation.name))) and before is None and not file.exists():
            brought.problems.append(_second(came, twin))
        _bring(file, before, plain, brought)
    for gone in sorted(kept.organisations.keys() - now.organisations.keys()):
        what = "It is no longer in the feed, or could not be read."
        mend = "Look whether it still exists; its file stays as it is."
        brought.problems.append(Problem(str(path), 1, f"organisation {gone}", "", what, mend, Severity.WARNING))
        now.organisations[gone] = kept.organisations[gone]
    brought.problems = sorted(set(brought.problems))
    text = as_text(now)
    if now.organisations and (not state.exists() or state.read_text(encoding="utf-8") != text):
        brought.state = state, text
    return brought


def _second(came: "_Came", twin: str) -> Problem:
    """That an organisation of this name is there already, with another id."""
    what = f"There is an organisation {quoted(came.organisation.name)} already, in {twin}.yaml: now there are two."
    mend = "Look whether they are one; if so, put what is new into that file and take the other away."
    return came.found.problem("organisation", "name", what, mend)


def _taken(organisations: Sequence[Organisation]) -> set[str]:
    """Every id that a record of theirs has."""
    records = (r for o in organisations for r in (o, *o.locations, *o.services))
    channels = (c for o in organisations for s in o.services for c in s.channels)
    return {record.id for record in (*records, *channels)}


@dataclass(frozen=True, slots=True)
class _Came:
    """An organisation as it came; `whole` when nothing that belongs to it may have been lost on the way."""

    organisation: Organisation
    found: Found
    whole: bool


def _organisations(feed: Feed, adoption: Adoption) -> Iterator[_Came]:
    """Every organisation of the feed that holds: ours as they were, those of others as we can carry them."""
    slugs = slugs_in(found.record for found in feed.organisations.values())
    of = services_of(feed)
    all_was_read = not must_be_mended(tuple(feed.problems))
    for identity, found in feed.organisations.items():
        services = of.get(identity, [])
        adoption.unread = False
        if slug_of(found.record, "organisation"):
            plain = restored(found.record, (service.record for service in services), slugs)
            _note_places(found, services, adoption)
        else:
            plain = adopted(found, services, adoption)
        refused: list[Problem] = []
        organisation = what_holds(plain, found, refused)
        feed.problems += refused
        if organisation is not None:
            yield _Came(organisation, found, all_was_read and not refused and not adoption.unread)


def _note_places(organisation: Found, services: list[Found], adoption: Adoption) -> None:
    """Remember where the records of our own profile stand."""
    inside = [organisation.inside(place) for place in _records(organisation.record, "locations")]
    channels = [s.inside(channel) for s in services for channel in _records(s.record, "service_at_locations")]
    kinds = {"organisation": [organisation], "location": inside, "service": services, "channel": channels}
    for kind, found in kinds.items():
        for each in found:
            if known := slug_of(each.record, kind):
                adoption.note(known, each)
                for number in _records(each.record, "phones") if kind == "channel" else ():
                    adoption.note(known, each.inside(number), "value")


def _records(record: Plain, name: str) -> list[Plain]:
    inner = record.get(name)
    return [each for each in inner if isinstance(each, dict)] if isinstance(inner, list) else []


def _that_may_come(came: list[_Came], adoption: Adoption) -> Iterator[_Came]:
    """The same without hidden places that a feed gave away, or of which nobody says that they may be known."""
    hidden = withheld(Catalogue(tuple(each.organisation for each in came)))
    for each, organisation in zip(came, what_leaves((c.organisation for c in came), hidden), strict=True):
        if len(organisation.locations) < len(each.organisation.locations):
            what = (
                "It has a location that is hidden, or of a shelter that does not say if it is: it was not brought in."
            )
            mend = "Ask the organisation. Then add it by hand, with confidential: true or false."
            adoption.problems.append(each.found.problem("organisation", "locations", what, mend, Severity.MUST_MEND))
        yield replace(each, organisation=organisation)
    adoption.withheld.update(hidden)


def _bring(file: Path, before: Plain | None, there: Plain, brought: Brought) -> None:
    """Put what one organisation needs among what is to be written."""
    if not file.exists():
        if before is None:
            brought.files[file] = ("", plain_text(there))
        else:
            what = "Its file was taken away here."
            mend = "Nothing, when that was meant; else put the file back."
            brought.problems.append(
                Problem(str(file), 1, f"organisation {there['id']}", "", what, mend, Severity.WARNING)
            )
        return
    entry, problems = read_organisation(file)
    if entry is None:
        brought.problems += problems
        return
    here = entry.record.model_dump(mode="json", exclude_defaults=True)
    after, conflicts = merged(before, here, there)
    brought.problems += [_told(file, conflict) for conflict in conflicts]
    if after != here:
        text = file.read_text(encoding="utf-8")
        brought.files[file] = (text, edited_text(text, here, after))


def _told(file: Path, conflict: Conflict) -> Problem:
    what = f"The feed says {quoted(conflict.there)}, and it was changed here to {quoted(conflict.here)}."
    mend = "It stays as it is here; look which of the two is right."
    return Problem(str(file), 1, f"organisation {file.stem}", ", ".join(conflict.way), what, mend, Severity.WARNING)


def _replace(file: Path, text: str) -> None:
    unfinished = file.with_suffix(".part")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(file)
