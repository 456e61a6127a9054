"""The words of the report's own furniture, in the report's language.

Templates and outputs take every interface string through ``gettext``; the texts of areas and
frameworks are written in the language that they are published in and pass through untouched.
English is the language of the source, so it needs no catalogue.
"""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

DOMAIN = "omi"
LOCALE_FOLDER = Path(__file__).parent.parent / "locale"


@cache
def translations(language: str) -> gettext.NullTranslations:
    """Return the catalogue for a language tag such as ``en-GB``, or one that changes nothing."""
    locale = language.replace("-", "_")
    return gettext.translation(DOMAIN, LOCALE_FOLDER, [locale, locale.split("_")[0]], fallback=True)
