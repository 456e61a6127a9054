"""Every report is PDF/UA-1 and PDF/A-3a by all the rules of both standards that a machine can judge.

The validator passes the corpus of test files of veraPDF. `python -m tests.pdf.test_validator FILE…` shows what it says.
"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pikepdf
import pytest
from page import ValidationFailure, validate_pdf_bytes

from omi_report.build import build
from omi_report.build_options import BuildOptions
from omi_report.render.look import Look
from omi_report.source.snapshot import Snapshot
from tests.pdf.conftest import Made
from tests.pdf.test_overprints import LONG, draft
from tests.samples import POLICY

ROOT = Path(__file__).parent.parent.parent
PROFILES = ("ua1", "3a")
MARKED = Look("large-print", "high-contrast")


def all_failures(data: bytes) -> list[str]:
    """What is against either standard in a file."""
    return [each for profile in PROFILES for each in failures(data, profile)]


def failures(data: bytes, profile: str) -> list[str]:
    """What is against a standard in a file, but for what is judged false."""
    found = validate_pdf_bytes(data, profile=profile)
    assert found.rules.total > 100
    return [f"{each.rule_id}: {each.message}" for each in found.failures if not _is_false(each, data)]


def _is_false(failure: ValidationFailure, data: bytes) -> bool:
    """A length that is said not to be that of its stream, where the lengths of all streams are right.

    Compressed data may end with a carriage return. The validator then takes it and the line feed that ends the data
    for one end of line. By the length they are apart (ISO 32000-1, 7.3.8.1), so the line feed stands where it must.
    """
    if not failure.rule_id.endswith("STREAM-LENGTH-001"):
        return False
    streams = [*re.finditer(rb"/Length (\d+)(?:(?!endobj|stream\n).)*stream\n", data, re.DOTALL)]
    ends = [match.end() + int(match[1]) for match in streams]
    assert len(ends) == data.count(b"endstream")
    return all(data[end:].startswith(b"\nendstream") for end in ends) and any(
        data[end - 1 : end] == b"\r" for end in ends
    )


def finished(area: Path, look: Look, folder: Path) -> bytes:
    """The PDF of an area as `omi build` writes it, with its data attached."""
    options = BuildOptions(html=False, output=folder, edition=look.edition, theme=look.theme)
    assert build(Snapshot.of(area), POLICY, options).written
    return next(folder.rglob("*.pdf")).read_bytes()


@pytest.mark.parametrize("name", ["hampshire", "wessex"])
def test_final_reports(name: str, tmp_path: Path) -> None:
    data = finished(ROOT / "areas" / name, Look(), tmp_path)
    assert all_failures(data) == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.attachments


@pytest.mark.parametrize("name", ["saltmere", "tarnmouth"])
def test_a_draft_with_watermark_and_numbered_lines(name: str, tmp_path: Path) -> None:
    area = draft(name, tmp_path, LONG)
    identity = area / "area.yaml"
    marked = identity.read_text(encoding="utf-8").replace(
        "{number: 12}", "{number: 12, watermark: yes, line_numbers: yes}"
    )
    assert "watermark" in marked
    identity.write_text(marked, encoding="utf-8")
    data = finished(area, MARKED, tmp_path / "out")
    assert all_failures(data) == []


def test_the_file_before_the_repair_fails(report: Made) -> None:
    assert failures(report.files.before, "ua1")
    assert failures(report.files.before, "3a")


def test_a_wrong_length_is_not_excused(report: Made) -> None:
    with pikepdf.open(io.BytesIO(report.files.after)) as pdf:
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    data = re.sub(rb"/Length (\d)(\d\d\d) ", rb"/Length \g<1>000 ", out.getvalue(), count=1)
    assert any("LENGTH" in each for each in failures(data, "3a"))


def main(files: list[str]) -> None:
    """Say what is against the standards in files."""
    for name in files:
        data = Path(name).read_bytes()
        for profile in PROFILES:
            found = validate_pdf_bytes(data, profile=profile)
            left = failures(data, profile)
            print(f"{name}: {profile}: {found.rules.failed} of {found.rules.total} rules failed, {len(left)} to mend")
            print(*(f"  {each}" for each in left), sep="\n", end="\n" if left else "")


if __name__ == "__main__":
    main(sys.argv[1:])
