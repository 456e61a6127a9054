from __future__ import annotations

import os
from pathlib import Path

import jinja2
import pytest

from omi_report.render.html.template_cache import TemplateCache


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OMI_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "page.html").write_text("{{ 'a' | spell }}{{ b }}", encoding="utf-8")
    return tmp_path


def render(folder: Path, language: str = "en-GB", spelt: str = "A") -> str:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder), bytecode_cache=TemplateCache(language), autoescape=True
    )
    environment.filters["spell"] = lambda _text: spelt
    return environment.get_template("page.html").render(b="b")


def kept(folder: Path) -> Path:
    (file,) = (folder / "cache" / "templates").iterdir()
    return file


def test_code_is_kept_and_found_again(folder: Path) -> None:
    assert render(folder) == "Ab"
    code = kept(folder).read_bytes()
    assert render(folder, spelt="worked out once, when the template was compiled") == "Ab"
    assert kept(folder).read_bytes() == code
    assert kept(folder).stat().st_mode & 0o777 == 0o600


def test_another_source_or_language_is_compiled_anew(folder: Path) -> None:
    assert render(folder) == "Ab"
    assert render(folder, language="cy", spelt="Â") == "Âb"
    (folder / "page.html").write_text("{{ b }}", encoding="utf-8")
    assert render(folder, language="cy") == "b"


def test_what_others_may_have_written_is_not_run(folder: Path) -> None:
    render(folder)
    kept(folder).chmod(0o622)
    assert render(folder, spelt="B") == "Bb"


def test_a_link_is_not_followed(folder: Path) -> None:
    render(folder)
    file = kept(folder)
    file.rename(folder / "elsewhere")
    file.symlink_to(folder / "elsewhere")
    assert render(folder, spelt="B") == "Bb"


def test_damage_is_compiled_anew(folder: Path) -> None:
    render(folder)
    data = kept(folder).read_bytes()
    kept(folder).write_bytes(data[:70])
    assert render(folder, spelt="B") == "Bb"
    kept(folder).write_bytes(b"")
    assert render(folder, spelt="C") == "Cb"


def test_nothing_is_kept_where_that_cannot_be(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "file").touch()
    monkeypatch.setenv("OMI_CACHE_DIR", os.fspath(folder / "file" / "cache"))
    assert render(folder) == "Ab"
