"""The kinds of part that omi has. Every module here that has a ``KIND`` is one; nothing lists them."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator, Mapping
from typing import Any, Final

from omi_report.document.part_kind import PartKind


def _kinds() -> Iterator[PartKind[Any]]:
    for entry in os.scandir(__path__[0]):
        if entry.name.endswith(".py") and not entry.name.startswith("_"):
            module = importlib.import_module(f"{__name__}.{entry.name.removesuffix('.py')}")
            if isinstance(kind := getattr(module, "KIND", None), PartKind):
                yield kind


PART_KINDS: Final[Mapping[str, PartKind[Any]]] = {
    kind.id: kind for kind in sorted(_kinds(), key=lambda each: (each.order, each.id))
}
"""The kinds of part by their ids, in their order."""
