"""What is made, when, and what stays: told by any order of changes, looks and results."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from time import sleep

import pytest
from hypothesis import given, strategies as st

from omi_report.preview.attempt import Attempt
from omi_report.preview.board import Board, FileState
from omi_report.preview.building import start_building

GOOD = st.builds(Attempt, st.sampled_from([b"one", b"two"]))
BAD = st.just(Attempt(None, remarks=("no",)))


@given(st.lists(GOOD | BAD, max_size=8))
def test_the_last_good_file_stays(attempts: list[Attempt]) -> None:
    state, good, versions = FileState(), None, 0
    for change, attempt in enumerate(attempts):
        state = state.after(attempt, change, 0.1, "12:00:00")
        if attempt.data is not None:
            versions += attempt.data != good
            good = attempt.data
        assert (state.data, state.version, state.attempt, state.change) == (good, versions, attempt, change)


def test_nothing_is_made_that_nobody_looks_at() -> None:
    board = Board(["page"])
    found: list[int | None] = []
    thread = Thread(target=lambda: found.append(board.next_change("page")))
    thread.start()
    board.changed()
    board.changed()
    sleep(0.05)
    assert found == []
    with board.looked_at(["page"]):
        thread.join()
    assert found == [2]
    assert board.state("page").is_building


def test_what_is_outdated_is_made_again() -> None:
    board = Board(["page"])
    with board.looked_at(["page"]):
        first = board.next_change("page")
        assert first == 0
        board.put("page", Attempt(b"old", outdated=True), first, 0.1, "")
        assert board.state("page").data is None
        assert board.next_change("page") == 1


def test_all_go_when_it_is_closed() -> None:
    board = Board(["page"])
    found: list[int | None] = []
    waiting = [Thread(target=lambda: found.append(board.next_change("page")))]
    waiting.append(Thread(target=lambda: found.append(board.news(10, 600))))
    for thread in waiting:
        thread.start()
    board.close()
    for thread in waiting:
        thread.join()
    assert found == [None, None]


def test_news_come_at_once_or_not_at_all() -> None:
    board = Board(["page"])
    board.changed()
    assert board.news(0, 600) == 1
    assert board.news(1, 0.01) == 1


def test_a_burst_is_made_once_and_last_of_all() -> None:
    board = Board(["page", "print"])
    made: list[int] = []
    source = 0

    def build(name: str) -> Attempt:
        made.append(source)
        sleep(0.02)
        return Attempt(str(source).encode())

    start_building(board, build, lambda _name, _state: None)
    with board.looked_at(["page"]):
        for number in range(1, 501):
            source = number
            board.changed()
        while board.state("page").data != b"500":
            pass
    board.close()
    assert len(made) < 20
    assert board.state("print").change == -1


def test_a_fault_of_the_program_is_told_and_is_no_end() -> None:
    board = Board(["page"])
    calls = []

    def build(name: str) -> Attempt:
        calls.append(name)
        if len(calls) == 1:
            raise KeyError("oh")
        return Attempt(b"good", sources={"a.yaml": Path("a.yaml")})

    said: list[tuple[str, ...]] = []
    start_building(board, build, lambda _name, state: said.append(state.attempt.remarks))
    with board.looked_at(["page"]):
        while not said:
            pass
        board.changed()
        while len(said) < 2:
            pass
    board.close()
    assert said == [("page could not be made, by a fault of the program: KeyError: 'oh'",), ()]
    assert board.sources() == {"a.yaml": Path("a.yaml")}


def test_there_is_no_other_file() -> None:
    with pytest.raises(KeyError):
        Board(["page"]).state("../etc/passwd")
