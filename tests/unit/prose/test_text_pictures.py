"""Pictures and definitions in texts."""

from __future__ import annotations

import pytest

from omi_report.prose.nodes import (
    Block,
    Definition,
    Definitions,
    Emphasis,
    Footnote,
    Paragraph,
    Quotation,
    Role,
    Substitution,
    TextCell,
    TextPicture,
    Words,
    nodes,
)
from omi_report.prose.parse import parse
from omi_report.prose.picture_names import pictures_named
from omi_report.prose.view import MASK, view_of

PICTURE = '![Two *people* talk](images/the talk.jpg "In Melchester")\nPhotograph: *Ann Field*,\n2008'


def one(text: str) -> Block:
    (block,) = parse(text).blocks
    return block


def test_a_picture_has_words_a_caption_and_a_credit() -> None:
    picture = one(PICTURE)
    credit = (Words("Photograph: "), Emphasis((Words("Ann Field"),)), Words(", 2008"))
    assert picture == TextPicture("images/the talk.jpg", "Two *people* talk", "In Melchester", credit)
    assert isinstance(picture, TextPicture)
    assert PICTURE[picture.offset : picture.end] == PICTURE
    assert PICTURE[slice(*picture.address)] == "images/the talk.jpg"
    assert [PICTURE[start:end] for start, end in picture.marks] == ["![", '](images/the talk.jpg "', '")']
    assert not parse(PICTURE).faults


def test_a_picture_without_a_caption_stands_in_a_quotation() -> None:
    quotation = one("> ![A map](images/map.png)\n> Map: the area")
    assert quotation == Quotation((TextPicture("images/map.png", "A map", "", (Words("Map: the area"),)),))


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("![ ](images/a.png)\nby us", [("picture_alt", "![ ](images/a.png)")]),
        ("![A](images/a.png)", [("picture_credit", "![A](images/a.png)")]),
        ("![A](images/a.svg)\nby us", [("picture_file", "images/a.svg")]),
        ("![A](https://a.b/c.png)\nby us", [("picture_file", "https://a.b/c.png")]),
        ("![A](images/../../a.png)\nby us", [("picture_file", "images/../../a.png")]),
        ("![A {{ x }}](images/a.png)\nby us", [("picture_words", "![A {{ x }}](images/a.png)")]),
        ("See ![A](images/a.png)\nby us", [("picture", "![A](images/a.png)")]),
        ("![A](images/a.png) by us", [("picture", "![A](images/a.png)")]),
        ('![A](images/a.png "b" c)\nby us', [("picture_form", '![A](images/a.png "b" c)')]),
        ("`![A](b)` \\![A](https://b.c)", []),
    ],
)
def test_faults_of_pictures(text: str, faults: list[tuple[str, str]]) -> None:
    found = parse(text).faults
    assert [(fault.kind, text[fault.offset : fault.offset + fault.length]) for fault in found] == faults


def test_a_view_has_the_words_of_a_picture() -> None:
    view = view_of(PICTURE)
    assert [each.words for each in view.sentences] == [
        "Two *people* talk",
        "In Melchester",
        "Photograph: *Ann Field*,\n2008",
    ]
    assert view.prose.startswith(f"{MASK * 2}Two *people* talk{MASK * 23}In Melchester{MASK * 2}\nPhoto")


def test_the_pictures_that_a_file_names() -> None:
    file = (
        'text: |\n  ![A](images/a b.png "c")\nmore: "![B](images/b.jpg \\"d\\")\\nby"\nlast: ![C]( d.png )\n[x](y.png)'
    )
    assert list(pictures_named(file)) == ["images/a b.png", "images/b.jpg", "d.png"]


def cell(*children: Words | Emphasis | Substitution | Role) -> TextCell:
    return TextCell(children)


def test_definitions_follow_their_terms() -> None:
    first = "PPO\n: a prolific\n  {{ late }} offender\n: *chosen* locally\n"
    text = f"{first}CDRP\n:  see {{criterion}}`2.2`\n\nOther\n: one\n\nSo."
    definitions, after = parse(text).blocks
    assert definitions == Definitions(
        (
            Definition(
                cell(Words("PPO")),
                (
                    cell(Words("a prolific "), Substitution("late", ()), Words(" offender")),
                    cell(Emphasis((Words("chosen"),)), Words(" locally")),
                ),
            ),
            Definition(cell(Words("CDRP")), (cell(Words("see "), Role("criterion", "2.2", False)),)),
            Definition(cell(Words("Other")), (cell(Words("one")),)),
        )
    )
    assert after == Paragraph((Words("So."),))
    assert isinstance(definitions, Definitions)
    assert [text[each.offset : each.end] for each in definitions.cells] == [
        "PPO",
        "a prolific\n  {{ late }} offender",
        "*chosen* locally",
        "CDRP",
        "see {criterion}`2.2`",
        "Other",
        "one",
    ]
    assert [each.setting for each in view_of(text).sentences] == ["cell"] * 7 + ["running"]


@pytest.mark.parametrize("text", ["a\nb\n: c", ": a", "a:\nb", "a\n:b", "a\n\n: b", "- a\n: b"])
def test_what_is_no_definition(text: str) -> None:
    assert not any(isinstance(node, Definitions) for node in nodes(parse(text).blocks))


def test_a_number_at_the_beginning_of_a_line_goes_on_with_a_definition_and_with_a_note() -> None:
    (definitions,) = parse("Plan\n: It was made in\n2007. It was late.\n").blocks
    assert isinstance(definitions, Definitions)
    words = (Words("It was made in 2007. It was late."),)
    assert [each.children for each in definitions.cells] == [(Words("Plan"),), words]
    _paragraph, note = parse("Words.[^n]\n\n[^n]: It was made in\n2007. It was late.\n").blocks
    assert isinstance(note, Footnote)
    assert note.children == words


@pytest.mark.parametrize("line", ["## Head", "> quote", "- item"])
def test_what_begins_another_block_is_no_further_term(line: str) -> None:
    first, second = parse(f"Plan\n: What is to be done.\n\n{line}\n: more\n").blocks[:2]
    assert isinstance(first, Definitions)
    assert len(first.entries) == 1
    assert not isinstance(second, Definitions)
