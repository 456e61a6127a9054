"""Small slips in a sound framework, made at random: each is found, or the framework says what it said before."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import yaml
from hypothesis import given, settings, strategies as st

from omi_report.document.kinds import PART_KINDS
from omi_report.model.framework_file import ReadFramework, read_framework
from omi_report.model.shipped import shipped_file, shipped_frameworks
from omi_report.numbering import NO_BREAK_SPACE
from omi_report.source.tree import Path
from tests.samples import WESTMARK

FILES = [*map(shipped_file, shipped_frameworks()), WESTMARK / "framework.yaml"]
SOUND: list[Any] = [yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) for path in FILES]
REFERENCES = frozenset("kind threads sections scale judgement at_most rated number applies_to sample_by".split())
"""The keys under which a framework refers to something else of its own, or to what there is."""

OWN_KEYS = frozenset(("attributes", "values"))
"""What stands under these has keys that the writers of a framework choose."""


def read(data: Any) -> ReadFramework:
    text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True)
    return read_framework(text.encode(), "framework.yaml", "framework.yaml", PART_KINDS)


def places(node: Any, path: Path = ()) -> list[Path]:
    """The path of every value, that of the whole first."""
    inner: Any = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [path, *(place for step, value in inner for place in places(value, (*path, step)))]


def value_at(node: Any, path: Path) -> Any:
    for step in path:
        node = node[step]
    return node


PLACES = [places(data)[1:] for data in SOUND]
BEFORE = [read(data).framework for data in SOUND]
SLIPS = st.sampled_from(["name", "twice", "type", "refer"])
ANYTHING: st.SearchStrategy[Any] = st.sampled_from(["", "no", "7", "a-name", "{{ area }}", [], {}, ["1"], {"id": "x"}])


def refers(above: str | int, last: str | int) -> bool:
    """Whether a value refers to something, by its key or that of its list. Around scores `threads` is a text."""
    return above != "texts" and (above if isinstance(last, int) else last) in REFERENCES


def slip(chosen: str, data: Any, path: Path) -> None:
    """Make one of the slips that cannot be meant, where it can be made; else none."""
    parent, last = value_at(data, path[:-1]), path[-1]
    above = path[-2] if len(path) > 1 else ""
    value = parent[last]
    match chosen:
        case "name" if isinstance(parent, dict) and above not in OWN_KEYS:
            parent[f"x{last}"] = parent.pop(last)
        case "twice" if isinstance(parent, list) and isinstance(last, int):
            parent.insert(last, deepcopy(value))
        case "type" if last not in OWN_KEYS:
            parent[last] = [value] if isinstance(value, str) else {"x": "y"}
        case "refer" if isinstance(value, str) and refers(above, last):
            parent[last] = "nothing-of-that-name"


@given(st.data(), st.sampled_from(range(len(SOUND))))
@settings(max_examples=settings().max_examples // 2)
def test_a_slip_is_found_or_changes_nothing(data: st.DataObject, at: int) -> None:
    changed = deepcopy(SOUND[at])
    slip(data.draw(SLIPS), changed, data.draw(st.sampled_from(PLACES[at])))
    found = read(changed)
    assert found.problems or found.framework == BEFORE[at]


@given(st.data(), st.sampled_from(range(len(SOUND))))
def test_whatever_stands_in_a_framework_is_taken_or_has_a_place(data: st.DataObject, at: int) -> None:
    changed = deepcopy(SOUND[at])
    for path in data.draw(st.lists(st.sampled_from(PLACES[at]), min_size=1, max_size=3)):
        try:
            parent = value_at(changed, path[:-1])
            parent[path[-1]] = data.draw(ANYTHING)
        except (KeyError, IndexError, TypeError):
            continue  # another change has taken the place away
    found = read(changed)
    assert (found.framework is None) == bool(found.problems)
    for problem in found.problems:
        assert problem.location.line >= 1
        assert problem.location.column >= 1
        assert problem.message.replace(NO_BREAK_SPACE, " ").isprintable()
        assert "%(" not in problem.message + problem.hint
        assert problem.hint or problem.code in ("OMI103", "OMI104"), "these say what is expected"
