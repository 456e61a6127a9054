"""What the classes of a report hold, and what they do not."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, get_args

import pytest
from hypothesis import given

from omi_report.document import inlines, tree
from omi_report.document.inlines import CodeInline, Inline, joined
from omi_report.document.shapes import alternatives, class_of, is_literal, items_of, kind_of, shapes_of
from omi_report.document.tree import Block, Document, HeadingBlock, ParagraphBlock, Part, TableBlock, VerbatimBlock
from tests.unit.document.trees import values_of


def reached(annotation: Any, seen: set[Any]) -> set[Any]:
    """All types that stand somewhere below a place."""
    for choice in alternatives(annotation):
        items, cls = items_of(choice), class_of(choice)
        if items:
            reached(items[0], seen)
        elif cls and cls not in seen:
            seen.add(cls)
            for shape in shapes_of(cls):
                reached(shape.annotation, seen)
        elif not cls and not is_literal(choice):
            seen.add(choice)
    return seen


def test_a_report_holds_nothing_but_plain_data() -> None:
    classes = {value for module in (tree, inlines) for value in vars(module).values() if class_of(value)}
    assert reached(Document, set()) == classes | {str, int, bool, type(None)}


def test_each_type_of_block_and_inline_has_a_name_of_its_own() -> None:
    for union in (Block, Inline):
        names = [kind_of(choice) for choice in get_args(union) if choice is not str]
        assert len(names) == len(set(names)) > 8
        assert all(names)


def test_what_says_the_same_is_equal_and_nothing_else() -> None:
    one, same = ParagraphBlock(("a",), role="x"), ParagraphBlock(("a",), role="x")
    assert (one, hash(one)) == (same, hash(same))
    assert one != ParagraphBlock(("a",), role="y")
    assert VerbatimBlock("a") != CodeInline("a")
    assert repr(VerbatimBlock("a")) == "VerbatimBlock(text='a')"


@pytest.mark.parametrize("cls", [choice for choice in get_args(Block | Inline) if choice is not str])
def test_nothing_changes(cls: type) -> None:
    assert cls.__dataclass_params__.frozen  # type: ignore[attr-defined]


def test_the_text_of_a_part_is_what_stands_directly_in_it() -> None:
    words, head = ParagraphBlock(("a",)), HeadingBlock(3, ("b",))
    signature, table = ParagraphBlock(("c",), role="signature"), TableBlock((), ())
    part = Part("x", "x", "x", (words, table, head, signature, VerbatimBlock("d")))
    assert part.text == (words, head, VerbatimBlock("d"))


@given(children=values_of(tuple[Inline, ...]))
def test_joined_inlines_have_no_two_strings_side_by_side(children: tuple[Inline, ...]) -> None:
    found = joined(*children)
    strings = [isinstance(child, str) for child in found]
    assert not any(first and second for first, second in pairwise(strings))
    assert "" not in found
    assert "".join(child for child in found if isinstance(child, str)) == "".join(
        child for child in children if isinstance(child, str)
    )
    assert joined(*found) == found
