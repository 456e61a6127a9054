"""Figures whose counts an area states: no hidden one is a sum or difference of those that are shown."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import given, strategies as st

from omi_report.disclosure.stated import StatedCount, Where, hidden_stated

KINDS = ("community", "licence", "custody")
ATTRIBUTES = {"": {"kind": KINDS, "tier": ("1", "2")}}


def figure(name: str, count: int, base: int | None, where: Where = (), question: str = "1.1.1") -> StatedCount:
    return StatedCount(name, "", question, where, count, base)


def of(*kinds: str) -> Where:
    return (("kind", kinds),)


def hidden(*figures: StatedCount, applies_to: dict[str, tuple[str, ...]] | None = None) -> dict[str, bool]:
    return hidden_stated(figures, ATTRIBUTES, {"1.1.1": applies_to or {}}, 5)


def test_a_small_count_a_small_rest_and_a_small_base_are_hidden() -> None:
    small = [figure("a", 4, 40, question=""), figure("b", 37, 40, question=""), figure("c", 3, None, question="")]
    large = [figure("d", 5, 40, question=""), figure("e", 35, 40, question="")]
    assert hidden(*small, *large) == {"a": True, "b": True, "c": True}


def test_a_part_that_is_the_whole_less_the_others_takes_another_with_it() -> None:
    others = [figure("community", 30, 60, of("community")), figure("licence", 27, 40, of("licence"))]
    found = hidden(figure("whole", 60, 110), figure("custody", 3, 10, of("custody")), *others)
    assert found == {"custody": True, "licence": False}


def test_a_part_that_nothing_adds_up_to_goes_alone() -> None:
    small, other = figure("custody", 3, 10, of("custody")), figure("community", 30, 60, of("community"))
    assert hidden(small, other, figure("whole", 60, 110)) == {"custody": True}


def test_parts_to_which_a_question_does_not_apply_are_known_to_be_empty() -> None:
    small, same = figure("all", 3, 40), figure("custody", 35, 40, of("custody"))
    assert hidden(small, same, applies_to={"kind": ("custody",)}) == {"all": True, "custody": False}


def test_more_parts_than_can_be_solved_hide_the_whole_question() -> None:
    names = [f"a{n}" for n in range(20)]
    attributes = {"": dict.fromkeys(names, ("yes", "no"))}
    figures = [figure("large", 20, 40), figure("small", 3, 40, tuple((name, ("yes",)) for name in names))]
    assert hidden_stated(figures, attributes, {}, 5) == {"small": True, "large": False}


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
    figures, rows = [], {}
    for at, (kinds, tiers) in enumerate(parts):
        row = [Fraction(kind in kinds and tier in tiers) for kind, tier in PARTS]
        count = sum(a for (a, _b), inside in zip(numbers, row, strict=True) if inside)
        base = sum(a + b for (a, b), inside in zip(numbers, row, strict=True) if inside)
        each = figure(f"f{at}", count, base, (("kind", tuple(sorted(kinds))), ("tier", tiers)))
        figures.append(each)
        rows[each.name] = row
    gone = hidden(*figures)
    assert {each.name for each in figures if each.size < 5} <= gone.keys()
    shown = [row for name, row in rows.items() if name not in gone]
    for name in gone:
        assert rank([*shown, rows[name]]) == rank(shown) + 1
