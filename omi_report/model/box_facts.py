"""The facts that a kind of file tells of its boxes. Each function takes the list of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from omi_report.model import facts
from omi_report.model.boxes import LIST, BoxEntry
from omi_report.source.tree import Path


def box_texts(
    boxes: Sequence[BoxEntry], where: str, scope: str = facts.REPORT_SCOPE, about: tuple[str, str] | None = None
) -> Iterator[facts.WrittenText]:
    """Yield the texts of boxes. ``where`` says in which place of the report they stand: ``criterion 1.2``.

    ``scope`` and ``about`` are those of `facts.WrittenText`.
    """
    for index, box in enumerate(boxes):
        yield facts.WrittenText((LIST, index, "text"), box.text, f"{where}, box {index + 1}", scope, "running", about)


def box_titles(boxes: Sequence[BoxEntry]) -> Iterator[Path]:
    """Yield the paths of the titles that boxes have."""
    return ((LIST, index, "title") for index, box in enumerate(boxes) if box.title)


def box_ids(boxes: Sequence[BoxEntry]) -> Iterator[facts.UniqueName]:
    """Yield the ids of boxes, each of which may stand once in its file."""
    return (facts.UniqueName("id", "", (LIST, index, "id"), box.id) for index, box in enumerate(boxes) if box.id)


def box_kinds(boxes: Sequence[BoxEntry]) -> Iterator[facts.FrameworkName]:
    """Yield the kinds of boxes, which must be the framework's."""
    return (facts.FrameworkName("kind of box", (LIST, index, "kind"), box.kind) for index, box in enumerate(boxes))


def box_stories(boxes: Sequence[BoxEntry]) -> Iterator[facts.PersonalEntry]:
    """Yield boxes as texts that tell of single people, as examples do."""
    for index, box in enumerate(boxes):
        path: Path = (LIST, index)
        yield facts.PersonalEntry((*path, "title"), (*path, "text"), box.pseudonyms, (*path, "pseudonyms"))
