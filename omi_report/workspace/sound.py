"""Areas that are known to be sound, so that a build need not check them again."""

from __future__ import annotations

from pathlib import Path

from omi_report.build import Validated, counted, load, validate
from omi_report.lint.select import Selection
from omi_report.workspace.cache import Cache


def validated_once(path: Path) -> Validated:
    """Validate an area for a build, unless `omi validate` or a build has found it sound as it is now.

    Raises NotAnAreaError where there is no area, SettingsError where its settings cannot be used.
    """
    cache = Cache(Selection())
    key = cache.key(path)
    known = cache.load(path, key)
    if known is not None and known.sound:
        loaded = load(path)
        if loaded.area is not None:
            return Validated(loaded.area, known.problems, loaded.files)
    from omi_report.workspace.area import as_checked

    validated = validate(path)
    cache.store(as_checked(path, validated), key)
    return counted(validated, path)
