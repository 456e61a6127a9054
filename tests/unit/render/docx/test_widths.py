"""How wide the columns of a table in Word are: words stay whole where they can, and everything fits."""

from __future__ import annotations

from hypothesis import given, strategies as st

from omi_report.render.docx.widths import least_widths, widths_of

WORDS = st.text("abc ", max_size=80)
TABLES = st.integers(1, 8).flatmap(
    lambda columns: st.lists(st.lists(st.tuples(WORDS, st.just(1)), min_size=columns, max_size=columns), min_size=1)
)


@given(TABLES, st.integers(6000, 14_000), st.integers(0, 6000))
def test_columns_take_what_is_available_and_narrow_ones_break_no_word(
    rows: list[list[tuple[str, int]]], available: int, first: int
) -> None:
    columns = len(rows[0])
    found, least = widths_of(rows, columns, available, first), least_widths(rows, columns)
    least[0] = max(least[0], first)
    assert sum(found) == available
    fits = sum(least) <= available
    for width, need in zip(found, least, strict=True):
        assert width >= min(need, available // columns) - columns
        assert width >= need - columns or not fits


def test_a_wide_first_column_takes_nothing_from_short_headings() -> None:
    heads = [("Criterion", 1), ("Excellent", 1), ("Insufficient", 1), ("Poor", 1), ("Answers", 1)]
    narrow = least_widths([heads], 5)[1:]
    assert widths_of([heads], 5, 8000, first=6000)[1:] == narrow
