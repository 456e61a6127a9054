"""The outline of a report: everything in it that has a number and that a text can refer to.

Numbers are given here once, from the order of the framework's parts and of the area's findings;
the checks and the document both go by it. The ids are a public contract and are never renamed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from omi_report.model.addresses import Address, addresses, entries
from omi_report.model.area import Area
from omi_report.model.base import Identified, Text
from omi_report.model.boxes import BoxEntry, boxes_of
from omi_report.model.criterion import Criterion, criterion_number, findings_before
from omi_report.model.findings import FindingKind
from omi_report.model.framework import Framework, FrameworkPart
from omi_report.model.openings import openings
from omi_report.numbering import NO_BREAK_SPACE


@dataclass(frozen=True, slots=True)
class PlacedPart:
    """A part in its place; ``appendix`` is its number among the appendices, 0 for other parts."""

    part: FrameworkPart
    id: str
    appendix: int = 0


@dataclass(frozen=True, slots=True)
class PlacedFinding:
    """A finding in its place: its criterion, its kind, its mark, and where in the report it is found.

    ``mark`` is its letter or its number, empty where its kind has none; ``place`` is its place as addresses name it.
    ``index`` is its place in its list, and ``listed`` are the texts with which the findings of that begin.
    """

    criterion: str
    kind: FindingKind
    mark: str
    place: str
    address: Address
    index: int = 0
    listed: tuple[Text, ...] = ()

    @property
    def printed(self) -> str:
        """Its letter or number as the report prints it: (a), (1), AFI 1; empty where it has none."""
        if self.kind.prefix:
            return self.kind.written(self.mark).replace(" ", NO_BREAK_SPACE)
        return f"({self.mark})" if self.mark else ""

    @property
    def opening(self) -> str:
        """The first words of its text, as many as tell it from the others of its list; empty where none do."""
        return openings(self.listed)[self.index]

    @property
    def id(self) -> str:
        """The finding's id in the report: ``finding-1.2-referrals``."""
        return self.address.id

    @property
    def place_id(self) -> str:
        """The address that it has by its place: ``finding-1.2-strength-a``."""
        return f"finding-{self.criterion}-{self.place}"


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts in order, and everything that a text can refer to.

    ``findings`` are those with an id, by the name that a text uses (``1.2/referrals``). ``placed`` are all findings, in
    order, by criterion and kind. ``entries`` are the addresses of the entries of other lists, by what these addresses
    begin with (``story``). ``boxes`` are those of the boxes of each file, by its name. ``tables`` and ``charts`` give
    each name its number, in the order of the report.
    """

    parts: tuple[PlacedPart, ...]
    findings: dict[str, PlacedFinding] = field(default_factory=dict)
    placed: dict[tuple[str, str], tuple[PlacedFinding, ...]] = field(default_factory=dict)
    entries: dict[str, tuple[Address, ...]] = field(default_factory=dict)
    boxes: dict[str, tuple[Address, ...]] = field(default_factory=dict)
    tables: dict[str, int] = field(default_factory=dict)
    charts: dict[str, int] = field(default_factory=dict)
    has_criteria: bool = True
    """Whether a part prints the sections, so that criteria and findings have a place in the report."""

    def part(self, name: str, *, appendix: bool) -> PlacedPart | None:
        """Return the part, or the appendix, of a name; None where there is none."""
        return next(
            (placed for placed in self.parts if placed.part.name == name and bool(placed.appendix) == appendix), None
        )


def outline_of(area: Area) -> Outline:
    """Return the outline of an area's report."""
    parts = tuple(each for each in _placed_parts(area.framework) if _stands_in(each.part, area))
    tables, charts = _numbered(parts, area)
    placed: dict[tuple[str, str], tuple[PlacedFinding, ...]] = {}
    named: dict[str, PlacedFinding] = {}
    before = findings_before(area.criteria.items())
    for number, criterion in area.criteria.items():
        in_order = _placed_findings(number, criterion, before[number])
        placed |= {
            (number, kind.id): tuple(each for each, _ in in_order if each.kind == kind)
            for kind in criterion.finding_kinds
        }
        for each, name in in_order:
            if name:
                named.setdefault(f"{number}/{name}", each)
    has_criteria = any(area.kinds[each.part.kind].holds_criteria for each in parts)
    return Outline(parts, named, placed, _entries(area), _boxes(area), tables, charts, has_criteria)


