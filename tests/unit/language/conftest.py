"""Languages that are only there for a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from omi_report.language import catalogue
from omi_report.language.known import language_of
from tests.catalogues import INVENTED, compiled, invented_catalogue


@pytest.fixture
def locale_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of catalogues in place of omi's own, empty as yet."""
    folder = tmp_path / "locale"
    monkeypatch.setattr(catalogue, "LOCALE_FOLDER", folder)
    language_of.cache_clear()
    yield folder
    language_of.cache_clear()


@pytest.fixture
def invented_language(locale_folder: Path) -> str:
    """The tag of a language in which every message is in letters of another script."""
    file = locale_folder / INVENTED / "LC_MESSAGES" / "omi.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(compiled(invented_catalogue()))
    return INVENTED
