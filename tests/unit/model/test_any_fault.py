"""Whatever key is misspelt in a framework and whatever value is of a wrong type: it is told of, and nothing breaks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import yaml

from omi_report.document.kinds import PART_KINDS
from omi_report.model.framework_file import ReadFramework, read_framework
from omi_report.model.shipped import shipped_file, shipped_frameworks
from omi_report.source.tree import Path
from tests.effort import THOROUGH

WRONG: tuple[Any, ...] = ("", "wrong", "130", [], ["wrong", ["wrong"]], {}, {"wrong": {"wrong": "wrong"}}, [{}])
"""Values of all types: of each place, most are wrong."""
NUMBERED = {"mark": "numbers", "prefix": "AP", "numbering": "report"}


def plain(name: str) -> dict[str, Any]:
    """A shipped framework as plain data, with numbers and a prefix for its last kind of finding."""
    data: dict[str, Any] = yaml.load(shipped_file(name).read_bytes(), yaml.BaseLoader)
    data.setdefault("findings", deepcopy(FINDINGS))[-1].update(NUMBERED)
    return data


FINDINGS = [
    {"id": "strength", "key": "strengths", "singular": "strength", "plural": "strengths", "side": "good"},
    {"id": "gap", "key": "gaps", "singular": "gap", "plural": "gaps", "side": "poor"},
]


def read(data: Any) -> ReadFramework:
    return read_framework(json.dumps(data, ensure_ascii=False).encode(), "x.yaml", "x.yaml", PART_KINDS)


def places(value: Any, path: Path = ()) -> Iterator[Path]:
    """The path of every value below one."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in inside:
        yield (*path, step)
        yield from places(inner, (*path, step))


def parent_of(data: Any, path: Path) -> Any:
    for step in path[:-1]:
        data = data[step]
    return data


WHOLE = {name: plain(name) for name in shipped_frameworks()}


def one_of_each() -> list[tuple[str, Path]]:
    """Each key and each entry of the shipped frameworks, once for all entries of a list: the smallest that has it."""
    found: dict[Path, tuple[str, Path]] = {}
    for name in sorted(WHOLE, key=lambda name: -len(json.dumps(WHOLE[name]))):
        for path in places(WHOLE[name]):
            found[tuple("*" if isinstance(step, int) else step for step in path)] = (name, path)
    return list(found.values())


EACH = one_of_each()


def test_a_misspelt_key_is_told_of() -> None:
    for name, path in EACH:
        key = path[-1]
        if isinstance(key, int) or "attributes" in path:  # where a framework chooses its own keys
            continue
        changed = deepcopy(WHOLE[name])
        parent = parent_of(changed, path)
        parent[f"{key}zz"] = parent.pop(key)
        found = read(changed)
        assert found.framework is None, path
        assert found.problems, path


ROUNDS = 3 if THOROUGH else 1
"""Each place has so many of the wrong values."""


@pytest.mark.parametrize("others", range(ROUNDS))
def test_a_value_of_another_type_is_told_of(others: int) -> None:
    for at, (name, path) in enumerate(EACH):
        changed = deepcopy(WHOLE[name])
        parent_of(changed, path)[path[-1]] = WRONG[(at + 3 * others) % len(WRONG)]
        found = read(changed)
        assert found.framework is not None or found.problems
