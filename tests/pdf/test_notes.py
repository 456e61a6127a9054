"""Notes: printed at the foot of the page, read where they are referred to."""

from __future__ import annotations

from omi_report.document.inlines import NoteInline
from omi_report.render.html.inlines import inlines_markup
from omi_report.render.html.notes import at_foot
from tests.pdf.pages import structure, tags
from tests.pdf.structure import Tag

STYLE = """
@page { size: 100mm 60mm; margin: 10mm }
.footnote { float: footnote; footnote-policy: line }
.footnote::footnote-call, .footnote::footnote-marker { content: none }
.page { break-before: page }
"""


def note(number: int, words: str) -> str:
    made = NoteInline("a", (words,), number, f"Note {number}", f"note-{number}", f"note-{number}-ref")
    return at_foot(inlines_markup((made,)))


def only(tag: Tag) -> list[str]:
    return [each.kind for each in tag.walk()][1:]


def test_a_note_is_read_behind_the_reference_to_it() -> None:
    body = f"<p>It was late{note(1, 'See the plan.')} in all.</p><p>So.</p>"
    paragraph, _ = tags(body, STYLE).all("P")
    assert paragraph.text == "It was late1 1 See the plan. in all."
    reference = paragraph.one("Reference")
    assert only(reference) == ["Link"]
    found = paragraph.one("Note")
    assert found.entries["/ID"] == "note-1"
    assert found.one("Lbl").text == "1"


def test_a_link_to_a_note_says_that_it_is_one() -> None:
    found = structure(f"<p>Late{note(1, 'See it.')}</p>", STYLE)
    assert found.root.one("Link").contents == ["Note 1"]


def test_notes_of_two_pages_in_tables_and_lists_stand_where_they_belong() -> None:
    body = (
        f"<ul><li>one{note(1, 'First.')}</li></ul>"
        f"<table class=page><tr><th scope=row>Plan</th><td>late{note(2, 'Second.')}</td></tr></table>"
        f"<p class=page>three{note(3, 'Third.')}</p>"
    )
    root = tags(body, STYLE)
    assert [each.text for each in root.all("Note")] == ["1 First.", "2 Second.", "3 Third."]
    assert root.one("LI").one("Note").entries["/ID"] == "note-1"
    assert root.one("TD").one("Note").entries["/ID"] == "note-2"
