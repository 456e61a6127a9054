"""Notes in the two pages of a report."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from omi_report.document.inlines import EmphasisInline, LinkInline, NoteInline, ScriptInline
from omi_report.document.tree import Document, Meta, ParagraphBlock, Part
from omi_report.render.html.inlines import inlines_markup
from omi_report.render.html.notes import EndNote, at_end, at_foot, set_apart
from omi_report.render.html.page import Renderer

NOTE = NoteInline("a", ("See ", EmphasisInline(("it & that",))), 3, "Note 3", "note-x-a", "note-x-a-ref")
REFERENCE = (
    '<sup class="note-ref"><a href="#note-x-a" id="note-x-a-ref" role="doc-noteref" aria-label="Note 3">3</a></sup>'
)
AGAIN = NoteInline("a", (), 3, "Note 3", "note-x-a", "note-x-a-ref-2")


def part(*notes: NoteInline) -> Markup:
    return Markup(f'<section class="part">\n<p>Late.{inlines_markup(notes)} So.</p>\n</section>')


def listed(notes: Sequence[EndNote]) -> str:
    return "".join(f"<li>{note.number} {note.id} {note.words} {' '.join(note.references)}</li>" for note in notes)


def test_raised_and_lowered_signs() -> None:
    assert inlines_markup((ScriptInline("2"), ScriptInline("<", low=True))) == "<sup>2</sup><sub>&lt;</sub>"


def test_in_print_a_note_stands_behind_its_reference() -> None:
    assert at_foot(part(NOTE, AGAIN)) == (
        f'<section class="part">\n<p>Late.{REFERENCE}<span class="footnote" id="note-x-a">'
        '<span class="note-label">3</span> <span class="note-words">See <em>it &amp; that</em></span></span>'
        f"{REFERENCE.replace('a-ref', 'a-ref-2')} So.</p>\n</section>"
    )


def test_on_the_screen_notes_stand_in_a_list_at_the_end_of_their_part() -> None:
    assert at_end(part(NOTE, AGAIN), listed) == (
        f'<section class="part">\n<p>Late.{REFERENCE}{REFERENCE.replace("a-ref", "a-ref-2")} So.</p>\n'
        "<li>3 note-x-a See <em>it &amp; that</em> note-x-a-ref note-x-a-ref-2</li>\n</section>"
    )


def test_a_part_that_ends_otherwise_has_them_at_its_end_all_the_same() -> None:
    markup = at_end(inlines_markup((NOTE,)), listed)
    assert markup == f"{REFERENCE}<li>3 note-x-a See <em>it &amp; that</em> note-x-a-ref</li>"


def test_a_part_without_notes_stays_the_same() -> None:
    plain = part()
    assert at_end(plain, listed) is plain
    assert at_foot(plain) is plain
    assert set_apart("<p>a</p>", str.upper) == "<P>A</P>"


def test_a_sentence_goes_on_behind_a_note_and_the_note_is_a_text_of_its_own() -> None:
    seen: list[str] = []

    def typeset(text: str) -> str:
        seen.append(text)
        return text.replace("a", "A")

    page = '<p>a<omi-note id="n-a" data-number="1">a note</omi-note> b</p>'
    assert set_apart(page, typeset) == '<p>A<omi-note id="n-a" data-number="1">A note</omi-note> b</p>'
    assert sorted(seen) == ["<p>a<!--note 0--> b</p>", "a note"]


def test_a_note_holds_links() -> None:
    note = NoteInline("a", (LinkInline("https://b.c", ("see",)),), 1, "Note 1", "n", "n-ref")
    assert '<span class="note-words"><a href="https://b.c" rel="external">see</a></span>' in at_foot(
        inlines_markup((note,))
    )


def test_the_two_pages_of_a_report_have_its_notes_each_in_its_own_way() -> None:
    meta = Meta("A report", "Northfold", "northfold", "Inspections", "The Inspectorate", "en-GB", "final", "2024-05")
    parts = tuple(
        Part(name, "foreword", heading, (ParagraphBlock(("It's late.", _numbered(number))),), label=label)
        for number, (name, heading, label) in enumerate((("a", "First", ""), ("b", "Second", "Appendix 1")), 1)
    )
    renderer = Renderer(Document(meta, parts))
    screen, paper = renderer.screen_page(), renderer.print_page().html
    assert screen.count('role="doc-endnotes"') == 2
    assert 'aria-label="Notes: First"' in screen
    assert 'aria-label="Notes: Appendix 1 Second"' in screen
    assert (
        '<li id="n-2" value="2">It’s “quoted”. <a href="#n-2-ref" role="doc-backlink" '
        'aria-label="Back to note 2 in the text">Back</a></li>'
    ) in screen
    assert "doc-endnotes" not in paper
    assert paper.count('<span class="footnote"') == 2
    assert '<span class="note-words">It’s “quoted”.</span>' in paper
    assert "omi-note" not in screen + paper


def _numbered(number: int) -> NoteInline:
    words = ('It\'s "quoted".',)
    return NoteInline("a", words, number, f"Note {number}", f"n-{number}", f"n-{number}-ref")
