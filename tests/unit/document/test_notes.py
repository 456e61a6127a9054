"""The numbers and ids of notes."""

from __future__ import annotations

from omi_report.document.context import BuildContext
from omi_report.document.inlines import EmphasisInline, NoteInline
from omi_report.document.notes import numbered
from omi_report.document.printed import line, printed_in
from omi_report.document.tree import (
    Block,
    DivisionBlock,
    ListBlock,
    ListItem,
    ParagraphBlock,
    Part,
    RowGroup,
    TableBlock,
    TableColumn,
    TableRow,
)
from omi_report.language.known import language_of
from omi_report.model.base import Text

ENGLISH = language_of("en-GB")


def paragraph(*names: str, words: str = "words") -> ParagraphBlock:
    return ParagraphBlock(("a", *(NoteInline(name, (words,) if words else ()) for name in names)))


def notes_of(*blocks: Block) -> list[NoteInline]:
    """The notes of a part, numbered, in the order of its tree."""
    return _notes(numbered((Part("foreword", "foreword", "Foreword", blocks),), ENGLISH))


def _notes(value: object) -> list[NoteInline]:
    if isinstance(value, tuple):
        return [note for each in value for note in _notes(each)]
    if isinstance(value, NoteInline):
        return [value]
    names = getattr(value, "__match_args__", ())
    return [note for name in names for note in _notes(getattr(value, name))]


def test_notes_are_numbered_through_the_report() -> None:
    parts = numbered((Part("a", "x", "A", (paragraph("1"),)), Part("b", "x", "B", (paragraph("1", "z"),))), ENGLISH)
    assert [(note.number, note.label, note.id, note.reference) for note in _notes(parts)] == [
        (1, "Note 1", "note-a-1", "note-a-1-ref"),
        (2, "Note 2", "note-b-1", "note-b-1-ref"),
        (3, "Note 3", "note-b-z", "note-b-z-ref"),
    ]


def test_what_is_read_first_is_numbered_first() -> None:
    division = DivisionBlock("story", 3, "A", (paragraph("b"),), lead=(paragraph("a"),))
    assert [(note.name, note.number) for note in notes_of(division)] == [("b", 2), ("a", 1)]


def test_a_note_has_the_id_of_the_nearest_place() -> None:
    items = ListBlock((ListItem((paragraph("1"),), "finding-x"), ListItem((paragraph("1"),))))
    assert [note.id for note in notes_of(items)] == ["note-finding-x-1", "note-foreword-1"]


def test_ids_are_unique_where_two_texts_of_a_place_have_the_same_name() -> None:
    assert [note.id for note in notes_of(paragraph("1"), paragraph("1"))] == ["note-foreword-1", "note-foreword-1-2"]


def test_a_second_reference_has_the_number_of_the_first_and_an_id_of_its_own() -> None:
    first, again, other = notes_of(paragraph("1"), paragraph("1", words=""), paragraph("1"))
    assert (again.number, again.id, again.children) == (first.number, first.id, ())
    assert [first.reference, again.reference] == ["note-foreword-1-ref", "note-foreword-1-ref-2"]
    assert other.number == 2


def test_what_has_no_notes_stays_the_same_value() -> None:
    part = Part("a", "x", "A", (ParagraphBlock(("b", EmphasisInline(("c",)))),))
    assert numbered((part,), ENGLISH)[0] is part


def test_a_text_has_each_note_at_the_first_reference_to_it(context: BuildContext) -> None:
    text = "One[^a], {{ on-time }}[^b], again[^a].\n\n[^a]: First {{ on-time }}.\n[^b]: Second."
    (block,) = context.texts.blocks(Text.of(text), "1.1")
    assert isinstance(block, ParagraphBlock)
    notes = [each for each in block.children if isinstance(each, NoteInline)]
    assert [(note.name, line(note.children)) for note in notes] == [("a", "First 97%."), ("b", "Second."), ("a", "")]
    assert line(block.children) == "One, 97%, again."


def test_what_is_printed_has_the_words_of_notes() -> None:
    rows = (RowGroup((TableRow((NoteInline("b", ("of a row",)),), ()),)),)
    columns = (TableColumn("Plan", children=("Plan", NoteInline("c", ("of a heading",)))),)
    blocks = (ParagraphBlock((EmphasisInline(("a", NoteInline("a", ("of a line",)))),)), TableBlock(columns, rows))
    found = list(printed_in(Part("a", "x", "A", blocks)))
    assert [words for words in found if words.startswith("of")] == ["of a line", "of a heading", "of a row"]
