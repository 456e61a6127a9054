"""Other numbers that agree with the sums that are known."""

from __future__ import annotations

from hypothesis import given, strategies as st

from omi_report.disclosure.bounds import Sum, Work
from omi_report.disclosure.worlds import SEARCH_STEPS, System


def total(*places: int, size: int) -> Sum:
    return Sum(tuple((place, 1) for place in places), size, size)


def other(system: System, wanted: Sum) -> tuple[int, ...] | None:
    return system.other((wanted,), Work(10**6))


def test_what_a_sum_settles_cannot_be_other() -> None:
    system = System((3, 7), (10, 10), (total(0, 1, size=10), total(1, size=7)))
    assert other(system, total(0, size=4)) is None


def test_what_one_sum_leaves_open_can() -> None:
    system = System((3, 7), (10, 10), (total(0, 1, size=10),))
    assert other(system, total(0, size=7)) == (7, 3)
    assert other(system, total(0, size=11)) is None


def test_a_table_is_changed_at_four_corners() -> None:
    rows = (total(0, 1, size=8), total(2, 3, size=9), total(0, 2, size=7), total(1, 3, size=10))
    system = System((2, 6, 5, 4), (9, 9, 9, 9), rows)
    assert other(system, total(0, size=5)) == (5, 3, 2, 7)


def test_a_weighed_sum_has_the_room_that_rounding_leaves() -> None:
    system = System((3, 20), (40, 40), (Sum(((0, 10), (1, 10)), 226, 235),))
    assert other(system, total(0, size=7)) == (7, 16)
    narrow = System((3, 20), (40, 40), (Sum(((0, 10), (1, 7)), 170, 170),))
    assert other(narrow, total(0, size=4)) is None


def test_where_the_work_is_over_nothing_is_found() -> None:
    system = System((3, 7), (10, 10), (total(0, 1, size=10),))
    assert system.other((total(0, size=7),), Work(0)) is None


def test_a_search_ends_after_so_many_steps() -> None:
    # no even numbers add up to an odd one, and the search has all their sums to try
    places = range(40)
    odd = Sum(tuple((place, 2) for place in places), 81, 81)
    work = Work(10**9)
    assert System((1,) * 40, (3,) * 40, (total(*places, size=40),)).other((odd,), work) is None
    assert work.done < SEARCH_STEPS * 40 * 4


@given(st.data())
def test_what_is_found_agrees_with_every_sum(data: st.DataObject) -> None:
    truth = tuple(data.draw(st.lists(st.integers(0, 9), min_size=2, max_size=8)))
    places = st.lists(st.integers(0, len(truth) - 1), min_size=1, unique=True)
    sums = tuple(
        total(*each, size=sum(truth[place] for place in each)) for each in data.draw(st.lists(places, max_size=4))
    )
    wanted = total(*data.draw(places), size=data.draw(st.integers(0, 30)))
    found = other(System(truth, (12,) * len(truth), sums), wanted)
    if found is not None:
        assert all(0 <= number <= 12 for number in found)
        assert all(sum(found[place] for place, _ in each.terms) == each.low for each in (*sums, wanted))
