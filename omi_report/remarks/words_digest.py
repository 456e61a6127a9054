"""A short digest of a text that does not change with its spaces, which programs change when they save a file."""

from __future__ import annotations

import hashlib
import unicodedata

from omi_report.remarks.read_error import cleaned


def words_digest(text: str) -> str:
    """Return twelve characters that tell a text from others, whatever its spaces and ends of lines."""
    plain = " ".join(unicodedata.normalize("NFC", cleaned(text)).split())
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:12]
