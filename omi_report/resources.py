"""Where the files that come with omi are: templates, styles and fonts."""

from __future__ import annotations

from pathlib import Path


def templates_folder() -> Path:
    """Return the folder of templates: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"
