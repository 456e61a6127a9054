"""Which file is taken for the key that seals evidence, and which is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from omi_report.errors import MISUSE, SettingsError
from omi_report.seal.key import KEY_FILE, LEAST_BYTES, MOST_BYTES, Key, seal_key


@pytest.fixture
def area(tmp_path: Path) -> Path:
    (tmp_path / "area/evidence").mkdir(parents=True)
    return tmp_path / "area"


def a_key(path: Path, size: int = LEAST_BYTES) -> Path:
    path.write_bytes(b"k" * size)
    return path


def refused(area: Path, path: Path) -> str:
    with pytest.raises(SettingsError) as caught:
        seal_key(area, path, {})
    assert caught.value.status == MISUSE
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_key_is_all_that_its_file_holds(area: Path, tmp_path: Path) -> None:
    for size in (LEAST_BYTES, MOST_BYTES):
        assert seal_key(area, a_key(tmp_path / "key", size), {}) == Key(b"k" * size)
    assert seal_key(area, None, {}) is None


def test_the_environment_comes_before_the_settings(area: Path, tmp_path: Path) -> None:
    named, asked = a_key(tmp_path / "named"), a_key(tmp_path / "asked", 40)
    assert seal_key(area, named, {KEY_FILE: str(asked)}) == Key(b"k" * 40)
    assert seal_key(area, None, {KEY_FILE: str(asked)}) == Key(b"k" * 40)
    assert seal_key(area, named, {KEY_FILE: ""}) == Key(b"k" * 32)
    with pytest.raises(SettingsError, match=f"{KEY_FILE}: .*nowhere cannot be used: No such file or directory"):
        seal_key(area, named, {KEY_FILE: str(tmp_path / "nowhere")})


def test_a_key_inside_the_area_is_refused(area: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = a_key(area / "evidence/key")
    assert "lies inside the area" in refused(area, key)
    monkeypatch.chdir(area)
    assert "lies inside the area" in refused(Path(), Path("evidence/key"))
    assert "lies inside the area" in refused(Path("../area"), tmp_path / "elsewhere/../area/evidence/key")


def test_no_link_leads_into_the_area_or_out_of_it(area: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(a_key(area / "key"))
    assert "lies inside the area" in refused(area, tmp_path / "link")
    (tmp_path / "folder").symlink_to(area)
    assert "lies inside the area" in refused(area, tmp_path / "folder/key")
    assert "lies inside the area" in refused(tmp_path / "folder", area / "key")
    (area / "out").symlink_to(a_key(tmp_path / "key"))
    assert "lies inside the area" in refused(area, area / "out")
    (tmp_path / "beside").symlink_to(tmp_path / "key")
    assert seal_key(area, tmp_path / "beside", {}) == Key(b"k" * 32)


def test_what_is_no_ordinary_file_is_refused_and_not_waited_for(area: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(area, tmp_path / "pipe").endswith("pipe cannot be used: this is no ordinary file")
    assert refused(area, tmp_path).endswith("cannot be used: Is a directory")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    assert "circle cannot be used: " in refused(area, tmp_path / "circle")
    assert "cannot be used: " in refused(area, Path("a\0b"))
    assert "cannot be used: File name too long" in refused(area, tmp_path / ("x" * 300))


def test_a_key_is_neither_too_short_nor_too_long(area: Path, tmp_path: Path) -> None:
    said = refused(area, a_key(tmp_path / "key", LEAST_BYTES - 1))
    assert f"holds 31 bytes: a key has at least {LEAST_BYTES}" in said
    assert "the file is larger than 4,096 bytes" in refused(area, a_key(tmp_path / "key", MOST_BYTES + 1))


def test_no_key_is_shown() -> None:
    assert "secret" not in repr(Key(b"secret" * 6))
    assert "k" * 8 not in repr(Key(b"k" * 32))


def test_a_key_that_is_not_there_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(
        SettingsError, match=r"^omi\.toml:6: the key that \[seal\] names: .*nowhere cannot be used: No such"
    ):
        seal_key(tmp_path / "area", tmp_path / "nowhere", {}, "omi.toml:6")
