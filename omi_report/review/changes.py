"""What is different between two reports, as a list: what was added, removed, moved and changed, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from omi_report.document.drawn import ChartRow
from omi_report.document.inlines import FigureInline, Inlines, NoteInline, RatingInline, ReferenceInline
from omi_report.document.printed import line
from omi_report.document.tree import ChartBlock, Document, JudgementBlock, TableBlock, TableColumn, TableRow
from omi_report.review.change import Change, Changes, How, WordsOfChange
from omi_report.review.echoes import Seen, once
from omi_report.review.figure_changes import figure_changes
from omi_report.review.merged import Merged, merged
from omi_report.review.nodes import ReportNode
from omi_report.review.of_drafts import says_which_draft
from omi_report.review.places import address_of, place_of, what_is
from omi_report.review.wording import Fate, RunOfWords, are_same, in_one_line


def changes_between(old: Document, new: Document) -> Changes:
    """Compare two reports. Nothing is said of letters and numbers that only their places give, nor of the contents."""
    return changes_in(merged(old, new), old, new)


def changes_in(root: Merged, old: Document, new: Document) -> Changes:
    """Return the differences in two reports that are already merged."""
    found = once(each for each in _of_nodes(root) if not says_which_draft(each.change, old.meta, new.meta))
    judgements = tuple(each for each in found if each.what == "judgement")
    recommendations = tuple(each for each in found if each.what == "recommendation")
    apart = {*judgements, *recommendations}
    figures = tuple(figure_changes(old, new))
    told = {figure.name for figure in figures}
    others = [each for each in found if each not in apart and not _is_told(each, told)]
    numbers = tuple(each for each in others if each.is_of_numbers)
    words = tuple(each for each in others if not each.is_of_numbers)
    return Changes(old.meta, new.meta, figures, numbers, judgements, recommendations, words)


def _is_told(change: Change, told: set[str]) -> bool:
    """Whether nothing of a change is left that the changes of named figures do not say."""
    return change.how == "changed" and all(each.figure in told for each in change.words if each.fate != "same")


# --- words ---------------------------------------------------------------------------------------------------------


def _of_nodes(root: Merged) -> Iterator[Seen]:
    """The differences of what is below a node, in the order of the new report."""
    for each in root.below:
        yield from _of_node(each)


def _of_node(each: Merged) -> Iterator[Seen]:
    if each.old is None or each.new is None:
        yield from _come_or_gone(each)
    elif each.moved:
        yield from _moved(each, place_of(each.old))
    else:
        yield from _changed(each)


def _changed(each: Merged) -> Iterator[Seen]:
    """What changed in a node and below it, apart from its place."""
    if isinstance(each.node.value, JudgementBlock):
        if not all(map(are_same, each.lines)):
            yield _seen("changed", each, tuple(_told(in_one_line(each.lines, ", "))))
        return
    for index, runs in enumerate(each.lines):
        if not are_same(runs):
            yield _seen("changed", each, tuple(_told(runs)), runs=runs, cell=index)
    yield from _of_nodes(each)


def _moved(each: Merged, was: str) -> Iterator[Seen]:
    """What moved is told with what changed in its words; what is known by places of its own follows."""
    here = place_of(each.node)
    inner = list(_changed(each))
    own = [seen.change for seen in inner if (seen.change.how, seen.change.place) == ("changed", here)]
    words = _joined(change.words for change in own) or (WordsOfChange("same", _shown(each.node)),)
    yield _seen("moved", each, words, was="" if was == here else was)
    yield from (seen for seen in inner if seen.change not in own)


def _joined(several: Iterable[tuple[WordsOfChange, ...]]) -> tuple[WordsOfChange, ...]:
    """The words of several lines as those of one."""
    found: list[WordsOfChange] = []
    for words in several:
        found += [WordsOfChange("same", " "), *words] if found else words
    return tuple(found)


def _come_or_gone(each: Merged) -> Iterator[Seen]:
    if each.moved:
        return  # it is told where it stands now
    moved_in = [inner for inner in each.below if inner.old is not None]
    if each.new is None or not moved_in:
        text = _shown(each.node)
        if text:
            fate: Fate = "deleted" if each.new is None else "inserted"
            yield _seen("removed" if each.new is None else "added", each, (WordsOfChange(fate, text),))
        return
    yield _seen("added", each, (WordsOfChange("inserted", " ".join(each.node.own_text)),))
    yield from _of_nodes(each)


def _seen(
    how: How,
    each: Merged,
    words: tuple[WordsOfChange, ...],
    *,
    was: str = "",
    runs: tuple[RunOfWords, ...] = (),
    cell: int = 0,
) -> Seen:
    node = each.node
    what = "judgement" if isinstance(node.value, JudgementBlock) or _is_rating(runs) else what_is(node)
    column = _column(node, cell)
    row = place_of(node, short=True)
    place, short = (f"{said}, {column}" if column else said for said in (place_of(node), row))
    change = Change(how, what, place, short, address_of(node), words, was)
    return Seen(change, row, frozenset(_referred(node, runs)), is_rating=isinstance(node.value, JudgementBlock))


def _is_rating(runs: tuple[RunOfWords, ...]) -> bool:
    """Whether a line is a rating or a score and nothing else: a figure without a name is worked out."""
    held = [child for run in runs for child in run.children]
    return bool(held) and all(
        isinstance(child, RatingInline) or (isinstance(child, FigureInline) and not child.name) for child in held
    )


def _referred(node: ReportNode, runs: Iterable[RunOfWords]) -> Iterator[str]:
    """The addresses of what a line is about: those it refers to, and those that the first cell of its row does."""
    target = getattr(node.value, "target", "")
    if target:
        yield target
    first = node.lines[0] if isinstance(node.value, TableRow) and node.lines else ()
    for child in (*first, *(child for run in runs for child in run.children)):
        if isinstance(child, ReferenceInline):
            yield child.target


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
