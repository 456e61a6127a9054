from __future__ import annotations

import hashlib
import hmac
import json
import re
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from omi_report import __version__
from omi_report.errors import ManifestError
from omi_report.render.html.assets import MEDIA_TYPES
from omi_report.render.look import EDITIONS, THEMES, Look
from omi_report.render.pdf.layout import system_libraries
from omi_report.seal.evidence import EvidenceSeal, evidence_seal
from omi_report.seal.key import Key
from omi_report.seal.manifest import (
    FrameworkFile,
    Manifest,
    Output,
    framework_file,
    input_digests,
    output_of,
    read_manifests,
    template_digests,
)
from omi_report.seal.versions import COMPILING, LAYING_OUT, WRITING_WORD, versions
from omi_report.source.snapshot import Snapshot
from tests.samples import inspected

ROOT = Path(__file__).parents[3]
NOTHING = "0" * 64
KEY = Key(b"k" * 32)
EVIDENCE = ("evidence/cases.csv", "evidence/surveys/staff.csv")


def manifest(**changes: object) -> Manifest:
    values: dict[str, Any] = {
        "area": "Westmark",
        "edition": "standard",
        "theme": "standard",
        "epoch": None,
        "framework": FrameworkFile(name="small", sha256=NOTHING),
        "versions": {"omi_report": "1.0"},
        "inputs": {"area.yaml": NOTHING},
        "templates": {},
        "own_templates": {},
        "outputs": {"report.html": Output(size=1, sha256=NOTHING)},
    }
    return Manifest(**(values | changes))


def test_inputs_are_the_files_that_a_report_is_made_of(small_area: Path) -> None:
    for name in ("README.md", "omi.toml", ".hidden.yaml", "evidence/~$cases.xlsx", "evidence/cases.csv"):
        (small_area / name).parent.mkdir(exist_ok=True)
        (small_area / name).write_text("x")
    found = inspected(small_area)
    inputs = input_digests(found.snapshot, found.files)
    assert set(inputs) == {*found.files} == set(input_digests(found.snapshot))
    assert inputs["area.yaml"] == hashlib.sha256((small_area / "area.yaml").read_bytes()).hexdigest()


def test_evidence_is_sealed_with_the_key(small_area: Path) -> None:
    (small_area / "evidence/surveys").mkdir(parents=True)
    for name in EVIDENCE:
        (small_area / name).write_text("person,question\n1,yes\n")
    snapshot = Snapshot.of(small_area)
    sealed = evidence_seal(snapshot, KEY)
    keyed = hmac.new(b"k" * 32, b"person,question\n1,yes\n", hashlib.sha256).hexdigest()
    assert sealed is not None
    assert (sealed.sealed, sealed.digests) == ("HMAC-SHA256", dict.fromkeys(EVIDENCE, keyed))
    assert sealed.key_check == KEY.check != Key(b"l" * 32).check
    assert sealed == evidence_seal(snapshot, Key(b"k" * 32))  # the same key, the same bytes
    assert not {*EVIDENCE} & {*input_digests(snapshot)}


def test_without_a_key_there_are_only_the_names_of_the_evidence(small_area: Path) -> None:
    (small_area / "evidence").mkdir()
    (small_area / "evidence/cases.csv").write_text("case\nA1\n")
    sealed = evidence_seal(Snapshot.of(small_area), None)
    assert json.loads(manifest(evidence=sealed).as_json())["evidence"] == {
        "sealed": "names alone, without a key",
        "key_check": None,
        "names": ["evidence/cases.csv"],
        "digests": {},
    }


def test_no_link_is_followed(small_area: Path) -> None:
    (small_area / "evidence").mkdir()
    (small_area / "evidence/cases.csv").symlink_to("/etc/passwd")
    assert evidence_seal(Snapshot.of(small_area), KEY) is None


