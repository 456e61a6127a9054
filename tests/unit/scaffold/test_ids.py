"""Ids are written where there are none, and the file says what it said."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, strategies as st

from omi_report.document.kinds.good_practice import GoodPractice
from omi_report.document.kinds.recommendations import Recommendations
from omi_report.model.criterion import Criterion, criterion_model
from omi_report.model.findings import DEFAULT_FINDINGS
from omi_report.model.record import Record
from omi_report.model.shape import fill
from omi_report.problems import Edit, Location
from omi_report.prose.slug import ENGLISH_STOP_WORDS
from omi_report.scaffold.ids import WithIds, with_ids
from omi_report.source.folder import SourceFile
from omi_report.source.reader import read_tree

CRITERION = criterion_model()


def run(text: str, model: type[Record] = CRITERION) -> tuple[Record, WithIds]:
    """What a file without problems holds, and the file with ids."""
    tree, problems = read_tree(text, "a.yaml")
    assert not problems
    file = SourceFile("a.yaml", "a.yaml", text, tree)
    filled, wrong = fill(model, file)
    assert filled is not None, wrong
    return filled, with_ids(file, filled, DEFAULT_FINDINGS, ENGLISH_STOP_WORDS)


def ids_of(text: str) -> list[str | None]:
    criterion, _ = run(text)
    assert isinstance(criterion, Criterion)
    return [finding.id for kind in DEFAULT_FINDINGS for finding in criterion.of_kind(kind)]


HEAD = "criterion: 1.1\n"


def test_findings_are_named_after_their_first_words_once_in_a_criterion() -> None:
    _, found = run(f"{HEAD}strengths:\n- Plans were on time.\nimprovements:\n- Plans, on time!\n- Plans on time.\n")
    assert ids_of(found.text) == ["plans-time", "plans-time-2", "plans-time-3"]
    assert (found.count, found.left) == (3, ())


def test_ids_that_are_there_stay_and_are_not_given_again() -> None:
    text = f"{HEAD}strengths:\n- Plans were on time.\nimprovements:\n- {{id: plans-time, text: Others.}}\n"
    _, found = run(text)
    assert ids_of(found.text) == ["plans-time-2", "plans-time"]


@pytest.mark.parametrize("text", ["TODO: a strength", "Nearly all, TODO"])
def test_a_text_that_is_still_to_be_written_is_passed_over(text: str) -> None:
    before = f"{HEAD}strengths:\n- '{text}'\n"
    assert run(before)[1] == WithIds(before)


def test_an_id_never_reads_like_a_letter_or_a_number() -> None:
    _, found = run(f"{HEAD}strengths:\n- Strength (a)\n")
    assert ids_of(found.text) == ["strength-a-2"]


@pytest.mark.parametrize("null", ["null", "~"])
def test_null_is_no_id(null: str) -> None:
    _, found = run(f"{HEAD}strengths:\n- {{id: {null}, text: One day.}}\n")
    assert found.text == f"{HEAD}strengths:\n- {{id: one-day, text: One day.}}\n"


def test_a_text_without_latin_letters_has_a_number() -> None:
    _, found = run(f"{HEAD}strengths:\n- Планы\n- Сроки\n")
    assert ids_of(found.text) == ["entry", "entry-2"]


def test_stories_go_by_their_titles_and_recommendations_by_their_texts() -> None:
    _, found = run("stories:\n  - title: A friend\n    criterion: 1.1\n    text: Nia.\n", GoodPractice)
    assert found.text == "stories:\n  - id: a-friend\n    title: A friend\n    criterion: 1.1\n    text: Nia.\n"
    _, found = run("recommendations:\n- {text: plans are made, criteria: [1.1]}\n", Recommendations)
    assert found.text == "recommendations:\n- {id: plans-made, text: plans are made, criteria: [1.1]}\n"


def test_what_an_alias_repeats_is_left_and_named_once() -> None:
    text = f"{HEAD}strengths:\n- &a One day.\n- *a\n- Two days.\n"
    _, found = run(text)
    assert found.text == text.replace("- Two days.", "- id: two-days\n  text: Two days.")
    assert [(place.line, place.column) for place in found.left] == [(3, 3)]


def test_a_file_that_would_say_something_else_is_left_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "omi_report.scaffold.ids.key_edits", lambda *_: [Edit(Location("a.yaml", 1, 1), Location("a.yaml", 1, 1), "x")]
    )
    text = f"{HEAD}strengths:\n- One.\n- Two.\n"
    _, found = run(text)
    assert (found.text, found.count) == (text, 0)
    assert [place.line for place in found.left] == [3, 4]


WORDS = st.sampled_from(
    ["Plans", "late", "é", "{{ met }}", "a:b", "#1", "it's", "–", "97%", "«yes»", "*so*", "- no", "x: y"]
)
LINE = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
SPACES = st.integers(0, 3).map(" ".__mul__)
EMPTY_LINES = st.sampled_from(["", "", "", "\n", "\n \n", "\n# a comment\n", "\n      # another\n"])


@st.composite
def blocks(draw: st.DrawFn, indent: int) -> str:
    """A block text whose parent's keys or hyphens stand at a column."""
    counted = draw(st.booleans())
    deeper = draw(st.integers(1, 5))
    header = draw(st.sampled_from("|>")) + (str(deeper) if counted else "") + draw(st.sampled_from(["", "-", "+"]))
    header += draw(st.sampled_from(["", "  # omi", " "]))
    own = SPACES if counted else st.just("")
    first = draw(own) + draw(LINE)
    rest = draw(st.lists(st.one_of(st.tuples(SPACES, LINE).map("".join), SPACES), max_size=4))
    margin = " " * (indent + deeper)
    written = [margin + line if line.strip() or draw(st.booleans()) else "" for line in [first, *rest]]
    return "\n".join([header, *written])


