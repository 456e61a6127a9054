"""The findings of the criteria, and on which side of the line their figures are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from omi_report.evidence.figures import lookup
from omi_report.inspection import Inspection
from omi_report.model.area import Named, Prose
from omi_report.model.criterion import Criterion
from omi_report.model.findings import FindingKind, Side
from omi_report.model.framework import Framework
from omi_report.problems import Location
from omi_report.prose.nodes import ParsedText, Substitution
from omi_report.quantity import Quantity, percent_text

SIDES: tuple[Side, Side] = ("good", "poor")


class OneSided(NamedTuple):
    """A finding all of whose figures are on one side: its kind, the place of the first, and what they say."""

    kind: FindingKind
    place: Location
    length: int
    said: str


def on_one_side(
    inspection: Inspection, kinds: Iterable[FindingKind], wrong: Callable[[tuple[Fraction, ...]], bool]
) -> Iterator[OneSided]:
    """Yield the findings of some kinds whose figures have shares of work done well that are wrong for it, together.

    A figure has such a share where it answers a question of the cases or of a survey: its entry
    holds the share above the line, and ``rest`` in the text only says that the sentence is worded
    the other way round. A finding with a further figure, of which no share is known, is passed
    over: what it says as a whole cannot be told from the others.
    """
    named = inspection.percentages
    among = frozenset(kind.key for kind in kinds)
    for prose, parsed in inspection.texts:
        kind = kind_of(prose, inspection.framework)
        if kind is None or kind.key not in among:
            continue
        figures = _figures(prose, parsed)
        shares = {name: _share(inspection, named.get(name)) for name in figures}
        known = {name: share for name, share in shares.items() if share is not None}
        if known and len(known) == len(shares) and wrong(tuple(known.values())):
            first = next(iter(figures.values()))
            said = " and ".join(_written(share) for share in known.values())
            shown = f"the share of work done well is {said}"
            if len(known) > 1:
                shown = f"the shares of work done well are {said}"
            yield OneSided(kind, inspection.at(prose, first.offset), first.length, shown)


def kind_of(prose: Prose, framework: Framework) -> FindingKind | None:
    """Return the kind of the finding that a text is, or is the lead of; None where it is neither."""
    if prose.manner not in ("finding", "lead"):
        return None
    return next((kind for kind in framework.findings if kind.key == str(prose.path[0])), None)


def stands_under(inspection: Inspection, criterion: Criterion, side: Side) -> bool:
    """Whether a criterion has findings or boxes of a side."""
    sides = {box.id: box.side for box in inspection.framework.boxes}
    return bool(criterion.on_side(side)) or any(sides.get(box.kind) == side for box in criterion.boxes)


def standing_under(inspection: Inspection, criterion: Criterion) -> str:
    """Return what findings and boxes stand under a criterion: ``strengths and observations``."""
    kinds = [kind.plural for kind in criterion.finding_kinds if criterion.of_kind(kind)]
    names = {box.id: f"«{box.name}»" for box in inspection.framework.boxes}
    kinds += dict.fromkeys(names.get(box.kind, f"«{box.kind}»") for box in criterion.boxes)
    return " and ".join((", ".join(kinds[:-1]), kinds[-1])) if len(kinds) > 1 else "".join(kinds)


def turn_round(others: Iterable[FindingKind]) -> str:
    """Return what to do with a finding on the wrong side; ``others`` are the kinds on the right one."""
    keys = " or ".join(kind.key for kind in others)
    entry = "if percentages gives the share of work that was not done well, give there the share that was"
    return f"move it to {keys}; or, {entry}" if keys else entry


def _figures(prose: Prose, parsed: ParsedText) -> dict[str, Substitution]:
    """The figures of a text by their full names, each where it first stands."""
    found: dict[str, Substitution] = {}
    for node in parsed.substitutions:
        found.setdefault(lookup(prose.scope, node.name), node)
    return found


def _share(inspection: Inspection, named: Named | None) -> Fraction | None:
    quantity = inspection.figures.get(named.full_name) if named else None
    if named is None or named.percentage.question is None or not isinstance(quantity, Quantity):
        return None
    return quantity.percent


def _written(share: Fraction) -> str:
    return f"{percent_text(share, 0 if share.denominator == 1 else 1)}%"
