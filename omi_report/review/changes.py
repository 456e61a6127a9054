"""What is different between two reports, as a list: what was added, removed, moved and changed, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from omi_report.document.inlines import FigureInline, Inlines, NoteInline
from omi_report.document.printed import line
from omi_report.document.tree import (
    ChartBlock,
    ChartRow,
    Document,
    JudgementBlock,
    Meta,
    TableBlock,
    TableColumn,
    TableRow,
)
from omi_report.review.merged import Merged, merged
from omi_report.review.nodes import ReportNode
from omi_report.review.places import address_of, place_of, what_is
from omi_report.review.wording import Fate, RunOfWords, are_same, in_one_line

How: TypeAlias = Literal["added", "removed", "moved", "changed"]


@dataclass(frozen=True, slots=True)
class WordsOfChange:
    """Some words of a line, and what became of them. ``figure`` is the name of the figure that they are, if any."""

    fate: Fate
    text: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A difference: how it differs, what it is (``finding``, ``recommendation``, ``table`` …), where, and its words.

    ``id`` is the address of its place in the new report, or in the old one where it was removed; ``was`` says where
    it stood before, where it moved. ``words`` are those of both reports, in one order. ``also`` are more places where
    the same words changed in the same way, as ``short`` says them.
    """

    how: How
    what: str
    place: str
    short: str
    id: str
    words: tuple[WordsOfChange, ...]
    was: str = ""
    also: tuple[str, ...] = ()

    @property
    def old(self) -> str:
        """The words that the old report has."""
        return "".join(each.text for each in self.words if each.fate != "inserted")

    @property
    def new(self) -> str:
        """The words that the new report has."""
        return "".join(each.text for each in self.words if each.fate != "deleted")


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A named figure that is another: its values as they are printed, None in a report that does not print it.

    ``places`` are where the new report prints it, or the old one if the new one does not.
    """

    name: str
    old: str | None
    new: str | None
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that is different between two reports; ``old`` and ``new`` say what they are."""

    old: Meta
    new: Meta
    figures: tuple[FigureChange, ...]
    judgements: tuple[Change, ...]
    recommendations: tuple[Change, ...]
    words: tuple[Change, ...]

    @property
    def count(self) -> int:
        """How many differences there are."""
        return len(self.figures) + len(self.judgements) + len(self.recommendations) + len(self.words)


def changes_between(old: Document, new: Document) -> Changes:
    """Compare two reports. Nothing is said of letters and numbers that only their places give, nor of the contents."""
    return changes_in(merged(old, new), old, new)


def changes_in(root: Merged, old: Document, new: Document) -> Changes:
    """Return the differences in two reports that are already merged."""
    found = _grouped(_of_nodes(root))
    judgements = tuple(each for each in found if each.what == "judgement")
    recommendations = tuple(each for each in found if each.what == "recommendation")
    apart = {*judgements, *recommendations}
    figures = tuple(_figure_changes(old, new))
    told = {figure.name for figure in figures}
    words = tuple(each for each in found if each not in apart and not _is_told(each, told))
    return Changes(old.meta, new.meta, figures, judgements, recommendations, words)


def _is_told(change: Change, told: set[str]) -> bool:
    """Whether nothing of a change is left that the changes of named figures do not say."""
    return change.how == "changed" and all(each.figure in told for each in change.words if each.fate != "same")


# --- words ---------------------------------------------------------------------------------------------------------


def _of_nodes(root: Merged) -> Iterator[Change]:
    """The differences of what is below a node, in the order of the new report."""
    for each in root.below:
        yield from _of_node(each)


def _of_node(each: Merged) -> Iterator[Change]:
    if each.old is None or each.new is None:
        yield from _come_or_gone(each)
        return
    if each.moved:
        yield _change("moved", each, (WordsOfChange("same", _shown(each.new)),), was=place_of(each.old))
    if isinstance(each.new.value, JudgementBlock):
        if not all(map(are_same, each.lines)):
            yield _change("changed", each, tuple(_told(in_one_line(each.lines, ", "))))
        return
    for index, runs in enumerate(each.lines):
        if not are_same(runs):
            yield _change("changed", each, tuple(_told(runs)), cell=index)
    yield from _of_nodes(each)