def _stands_in(part: FrameworkPart, area: Area) -> bool:
    """Whether a report has a part. At the end of the inspection it has those of which there is something to print."""
    kind = area.kind_of(part)
    if not area.kinds[part.kind].stands_in(area):
        return False
    if area.identity.stage != "feedback":
        return True
    has_file = not kind.file or kind.file in area.parts
    return has_file and all(lack.path for lack in kind.lacking(area))


def table_id(number: int) -> str:
    """Return the id of a table in the report."""
    return f"table-{number}"


def chart_id(number: int) -> str:
    """Return the id of a chart in the report."""
    return f"chart-{number}"


def criterion_id(number: str) -> str:
    """Return the id of a criterion in the report."""
    return f"criterion-{number}"


def section_id(number: str) -> str:
    """Return the id of a section in the report."""
    return f"section-{number}"


def _placed_parts(framework: Framework) -> tuple[PlacedPart, ...]:
    placed: list[PlacedPart] = []
    appendices = 0
    for part in framework.parts:
        appendices += part.appendix
        place = f"appendix-{appendices}" if part.appendix else part.name
        placed.append(PlacedPart(part, place, appendices if part.appendix else 0))
    return tuple(placed)


def _placed_findings(
    number: str, criterion: Criterion, before: dict[str, int]
) -> list[tuple[PlacedFinding, str | None]]:
    """The findings of a criterion in their places, each with its own id; ``before`` as `findings_before` has it."""
    found: list[tuple[FindingKind, int, str | None]] = [
        (kind, index, finding.id)
        for kind in criterion.finding_kinds
        for index, finding in enumerate(criterion.of_kind(kind))
    ]
    listed = {kind.id: tuple(each.begins for each in criterion.of_kind(kind)) for kind in criterion.finding_kinds}
    places = [kind.place_at(before.get(kind.id, 0) + index) for kind, index, _ in found]
    given = addresses(f"finding-{number}", [name for *_, name in found], places)
    return [
        (
            PlacedFinding(
                number,
                kind,
                kind.mark_at(before.get(kind.id, 0) + index),
                place,
                address,
                index,
                listed[kind.id],
            ),
            name,
        )
        for (kind, index, name), place, address in zip(found, places, given, strict=True)
    ]


def _entries(area: Area) -> dict[str, tuple[Address, ...]]:
    found: dict[str, list[Identified]] = {}
    numbers: dict[str, list[int]] = {}
    for _file, kind, content in area.contents():
        order = {at: number for number, at in enumerate(kind.printed_order(content), start=1)}
        for path, entry in entries(content):
            if entry.address_prefix and not entry.is_scoped:
                listed = found.setdefault(entry.address_prefix, [])
                listed.append(entry)
                numbers.setdefault(entry.address_prefix, []).append(order.get(int(path[-1]), len(listed)))
    return {
        prefix: addresses(
            prefix,
            [entry.id for entry in listed],
            [str(number) for number in numbers[prefix]],
            printed=listed[0].is_numbered,
        )
        for prefix, listed in found.items()
    }


def _boxes(area: Area) -> dict[str, tuple[Address, ...]]:
    """The addresses of boxes: ``box-1.2-home-visits``, and ``box-summary--home-visits`` for one in a part.

    No id has two hyphens side by side, so that no two of these are the same.
    """
    found = {}
    for file, _kind, content in area.contents():
        if boxes := boxes_of(content):
            scope = criterion_number(file) or f"{file.removesuffix('.yaml')}-"
            places = [str(number) for number in range(1, len(boxes) + 1)]
            names = [box.id for box in boxes]
            found[file] = addresses(f"{BoxEntry.address_prefix}-{scope}", names, places, printed=False)
    return found


def _numbered(parts: tuple[PlacedPart, ...], area: Area) -> tuple[dict[str, int], dict[str, int]]:
    kinds = [area.kind_of(placed.part) for placed in parts]
    tables = [name for kind in kinds for name in kind.tables(area)]
    charts = [name for kind in kinds for name in kind.charts(area)]
    return _count(tables), _count(charts)


def _count(names: list[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(names), start=1)}
