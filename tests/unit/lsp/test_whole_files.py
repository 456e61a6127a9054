"""The outline, the folds and the coloured words of a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.lsp.folding import folds_of
from omi_report.lsp.lines import DocumentLines
from omi_report.lsp.symbols import OutlineSymbol, symbols_of
from omi_report.lsp.tokens import words_of_lines, words_of_texts
from omi_report.source.reader import read_tree
from tests.samples import inspected

ROOT = Path(__file__).parents[3]
FILES = sorted([*ROOT.glob("areas/hampshire/*.yaml"), ROOT / "areas/hampshire/criteria/1.2.yaml"])

TEXT = """\
criterion: 1.2  # the number
percentages:
  done: {percent: 97, question: 1.2.1}
strengths:
- id: first
  text: |
    Some words.

    - An item.

  # a remark

- Some more words.
score: 64
"""


def shown(symbols: tuple[OutlineSymbol, ...], depth: int = 0) -> list[str]:
    return [
        line
        for each in symbols
        for line in (f"{'  ' * depth}{each.name}: {each.detail}".rstrip(": "), *shown(each.children, depth + 1))
    ]


def every(symbols: tuple[OutlineSymbol, ...]) -> list[OutlineSymbol]:
    return [found for each in symbols for found in (each, *every(each.children))]


def outline_of(text: str) -> tuple[OutlineSymbol, ...]:
    return symbols_of(read_tree(text, "")[0], DocumentLines(text))


def test_the_outline_has_keys_and_entries() -> None:
    assert shown(outline_of(TEXT)) == [
        "criterion: 1.2",
        "percentages",
        "  done",
        "    percent: 97",
        "    question: 1.2.1",
        "strengths",
        "  first",
        "  Some more words.",
        "score: 64",
    ]


def test_a_file_that_is_no_yaml_has_its_keys_at_the_margin() -> None:
    assert shown(outline_of(f"{TEXT}rating: [\n")) == [
        "criterion: 1.2  # the number",
        "percentages",
        "strengths",
        "score: 64",
        "rating: [",
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_inside_stands_inside(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    symbols = every(outline_of(text))
    assert len(symbols) > 1
    for symbol in symbols:
        assert symbol.span.start <= symbol.name_span.start <= symbol.name_span.end <= symbol.span.end
        assert not symbol.span.end or not text[symbol.span.end - 1].isspace()
        for child in symbol.children:
            assert symbol.span.start <= child.span.start <= child.span.end <= symbol.span.end


def folded(text: str) -> list[tuple[int, int]]:
    lines = DocumentLines(text)
    return sorted(
        (lines.place(start, "utf-32").line, lines.place(end, "utf-32").line) for start, end in folds_of(lines)
    )


def test_what_stands_below_a_key_or_an_entry_can_be_folded() -> None:
    assert folded(TEXT) == [(1, 2), (3, 12), (4, 8), (5, 8)]
    assert folded(f"{TEXT}rating: [\n") == [(1, 2), (3, 12), (4, 8), (5, 8)], "sound or not"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_folds_do_not_cross(file: Path) -> None:
    folds = folded(file.read_text(encoding="utf-8"))
    assert bool(folds) == (file.stem != "abbreviations"), "it is a flat list"
    for first, last in folds:
        assert first < last
        assert not any(first < other <= last < end for other, end in folds)


def test_the_words_of_figures_and_references_have_kinds() -> None:
    text = "text: |\n  In {{ done | rest |capital }} of cases, see {criterion}`~1.2`.\n"
    found = [(text[word.span.start : word.span.end], word.kind) for word in words_of_lines(text)]
    assert found == [
        ("done", "variable"),
        ("rest", "function"),
        ("capital", "function"),
        ("criterion", "keyword"),
        ("1.2", "class"),
    ]


def test_the_words_of_a_sound_file_are_those_of_its_texts() -> None:
    inspection = inspected(ROOT / "areas" / "hampshire")
    text = inspection.files["criteria/1.2.yaml"].text
    found = words_of_texts(inspection, "criteria/1.2.yaml")
    alone = [word for word in found if "figure: " in text[text.rfind("\n", 0, word.span.start) : word.span.start]]
    assert len(alone) > 2, "the figure of a finding is one too"
    assert [word for word in found if word not in alone] == words_of_lines(text)
