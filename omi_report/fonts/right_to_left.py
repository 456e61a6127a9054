"""The letters of the scripts that are written from right to left, with their accents."""

from __future__ import annotations

import re
from typing import Final

RIGHT_TO_LEFT: Final = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
"""As ranges of a class of a pattern."""

IS_RIGHT_TO_LEFT: Final = re.compile(f"[{RIGHT_TO_LEFT}]")
"""Finds such a letter."""
