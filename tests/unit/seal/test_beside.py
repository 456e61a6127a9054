"""Reports side by side in one folder are of the same stage and of the same files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from omi_report.seal.beside import apart, left_beside
from omi_report.seal.evidence import evidence_seal
from omi_report.seal.key import Key
from omi_report.seal.manifest import Manifest, output_of
from omi_report.source.reading import Content
from omi_report.source.snapshot import Snapshot
from tests.readings import soundly

NOTHING, OTHER = "0" * 64, "1" * 64
FOLDER = Path("build/westmark")


def manifest(edition: str = "standard", **changes: object) -> Manifest:
    name = "report-large-print.html" if edition == "large-print" else "report.html"
    values = {
        "area": "Westmark",
        "stage": "final",
        "edition": edition,
        "theme": "standard",
        "framework": {"name": "small", "sha256": NOTHING},
        "versions": {},
        "inputs": {"area.yaml": NOTHING, "summary.yaml": NOTHING},
        "templates": {},
        "own_templates": {},
        "outputs": {name: output_of(b"<p>")},
    }
    return soundly(Manifest, values | changes)


def told(standard: Manifest, large: Manifest, held: str | None = None) -> list[str]:
    both = {"manifest.json": standard, "manifest-large-print.json": large}
    return [" ".join(each) for each in apart(FOLDER, both, held)]


MEND = ": build it again, or take it away"
LARGE = "build/westmark/report-large-print.html"
SMALL = "build/westmark/report.html"


def test_a_draft_beside_a_final_report_is_told() -> None:
    draft: dict[str, Any] = {"stage": "draft", "inputs": {"area.yaml": OTHER, "summary.yaml": NOTHING}}
    assert told(manifest(), manifest("large-print", **draft)) == [
        f"{LARGE} is a draft, and report.html beside it is final{MEND}"
    ]
    assert told(manifest(**draft), manifest("large-print")) == [
        f"{SMALL} is a draft, and report-large-print.html beside it is final{MEND}"
    ]


def test_an_earlier_draft_beside_a_later_one_is_told() -> None:
    first: dict[str, Any] = {"stage": "draft", "draft": 1}
    second: dict[str, Any] = {"stage": "draft", "draft": 2}
    assert told(manifest(**first), manifest("large-print", **second)) == [
        f"{SMALL} is Draft 1, and report-large-print.html beside it is Draft 2{MEND}"
    ]


def test_the_report_that_was_just_built_is_right_where_it_is_named() -> None:
    assert told(manifest(stage="draft"), manifest("large-print"), "manifest.json") == [
        f"{LARGE} is final, and report.html beside it is a draft{MEND}"
    ]


def sealed(answers: str, key: Key | None) -> object:
    return evidence_seal(Snapshot("w", "w", {"evidence/cases.csv": Content(answers.encode())}), key)


KEY, ANOTHER = Key(b"k" * 32), Key(b"l" * 32)


@pytest.mark.parametrize(
    ("changes", "files"),
    [
        ({"inputs": {"area.yaml": NOTHING, "summary.yaml": OTHER}}, "summary.yaml"),
        ({"inputs": {"area.yaml": NOTHING}}, "summary.yaml"),
        (
            {"inputs": dict.fromkeys(["area.yaml", "a.yaml", "b.yaml", "c.yaml", "summary.yaml"], OTHER)},
            "a.yaml, area.yaml, b.yaml and 2 more",
        ),
        ({"framework": {"name": "small", "sha256": OTHER}}, "framework small"),
        ({"evidence": sealed("1", KEY)}, "the evidence"),
    ],
)
def test_reports_of_other_files_are_told(changes: dict[str, object], files: str) -> None:
    assert told(manifest(), manifest("large-print", **changes)) == [
        f"{LARGE} was made of other files than report.html beside it ({files}){MEND}"
    ]


@pytest.mark.parametrize(("key", "differs"), [(KEY, True), (ANOTHER, False), (None, False)])
def test_evidence_is_compared_as_far_as_its_seals_tell(key: Key | None, differs: bool) -> None:
    found = told(manifest(evidence=sealed("1", KEY)), manifest("large-print", evidence=sealed("2", key)))
    assert bool(found) == differs


def test_reports_of_the_same_files_belong_together() -> None:
    assert told(manifest(), manifest("large-print")) == []
    assert list(apart(FOLDER, {"manifest.json": manifest()})) == []


def test_a_manifest_of_an_earlier_build_is_held_by_its_files_alone() -> None:
    assert told(manifest(), manifest("large-print", stage=None)) == []
    earlier = manifest("large-print", stage=None, inputs={"area.yaml": OTHER, "summary.yaml": NOTHING})
    assert told(manifest(), earlier) == [
        f"{LARGE} was made of other files than report.html beside it (area.yaml){MEND}"
    ]


def test_what_an_earlier_build_left_is_told(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(manifest().as_json())
    (tmp_path / "manifest-large-print.json").write_text("damaged")
    for name in ("report.html", "report.pdf", "notes.txt"):
        (tmp_path / name).write_bytes(b"<p>")
    assert [" ".join(each) for each in left_beside(tmp_path, "manifest.json")] == [
        f"{tmp_path}/report.pdf was left by an earlier build, and no manifest names it{MEND}"
    ]
    assert left_beside(tmp_path, "manifest-large-print.json") == ()