@st.composite
def lines(draw: st.DrawFn, indent: int, *, quote: str = "") -> str:
    """A plain or quoted text over lines."""
    parts = draw(st.lists(LINE, min_size=1, max_size=3))
    text = parts[0]
    for part in parts[1:]:
        text += draw(st.sampled_from(["\n", "\n\n", " \n"])) + " " * draw(st.integers(indent + 1, indent + 5)) + part
    return quote + text.replace("'", "''") + quote if quote == "'" else f"{quote}{text}{quote}"


def texts(indent: int) -> st.SearchStrategy[str]:
    anchors = st.sampled_from(["", "", "", "&a ", "&b ", "! "])
    written = st.one_of(blocks(indent), lines(indent), lines(indent, quote="'"), lines(indent, quote='"'))
    return st.tuples(anchors, written).map("".join)


@st.composite
def entries(draw: st.DrawFn, hyphen: int) -> str:
    """An entry of a list whose hyphens stand at a column."""
    gap = draw(st.integers(1, 4))
    key = hyphen + 1 + gap
    start = "-" + " " * gap
    if draw(st.booleans()):
        start = draw(st.sampled_from(["-\n", "- # a comment\n", "- &c\n"])) + " " * key
    match draw(st.sampled_from(["text", "mapping", "question", "braces", "empty id", "with id"])):
        case "text":
            return start + draw(texts(hyphen))
        case "mapping":
            return f"{start}text: {draw(texts(key))}"
        case "question":
            return f"{start}? text\n{' ' * key}: {draw(texts(key))}"
        case "braces":
            return start + draw(
                st.sampled_from(["{text: One.}", "{ text: 'One.' }", "{\n text: One.}", "{ # c\n text: One.}"])
            )
        case "empty id":
            return f"{start}id:\n{' ' * key}text: {draw(texts(key))}"
        case _:
            return f"{start}id: late\n{' ' * key}text: {draw(texts(key))}"


@st.composite
def flow_lists(draw: st.DrawFn) -> str:
    entry = st.sampled_from(
        ["One", "'it''s\n  one'", '"one"', "{text: One}", "text: One", "&d One", "one\n  two", "{ id: z, text: One }"]
    )
    return " [" + draw(st.sampled_from([", ", ",", " ,\n  "])).join(draw(st.lists(entry, max_size=4))) + "]\n"


@st.composite
def block_lists(draw: st.DrawFn) -> str:
    hyphen = draw(st.integers(0, 4))
    listed = draw(st.lists(entries(hyphen), min_size=1, max_size=4))
    return "\n" + "".join(f"{' ' * hyphen}{entry}\n{draw(EMPTY_LINES)}" for entry in listed)


FILES = st.tuples(*[st.one_of(block_lists(), flow_lists())] * 2, st.sampled_from(["\n", "\r\n"])).map(
    lambda parts: f"{HEAD}strengths:{parts[0]}# between\nimprovements:{parts[1]}".replace("\n", parts[2])
)


@given(FILES)
def test_however_a_file_is_written_it_says_the_same_with_ids(text: str) -> None:
    tree, problems = read_tree(text, "a.yaml")
    assume(not problems)
    filled, wrong = fill(CRITERION, SourceFile("a.yaml", "a.yaml", text, tree))
    assume(not wrong)
    assert filled is not None
    _, found = run(text)
    assert not found.left
    with_them, again = run(found.text)
    assert again == WithIds(found.text)
    assert isinstance(with_them, Criterion)
    for kind in DEFAULT_FINDINGS:
        before, after = (each.of_kind(kind) for each in (filled, with_them))
        assert [finding.text for finding in after] == [finding.text for finding in before]
        assert all(old.id in (None, new.id) for old, new in zip(before, after, strict=True))
    assert None not in [finding.id for kind in DEFAULT_FINDINGS for finding in with_them.of_kind(kind)]
    assert nothing_is_lost(text, found.text)


def nothing_is_lost(text: str, longer: str) -> bool:
    """Whether a text is another with characters put in between."""
    rest = iter(longer)
    return all(character in rest for character in text)
