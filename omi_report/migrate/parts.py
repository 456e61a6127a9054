"""Parts of a kind that is gone, and the criteria that showed something of them."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.migrate.layout import pair_removed, pair_replaced
from omi_report.migrate.page import Page, Plain
from omi_report.migrate.performance import SUMMARY
from omi_report.migrate.ratings import sections_of
from omi_report.migrate.step import Step, Undecided
from omi_report.migrate.values import is_yes, mappings_in, without
from omi_report.problems import Edit
from omi_report.source.tree import Path

GENERAL = "mixed"
"""The kind of part that takes their place."""
FORMER_KINDS = ("performance", "context")
"""The kinds that are gone. Each was the id of its part, unless that had one of its own."""
PART_FILES = tuple(f"{kind}.yaml" for kind in FORMER_KINDS)
"""Their files."""


def _has_former_part(data: dict[str, Plain]) -> bool:
    return any(part.get("kind") in FORMER_KINDS for _, part in mappings_in(data, "parts"))


def _part_edits(page: Page) -> Iterator[Edit]:
    for at, part in mappings_in(page.data, "parts"):
        kind = part.get("kind")
        if kind not in FORMER_KINDS:
            continue
        path: Path = ("parts", at)
        named = "id" in part
        yield pair_replaced(page, (*path, "kind"), [f"kind: {GENERAL}", *([] if named else [f"id: {kind}"])])
        if named and part["id"] is None:
            yield pair_replaced(page, (*path, "id"), [f"id: {kind}"])


def _parts_meant(data: dict[str, Plain]) -> dict[str, Plain]:
    return data | {"parts": [_part_meant(part) for part in data["parts"]]}


def _part_meant(part: Plain) -> Plain:
    if not isinstance(part, dict) or part.get("kind") not in FORMER_KINDS:
        return part
    return part | {"kind": GENERAL, "id": part.get("id") or part["kind"]}


PARTS = Step("the kinds performance and context → mixed", "parts", _has_former_part, _part_edits, _parts_meant)


# ---- what a criterion shows ------------------------------------------------------------------------------------------

_KEY = "shows_performance"


def _showing(data: dict[str, Plain]) -> Iterator[tuple[Path, dict[str, Plain]]]:
    """Yield each criterion that says whether it shows the performance summary, with its path."""
    for path, section in sections_of(data):
        for at, criterion in mappings_in(section, "criteria"):
            if _KEY in criterion:
                yield (*path, "criteria", at), criterion


def undecided_parts(page: Page) -> Iterator[Undecided]:
    """Yield criteria that show what no part prints."""
    printed = any(part.get("kind") in ("performance", GENERAL) for _, part in mappings_in(page.data, "parts"))
    for path, criterion in _showing(page.data):
        if is_yes(criterion[_KEY]) and not printed:
            hint = "add «- {kind: performance, heading: …}» to the parts, or remove this key"
            yield Undecided(page.at((*path, _KEY), key=True), "no part has what this criterion shows", hint)


def _shows(page: Page) -> Iterator[Edit]:
    for path, criterion in _showing(page.data):
        if is_yes(criterion[_KEY]):
            yield pair_replaced(page, (*path, _KEY), [f"shows: [{SUMMARY}]"])
        else:
            yield pair_removed(page, (*path, _KEY))


def _shows_meant(data: dict[str, Plain]) -> dict[str, Plain]:
    sections = []
    for section in data["sections"]:
        listed = section.get("criteria") if isinstance(section, dict) else None
        if isinstance(listed, list):
            sections.append(section | {"criteria": [_criterion_meant(each) for each in listed]})
        else:
            sections.append(section)
    return data | {"sections": sections}


def _criterion_meant(criterion: Plain) -> Plain:
    if not isinstance(criterion, dict) or _KEY not in criterion:
        return criterion
    return without(criterion, _KEY) | ({"shows": [SUMMARY]} if is_yes(criterion[_KEY]) else {})


SHOWS = Step(
    "shows_performance → shows",
    "sections",
    lambda data: any(True for _ in _showing(data)),
    _shows,
    _shows_meant,
)
