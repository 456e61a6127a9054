"""What is not there yet in a file is left out, and what is there stays, with its place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, strategies as st

from omi_report.model import unfinished
from omi_report.model.base import Key, Text, Words
from omi_report.model.readers import read
from omi_report.model.record import Record, field
from omi_report.model.shape import fill
from omi_report.model.unfinished import finished
from omi_report.source.folder import SourceFile
from omi_report.source.reader import read_tree


class Inner(Record):
    name: Words
    about: Words | None = field(default=None)


class Entry(Record):
    id: Key
    title: Words
    text: Text | None = field(default=None)
    inner: tuple[Inner, ...] = ()


class Whole(Record):
    text: Text | None = field(default=None)
    entries: tuple[Entry, ...] = ()
    needed: Words


def whole(text: str) -> Whole | None:
    """What is read of a file once what is not there yet is left out; it has no problem then."""
    root, problems = read_tree(text, "a.yaml")
    assert not problems
    left = finished(Whole, SourceFile("a.yaml", "a.yaml", text, root))
    if left is None:
        return None
    found, wrong = fill(Whole, left)
    assert not wrong
    return found


def ids(found: Whole | None) -> list[str]:
    return [str(each.id) for each in found.entries] if found else []


def test_a_blank_is_left_out_and_the_rest_stays() -> None:
    found = whole("needed: yes\ntext: TODO write it\nentries:\n  - {id: a, title: One, text: TODO}\n")
    assert found is not None
    assert found.text is None
    assert [(str(each.title), each.text) for each in found.entries] == [("One", None)]


def test_an_entry_that_lacks_what_it_needs_goes_and_its_neighbours_stay() -> None:
    entries = ["{id: a, title: One}", "{id: b, title: TODO}", "{id: c}", "{id: d, title: Four}", "{title: TODO}"]
    assert ids(whole("needed: yes\nentries:\n" + "".join(f"  - {each}\n" for each in entries))) == ["a", "d"]


def test_what_lacks_something_deep_down_goes_alone() -> None:
    text = (
        "needed: yes\nentries:\n  - {id: a, title: One, inner: [{name: x}, {about: TODO}, {name: TODO}, {name: y}]}\n"
    )
    found = whole(text + "  - {id: b, title: TODO, inner: [{about: none}]}\n")
    assert found is not None
    assert [[str(each.name) for each in entry.inner] for entry in found.entries] == [["x", "y"]]


@pytest.mark.parametrize("text", ["needed: TODO\n", "entries: [{id: a, title: One}]\n", "text: TODO\nentries: []\n"])
def test_a_file_without_what_it_needs_is_none(text: str) -> None:
    assert whole(text) is None


def test_values_keep_their_places() -> None:
    text = "needed: yes\nentries:\n  - {id: TODO}\n  - {id: b, title: 7, wrong: x}\n"
    root, _problems = read_tree(text, "a.yaml")
    left = finished(Whole, SourceFile("a.yaml", "a.yaml", text, root))
    assert left is not None
    _found, wrong = fill(Whole, left)
    assert [each.location.line for each in wrong] == [4]


@given(st.lists(st.sampled_from(["sound", "blank", "lacking", "deep", "empty"]), max_size=12))
def test_of_any_entries_the_sound_ones_are_left_in_their_order(sorts: list[str]) -> None:
    entry = {
        "sound": "{{id: e-{at}, title: Yes, inner: [{{name: x}}]}}",
        "blank": "{{id: e-{at}, title: TODO}}",
        "lacking": "{{id: e-{at}}}",
        "deep": "{{id: e-{at}, title: Yes, inner: [{{about: TODO}}, {{name: TODO}}]}}",
        "empty": "{{id: TODO, title: TODO}}",
    }
    lines = "".join(f"  - {entry[sort].format(at=at)}\n" for at, sort in enumerate(sorts))
    found = whole(f"needed: yes\n{'entries:' if lines else ''}\n{lines}")
    assert ids(found) == [f"e-{at}" for at, sort in enumerate(sorts) if sort in ("sound", "deep")]


def test_the_file_is_read_a_few_times_however_much_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    times = 0

    def counted(kind: Any, node: Any) -> Any:
        nonlocal times
        times += 1
        return read(kind, node)

    monkeypatch.setattr(unfinished, "read", counted)
    assert ids(whole("needed: yes\nentries:\n" + "  - {id: a}\n" * 500 + "  - {id: z, title: Last}\n")) == ["z"]
    assert times <= 3
