"""Random edits of a report, with what each did: findings reworded, moved, added, removed, reordered; figures changed.

They work on any report, and what they did is known without the program, so that it can be asked whether it sees them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from omi_report.document.printed import line
from omi_report.document.tree import DivisionBlock, Document, FindingItem, FindingsBlock, ParagraphBlock, Part

WORDS = "late early careful partial prompt thorough uneven steady regular seldom clearly partly".split()


@dataclass(frozen=True, slots=True)
class Edit:
    """What was done to a finding: how (as changes say it), its address before, and after."""

    how: str
    before: str = ""
    after: str = ""


Findings = dict[tuple[str, str], list[FindingItem]]
"""The findings of a report by the address of their criterion and their kind."""


def edited(
    document: Document, chosen: random.Random, share: float = 0.3, edits: Sequence[Editing] = ()
) -> tuple[Document, list[Edit]]:
    """Edit about a share of the findings of a report. Returns the new report and what was done."""
    findings = {key: list(items) for key, items in findings_of(document).items()}
    every = [(key, item) for key, items in findings.items() for item in items]
    done: list[Edit] = []
    for key, item in every:
        if chosen.random() < share:
            done.append(chosen.choice(edits or EDITS)(findings, key, item, chosen))
    return with_findings(document, findings), done


def findings_of(document: Document) -> Findings:
    """Return the findings of a report by criterion and kind."""
    return {
        (division.id, block.kind): list(block.findings)
        for division in _criteria(document)
        for block in division.blocks
        if isinstance(block, FindingsBlock)
    }


def with_findings(document: Document, findings: Findings) -> Document:
    """Return a report with other findings, lettered anew; the addresses of their places are theirs too."""

    def renewed(division: Any) -> Any:
        if not isinstance(division, DivisionBlock) or not division.id.startswith("criterion-"):
            return division
        blocks = (
            replace(block, findings=tuple(_lettered(division.id, block.kind, findings[division.id, block.kind])))
            if isinstance(block, FindingsBlock)
            else block
            for block in division.blocks
        )
        return replace(division, blocks=tuple(blocks))

    return replace(
        document, parts=tuple(replace(part, blocks=tuple(map(renewed, part.blocks))) for part in document.parts)
    )


def _lettered(criterion: str, kind: str, items: list[FindingItem]) -> Iterator[FindingItem]:
    number = criterion.removeprefix("criterion-")
    for index, item in enumerate(items):
        letter = "abcdefghijklmnopqrstuvwxyz"[index]
        place = f"finding-{number}-{kind}-{letter}"
        yield replace(item, letter=letter, also=(place,)) if item.also else replace(item, letter=letter, id=place)


def without_ids(document: Document) -> Document:
    """Return a report none of whose findings has an id of its own."""
    findings = {key: [replace(item, id="", also=()) for item in items] for key, items in findings_of(document).items()}
    return with_findings(document, findings)


def _criteria(document: Document) -> Iterator[DivisionBlock]:
    part: Part
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, DivisionBlock) and block.id.startswith("criterion-"):
                yield block


def _reword(findings: Findings, key: tuple[str, str], item: FindingItem, chosen: random.Random) -> Edit:
    block = item.blocks[-1]
    if not isinstance(block, ParagraphBlock):
        return Edit("same", item.id, item.id)
    new = replace(
        item, blocks=(*item.blocks[:-1], replace(block, children=(*block.children, f" It was {_words(chosen)}.")))
    )
    _exchange(findings, key, item, new)
    return Edit("changed", item.id, item.id)


def _remove(findings: Findings, key: tuple[str, str], item: FindingItem, _chosen: random.Random) -> Edit:
    findings[key].remove(item)
    return Edit("removed", item.id)


def _add(findings: Findings, key: tuple[str, str], item: FindingItem, chosen: random.Random) -> Edit:
    words = f"{' '.join(_words(chosen) for _ in range(12))}."
    new = FindingItem(f"{item.id}-new", "", (ParagraphBlock((words,)),), ("place",))
    findings[key].insert(chosen.randint(0, len(findings[key])), new)
    return Edit("added", after=new.id)


def _move(findings: Findings, key: tuple[str, str], item: FindingItem, chosen: random.Random) -> Edit:
    other = chosen.choice([each for each in findings if each[0] != key[0] and each[1] == key[1]])
    findings[key].remove(item)
    # its address has the number of its criterion in it
    number = other[0].removeprefix("criterion-")
    new = replace(item, id=f"finding-{number}-{item.id.split('-', 2)[-1]}-moved")
    findings[other].insert(chosen.randint(0, len(findings[other])), new)
    return Edit("moved", item.id, new.id)


def split(findings: Findings, key: tuple[str, str], item: FindingItem, chosen: random.Random) -> Edit:
    """Make two findings of one: the first keeps its id, and the second is put anywhere below the same criterion."""
    block = item.blocks[-1]
    words = line(block.children).split() if isinstance(block, ParagraphBlock) else []
    if len(words) < 12:
        return Edit("same", item.id, item.id)
    at = chosen.randint(4, len(words) - 4)
    halves = [(ParagraphBlock((" ".join(half),)),) for half in (words[:at], words[at:])]
    _exchange(findings, key, item, replace(item, blocks=(*item.blocks[:-1], *halves[0])))
    new = FindingItem(f"{item.id}-split", "", halves[1], ("place",) if item.also else ())
    findings[key].insert(chosen.randint(0, len(findings[key])), new)
    return Edit("split", item.id, new.id)


def _words(chosen: random.Random) -> str:
    return chosen.choice(WORDS)


def _exchange(findings: Findings, key: tuple[str, str], item: FindingItem, new: FindingItem) -> None:
    findings[key][findings[key].index(item)] = new


Editing = Callable[[Findings, tuple[str, str], FindingItem, random.Random], Edit]
"""Changes findings in place, of which one is given, and says what it did."""

EDITS: tuple[Editing, ...] = (
    _reword,
    _remove,
    _add,
    _move,
)
"""What is done to findings that stay whole."""
