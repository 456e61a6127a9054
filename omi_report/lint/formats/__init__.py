"""Lists of problems → text. Every module here is a format: it has ``render(shown)``, and its name is the format's."""

from __future__ import annotations

import importlib
import os
from typing import Final

from omi_report.lint.shown import ShownProblems

FORMATS: Final[tuple[str, ...]] = tuple(
    sorted(
        entry.name.removesuffix(".py").rstrip("_")  # a module called json would be taken for the library's
        for entry in os.scandir(__path__[0])
        if entry.name.endswith(".py") and not entry.name.startswith("_")
    )
)
"""The names of the formats, in their alphabet."""


def render(name: str, shown: ShownProblems) -> str:
    """Return problems in a format; the text ends in a newline unless it is empty."""
    folder = __path__[0]
    stem = name if os.path.exists(os.path.join(folder, f"{name}.py")) else f"{name}_"  # noqa: PTH110, PTH118 - quicker
    text = importlib.import_module(f"{__name__}.{stem}").render(shown)
    if not isinstance(text, str):
        raise TypeError(name)
    return text
