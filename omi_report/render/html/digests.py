"""The digests by which a page allows its own styles and its own script."""

from __future__ import annotations

import base64
import hashlib


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text in base 64, as a Content-Security-Policy names it."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