def _come_or_gone(each: Merged) -> Iterator[Change]:
    if each.moved:
        return  # it is told where it stands now
    moved_in = [inner for inner in each.below if inner.old is not None]
    if each.new is None or not moved_in:
        text = _shown(each.node)
        if text:
            fate: Fate = "deleted" if each.new is None else "inserted"
            yield _change("removed" if each.new is None else "added", each, (WordsOfChange(fate, text),))
        return
    yield _change("added", each, (WordsOfChange("inserted", " ".join(each.node.own_text)),))
    yield from _of_nodes(each)


def _change(how: How, each: Merged, words: tuple[WordsOfChange, ...], *, was: str = "", cell: int = 0) -> Change:
    node = each.node
    what = "judgement" if isinstance(node.value, JudgementBlock) else what_is(node)
    column = _column(node, cell)
    place, short = (f"{each}, {column}" if column else each for each in (place_of(node), place_of(node, short=True)))
    return Change(how, what, place, short, address_of(node), words, was)


def _column(node: ReportNode, cell: int) -> str:
    """The heading of the column that a cell of a row stands in; empty for the first, which names the row."""
    table = next((each.value for each in node.lineage if isinstance(each.value, TableBlock | ChartBlock)), None)
    if table is None or not cell or not isinstance(node.value, TableRow | ChartRow):
        return ""
    columns: tuple[TableColumn, ...] = table.columns
    return f"«{columns[cell].heading or line(columns[cell].children)}»" if cell < len(columns) else ""


def _shown(node: ReportNode) -> str:
    return " ".join(node.text.split())


def _told(runs: Iterable[RunOfWords]) -> Iterator[WordsOfChange]:
    for run in runs:
        said = "".join([run.text, *(f" [{line(note)}]" for note in _notes(run.children))])
        if said:
            yield WordsOfChange(run.fate, said, _only_figure(run.children))


def _only_figure(children: Inlines) -> str:
    return children[0].name if len(children) == 1 and isinstance(children[0], FigureInline) else ""


def _notes(children: Inlines) -> Iterator[Inlines]:
    return (child.children for child in children if isinstance(child, NoteInline) and child.children)


_OWN = ("judgement", "finding", "recommendation", "story")
"""What is always told by itself. A change of anything else may be the same one, seen in another place."""


def _grouped(found: Iterable[Change]) -> list[Change]:
    """Tell a change that stands in several places once, unless they are findings and the like.

    A score stands with its criterion, at a glance, and in tables and charts.
    """
    groups: dict[object, list[Change]] = {}
    for index, each in enumerate(found):
        edits = tuple((words.fate, words.text) for words in each.words if words.fate != "same")
        groups.setdefault(edits if each.how == "changed" else index, []).append(each)
    result: list[Change] = []
    for group in groups.values():
        own = [each for each in group if each.what in _OWN] or group[:1]
        others = [each for each in group if each not in own]
        also = tuple(dict.fromkeys(each.short for each in others if each.place != own[0].place))
        result += [replace(own[0], also=also), *own[1:]]
    return result


# --- figures -------------------------------------------------------------------------------------------------------


def _figure_changes(old: Document, new: Document) -> Iterator[FigureChange]:
    before, after = _figures(old), _figures(new)
    for name in dict.fromkeys((*after, *before)):
        was, now = before.get(name, {}), after.get(name, {})
        gone, come = [each for each in was if each not in now], [each for each in now if each not in was]
        if was and now and not (gone and come):
            continue  # only said in more forms, or in fewer
        old_text, new_text = next(iter(gone or was), None), next(iter(come or now), None)
        places = tuple(dict.fromkeys(place for each in (now or was).values() for place in each))
        yield FigureChange(name, old_text, new_text, places)


def _figures(document: Document) -> dict[str, dict[str, list[str]]]:
    """The named figures of a report: how each is printed, and where."""
    found: dict[str, dict[str, list[str]]] = {}
    for node in ReportNode(document).walk():
        for each in node.lines:
            for figure in _figures_in(each):
                if figure.name:
                    found.setdefault(figure.name, {}).setdefault(figure.text, []).append(place_of(node, short=True))
    return found


def _figures_in(children: Inlines) -> Iterator[FigureInline]:
    for child in children:
        if isinstance(child, FigureInline):
            yield child
        elif not isinstance(child, str):
            yield from _figures_in(getattr(child, "children", ()))
