"""Inlines → runs.

A paragraph is typeset as a whole, as it is in HTML and PDF: its characters are gathered first, set, and given back to
the runs that they came from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from omi_report.comments.word.marks import bookmark_name
from omi_report.document.inlines import (
    AbbreviationInline,
    BreakInline,
    ChangedInline,
    CodeInline,
    EmphasisInline,
    FigureInline,
    Inline,
    Inlines,
    LinkInline,
    MarkedInline,
    MissingInline,
    NoteInline,
    RatingInline,
    ReferenceInline,
    ScriptInline,
)
from omi_report.prose.links import link_fault
from omi_report.render.docx.fields import field
from omi_report.render.docx.markup import RUN_ORDER, on, ordered, tag, words

if TYPE_CHECKING:
    from omi_report.render.docx.writer import Writer

_OBJECT = "\ufffc"
"""Stands for what is not set: code, and what is no character."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters with their properties, or with ``made`` a run that is ready; ``link`` is what they lead to.

    ``change`` is what marks them as inserted or deleted.
    """

    text: str
    properties: Mapping[str, str]
    kept: bool = False
    made: str = ""
    link: str = ""
    change: str = ""

    @property
    def xml(self) -> str:
        """The run by itself, or in what marks it as changed."""
        return self.change.replace(_OBJECT, self._plain) if self.change else self._plain

    @property
    def _plain(self) -> str:
        if self.made:
            return self.made
        properties = ordered(self.properties, RUN_ORDER)
        characters = text_of(self.text, deleted=self.change.startswith("<w:del"))
        return tag("w:r", tag("w:rPr", properties) if properties else "", characters)


def text_of(text: str, *, deleted: bool = False) -> str:
    """Return characters in a run, perhaps one that was ``deleted``. Spaces at their ends count."""
    space = {"xml:space": "preserve"} if text != text.strip() or "  " in text else {}
    return tag("w:delText" if deleted else "w:t", words(" ".join(text.split("\n"))), given=space)


def runs_xml(
    children: Inlines, writer: Writer, properties: Mapping[str, str] | None = None, *, heading: bool = False
) -> str:
    """Return the runs of a line. ``properties`` are those of its letters, by their names."""
    runs = list(_runs(children, writer, properties or {}))
    return _linked(_set(runs, writer, heading=heading))


def _set(runs: list[Run], writer: Writer, *, heading: bool) -> Iterator[Run]:
    """Runs with their characters typeset as the one text that they are."""
    masked = "".join(_OBJECT * len(run.text) if run.kept else run.text for run in runs)
    done = writer.typeset(masked, heading=heading)
    at = 0
    for run in runs:
        begins, at = at, at + len(run.text)
        yield run if run.kept or run.made else replace(run, text=done[begins:at])


def _linked(runs: Iterator[Run]) -> str:
    """Runs, those beside each other that lead to the same place in one link."""
    found, inside, target = "", "", ""
    for run in runs:
        if run.link != target:
            found += target.replace(_OBJECT, inside) if target else inside
            inside, target = "", run.link
        inside += run.xml
    return found + (target.replace(_OBJECT, inside) if target else inside)


def _runs(children: Inlines, writer: Writer, properties: Mapping[str, str], link: str = "") -> Iterator[Run]:
    for child in children:
        yield from _run(child, writer, properties, link)


def _run(child: Inline, writer: Writer, properties: Mapping[str, str], link: str) -> Iterator[Run]:
    style = writer.run_style
    match child:
        case str():
            yield Run(child, properties, link=link)
        case FigureInline() | MissingInline() | AbbreviationInline():
            yield Run(child.text, properties, link=link)
        case RatingInline():
            if drawn := writer.marker(child):
                yield Run("", properties, made=drawn, link=link)
            yield Run(child.text, properties, link=link)
        case ReferenceInline():
            yield Run(child.text, {**properties, **style("Hyperlink")}, link=_place(child.target))
        case EmphasisInline(children=inner, strong=strong):
            yield from _runs(inner, writer, {**properties, **style("Strong" if strong else "Emphasis")}, link)
        case BreakInline():
            yield Run("", {}, made=tag("w:r", tag("w:br")), link=link)
        case CodeInline():
            yield Run(child.text, {**properties, **style("Code")}, kept=True, link=link)
        case LinkInline(href=href, children=inner) if link_fault(href):
            yield from _runs(inner, writer, properties, link)  # what no report may lead to; checking has said so
        case LinkInline(href=href, children=inner):
            leads = _place(href[1:]) if href.startswith("#") else _outside(href, writer)
            yield from _runs(inner, writer, {**properties, **style("Hyperlink")}, leads)
        case ScriptInline():
            raised = on("vertAlign", "subscript" if child.low else "superscript")
            yield Run(child.text, {**properties, **raised}, link=link)
        case NoteInline():
            yield Run("", {}, made=_note(child, writer))
        case MarkedInline(role=role, children=inner):
            named = next((ROLES[each] for each in role.split() if each in ROLES), "")
            yield from _runs(inner, writer, {**properties, **(style(named) if named else {})}, link)
        case ChangedInline(change=change, children=inner):
            # Word tells itself that words are changed
            for run in _runs(inner, writer, properties, link):
                yield replace(run, change=writer.change(change, _OBJECT))
        case _:
            assert_never(child)


ROLES: Mapping[str, str] = {
    "quiet": "Quiet",
    "credit": "Quiet",
    "lead": "Lead-in",
    "glance-see": "Quiet",
    "judgement-label": "Judgement Label",
}
"""The styles of words with a role; of other roles nothing is seen."""


def _place(identifier: str) -> str:
    return tag("w:hyperlink", _OBJECT, anchor=bookmark_name(identifier), history=1)


def _outside(href: str, writer: Writer) -> str:
    return tag("w:hyperlink", _OBJECT, given={"r:id": writer.link(href), "w:history": 1})


def _note(note: NoteInline, writer: Writer) -> str:
    """The number of a note, with the note where it stands here; else a reference to the number of that one."""
    if not note.children:
        shown = tag(
            "w:r", tag("w:rPr", tag("w:rStyle", val=writer.style("footnote reference"))), text_of(str(note.number))
        )
        return writer.marked(note.reference, field(f"NOTEREF {bookmark_name(note.id)} \\f \\h", shown))
    inside = runs_xml(note.children, writer)
    return writer.marked(note.reference, writer.marked(note.id, writer.notes.add(inside)))
