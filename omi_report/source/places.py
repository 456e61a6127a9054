"""Telling an area's folder from others, without reading it."""

from __future__ import annotations

from pathlib import Path

IDENTITY_FILE = "area.yaml"
"""The file that makes a folder an area."""


def is_area(path: Path) -> bool:
    """Say whether a folder is an area; a name that is too long, or a closed folder, is none."""
    try:
        return (path / IDENTITY_FILE).is_file()
    except (OSError, ValueError):
        return False
