"""The short way must say what markdown-it says, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from omi_report.prose.nodes import Emphasis, Paragraph, Role, Substitution, Words
from omi_report.prose.parse import parse
from omi_report.prose.plain_text import read_plain
from omi_report.prose.reader import read_markdown
from tests.samples import inspected

ROOT = Path(__file__).parent.parent.parent.parent
PIECES = (
    *("a", "word ", "12 ", "2000.", "1. ", "3) ", "- ", "-", "É×", "\n", "\n\n", " ", "  ", "\t", "\xa0"),
    *(
        "{{ x }}",
        "{{ 1.2/y | rest|count }}",
        "{{}}",
        "{{|}}",
        "{criterion}`1.2`",
        "{finding}`~1.2/a b`",
        "{a}`",
        "{a}`x *y* z`",
    ),
    *(
        "{",
        "}",
        "`",
        "(",
        ")",
        "%",
        "“",
        "‘",
        "”",
        ".",
        "...",
        "---",
        "=",
        '"',
        "'",
        ":",
        "*",
        "_",
        "\\",
        "#",
        ">",
        "+",
    ),
    *("*", " *", "* ", " *a*", " *“a b”*.", "*\n", "**", " **", "** ", " **a**", " (**“a b”**"),
    *("www.", "://", "x@y.org", "&", "&amp;", "<b>", "[a](b)"),
)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join))
def test_it_says_what_markdown_it_says(text: str) -> None:
    plain = read_plain(text)
    assert plain is None or plain == read_markdown(text)


def test_paragraphs_figures_and_references() -> None:
    parsed = read_plain("Of them {{ late | rest }}\nwere late, see {criterion}`~1.2`.\n\nNo more.\n")
    figure, role = Substitution("late", ("rest",)), Role("criterion", "1.2", True)
    assert parsed is not None
    first = (Words("Of them "), figure, Words(" were late, see "), role, Words("."))
    assert parsed.blocks == (Paragraph(first), Paragraph((Words("No more."),)))
    assert (parsed.substitutions, parsed.roles) == ((figure,), (role,))


@pytest.mark.parametrize(
    "text",
    ["- a", "1. a", " a", "a  \nb", "a*b*c", "**a**", "* a *", "a\n---", "<b>", "{{ a", "www.b.uk", "a\tb"],
)
def test_anything_else_is_left_to_markdown_it(text: str) -> None:
    assert read_plain(text) is None


def test_emphasis() -> None:
    parsed = read_plain('They said *"{{ late }} of it"*.')
    assert parsed is not None
    inner = (Words('"'), Substitution("late", ()), Words(' of it"'))
    assert parsed.blocks == (Paragraph((Words("They said "), Emphasis(inner), Words("."))),)
    assert parsed.substitutions == (inner[1],)


def test_strong_emphasis() -> None:
    parsed = read_plain("They were **{{ late }} days**\nlate (**not** *very* late).")
    assert parsed is not None
    late, weak = Emphasis((Substitution("late", ()), Words(" days")), strong=True), Emphasis((Words("very"),))
    denied = Emphasis((Words("not"),), strong=True)
    children = (Words("They were "), late, Words(" late ("), denied, Words(" "), weak, Words(" late)."))
    assert parsed.blocks == (Paragraph(children),)


def test_most_texts_are_plain() -> None:
    texts = [str(prose.text) for prose in inspected(ROOT / "areas" / "hampshire").area.prose()]
    plain = [text for text in texts if read_plain(text)]
    assert len(plain) > 0.9 * len(texts)
    assert all(parse(text) == read_markdown(text) for text in texts)
