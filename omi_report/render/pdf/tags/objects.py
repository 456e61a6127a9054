"""What the objects of a structure tree look like in a file (ISO 32000-1, 7.9.6 and 14.7)."""

from __future__ import annotations

from collections.abc import Mapping

import pikepdf
from pikepdf import Array, Dictionary, String


def array_of(kids: pikepdf.Object | None) -> list[pikepdf.Object]:
    """Return what an entry holds that may be an array, one object or nothing."""
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def id_tree(ids: Mapping[str, pikepdf.Object]) -> Dictionary:
    """Return the tree that leads from ids to elements."""
    names = Array()
    for name in sorted(ids):
        names.append(String(name))
        names.append(ids[name])
    return Dictionary(Names=names)
