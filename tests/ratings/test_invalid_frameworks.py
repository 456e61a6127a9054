"""Each way in which a framework can contradict itself is an error at its line, for random frameworks."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path as FilePath
from typing import Any

import pytest
import yaml
from hypothesis import settings

from omi_report import api
from omi_report.problems import Severity
from tests.ratings.invalid import limits, names, rules, scales, weights
from tests.ratings.invalid.ways import WAYS, Path
from tests.ratings.random_areas import Programme, write
from tests.ratings.random_frameworks import Maker
from tests.ratings.reference import Area

MODULES = (limits, names, rules, scales, weights)
"""The modules whose ways are tried: importing them makes the list."""

TRIES = max(1, settings.default.max_examples // 100) if settings.default else 2
"""How often each way is tried: twice, or a hundred times with HYPOTHESIS_PROFILE=thorough."""


def lines_of(text: str, paths: Iterable[Path]) -> set[int]:
    """Return the lines on which some values of a YAML file stand, with their keys."""
    found: set[int] = set()
    for path in paths:
        node: Any = yaml.compose(text, Loader=yaml.CSafeLoader)
        start = node.start_mark.line
        for step in path:
            if isinstance(node, yaml.MappingNode):
                key, node = next(pair for pair in node.value if pair[0].value == step)
                start = key.start_mark.line
            else:
                node = node.value[step]
                start = node.start_mark.line
        # a mapping or a list ends where the next thing begins
        found |= set(range(start + 1, max(node.end_mark.line, start + 1) + 1))
    return found


def spoilt(name: str, seed: int) -> tuple[Programme, list[Path]]:
    """Make a framework that is wrong in one way, and say where."""
    for attempt in range(200):
        maker = Maker(random.Random(f"{name}-{seed}-{attempt}").randint)
        maker.make()
        paths = WAYS[name](maker)
        if paths is not None:
            return Programme(maker.framework, Area()), paths
    raise AssertionError(f"no framework could be made wrong: {name}")


@pytest.mark.parametrize("name", WAYS)
def test_what_contradicts_itself_is_an_error_at_its_line(name: str, tmp_path: FilePath) -> None:
    for seed in range(TRIES):
        programme, paths = spoilt(name, seed)
        folder = write(tmp_path / f"area-{seed}", programme)
        text = (folder / "framework.yaml").read_text(encoding="utf-8")
        problems = api.validate(folder).problems
        wanted = lines_of(text, paths)
        errors = [each for each in problems if each.severity is Severity.ERROR]
        at_place = [e for e in errors if e.location.file.endswith("framework.yaml") and e.location.line in wanted]
        assert at_place, f"{paths}\n{text}\n" + "\n".join(f"{e.location} {e.message}" for e in errors)
