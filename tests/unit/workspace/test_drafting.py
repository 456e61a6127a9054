from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from omi_report.build_options import Written
from omi_report.errors import DraftError
from omi_report.workspace import drafting
from omi_report.workspace.drafted import Drafted, DraftOptions
from omi_report.workspace.drafting import make_draft
from omi_report.workspace.verified import verify
from tests.changes import change
from tests.samples import WESTMARK

TELEPHONE = "Ring me on 020 7946 0018. No plan for the coming year"
"""A text that could show a person: rules about people find it."""


@pytest.fixture
def area(tmp_path: Path) -> Path:
    """Westmark as a draft without a number."""
    made = Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))
    for old, new in (
        ("stage: final", "stage: draft"),
        ("published: 2024-09-16\n", ""),
        ("isbn: 978-0-306-40615-7\n", ""),
    ):
        change(made / "area.yaml", old, new)
    return made


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    return tmp_path / "drafts"


def following(area: Path, drafts: Path, **more: Any) -> Drafted:
    return make_draft(area, DraftOptions(output=drafts, following=True, **more))


def names(written: tuple[Written, ...]) -> set[str]:
    return {each.path.name for each in written}


def test_drafts_follow_one_another_with_what_changed_between_them(area: Path, drafts: Path) -> None:
    first = following(area, drafts, dated="2024-06-03")
    assert (first.number, first.before, first.changes) == (1, 0, None)
    assert names(first.written) == {"report.html", "report.pdf", "report.json", "comments.xlsx"}
    text = (area / "area.yaml").read_text()
    assert "stage: draft\ndrafted: 2024-06-03\ndraft: {number: 1}\n" in text

    change(area / "criteria" / "2.1.yaml", "No plan for the coming year", "No plan at all for the coming year")
    second = following(area, drafts, docx=True)
    assert (second.number, second.before) == (2, 1)
    assert names(second.written) == {
        "report.html", "report.pdf", "report.json", "report.docx", "comments.xlsx",
        "redline.html", "redline.pdf", "redline.docx",
    }  # fmt: skip
    assert second.changes is not None
    assert "finding-2.1-improvement-a" in {each.id for each in second.changes.words}
    folder = drafts / "westmark" / "draft-2"
    assert verify(folder, area).differences == []
    sealed = json.loads((folder / "manifest.json").read_text())
    assert (sealed["draft"], sealed["redline"]["draft"], sealed["overruled"]) == (2, 1, None)
    for name in ("redline.html", "comments.xlsx"):
        (folder / name).write_text("other")
    assert [each.how for each in verify(folder).differences] == ["was changed after it was built"] * 2


def test_a_draft_that_is_there_is_never_written_over(area: Path, drafts: Path) -> None:
    (drafts / "westmark" / "draft-3").mkdir(parents=True)
    change(area / "area.yaml", "stage: draft", "stage: draft\ndraft: {number: 3}")
    with pytest.raises(DraftError, match="never written over"):
        make_draft(area, DraftOptions(output=drafts))
    assert list((drafts / "westmark" / "draft-3").iterdir()) == []
    assert following(area, drafts).number == 4


def test_without_a_number_nothing_is_made(area: Path, drafts: Path) -> None:
    with pytest.raises(DraftError, match=r"does not say which draft this is"):
        make_draft(area, DraftOptions(output=drafts))
    assert not drafts.exists()


def test_a_final_report_has_no_drafts(area: Path, drafts: Path) -> None:
    change(area / "area.yaml", "stage: draft", "stage: final\npublished: 2024-09-16")
    with pytest.raises(DraftError, match="a final report has no drafts"):
        following(area, drafts)


def test_an_area_with_errors_makes_none_and_keeps_its_number(area: Path, drafts: Path) -> None:
    change(area / "criteria" / "1.1.yaml", "Nearly all trainees, {{ met }},", "Nearly all trainees, {{ nothing }},")
    before = (area / "area.yaml").read_text()
    made = following(area, drafts)
    assert (made.written, {each.code for each in made.problems}) == ((), {"OMI201"})
    assert (area / "area.yaml").read_text() == before
    assert not drafts.exists()


def test_what_could_show_a_person_stops_a_draft_until_somebody_answers_for_it(area: Path, drafts: Path) -> None:
    change(area / "criteria" / "2.1.yaml", "No plan for the coming year", TELEPHONE)
    before = (area / "area.yaml").read_text()
    stopped = following(area, drafts)
    assert stopped.written == ()
    assert {each.code[:4] for each in stopped.problems} == {"OMI6"}
    assert (area / "area.yaml").read_text() == before
    made = following(area, drafts, reason="It is a number\nthat nobody has.")
    assert made.overruled == stopped.problems
    sealed = json.loads((drafts / "westmark" / "draft-1" / "manifest.json").read_text())
    assert sealed["overruled"]["reason"] == "It is a number that nobody has."


def test_a_draft_that_was_tampered_with_gives_no_redline_and_that_is_said(area: Path, drafts: Path) -> None:
    following(area, drafts)
    report = drafts / "westmark" / "draft-1" / "report.json"
    report.write_text(report.read_text().replace("Westmark", "Eastmark", 1))
    second = following(area, drafts)
    assert "is not as it was built" in second.alone
    assert "redline.html" not in names(second.written)


def test_a_failure_leaves_the_area_as_it_is(area: Path, drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (area / "area.yaml").read_text()

    def fails(*_given: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(drafting, "make", fails)
    with pytest.raises(OSError, match="no room"):
        following(area, drafts)
    assert (area / "area.yaml").read_text() == before
    assert not drafts.exists()


def test_what_stands_beside_the_report_stops_no_draft(area: Path, drafts: Path) -> None:
    action = "{id: calls, what: Ring them., owner: Jane Smith, due: 2024-11}"
    (area / "plan.yaml").write_text(f"recommendations:\n  - recommendation: 1\n    actions:\n      - {action}\n")
    assert following(area, drafts).written
