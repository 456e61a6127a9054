"""The key that seals evidence: a secret in a file outside of the area.

From the plain SHA-256 of a small survey its answers can be guessed: who tries all of them meets the right one. A keyed
digest tells nothing to those who do not have the key.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from omi_report.errors import SettingsError
from omi_report.files import read_regular
from omi_report.visible import visible

KEY_FILE = "OMI_SEAL_KEY_FILE"
"""The environment variable that names the file of the key."""

LEAST_BYTES, MOST_BYTES = 32, 4096
"""How long a key is: not so short that it could be guessed, and no file that was named by mistake."""

_CHECKED = b"omi: the key that seals evidence"
"""What every key is tried on: the same digest of it means the same key."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key; its bytes are never shown."""

    secret: bytes = field(repr=False)

    def digest(self, data: bytes) -> str:
        """Return the HMAC-SHA256 of data in hexadecimal figures."""
        return hmac.digest(self.secret, data, "sha256").hex()

    @property
    def check(self) -> str:
        """What tells this key from another one, and nothing else of it."""
        return self.digest(_CHECKED)


def seal_key(area: Path, named: Path | None, environment: Mapping[str, str], place: str = "") -> Key | None:
    """Return the key for the evidence of the area in a folder; None where nothing names one.

    ``named`` is the file that the project's settings name, and ``place`` where they do so. OMI_SEAL_KEY_FILE in the
    environment comes before it. Raises SettingsError where the file lies inside the area, is no ordinary file, cannot
    be read, or is too short or too long.
    """
    asked = environment.get(KEY_FILE)
    path = Path(asked) if asked else named
    if path is None:
        return None
    who = f"{KEY_FILE}: " if asked else f"{f'{visible(place)}: ' if place else ''}the key that [seal] names: "
    try:
        if _is_inside(path, area):
            raise SettingsError(
                f"{who}{visible(str(path))} lies inside the area {visible(str(area))}: "
                "put it elsewhere, since a key that goes with the area keeps nothing secret"
            )
        secret = read_regular(_led_to(path), MOST_BYTES)
    except (OSError, ValueError) as error:
        said = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise SettingsError(f"{who}{visible(str(path))} cannot be used: {said}") from error
    if len(secret) < LEAST_BYTES:
        hint = f"a key has at least {LEAST_BYTES} (`head -c 32 /dev/urandom > FILE` makes one)"
        raise SettingsError(f"{who}{visible(str(path))} holds {len(secret)} bytes: {hint}")
    return Key(secret)


def _is_inside(path: Path, area: Path) -> bool:
    """Whether a file lies in an area's folder, or a link that leads to it does, or it leads into the folder."""
    folder = _led_to(area)
    there = Path(os.path.abspath(path))  # noqa: PTH100 - where the name itself stands
    return any(each.is_relative_to(folder) for each in (_led_to(path), _led_to(there.parent) / there.name))


def _led_to(path: Path) -> Path:
    """Where a path leads to when links are followed. Links that lead in a circle end where they begin."""
    return Path(os.path.realpath(path))
