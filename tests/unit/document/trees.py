"""Random reports: whatever the classes of the tree allow, sensible or not."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from omi_report.document.shapes import alternatives, class_of, is_literal, items_of, shapes_of

DEEPEST = 4
_SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=8),
    int: st.integers(),
    bool: st.booleans(),
    type(None): st.none(),
}


def values_of(annotation: Any, depth: int = 0) -> st.SearchStrategy[Any]:
    """Values that can stand in a place; below a depth, lists are empty and lines plain."""
    choices = alternatives(annotation)
    if str in choices and depth > DEEPEST:
        choices = (str,)
    return st.one_of([_values_of_one(choice, depth) for choice in choices])


def _values_of_one(choice: Any, depth: int) -> st.SearchStrategy[Any]:
    if is_literal(choice):
        return st.sampled_from(choice.__args__)
    items = items_of(choice)
    if items:
        inner, is_pair = items
        if is_pair:
            return st.tuples(values_of(inner, depth), values_of(inner, depth))
        if depth > DEEPEST:
            return st.just(())
        return st.lists(st.deferred(lambda: values_of(inner, depth + 1)), max_size=3).map(tuple)
    cls = class_of(choice)
    if cls:
        return st.builds(cls, **{shape.name: values_of(shape.annotation, depth + 1) for shape in shapes_of(cls)})
    return _SIMPLE[choice]
