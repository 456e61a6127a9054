"""Whether the parts of a framework can be printed as it has them, with all that it says of each."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.model import shape_rules as rules
from omi_report.model.flaws import Flaw, Place, twice
from omi_report.model.former import FORMER_KINDS, HINT as FORMER_HINT
from omi_report.model.framework import Framework, FrameworkPart
from omi_report.model.kinds import Kinds
from omi_report.problems import meant_or
from omi_report.source.tree import Path


def part_flaws(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Yield what is wrong with the list of parts, each held against what its kind prints."""
    yield from _listed(framework, kinds)
    yield from _headings(framework, kinds)
    yield from _useless(framework, kinds)
    yield from _first(framework, kinds)
    yield from _last(framework, kinds)


def empty_part_flaws(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Yield what kinds of part say of their own parts: what is printed nowhere, and what would be empty."""
    for at, part in enumerate(framework.parts):
        kind = kinds.get(part.kind)
        for each in kind.part_faults(part, framework) if kind else ():
            yield Flaw(("parts", at, *each.path), each.message, each.hint, key=each.path[-1] != "kind")


def led_nowhere(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Yield the flaw of parts that lead to the criteria, in a report that has no part in which these are printed."""
    if any(part.kind not in kinds for part in framework.parts):
        return  # it may be meant for the part that is missing
    placed = [kinds[part.kind] for part in framework.parts]
    leading = [kind.id for kind in placed if kind.leads_to_criteria]
    if not leading or any(kind.holds_criteria for kind in placed):
        return
    printing = " or ".join(kind.id for kind in kinds.values() if kind.holds_criteria)
    named = ", ".join(dict.fromkeys(leading))
    hint = f"add «- kind: {printing}», or remove the parts that lead there: {named}"
    yield Flaw(("parts",), "no part prints the %(terms_section)s, and the report refers to them", hint, True)


def unprinted_keys(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Yield what a framework says at its top for parts of some kinds, where it has none of them."""
    if any(part.kind not in kinds for part in framework.parts):
        return  # it may be meant for the part that is missing
    placed = {part.kind for part in framework.parts}
    printing: dict[str, list[str]] = {}
    for kind in kinds.values():
        for key in kind.framework_keys:
            printing.setdefault(key, []).append(kind.id)
    for key, named in printing.items():
        if placed.isdisjoint(named) and getattr(framework, key) != Framework.defaults[key]:
            hint = f"add «- kind: {' or '.join(named)}» to the parts, or remove it"
            yield Flaw((key,), f"no part of the report prints «{key}»", hint, key=True)


def _listed(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Unknown kinds of part, kinds that may stand once and stand twice, and names that two parts share."""
    seen: set[str] = set()
    named: list[Place] = []
    for at, part in enumerate(framework.parts):
        kind = kinds.get(part.kind)
        if kind is None:
            yield _unknown_kind(("parts", at, "kind"), part.kind, kinds)
        elif part.kind in seen and not kind.repeats:
            several = ", ".join(each.id for each in kinds.values() if each.repeats)
            hint = f"a report has one part of each kind (several only of {several}): remove one of the two"
            yield Flaw(("parts", at, "kind"), f"there is a second part of the kind «{part.kind}»", hint)
        else:
            named.append((("parts", at, "id" if part.id else "kind"), part.name))
        seen.add(part.kind)
    yield from twice("part", named)


def _unknown_kind(path: Path, name: str, kinds: Kinds) -> Flaw:
    """A kind of part that there is not, or not any more."""
    if name in FORMER_KINDS:
        message = f"the kind of part «{name}» is of the former format"
        return Flaw(path, message, FORMER_HINT, rule=rules.NOT_ALLOWED)
    hint = meant_or(f"use {', '.join(kinds)}", name, kinds)
    return Flaw(path, f"there is no kind of part «{name}»", hint, rule=rules.NOT_ALLOWED)


def _headings(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Parts without a heading, of kinds that have none of their own."""
    for at, part in enumerate(framework.parts):
        kind = kinds.get(part.kind)
        if kind is not None and not kind.names_itself and not part.heading:
            hint = "add «heading: …»: the contents and the texts that refer to the part call it by its heading"
            yield Flaw(("parts", at, "kind"), f"the part «{part.name}» has no heading", hint, rule=rules.MISSING_KEY)


def _useless(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Keys of a part that parts of its kind do nothing with."""
    for at, part in enumerate(framework.parts):
        kind = kinds.get(part.kind)
        if kind is None:
            continue
        for key, value in part.items():
            if key in _ALWAYS or key in kind.part_keys or value == FrameworkPart.defaults[key]:
                continue
            others = [each.id for each in kinds.values() if key in each.part_keys]
            hint = f"remove it: it belongs to a part of the kind {' or '.join(others)}" if len(others) < _FEW else ""
            message = f"the report prints no «{key}» of a part of the kind «{part.kind}»"
            if key == "appendix":
                message = f"a part of the kind «{part.kind}» cannot be an appendix"
            yield Flaw(("parts", at, key), message, hint or "remove it", key=True)


_ALWAYS = ("kind", "id")
_FEW = 4
"""Fewer kinds than that can be named in a hint."""


def _first(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Parts that can only stand at the head of the report, and stand elsewhere."""
    for at, part in enumerate(framework.parts):
        kind = kinds.get(part.kind)
        second = part.kind in [each.kind for each in framework.parts[:at]]
        if at and kind is not None and kind.comes_first and not second:
            message = f"a part of the kind «{part.kind}» can only be the first"
            yield Flaw(("parts", at, "kind"), message, "move it to the top of the list")


def _last(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Parts that can only stand at the end of the report, and stand elsewhere."""
    for at, part in enumerate(framework.parts[:-1]):
        kind = kinds.get(part.kind)
        if kind is not None and kind.comes_last and part.kind != framework.parts[-1].kind:
            message = f"a part of the kind «{part.kind}» can only be the last"
            yield Flaw(("parts", at, "kind"), message, "move it to the end of the list")
