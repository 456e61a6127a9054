"""The classes of the tree, imported when the first of them is used.

Every check of an area imports the kinds of part, but only a build needs the classes of the tree. Making these
classes takes as long as checking a small area.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from omi_report.document import inlines, tree
else:

    class _Later:
        """Stands for a module."""

        def __init__(self, name: str) -> None:
            self._name = name

        def __getattr__(self, attribute: str) -> Any:
            value = getattr(import_module(self._name), attribute)
            setattr(self, attribute, value)
            return value

    inlines = _Later("omi_report.document.inlines")
    tree = _Later("omi_report.document.tree")

__all__ = ["inlines", "tree"]
