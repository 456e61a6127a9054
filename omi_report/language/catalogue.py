"""The catalogues that come with omi: a folder of ``locale/`` for each language, as gettext has them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN = "omi"
LOCALE_FOLDER = Path(__file__).parent.parent / "locale"


def catalogued_languages(folder: Path | None = None) -> list[str]:
    """Return the tags of the languages that have a catalogue."""
    found = (folder or LOCALE_FOLDER).glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return sorted(path.parent.parent.name.replace("_", "-") for path in found)


def catalogue_of(tag: str, folder: Path | None = None) -> NullTranslations | None:
    """Return the catalogue of a tag, that of the region before that of the language; None where there is none."""
    from gettext import translation

    locale = tag.replace("-", "_")
    try:
        return translation(DOMAIN, folder or LOCALE_FOLDER, [locale, locale.split("_")[0]])
    except FileNotFoundError:
        return None
