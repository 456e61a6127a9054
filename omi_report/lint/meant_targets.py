"""What a reference that leads nowhere was most likely meant to lead to; imported when there is such a reference."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from typing import NamedTuple

from omi_report.inspection import Inspection
from omi_report.lint.rules.references.unknown_target import ROLES, called, targets
from omi_report.numbering import name_of
from omi_report.problems import A_SLIP, closest
from omi_report.prose.nodes import Role

_MOST_TOKENS = 3
"""Of how many pieces between spaces the name of a target may be made: P 1.1."""

_LETTERED = re.compile(r"(?P<number>.+?)[ /]?(?:\((?P<bracketed>[a-z]|[0-9]{1,2})\)|(?P<letter>[a-z]))")
_IN_PRINT = re.compile(r"(?:[A-Za-z]+ )?(?P<number>[0-9]{1,3})")


class Unclosed(NamedTuple):
    """A target behind which the backtick is missing, and how many characters of the role go up to there."""

    target: str
    length: int


def unclosed(written: str, known: Container[str]) -> Unclosed | None:
    """Return the target of a role that goes on into words or into another role; None where it does not.

    ``written`` is the role as it stands in the text, ``known`` are the names that it may point at.
    """
    start = written.index("`") + 1
    start += written.startswith("~", start)
    inside = written[start:].removesuffix("`")
    if " " not in inside and "{" not in inside:
        return None
    tokens = list(re.finditer(r"[^\s{]+", inside))[:_MOST_TOKENS]
    for last in reversed(tokens):
        target = inside[: last.end()].rstrip(".,;:)")
        if name_of(target) in known:
            return Unclosed(target, start + len(target))
    if "{" not in inside or not tokens:
        return None
    target = tokens[0].group().rstrip(".,;:)")
    return Unclosed(target, start + len(target))


def target_hint(inspection: Inspection, node: Role, known: list[str]) -> str:
    """Say where a reference that leads nowhere was meant to lead, or where such references can lead."""
    tilde = "~" if node.short else ""

    def written(name: str, role: str = node.role) -> str:
        return f"{{{role}}}`{tilde}{name}`"

    for role in ROLES:
        if role != node.role and node.target in targets(inspection, role):
            what = called(role, inspection.framework.terms)[0]
            return (
                f"«{node.target}» is {'an' if what[0] in 'aeiou' else 'a'} {what}: write {written(node.target, role)}"
            )
    numbered = _by_number(inspection, node)
    if numbered:
        return f"it goes by its name: write {written(numbered)}"
    if node.role == "finding":
        return finding_hint(inspection, node.target, known, written)
    nearest = closest(node.target, known)
    if nearest:
        return f"did you mean {written(nearest[0])}?"
    if known:
        return f"known: {', '.join(known)}"
    return f"this report has no {called(node.role, inspection.framework.terms)[1]}"


def finding_hint(inspection: Inspection, name: str, known: list[str], written: Callable[[str], str] = str) -> str:
    """Say which finding was meant by a name that none has, or how to give it one.

    ``known`` are the names that may stand there, and ``written`` writes a name as it is to stand there.
    """
    criteria = inspection.framework.criteria
    lettered = _by_letter(inspection, name, known)
    if lettered:
        return f"did you mean {' or '.join(map(written, lettered))}?"
    number, _, own = name.partition("/")
    if number not in criteria:
        match = _LETTERED.fullmatch(name)
        number = name_of(match["number"]) if match else number
    nearest = _nearest_finding(number, own, known) if number in criteria else closest(name, known)
    if nearest:
        return f"did you mean {written(nearest[0])}?"
    under = [each for each in known if each.partition("/")[0] == number]
    if under:
        return f"known under {number}: {', '.join(map(written, under))}"
    example = written(f"{number if number in criteria else next(iter(criteria), '1.2')}/its-id")
    return f"give the finding an id, and write {example}"


def _nearest_finding(number: str, own: str, known: list[str]) -> list[str]:
    """The finding of a criterion with an id like one, or that of another criterion with the same id or a slip in it."""
    ids = {each: each.partition("/")[2] for each in known}
    under = {short: each for each, short in ids.items() if each == f"{number}/{short}"}
    elsewhere = {short: each for each, short in ids.items()}
    return [under[each] for each in closest(own, under)] or [
        elsewhere[each] for each in closest(own, elsewhere, A_SLIP)
    ]


def _by_letter(inspection: Inspection, name: str, known: list[str]) -> list[str]:
    """The findings that have a letter or number under a criterion: those meant by 1.5(a)."""
    match = _LETTERED.fullmatch(name)
    if match is None:
        return []
    number, mark = name_of(match["number"]), match["bracketed"] or match["letter"]
    findings = inspection.outline.findings
    return [each for each in known if (findings[each].criterion, findings[each].mark) == (number, mark)]


def _by_number(inspection: Inspection, node: Role) -> str:
    """The name of the appendix, table or chart that is printed with a number."""
    match = _IN_PRINT.fullmatch(node.target)
    if match is None:
        return ""
    outline, number = inspection.outline, int(match["number"])
    match node.role:
        case "appendix":
            named = {placed.part.name: placed.appendix for placed in outline.parts if placed.appendix}
        case "table":
            named = outline.tables
        case "chart":
            named = outline.charts
        case _:
            return ""
    return next((name for name, each in named.items() if each == number), "")
