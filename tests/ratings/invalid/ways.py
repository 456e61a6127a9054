"""Valid frameworks made invalid, each in one way, with the places at which omi has to say so.

A way is a function that changes the framework in a `Maker` and returns the paths of the values at one of which the
problem must stand; None where this framework has nothing that could be made wrong in this way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from tests.ratings.plain_items import Data, Item, items_of
from tests.ratings.random_frameworks import Maker
from tests.ratings.reference import PER_CENT

Path: TypeAlias = tuple[str | int, ...]
Way: TypeAlias = Callable[[Maker], list[Path] | None]

WAYS: dict[str, Way] = {}
"""Each way by its name."""


def way(function: Way) -> Way:
    """Add a way to the list, under the name of its function."""
    WAYS[getattr(function, "__name__", "")] = function
    return function


def path_of(framework: Data, item: Item) -> Path:
    """Return the path of an item in the framework's file."""
    return next(path for path, entry in _entries(framework, ()) if entry is item.entry)


def _entries(node: Any, path: Path) -> Any:
    if isinstance(node, dict):
        yield path, node
        for key, value in node.items():
            yield from _entries(value, (*path, key))
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield from _entries(value, (*path, place))


def rules_of(maker: Maker) -> list[tuple[str, Path, Data, list[Item]]]:
    """Return every rule that some items go by: their level, its path, the rule itself and the items."""
    found: dict[int, tuple[str, Path, Data, list[Item]]] = {}
    paths = {id(entry): path for path, entry in _entries(maker.framework, ())}
    for item in items_of(maker.framework):
        if item.rule is not None:
            found.setdefault(id(item.rule), (item.level, paths[id(item.rule)], item.rule, []))[3].append(item)
    return list(found.values())


def some_rule(maker: Maker, suits: Callable[[Data], bool]) -> tuple[str, Path, Data, list[Item]] | None:
    """Choose a rule."""
    fitting = [each for each in rules_of(maker) if suits(each[2])]
    return maker.choose(fitting) if fitting else None


def is_computed(rule: Data) -> bool:
    return "of" in rule


def has_scale(rule: Data) -> bool:
    return "scale" in rule


def bands_of(maker: Maker, rule: Data, owner: Item) -> list[Data]:
    scale = maker.gives[owner.level, owner.name].scale
    return maker.bands(scale) if scale else []


def path_in(maker: Maker, entry: Data) -> Path:
    return next(path for path, each in _entries(maker.framework, ()) if each is entry)


def some_scale(maker: Maker, unit: str) -> tuple[Path, Data]:
    fitting = [
        (place, scale)
        for place, scale in enumerate(maker.framework["scales"])
        if "lowest" in scale["bands"][0] and scale.get("of", PER_CENT) == unit
    ]
    place, scale = maker.choose(fitting)
    return ("scales", place), scale
