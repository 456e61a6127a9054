"""Two reports as one tree: what both have, what only the old one has, and what only the new one has, in one order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from omi_report.document.tree import ChartRow, Document
from omi_report.review.nodes import ReportNode
from omi_report.review.pairs import Pairs, out_of_order, paired
from omi_report.review.wording import RunOfWords, are_same, runs_between


@dataclass(frozen=True, slots=True, eq=False)
class Merged:
    """A node of two reports. One of ``old`` and ``new`` may be missing: it was added, or removed.

    ``moved`` says that it stands elsewhere than before. A node that moved to another place stands there with both,
    and where it was with ``old`` alone, the mark ``moved``, and in ``went`` what it is now. ``lines`` are those of a
    node that both reports have; where their numbers differ, as those of the cells of two rows may, what is left over
    of either stands by itself.
    """

    old: ReportNode | None
    new: ReportNode | None
    slots: tuple[tuple[Merged, ...], ...] = ()
    lines: tuple[tuple[RunOfWords, ...], ...] = ()
    moved: bool = False
    went: ReportNode | None = None

    @property
    def node(self) -> ReportNode:
        """The new node, or the old one where there is no other."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def is_same(self) -> bool:
        """Whether it says the same as before, in the same place, itself and all below it."""
        if self.old is None or self.new is None or self.moved or not all(map(are_same, self.lines)):
            return False
        return all(each.is_same for slot in self.slots for each in slot)

    @property
    def below(self) -> Iterator[Merged]:
        """Yield what is below it, in its order."""
        for slot in self.slots:
            yield from slot


def merged(old: Document, new: Document) -> Merged:
    """Compare two reports. Returns their common root."""
    before, after = ReportNode(old), ReportNode(new)
    pairs = paired(before, after)
    addresses = pairs.addresses
    return _both(before, after, pairs, lambda address: addresses.get(address, address))


_Leads = Callable[[str], str]


def _both(old: ReportNode, new: ReportNode, pairs: Pairs, leads: _Leads, *, moved: bool = False) -> Merged:
    """Two nodes that are paired."""
    if not moved and old.value == new.value and old.above is not None:
        return Merged(old, new)
    slots = tuple(
        tuple(_side_by_side(olds, news, pairs, leads)) for olds, news in zip(old.slots, new.slots, strict=True)
    )
    return Merged(old, new, slots, tuple(_line_by_line(old, new, leads)), moved)


def _line_by_line(old: ReportNode, new: ReportNode, leads: _Leads) -> Iterator[tuple[RunOfWords, ...]]:
    before, after = old.lines, new.lines
    for index in range(max(len(before), len(after))):
        one = before[index] if index < len(before) else ()
        other = after[index] if index < len(after) else ()
        yield runs_between(one, other, leads)


def _side_by_side(
    olds: tuple[ReportNode, ...], news: tuple[ReportNode, ...], pairs: Pairs, leads: _Leads
) -> Iterator[Merged]:
    """What stands side by side: the new nodes in their order, and each old one that is gone behind its neighbour."""
    places = {node: index for index, node in enumerate(olds)}
    here = {index: old for index, node in enumerate(news) if (old := _place(pairs.old.get(node), places)) is not None}
    left = out_of_order([(old, index) for index, old in here.items()])
    stays = {old for index, old in here.items() if index not in left}

    def gone(behind: int) -> Iterator[Merged]:
        for place in range(behind + 1, len(olds)):
            if place in stays:
                return
            if not (place in here.values() and isinstance(olds[place].value, ChartRow)):
                now = pairs.new.get(olds[place])
                yield Merged(olds[place], None, moved=now is not None, went=now)

    yield from gone(-1)
    for index, node in enumerate(news):
        partner = pairs.old.get(node)
        if partner is None:
            yield _added(node, pairs, leads)
            continue
        stands = here.get(index)
        # the order of the rows of a chart follows from their values
        moved = stands not in stays and not (stands is not None and isinstance(node.value, ChartRow))
        yield _both(partner, node, pairs, leads, moved=moved)
        if stands is not None and stands in stays:
            yield from gone(stands)


def _place(node: ReportNode | None, places: dict[ReportNode, int]) -> int | None:
    return None if node is None else places.get(node)


def _added(node: ReportNode, pairs: Pairs, leads: _Leads) -> Merged:
    """A new node. What moved into it from elsewhere is compared with what it was there."""
    if not any(each in pairs.old for each in node.walk()):
        return Merged(None, node)
    slots = tuple(
        tuple(
            _both(pairs.old[each], each, pairs, leads, moved=True) if each in pairs.old else _added(each, pairs, leads)
            for each in slot
        )
        for slot in node.slots
    )
    return Merged(None, node, slots)
