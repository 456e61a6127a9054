"""Whether a framework that was changed is sound: what today's format refuses is said before anything is written."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.migrate.framework import migrated_framework
from omi_report.migrate.page import Page, Plain
from omi_report.migrate.scales import LISTS, is_out_of_order
from omi_report.migrate.score_texts import NAMES as TEXT_NAMES
from omi_report.migrate.step import Migrated, Undecided
from omi_report.model.consistency import flaws
from omi_report.model.framework import Framework
from omi_report.model.kinds import Kinds
from omi_report.model.readers import read
from omi_report.model.shape import in_words
from omi_report.source.reader import read_tree
from omi_report.source.tree import Path


def sound_framework(text: str, shown: str, kinds: Kinds) -> Migrated:
    """Change the text of a framework. Where today's format would refuse what it becomes, that is undecided.

    ``shown`` is its path in messages, ``kinds`` are the kinds of part that there are. Places are those of the text as
    it was.
    """
    migrated = migrated_framework(text, shown)
    before = Page.of(text, shown) if migrated.changes else None
    if before is None:
        return migrated
    refused = tuple(_refused(before, migrated.text, kinds))
    return Migrated(text, undecided=refused) if refused else migrated


def _refused(before: Page, text: str, kinds: Kinds) -> Iterator[Undecided]:
    root, _ = read_tree(text, before.shown)
    framework, faults = read(Framework, root)
    for fault in faults:
        yield Undecided(before.at(_former(fault.path, before.data)), in_words(fault), "see the reference of frameworks")
    if framework is not None:
        for flaw in flaws(framework, kinds):
            yield Undecided(before.at(_former(flaw.path, before.data), key=flaw.key), flaw.message, flaw.hint)


def _former(path: Path, data: dict[str, Plain]) -> Path:
    """Where something of a framework stood before it was changed, or the nearest place to that."""
    match path:
        case ("scales", int(at), "bands", *rest):
            key = [each.key for each in LISTS if data.get(each.key)][at]
            return (key,) if key == "bands" and is_out_of_order(data) else (key, *rest)
        case ("answers", *rest):
            return ("scale", *rest)
        case ("ratings", *_):
            return ("weights",) if "weights" in data else ("sections",)
        case ("parts", int(), "texts", str(name)):
            former = {today: each for each, today in TEXT_NAMES.items()}
            return ("score_texts", former.get(name, name))
        case _:
            return path
