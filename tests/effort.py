"""How hard the tests try: as usual, or as HYPOTHESIS_PROFILE=thorough asks, which may take hours."""

from __future__ import annotations

import os

PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "ci")
THOROUGH = PROFILE == "thorough"