def test_templates_are_named_by_their_path_in_their_folder(tmp_path: Path) -> None:
    for name in ("html/parts/summary.html", "css/print.css", "html/README.md", "elsewhere/x.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    assert list(template_digests(tmp_path)) == ["css/print.css", "html/parts/summary.html"]


@pytest.mark.parametrize("end", [*MEDIA_TYPES, ".PNG"])
def test_every_picture_and_font_that_a_page_can_show_is_sealed(tmp_path: Path, end: str) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / f"logo{end}").write_bytes(b"")
    assert list(template_digests(tmp_path)) == [f"images/logo{end}"]


def test_the_framework_is_that_of_omi_or_of_the_area(small_area: Path) -> None:
    own, ours = inspected(small_area), inspected(ROOT / "areas/hampshire")
    sha256 = hashlib.sha256((small_area / "framework.yaml").read_bytes()).hexdigest()
    assert framework_file(own) == FrameworkFile(name="framework.yaml", sha256=sha256)
    shipped = output_of((ROOT / "omi_report/frameworks/omi-2006.yaml").read_bytes()).sha256
    assert framework_file(ours) == FrameworkFile(name="omi-2006", sha256=shipped)


def test_versions_are_those_of_every_library_that_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = {re.split(r"[<>=]", each)[0] for each in project["dependencies"]}
    others = {"click", "rich", "openpyxl", "pypdfium2"}  # of the terminal, of workbooks, and of PDFs that come back
    assert asked - {*COMPILING, *LAYING_OUT, *WRITING_WORD} == others
    found = versions(of_system=system_libraries())
    assert found["omi_report"] == __version__
    assert found["weasyprint"] == version("weasyprint")
    assert {"harfbuzz", "pango", "qpdf", "zlib", "python"} <= set(found)
    assert all(re.fullmatch(r"\d+(\.\w+)+", each) for each in found.values())
    assert set(found) - set(versions()) == {"harfbuzz", "pango", "qpdf", "zlib", *LAYING_OUT}
    assert set(versions(word=True)) - set(versions()) == set(WRITING_WORD)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(manifest().as_json())
    assert read_manifests(tmp_path) == {"manifest.json": manifest()}
    names = EvidenceSeal(sealed="names alone, without a key", names=EVIDENCE, digests={})
    digests = EvidenceSeal(sealed="HMAC-SHA256", key_check=NOTHING, names=(), digests={"evidence/cases.csv": NOTHING})
    for sealed in (names, digests):
        (tmp_path / "manifest.json").write_bytes(manifest(evidence=sealed).as_json())
        assert read_manifests(tmp_path) == {"manifest.json": manifest(evidence=sealed)}


def test_a_manifest_of_an_earlier_build_is_read(tmp_path: Path) -> None:
    value = json.loads(manifest(inputs={"evidence/cases.csv": NOTHING}).as_json())
    del value["evidence"]
    (tmp_path / "manifest.json").write_text(json.dumps(value))
    assert read_manifests(tmp_path)["manifest.json"] == manifest(inputs={"evidence/cases.csv": NOTHING})


def test_each_look_has_a_manifest_of_its_own() -> None:
    assert Look().manifest_name == "manifest.json"
    names = {Look(edition, theme).manifest_name for edition in EDITIONS for theme in THEMES}
    assert len(names) == len(EDITIONS) * len(THEMES)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nonsense", "no JSON: Expecting value"),
        ("{}", "area: the value is missing"),
        ('{"manifest": 2}', "manifest: «2» is not one of the words that may stand here"),
    ],
)
def test_what_is_no_manifest_is_said_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(ManifestError, match=message):
        read_manifests(tmp_path)


@pytest.mark.parametrize("name", ["../report.html", "/etc/passwd.html", "a/b.html", "report", ".html"])
def test_a_manifest_names_no_file_outside_of_its_folder(tmp_path: Path, name: str) -> None:
    value = json.loads(manifest().as_json())
    value["outputs"] = {name: value["outputs"]["report.html"]}
    (tmp_path / "manifest.json").write_text(json.dumps(value))
    with pytest.raises(ManifestError, match="outputs"):
        read_manifests(tmp_path)


def test_a_folder_without_a_manifest_says_what_writes_one(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="`omi build` writes it"):
        read_manifests(tmp_path)
    with pytest.raises(ManifestError, match="there is no folder"):
        read_manifests(tmp_path / "nowhere")
