"""What of an old report is what of a new one: by its address, by its words, or by words that are much alike."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from heapq import heapify, heappop
from typing import Final

from omi_report.document.tree import DivisionBlock, FindingItem, ListItem, Part
from omi_report.review.nodes import ReportNode, alikeness

ALIKE: Final = 0.5
"""How alike the words of two nodes under the same heading must be for one to have become the other."""
ALIKE_ELSEWHERE: Final = 0.65
"""The same for nodes under different headings."""
ALIKE_IN_ORDER: Final = 0.35
"""The same for paragraphs and the like that stand between the same neighbours."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which node of a new report each node of an old one has become, and the other way round.

    Findings, recommendations, stories, divisions and parts are paired wherever they stand; what is in them is paired
    only within them.
    """

    new: dict[ReportNode, ReportNode] = field(default_factory=dict)
    old: dict[ReportNode, ReportNode] = field(default_factory=dict)

    def add(self, old: ReportNode, new: ReportNode) -> None:
        """Pair two nodes that have no partners yet."""
        self.new[old], self.old[new] = new, old

    @property
    def addresses(self) -> dict[str, str]:
        """The address in the new report of each address of the old one that still leads somewhere."""
        return {before: after for old, new in self.new.items() for before, after in _addresses(old, new)}


def paired(old: ReportNode, new: ReportNode) -> Pairs:
    """Pair the nodes of two reports, whose roots are given."""
    pairs = Pairs()
    pairs.add(old, new)
    _pair_unchanged(old, new, pairs)
    _pair_entries([*_entries(old)], [*_entries(new)], pairs)
    _pair_below(old, new, pairs)
    return pairs


def out_of_order(pairs: Sequence[tuple[int, int]]) -> set[int]:
    """Return the new places that left their order, given old and new places in the order of the new ones.

    As few as can be: those that are no part of a longest row in which both orders agree.
    """
    ends: list[int] = []
    before: list[int] = []
    rows: list[int] = []
    for index, (old, _new) in enumerate(pairs):
        at = bisect_left(ends, old)
        ends[at:] = [old] if at == len(ends) else [old, *ends[at + 1 :]]
        rows[at : at + 1] = [index]
        before.append(rows[at - 1] if at else -1)
    kept: set[int] = set()
    index = rows[-1] if rows else -1
    while index >= 0:
        kept.add(pairs[index][1])
        index = before[index]
    return {new for _old, new in pairs} - kept


def _addresses(old: ReportNode, new: ReportNode) -> Iterator[tuple[str, str]]:
    before, after = (getattr(node.value, "id", "") for node in (old, new))
    if before and after:
        yield before, after
        yield from ((each, after) for each in getattr(old.value, "also", ()))


def _entries(root: ReportNode) -> Iterator[ReportNode]:
    return (node for node in root.walk() if node.is_entry)


def _pair_unchanged(old: ReportNode, new: ReportNode, pairs: Pairs) -> None:
    """Pair what is the very same at the beginning and at the end of two nodes, with all below it."""
    for olds, news in zip(old.slots, new.slots, strict=True):
        start = 0
        while start < min(len(olds), len(news)) and olds[start].value == news[start].value:
            start += 1
        end = 0
        while end < min(len(olds), len(news)) - start and olds[-1 - end].value == news[-1 - end].value:
            end += 1
        same = zip((*olds[:start], *olds[len(olds) - end :]), (*news[:start], *news[len(news) - end :]), strict=True)
        for one, other in same:
            for each, partner in zip(one.walk(), other.walk(), strict=True):
                pairs.add(each, partner)


def _pair_entries(olds: list[ReportNode], news: list[ReportNode], pairs: Pairs) -> None:
    """Pair what readers speak of: what has an address first, then what has the same words, then what is alike."""
    by_key = {node.key: node for node in olds if node.key}
    for new in news:
        old = by_key.get(new.key)
        if new in pairs.old or not new.key or old is None or old in pairs.new:
            continue
        if type(old.value) is type(new.value):
            pairs.add(old, new)
    for words in (_own_place_and_words, _words):
        same: dict[object, list[ReportNode]] = defaultdict(list)
        for old in reversed([each for each in olds if each not in pairs.new]):
            same[words(old, pairs)].append(old)
        for new in news:
            if new not in pairs.old and (found := same.get(words(new, None))):
                pairs.add(found.pop(), new)
    _pair_alike(
        [each for each in olds if each not in pairs.new], [each for each in news if each not in pairs.old], pairs
    )


def _own_place_and_words(node: ReportNode, pairs: Pairs | None) -> object:
    """What two nodes with the same words under the same heading have in common."""
    above = next((each for each in node.lineage if each is not node and each.key), None)
    key = "" if above is None else pairs.new[above].key if pairs and above in pairs.new else above.key
    return node.sort, key, node.text


def _words(node: ReportNode, _pairs: Pairs | None) -> object:
    return node.sort, node.text


def _pair_alike(olds: list[ReportNode], news: list[ReportNode], pairs: Pairs) -> None:
    """Pair what is most alike first. What stands under the same heading need be less alike than what moved."""
    found: list[tuple[float, int, int]] = []
    for i, old in enumerate(olds):
        for j, new in enumerate(news):
            if old.sort[0] is not new.sort[0] or _is_other_division(old, new):
                continue
            at_home = _have_one_home(old, new, pairs)
            alike = alikeness(old, new)
            if alike >= (ALIKE if at_home else ALIKE_ELSEWHERE):
                found.append((-alike - 0.1 * at_home, i, j))
    heapify(found)
    while found:
        _alike, i, j = heappop(found)
        if olds[i] not in pairs.new and news[j] not in pairs.old:
            pairs.add(olds[i], news[j])


def _is_other_division(old: ReportNode, new: ReportNode) -> bool:
    """Whether two are divisions or parts of different sorts: a story never becomes a criterion."""
    return isinstance(old.value, DivisionBlock | Part) and old.sort != new.sort


def _have_one_home(old: ReportNode, new: ReportNode, pairs: Pairs) -> bool:
    home = next((each for each in old.lineage if each is not old and each in pairs.new), None)
    return home is not None and pairs.new[home] in new.lineage and not isinstance(home.value, FindingItem | ListItem)


def _pair_below(old: ReportNode, new: ReportNode, pairs: Pairs) -> None:
    """Pair what is below two nodes that are paired, and so on downwards."""
    for olds, news in zip(old.slots, new.slots, strict=True):
        _pair_neighbours(olds, news, pairs)
        for each in news:
            partner = pairs.old.get(each)
            if partner is not None:
                _pair_below(partner, each, pairs)
    for each in (node for slot in new.slots for node in slot if node not in pairs.old):
        # what moved out of something else is compared with what it was there
        for moved in (node for node in each.walk() if node in pairs.old):
            _pair_below(pairs.old[moved], moved, pairs)


def _pair_neighbours(olds: Sequence[ReportNode], news: Sequence[ReportNode], pairs: Pairs) -> None:
    """Pair what stands side by side: what has the same name, the same words, or in the same gap words much alike."""
    _pair_alone(olds, news, pairs, lambda node: node.key or node.name)
    old_left = [node for node in olds if node not in pairs.new]
    new_left = [node for node in news if node not in pairs.old]
    before, after = [[(node.sort, node.text) for node in nodes] for nodes in (old_left, new_left)]
    for a, b, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        for old, new in zip(old_left[a : a + size], new_left[b : b + size], strict=True):
            pairs.add(old, new)
    for old_gap, new_gap in _gaps(olds, news, pairs):
        _pair_in_order(old_gap, new_gap, pairs)
    _pair_alone(olds, news, pairs, lambda node: node.text)  # what is left has moved


def _pair_alone(
    olds: Sequence[ReportNode], news: Sequence[ReportNode], pairs: Pairs, known_by: Callable[[ReportNode], str]
) -> None:
    """Pair what has no partner by what it is known by among those beside it. What several have tells nothing."""
    before, after = (
        _alone((node for node in nodes if node not in taken), known_by)
        for nodes, taken in ((olds, pairs.new), (news, pairs.old))
    )
    for known, node in after.items():
        if known in before:
            pairs.add(before[known], node)


def _alone(nodes: Iterable[ReportNode], known_by: Callable[[ReportNode], str]) -> dict[object, ReportNode]:
    """Nodes by what each is known by, if no other of its sort is known by the same."""
    found: dict[object, list[ReportNode]] = defaultdict(list)
    for node in nodes:
        if known := known_by(node):
            found[node.sort, known].append(node)
    return {known: several[0] for known, several in found.items() if len(several) == 1}


def _gaps(
    olds: Sequence[ReportNode], news: Sequence[ReportNode], pairs: Pairs
) -> Iterator[tuple[list[ReportNode], list[ReportNode]]]:
    """What has no partner, between neighbours that have."""
    old_places = {node: index for index, node in enumerate(olds)}
    fixed = [
        (old_places[pairs.old[node]], index) for index, node in enumerate(news) if pairs.old.get(node) in old_places
    ]
    left = out_of_order(fixed)
    ends = [each for each in fixed if each[1] not in left]
    start_old = start_new = 0
    for end_old, end_new in [*ends, (len(olds), len(news))]:
        gap = (
            [node for node in olds[start_old:end_old] if node not in pairs.new],
            [node for node in news[start_new:end_new] if node not in pairs.old],
        )
        if all(gap):
            yield gap
        start_old, start_new = end_old + 1, end_new + 1


def _pair_in_order(olds: Sequence[ReportNode], news: Sequence[ReportNode], pairs: Pairs) -> None:
    """Pair what is alike without changing the order, so that as much as can be is alike in all."""
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for i, old in enumerate(olds):
        for j, new in enumerate(news):
            taken = best[i][j] + _alike_in_order(old, new)
            best[i + 1][j + 1] = max(taken, best[i][j + 1], best[i + 1][j])
    i, j = len(olds), len(news)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.add(olds[i], news[j])


def _alike_in_order(old: ReportNode, new: ReportNode) -> float:
    if old.sort != new.sort:
        return 0.0
    alike = alikeness(old, new)
    return alike if alike >= ALIKE_IN_ORDER else 0.0
