from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import given, strategies as st

from omi_report.disclosure.suppression import CASES, MOST_PARTS, Cell, Sample, Total, Where, suppress

KINDS = ("community", "licence", "custody")
SAMPLE = Sample({CASES: {"kind": KINDS, "tier": ("1", "2")}}, {})


def cell(count: int, base: int, where: Where = (), question: str = "1.1.1") -> Cell:
    return Cell(CASES, question, where, count, base)


def of(*kinds: str) -> Where:
    return (("kind", kinds),)


def hidden(*cells: Cell, totals: tuple[Total, ...] = (), sample: Sample = SAMPLE) -> set[Cell]:
    return suppress(cells, totals, sample, 5).cells


def test_a_small_count_a_small_rest_and_a_small_base_are_left_out() -> None:
    small = [cell(4, 40, question="a"), cell(37, 40, question="b"), cell(3, 4, question="c"), cell(0, 30, question="d")]
    assert hidden(*small, cell(5, 40, question="e"), cell(35, 40, question="f")) == set(small)


def test_a_part_that_is_the_whole_less_the_others_takes_another_with_it() -> None:
    whole, small = cell(60, 110), cell(3, 10, of("custody"))
    others = [cell(30, 60, of("community")), cell(27, 40, of("licence"))]
    assert hidden(whole, small, *others) == {small, others[1]}


def test_a_part_that_nothing_adds_up_to_goes_alone() -> None:
    small, other = cell(3, 10, of("custody")), cell(30, 60, of("community"))
    assert hidden(small, other) == {small}
    assert hidden(small, other, cell(60, 110)) == {small}


def test_values_taken_together_are_a_sum() -> None:
    small, together = cell(3, 10, of("custody")), cell(33, 70, of("community", "custody"))
    alone = cell(30, 60, of("community"))
    assert hidden(small, together, alone) == {small, alone}


def test_parts_to_which_a_question_does_not_apply_are_known_to_be_empty() -> None:
    sample = Sample(SAMPLE.attributes, {"1.1.1": {"kind": ("custody",)}})
    whole, part = cell(30, 40), cell(30, 40, of("custody"))
    assert hidden(whole, part, sample=sample) == set()
    small, same = cell(3, 40), cell(3, 40, of("custody"))
    assert hidden(small, same, sample=sample) == {small, same}


def test_a_score_and_its_other_questions_do_not_give_a_question_away() -> None:
    small, large = cell(3, 40, question="a"), cell(20, 40, question="b")
    assert hidden(small, large, totals=(Total("1.1", {"a": Fraction(50), "b": Fraction(50)}),)) == {small, large}
    assert hidden(small, large, totals=(Total("1.1", {"b": Fraction(100)}),)) == {small}


def test_a_score_of_one_small_question_is_left_out_itself() -> None:
    found = suppress([cell(3, 40, question="a")], [Total("1.1", {"a": Fraction(100)})], SAMPLE, 5)
    assert found.totals == {"1.1"}


def test_more_parts_than_can_be_solved_leave_the_question_out() -> None:
    names = [f"a{n}" for n in range(20)]
    sample = Sample({CASES: dict.fromkeys(names, ("yes", "no"))}, {})
    cells = [cell(20, 40), cell(3, 40, tuple((name, ("yes",)) for name in names))]
    assert 2 ** len(names) > MOST_PARTS
    assert hidden(*cells, sample=sample) == set(cells)


def rank(rows: list[list[Fraction]]) -> int:
    rows, found = [list(row) for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((index for index in range(found, len(rows)) if rows[index][column]), None)
        if pivot is None:
            continue
        rows[found], rows[pivot] = rows[pivot], rows[found]
        for index in range(len(rows)):
            if index != found and rows[index][column]:
                factor = rows[index][column] / rows[found][column]
                rows[index] = [a - factor * b for a, b in zip(rows[index], rows[found], strict=True)]
        found += 1
    return found


PARTS = list(product(KINDS, ("1", "2")))
wheres = st.tuples(
    st.lists(st.sampled_from(KINDS), min_size=1, max_size=3, unique=True), st.sampled_from([("1",), ("2",), ("1", "2")])
)


@given(
    st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), min_size=6, max_size=6), st.lists(wheres, max_size=7)
)
def test_no_small_count_follows_from_what_remains(
    numbers: list[tuple[int, int]], parts: list[tuple[list[str], tuple[str, ...]]]
) -> None:
    cells = {}
    for kinds, tiers in parts:
        row = [Fraction(kind in kinds and tier in tiers) for kind, tier in PARTS]
        count = sum(a for (a, _b), inside in zip(numbers, row, strict=True) if inside)
        base = sum(a + b for (a, b), inside in zip(numbers, row, strict=True) if inside)
        cells[cell(count, base, (("kind", tuple(sorted(kinds))), ("tier", tiers)))] = row
    gone = hidden(*cells)
    assert {each for each in cells if each.size < 5} <= gone
    shown = [row for each, row in cells.items() if each not in gone]
    for each in gone:
        assert rank([*shown, cells[each]]) == rank(shown) + 1
