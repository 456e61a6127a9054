"""What omi runs on, and is tested with, is pinned to the bit, and says nothing of where it comes from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.pins import HASH, normal, pins_of, with_hashes

ROOT = Path(__file__).parents[2]
FILES = [ROOT / ".ci" / name for name in ("requirements.txt", "requirements-dev.txt")]
TEXTS = {path.name: path.read_text() for path in FILES}

A, B, C = (f"sha256:{digit * 64}" for digit in "abc")


@pytest.mark.parametrize("name", TEXTS)
def test_every_pin_has_hashes(name: str) -> None:
    pins = pins_of(TEXTS[name])
    assert len(pins) > 20
    assert {pin for pin, hashes in pins.items() if not hashes} == set()
    assert sum(map(len, pins.values())) == TEXTS[name].count("--hash=")


@pytest.mark.parametrize("name", TEXTS)
def test_there_is_nothing_but_pins_and_remarks(name: str) -> None:
    rest = [line for line in HASH.sub("", TEXTS[name]).splitlines() if line and not line.startswith(("#", "-r "))]
    assert [line for line in rest if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9a-z.]+ \\", line)] == []


@pytest.mark.parametrize("name", TEXTS)
def test_no_address_and_no_option_says_where_files_come_from(name: str) -> None:
    assert not re.search(r"://|@|^\s*-(?!r requirements\.txt$|-hash=)|\bindex\b", TEXTS[name], re.MULTILINE)


def test_a_package_is_pinned_once() -> None:
    names = [name for text in TEXTS.values() for name, _version in pins_of(text)]
    assert len(names) == len(set(names))


def test_all_that_the_project_asks_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = [
        each for wanted in (project["dependencies"], *project["optional-dependencies"].values()) for each in wanted
    ]
    names = {normal(re.match(r"[\w.-]+", each)[0]) for each in asked}  # type: ignore[index]
    assert names <= {name for text in TEXTS.values() for name, _version in pins_of(text)}


def test_make_installs_nothing_without_its_hash() -> None:
    installed = re.findall(r"\$\(PIP\) install (.*)", (ROOT / "Makefile").read_text())
    assert [each for each in installed if "--require-hashes" not in each] == [
        "--quiet --no-deps --no-build-isolation --editable ."
    ]


def test_hashes_are_written_anew_below_their_pins() -> None:
    text = f"# why\nFirst_one==1.0 \\\n    --hash={C}\n\n# and\nsecond==2\n"
    known = {("first-one", "1.0"): (B, A), ("second", "2"): (C,), ("third", "3"): (A,)}
    expected = f"# why\nFirst_one==1.0 \\\n    --hash={A} \\\n    --hash={B}\n\n# and\nsecond==2 \\\n    --hash={C}\n"
    assert with_hashes(text, known) == expected
    assert with_hashes(expected, known) == expected
    assert pins_of(expected) == {("first-one", "1.0"): (A, B), ("second", "2"): (C,)}


def test_a_version_of_which_nothing_is_known_is_an_error() -> None:
    with pytest.raises(KeyError):
        with_hashes("second==2.1\n", {("second", "2"): (C,)})
