"""Which folder is an area, and what its files are read as: told by their names alone."""

from __future__ import annotations

from pathlib import Path

IDENTITY_FILE = "area.yaml"
"""The file that makes a folder an area."""

SETTINGS_FILE = "omi.toml"
PROJECT_FILE = "pyproject.toml"
"""The files that may hold settings."""

EVIDENCE = "evidence/"
EVIDENCE_SUFFIXES = (".csv", ".xlsx")


def is_evidence(name: str) -> bool:
    """Say whether a file of an area is meant as evidence. Excel keeps a small file beside each open workbook."""
    return name.startswith(EVIDENCE) and not name.rsplit("/", 1)[-1].startswith("~$")


def slug_of(folder: Path) -> str:
    """Return the name by which an area is told from others: that of its folder."""
    return folder.resolve().name


def is_area(path: Path) -> bool:
    """Say whether a folder is an area; a name that is too long, or a closed folder, is none."""
    try:
        return (path / IDENTITY_FILE).is_file()
    except (OSError, ValueError):
        return False
