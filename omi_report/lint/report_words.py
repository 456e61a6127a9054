"""The words that stand in small letters somewhere in a report: a word that never does is taken for a name."""

from __future__ import annotations

from omi_report.inspection import Inspection, remembered
from omi_report.lint.scalars import scalars

_CAPITAL = ord("A")
_LETTERS = bytes(
    code if chr(code).islower() else _CAPITAL if chr(code).isupper() else ord(" ") for code in range(128)
) + bytes([_CAPITAL] * 128)
"""Leaves small letters, and makes A of a capital or a letter with an accent, and a space of all else."""


@remembered
def small_words(inspection: Inspection) -> frozenset[str]:
    """Return every word that the area's files and the texts of its framework have in small letters."""
    texts: list[str] = [value for _file, value in scalars(inspection) if " " in value]
    texts += [str(text) for _path, text in inspection.framework.prose()]
    words = set("\n".join(texts).encode("latin-1", "replace").translate(_LETTERS).split())
    return frozenset(word.decode("ascii") for word in words if word.islower())
