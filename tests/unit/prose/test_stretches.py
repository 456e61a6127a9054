from __future__ import annotations

from hypothesis import given, strategies as st

from omi_report.prose.nodes import Span
from omi_report.prose.stretches import Stretches

OFFSETS = st.integers(0, 20)
SPANS = st.tuples(OFFSETS, OFFSETS).map(lambda pair: Span(min(pair), max(pair)))


@given(st.lists(SPANS), OFFSETS)
def test_a_character_lies_in_one_of_them(spans: list[Span], offset: int) -> None:
    assert Stretches(spans).hold(offset) is any(start <= offset < end for start, end in spans)


@given(st.lists(SPANS), SPANS.filter(lambda span: span.end > span.start))
def test_a_span_touches_one_of_them(spans: list[Span], span: Span) -> None:
    filled = [each for each in spans if each.end > each.start]
    touches = any(each.start < span.end and span.start < each.end for each in filled)
    assert Stretches(filled).touch(span) is touches


def test_the_one_that_holds_a_character() -> None:
    stretches = Stretches([Span(5, 9), Span(0, 3)])
    assert [stretches.holding(offset) for offset in (0, 2, 3, 5, 8, 9)] == [
        Span(0, 3),
        Span(0, 3),
        None,
        Span(5, 9),
        Span(5, 9),
        None,
    ]
