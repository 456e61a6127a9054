"""Nobody can guess from what is published what the evidence says, and who has the key can check it all the same."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main

ROOT = Path(__file__).parent.parent.parent
STAFF = "evidence/surveys/staff.csv"
UNCHECKED = "out/wessex: the files of evidence were not checked: "
SAME = "out/wessex: 1 file as built, and the same when built again from wessex"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with an area that has evidence, and with two keys; it is the current folder, and names none."""
    (tmp_path / "project/.git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "project")
    monkeypatch.delenv("OMI_SEAL_KEY_FILE", raising=False)
    shutil.copytree(ROOT / "areas/wessex", "wessex")
    for name in ("one", "other"):
        (tmp_path / f"{name}.key").write_text(f"the {name} key of a project, which is long enough for one")
    return tmp_path


def run(*arguments: str, key: str = "") -> Result:
    environment = {"OMI_SEAL_KEY_FILE": key}
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False, env=environment)


def build(key: str = "") -> dict[str, Any]:
    """Build the area, and return its manifest."""
    made = run("build", "--html", "wessex", "-o", "out", key=key)
    assert made.exit_code == 0, made.output
    found: dict[str, Any] = json.loads(Path("out/wessex/manifest.json").read_text())
    return found


def verified(*options: str, key: str = "") -> tuple[int, list[str], list[str]]:
    """The exit status of verifying, and what it says on its two streams."""
    result = run("verify", "out/wessex", "--area", "wessex", *options, key=key)
    return result.exit_code, result.stdout.splitlines(), result.stderr.splitlines()


def test_with_the_key_all_is_checked(folder: Path) -> None:
    manifest = build("../one.key")
    assert STAFF in manifest["evidence"]["digests"]
    assert build("../one.key") == manifest
    assert verified(key="../one.key") == (0, [SAME], [])
    Path("omi.toml").write_text('[seal]\nkey = "../one.key"')
    assert build() == manifest
    assert verified() == (0, [SAME], [])
    with Path("wessex", STAFF).open("a") as file:
        file.write("\n")  # which changes nothing of the report
    assert verified() == (
        1,
        [f"input {STAFF} was changed since the report was built"],
        ["out/wessex: not as built, 1 difference"],
    )


def test_without_a_key_it_is_said_and_the_rest_is_checked() -> None:
    assert build()["evidence"]["digests"] == {}
    why = f"{UNCHECKED}the report was built without a key, so its manifest has their names alone"
    assert verified() == verified(key="../one.key") == (0, [SAME], [why])
    assert verified("--quiet") == (0, [], [why])
    with Path("wessex/summary.yaml").open("a") as file:
        file.write("# a remark\n")
    said = ["input summary.yaml was changed since the report was built"]
    assert verified() == (1, said, [why, "out/wessex: not as built, 1 difference"])
    assert run("verify", "out/wessex").output == "out/wessex: 1 file as built\n"


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("../other.key", "the key is another one than that of the build"),
        ("", "the report was built with a key, and none is named here"),
    ],
)
def test_with_another_key_or_none_it_is_said_and_the_rest_is_checked(key: str, why: str) -> None:
    build("../one.key")
    assert verified(key=key) == (0, [SAME], [UNCHECKED + why])
    Path("wessex", STAFF).unlink()
    status, said, _ = verified(key=key)
    assert status == 1
    assert f"input {STAFF} is missing" in said


def test_a_manifest_of_an_earlier_build_is_checked_by_its_plain_digests() -> None:
    manifest = build()
    names = manifest.pop("evidence")["names"]
    manifest["inputs"] |= {name: hashlib.sha256(Path("wessex", name).read_bytes()).hexdigest() for name in names}
    Path("out/wessex/manifest.json").write_text(json.dumps(manifest))
    assert verified() == (0, [SAME], [])
    with Path("wessex", STAFF).open("a") as file:
        file.write("\n")
    assert verified()[1] == [f"input {STAFF} was changed since the report was built"]


def test_evidence_that_was_changed_unchecked_is_not_said_to_be_the_same() -> None:
    build()
    page = Path("out/wessex/report.html")
    text = Path("wessex", STAFF).read_text().splitlines(keepends=True)
    Path("wessex", STAFF).write_text("".join(text[:-3]))
    status, said, _ = verified()
    assert status == 1
    assert said[0].startswith(f"{page} differs from what is built again")
    assert said[-1].endswith("or the evidence or the program was: nothing else differs")


def test_a_key_that_cannot_be_used_stops_building_and_verifying() -> None:
    build()
    before = Path("out/wessex/manifest.json").read_bytes()
    shutil.copy("../one.key", "wessex/evidence/one.key")
    Path("../link.key").symlink_to(Path("wessex/evidence/one.key").absolute())
    for key in ("wessex/evidence/one.key", "../link.key"):
        for command in (("build", "--html", "wessex", "-o", "out"), ("verify", "out/wessex", "--area", "wessex")):
            result = run(*command, key=key)
            assert result.exit_code == 2
            assert f"OMI_SEAL_KEY_FILE: {key} lies inside the area wessex: put it elsewhere" in result.output
    assert Path("out/wessex/manifest.json").read_bytes() == before


def test_the_settings_of_an_area_name_no_key() -> None:
    Path("wessex/omi.toml").write_text('[seal]\nkey = "../../one.key"')
    for command in (("build", "wessex", "-o", "out"), ("validate", "wessex")):
        result = run(*command)
        assert result.exit_code == 2
        assert "wessex/omi.toml:1: «seal»: this can be set for the project only" in result.output


def forms_of(data: bytes) -> Iterator[bytes]:
    """What digests of data look like."""
    for kind in ("md5", "sha1", "sha256", "sha384", "sha512", "blake2b", "blake2s"):
        digest = hashlib.new(kind, data, usedforsecurity=False)
        yield digest.hexdigest().encode()
        yield digest.hexdigest().upper().encode()
        yield base64.b64encode(digest.digest()).rstrip(b"=")


@pytest.mark.parametrize("key", ["", "../one.key"])
def test_nothing_that_is_published_holds_a_plain_digest_of_evidence(key: str) -> None:
    assert run("build", "--html", "--pdf", "--json", "wessex", "-o", "out", key=key).exit_code == 0
    assert run("export", "wessex", "-o", "out/wessex/data.json").exit_code == 0
    published = {path.name: path.read_bytes() for path in Path("out/wessex").iterdir()}
    assert {*published} == {"report.html", "report.pdf", "report.json", "data.json", "manifest.json"}
    files = [path.read_bytes() for path in Path("wessex/evidence").rglob("*.csv")]
    assert len(files) > 4
    for name, data in published.items():
        assert not [form for file in files for form in forms_of(file) if form in data], name
    inputs = (Path("wessex", name).read_bytes() for name in json.loads(published["manifest.json"])["inputs"])
    assert any(form in published["manifest.json"] for file in inputs for form in forms_of(file))  # it would be found


def test_the_areas_of_the_repository_are_sealed_with_its_published_key(tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    assert run("build", "--html", str(ROOT / "areas/wessex"), "-o", out).exit_code == 0
    sealed = json.loads(Path(out, "wessex/manifest.json").read_text())["evidence"]
    assert sealed["sealed"] == "HMAC-SHA256"
    assert "published" in (ROOT / "published-seal-key.txt").read_text()
