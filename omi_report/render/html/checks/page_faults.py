"""All checks of a page, and where in the templates of the user's own what they found was written.

A page that is as it should be is looked at once. Only where something was found is it made again, twice: by templates
that mark their tags with their places, and by omi's own templates alone. What these do as well is no fault of a
template.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from omi_report.errors import OmiError
from omi_report.render.html.checks import activity, alternatives, anchors, headings, ids, links, tags
from omi_report.render.html.checks.fault import PageFacts, TemplateFault
from omi_report.render.html.checks.markup import markup_of

_CHECKS = (tags, ids, anchors, links, alternatives, activity, headings)


def page_faults(page: str, facts: PageFacts) -> list[TemplateFault]:
    """Return what is wrong with a page that templates made, each fault once."""
    markup = markup_of(page)
    return list(dict.fromkeys(fault for each in _CHECKS for fault in each.check(markup, facts)))


def faults_with_places(
    found: Sequence[TemplateFault],
    facts: PageFacts,
    folder: Path,
    marked: Callable[[], str],
    by_omi: Callable[[], str],
) -> list[TemplateFault]:
    """Return what was found on a page with the places in a template folder, less what omi's own templates do as well.

    It comes in the order of files and lines. ``marked`` makes the page again with its tags marked, ``by_omi`` without
    the folder.
    """
    # What is broken in a tag can break its mark as well
    placed = {fault.said: fault for fault in reversed(_found_again(marked, facts))}
    known = {fault.said for fault in _found_again(by_omi, facts)}
    own = [placed.get(fault.said, fault) for fault in found if fault.said not in known]
    templates = sorted((folder / "html").rglob("*.html"))
    otherwise = templates[0] if len(templates) == 1 else folder
    return [_in_folder(fault, folder, otherwise) for fault in sorted(own, key=_order)]


def _order(fault: TemplateFault) -> tuple[str, int]:
    file, _colon, line = fault.place.rpartition(":")
    return (file, int(line)) if line.isdigit() else (fault.place, 0)


def _found_again(make: Callable[[], str], facts: PageFacts) -> list[TemplateFault]:
    try:
        return page_faults(make(), facts)
    except OmiError:
        return []


def _in_folder(fault: TemplateFault, folder: Path, otherwise: Path) -> TemplateFault:
    """A fault with its place as a path; ``otherwise`` is that of one that is not known."""
    place = str(folder / fault.place) if fault.place else str(otherwise)
    return replace(fault, place=place, first=str(folder / fault.first) if fault.first else "")
