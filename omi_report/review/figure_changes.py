"""The named figures that are others in one report than in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.document.inlines import FigureInline, Inlines
from omi_report.document.tree import Document
from omi_report.review.change import FigureChange
from omi_report.review.nodes import ReportNode
from omi_report.review.places import address_of, place_of

_Printed = dict[str, list[tuple[str, str]]]
"""How a figure is printed, each with the places and their addresses, in the order of the report."""


def figure_changes(old: Document, new: Document) -> Iterator[FigureChange]:
    """Yield the figures that changed, by their names: ``1.2/…`` before ``1.10/…``."""
    before, after = _figures(old), _figures(new)
    for name in sorted({*after, *before}, key=_in_order):
        was, now = before.get(name, {}), after.get(name, {})
        gone, come = [each for each in was if each not in now], [each for each in now if each not in was]
        if was and now and not (gone and come):
            continue  # only said in more forms, or in fewer
        old_text, new_text = next(iter(gone or was), None), next(iter(come or now), None)
        places = dict(place for each in (now or was).values() for place in each)
        yield FigureChange(name, old_text, new_text, tuple(places), tuple(places.values()))


def _in_order(name: str) -> tuple[object, ...]:
    """What names are put in order by: the numbers in them as numbers."""
    return tuple((int(each), "") if each.isdecimal() else (0, each) for each in re.split(r"(\d+)", name))


def _figures(document: Document) -> dict[str, _Printed]:
    """The named figures of a report: how each is printed, and where."""
    found: dict[str, _Printed] = {}
    for node in ReportNode(document).walk():
        for each in node.lines:
            for figure in _figures_in(each):
                if figure.name:
                    place = (place_of(node, short=True), address_of(node))
                    found.setdefault(figure.name, {}).setdefault(figure.text, []).append(place)
    return found


def _figures_in(children: Inlines) -> Iterator[FigureInline]:
    for child in children:
        if isinstance(child, FigureInline):
            yield child
        elif not isinstance(child, str):
            yield from _figures_in(getattr(child, "children", ()))
