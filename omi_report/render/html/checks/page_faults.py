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

    ``marked`` makes the page again with its tags marked, ``by_omi`` without the folder.
    """
    placed = _found_again(marked, facts)
    if {fault.said for fault in placed} != {fault.said for fault in found}:  # the marks stood in each other's way
        placed = list(found)
    known = {fault.said for fault in _found_again(by_omi, facts)}
    return [_in_folder(fault, folder) for fault in placed if fault.said not in known]


def _found_again(make: Callable[[], str], facts: PageFacts) -> list[TemplateFault]:
    try:
        return page_faults(make(), facts)
    except OmiError:
        return []


def _in_folder(fault: TemplateFault, folder: Path) -> TemplateFault:
    place = str(folder / fault.place) if fault.place else str(folder)
    return replace(fault, place=place, first=str(folder / fault.first) if fault.first else "")
