"""The functions about the sample and the evidence: from a caseload to scores, and back where something is wrong."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from omi_report import api
from omi_report.errors import OmiError, OutputError
from omi_report.model.base import ReportDate
from tests.sampled import JUDGES, caseload_text, sampled_area


@pytest.fixture
def area(tmp_path: Path) -> Path:
    (tmp_path / "caseload.csv").write_text(caseload_text(), encoding="utf-8")
    return sampled_area(tmp_path)


def options(area: Path, *, accept: bool = False) -> api.DrawOptions:
    how = api.CaseloadOptions(accept=accept)
    return api.DrawOptions(ReportDate.parse("2024-05-02"), seed="s", key=area.parent / "key.csv", caseload=how)


def drawn(area: Path) -> api.Sample:
    new = api.draw_sample(area, area.parent / "caseload.csv", options(area))
    assert not (area / "evidence").exists(), "a draw writes nothing"
    paths = api.write_sample(area, new)
    assert all(path.is_file() for path in paths)
    return api.sample(area)


def test_a_sample_is_drawn_replaced_and_given_out(area: Path) -> None:
    sample = drawn(area)
    assert len(sample.inspected) == 12
    out = sample.inspected[0].case
    before = (area / "evidence/sample.csv").read_bytes()
    assert api.replace_case(area, out, "the file is in court", write=False).case.place == "sample"
    assert (area / "evidence/sample.csv").read_bytes() == before
    came = api.replace_case(area, out, "the file is in court").case.case
    assert {each.case: each.place for each in api.sample(area).cases}[came] == "sample"
    with pytest.raises(OutputError, match="tells who somebody is"):
        api.replace_case(area, came, "Mr X refused")
    (area / "evidence/judges.yaml").write_text(JUDGES, encoding="utf-8")
    given = api.allocate_cases(area)
    assert all(each.judge for each in given.sample.inspected)
    assert given.sample == api.sample(area)
    with pytest.raises(OutputError, match="is there already"):
        api.draw_sample(area, area.parent / "caseload.csv", options(area))


def test_what_is_wrong_with_a_caseload_comes_back(area: Path) -> None:
    path = area.parent / "caseload.csv"
    path.write_text(caseload_text().replace("case_type", "Kind"), encoding="utf-8")
    new = api.draw_sample(area, path, options(area))
    assert new.draw is None
    (cause,) = new.caseload.causes
    assert "there is no column for the attribute «case_type»" in cause.line
    guessed = api.guess_caseload_map(area, path, write=False)
    assert guessed.unsure == ("Kind → case_type (55 %, its values)",)
    assert not (area / "evidence").exists()
    api.guess_caseload_map(area, path)
    with pytest.raises(OutputError, match="nobody has looked at"):
        api.draw_sample(area, path, options(area))
    assert api.draw_sample(area, path, options(area, accept=True)).draw is not None


def export_of(area: Path, sample: api.Sample) -> Path:
    """Answers to all questions about the cases of a sample."""
    questions = list(api.load(area).framework.questions)
    rows = [
        [each.case, each.values["case_type"], each.values["year"], *("yes" for _q in questions)]
        for each in sample.inspected
    ]
    path = area.parent / "export.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["case", "case_type", "year", *questions], *rows])
    return path


def test_exports_are_taken_in_and_nothing_is_lost_unasked(area: Path) -> None:
    export = export_of(area, drawn(area))
    with pytest.raises(OmiError, match=r"no evidence/map\.yaml"):
        api.import_evidence(area, [export])
    assert api.guess_map(area, [export]).unsure == ()
    tried = api.import_evidence(area, [export], api.ImportOptions(write=False))
    assert (tried.causes, tried.written) == ((), ())
    assert [change.rows for change in tried.changes] == [12]
    done = api.import_evidence(area, [export])
    assert [path.name for path in done.written] == ["cases.csv"]
    so_far = api.missing_answers(area)
    assert len(so_far.expected) == 12
    lines = export.read_text(encoding="utf-8").splitlines(keepends=True)
    export.write_text("".join(lines[:5]), encoding="utf-8")
    with pytest.raises(OmiError, match="would lose answers"):
        api.import_evidence(area, [export])
    assert api.import_evidence(area, [export], api.ImportOptions(keep=True)).written == ()
    export.write_text("".join([*lines[:5], lines[6].replace("yes", "Cannot tell", 1)]), encoding="utf-8")
    (cause,) = api.import_evidence(area, [export], api.ImportOptions(keep=True)).causes
    assert "Cannot tell" in cause.line
    assert [path.suffix for path in api.evidence_sheets(area, area.parent / "send")] == [".xlsx"]


def test_a_map_with_errors_is_an_unsound_area(area: Path) -> None:
    export = export_of(area, drawn(area))
    (area / "evidence/map.yaml").write_text("sources: [{of: nothing}]\n", encoding="utf-8")
    with pytest.raises(api.UnsoundAreaError):
        api.import_evidence(area, [export])
