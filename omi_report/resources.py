"""Where things are: the frameworks and templates that come with omi, and the cache folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

CACHE_VARIABLE = "OMI_CACHE_DIR"


def frameworks_folder() -> Path:
    """Return the folder of the inspection frameworks."""
    return Path(__file__).parent / "frameworks"


def templates_folder() -> Path:
    """Return the folder of templates: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def cache_folder() -> Path | None:
    """Return the folder for what is kept from one run to the next: in the user's own folder for such things.

    None for a user who has no folder of their own, as in some containers.
    """
    if chosen := os.environ.get(CACHE_VARIABLE):
        return Path(chosen)
    if (base := os.environ.get("XDG_CACHE_HOME")) and Path(base).is_absolute():
        return Path(base) / "omi"
    if os.environ.get("HOME") == "":
        return None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    usual = home / ("Library/Caches" if sys.platform == "darwin" else ".cache")
    return usual / "omi" if home.is_absolute() else None
