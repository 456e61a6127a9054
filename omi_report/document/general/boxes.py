"""What the boxes of a part's file tell the rest of omi, beside their texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from omi_report.model.box_facts import box_ids, box_kinds, box_stories, box_titles
from omi_report.model.boxes import boxes_of


def _of_file(fact: Callable[..., Iterable[Any]]) -> Callable[..., Iterable[Any]]:
    return lambda _part, content: fact(boxes_of(content))


BOXES: dict[str, Callable[..., Iterable[Any]]] = {
    "titles": _of_file(box_titles),
    "unique_names": _of_file(box_ids),
    "framework_names": _of_file(box_kinds),
    "stories": _of_file(box_stories),
}
"""The facts by their names; each takes the part and the content of its file."""
