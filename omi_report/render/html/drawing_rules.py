"""What the drawings of a page have in common stands once in its styles, and not on each shape.

A shape says its colours and sizes itself, for the PDF. On a page for the screen there are hundreds of shapes; a value
that all those of one element and one class have is a rule of the page there. The rule counts as little as the
attribute did (`:where`, before all other styles), so that every other style wins over it as before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

_SHAPE = re.compile(r'<(svg|circle|line|path|rect|text)\b((?: [\w-]+="[^"]*")+)')
_ATTRIBUTE = re.compile(r' ([\w-]+)="([^"]*)"')
_LENGTH = re.compile(r"-?\d*\.?\d+")

_COLOURS: Final = frozenset({"fill", "stroke", "stroke-width", "overflow", "text-anchor", "font-family", "font-size"})
_SIZES: Final = frozenset({"width", "height", "font-size"})
"""What styles give a unit, and an attribute may go without. Shapes keep their sizes and places: HTML asks for these."""

_Kind = tuple[str, str]
"""The name of an element, and its classes as written."""


Rules = dict[_Kind, dict[str, str]]
"""What all shapes of a kind have in common, by the names of their attributes."""


def with_rules(page: str) -> tuple[str, Rules]:
    """Return a page whose shapes do not say what they have in common, and what that is."""
    common: Rules = {}
    times: dict[_Kind, int] = defaultdict(int)
    for kind, values in _shapes(page):
        times[kind] += 1
        known = common.setdefault(kind, values)
        common[kind] = {name: value for name, value in known.items() if values.get(name) == value}
    said = {kind: values for kind, values in common.items() if _is_worth_a_rule(values, times[kind])}
    return _SHAPE.sub(lambda shape: _without(shape, said), page), said


def used(rules: Rules, page: str) -> str:
    """Return the rules of the shapes that are still on a page, as they stand before all its styles."""
    texts = "".join(_rule(*kind, values) for kind, values in rules.items() if _stands_on(page, *kind))
    return f"{texts}\n" if texts else ""


def _stands_on(page: str, name: str, classes: str) -> bool:
    return f'class="{classes}"' in page if classes else f"<{name} " in page


def _rule(name: str, classes: str, values: dict[str, str]) -> str:
    said = ";".join(f"{each}:{_in_styles(each, value)}" for each, value in values.items())
    return f":where({name}{_of_classes(classes)}){{{said}}}"


def _of_classes(classes: str) -> str:
    return f'[class="{classes}"]' if classes else ":not([class])"


def _shapes(page: str) -> Iterator[tuple[_Kind, dict[str, str]]]:
    """Each shape that has a class, and each text, with the attributes that a rule can say as well."""
    for shape in _SHAPE.finditer(page):
        values = _values(shape[2])
        if "class" in values or shape[1] == "text":
            yield (
                (shape[1], values.get("class", "")),
                {name: value for name, value in values.items() if _can_be_said(shape[1], name, value)},
            )


@lru_cache(maxsize=4096)  # each shape is looked at twice
def _values(attributes: str) -> Mapping[str, str]:
    return dict(_ATTRIBUTE.findall(attributes))


def _can_be_said(element: str, name: str, value: str) -> bool:
    return (name in _COLOURS or (element == "svg" and name in _SIZES)) and "(" not in value


def _is_worth_a_rule(values: dict[str, str], times: int) -> bool:
    """Whether a rule is shorter than saying some values on each shape."""
    return times * sum(len(name) + len(value) for name, value in values.items()) > _COST


_COST = 100
"""About as many characters a rule takes."""


def _in_styles(name: str, value: str) -> str:
    return f"{value}px" if name in _SIZES and _LENGTH.fullmatch(value) else value


def _without(shape: re.Match[str], said: Rules) -> str:
    """A shape without the attributes that a rule says."""
    values = _values(shape[2])
    gone = said.get((shape[1], values.get("class", "")), {})
    rest = "".join(f' {name}="{value}"' for name, value in values.items() if name not in gone)
    return f"<{shape[1]}{rest}"
