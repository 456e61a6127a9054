"""The stage feedback: what is known at the end of the inspection is printed; nobody asks for what is not there yet."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from omi_report import api
from omi_report.build_options import BuildOptions
from omi_report.document.build import build_document
from omi_report.document.kinds import PART_KINDS
from omi_report.document.printed import printed_in
from omi_report.document.tree import Document
from omi_report.errors import DraftError
from omi_report.programme.status import status_of
from omi_report.programme.status_words import lack_words, stage_words
from omi_report.scaffold.area import scaffold
from omi_report.scaffold.write import write_new
from omi_report.workspace.building import build_once
from omi_report.workspace.drafted import DraftOptions
from omi_report.workspace.drafting import make_draft
from omi_report.workspace.new_area import framework_for
from tests.samples import inspected

ROOT = Path(__file__).parents[3]
WESTMARK = ROOT / "tests" / "golden" / "westmark"
NOTICE = "Feedback at the end of the inspection week: provisional, not for publication."


def quiet(_stage: str) -> None:
    pass


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, path
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def area(tmp_path: Path) -> Path:
    """An area in the middle of its inspection: much of it is there."""
    folder = Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))
    change(folder / "area.yaml", "stage: final", "stage: feedback")
    return folder


def errors(folder: Path) -> list[str]:
    found = api.validate(folder).problems
    return [f"{each.code} {each.message}" for each in found if each.severity is api.Severity.ERROR]


def words(document: Document) -> str:
    return "\n".join(each for part in document.parts for each in printed_in(part))


def test_it_says_what_it_is_wherever_it_is_opened(area: Path, tmp_path: Path) -> None:
    built = api.build(area, tmp_path / "build", pdf=False, json=True, docx=True, govspeak=True)
    page = next(each.path for each in built.written if each.path.suffix == ".html").read_text(encoding="utf-8")
    head = page[: page.index("</head>")]
    assert "<title>Feedback: " in head
    assert re.search(r'name="?robots"? content="noindex, nofollow"', head)
    assert '"creativeWorkStatus":"Draft"' in head
    assert f'data-stage="{NOTICE}"' in page
    assert page.count(NOTICE) >= 2
    text = next(each.path for each in built.written if each.path.suffix == ".md").read_text(encoding="utf-8")
    assert text.startswith(f"%{NOTICE}%")
    assert "westmark-feedback-figures" in page
    assert api.verify(tmp_path / "build" / area.name, area).differences == []


def test_open_data_say_so_in_each_line(area: Path) -> None:
    from omi_report.opendata.embedded import open_data

    _json, table = open_data(inspected(area)).files
    head, *lines = table.data.decode().splitlines()
    assert head.endswith(",stage")
    assert lines
    assert all(line.endswith('"feedback, provisional"') for line in lines)


def test_scores_and_ratings_are_provisional_wherever_omi_names_them(area: Path) -> None:
    said = words(build_document(inspected(area)))
    for name in ("Score", "Rating", "score", "rating"):
        for line in said.split("\n"):
            if line in (name, f"Overall {name}"):
                pytest.fail(f"«{line}» is not called provisional")
    assert "Provisional score" in said


def test_whatever_file_is_not_there_yet_the_rest_is_printed(area: Path, tmp_path: Path) -> None:
    names = [path.relative_to(area) for path in sorted(area.rglob("*.yaml")) if path.name != "area.yaml"]
    names = [name for name in names if name.name != "framework.yaml"]
    assert len(names) > 3
    built = 0
    for name in names:
        for how in ("gone", "blank"):
            other = Path(shutil.copytree(area, tmp_path / f"{how}-{name.stem}"))
            if how == "gone":
                (other / name).unlink()
            else:
                (other / name).write_text("# nothing yet\n", encoding="utf-8")
            # what names something of the file is wrong as long as that is not there
            left = errors(other)
            assert [each for each in left if not each.startswith(("OMI2", "OMI3"))] == [], (how, name)
            if not left:
                built += bool(words(build_document(inspected(other))))
    assert built > 4


def test_a_blank_is_left_out_with_what_needs_it(area: Path) -> None:
    first = area / "criteria" / "1.1.yaml"
    before = inspected(area).area.criteria["1.1"]
    kind = next(kind for kind in before.finding_kinds if before.of_kind(kind))
    count = len(before.of_kind(kind))
    change(first, f"{kind.key}:\n", f"{kind.key}:\n  - id: still-to-come\n    text: TODO what was found\n")
    inspection = inspected(area)
    assert len(inspection.area.criteria["1.1"].of_kind(kind)) == count
    assert errors(area) == []
    assert "TODO" not in words(build_document(inspection))


def test_what_is_there_is_held_against_the_format(area: Path) -> None:
    change(area / "criteria" / "1.1.yaml", "criterion: 1.1", "criterion: 1.1\nstrenths: []")
    assert errors(area)[0].startswith("OMI101")


def test_people_are_protected_as_at_every_stage(area: Path) -> None:
    first = area / "criteria" / "1.1.yaml"
    criterion = inspected(area).area.criteria["1.1"]
    kind = next(kind for kind in criterion.finding_kinds if criterion.of_kind(kind))
    change(first, f"{kind.key}:\n", f"{kind.key}:\n  - text: The case of prisoner A1234BC was closed.\n")
    assert any(each.startswith("OMI601") for each in errors(area))


def test_no_draft_is_made_of_it(area: Path, tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="the stage is «feedback», which comes before the first draft: when the texts"):
        make_draft(area, DraftOptions(output=tmp_path / "drafts", following=True))


def test_status_says_what_a_draft_would_lack(area: Path) -> None:
    import datetime

    (area / "criteria" / "1.1.yaml").unlink()
    status = status_of(area, datetime.date(2024, 1, 1))
    assert (stage_words(status), lack_words(status)) == ("Feedback", "lacks to be a draft")
    assert any("1.1.yaml: the file is missing" in each for each in status.missing)


def test_on_friday_afternoon_a_new_area_with_its_evidence_gives_a_page(tmp_path: Path) -> None:
    friday = tmp_path / "friday"
    files = scaffold(framework_for("omi-2006", friday).framework, PART_KINDS, "Wessex", "2008-09")
    write_new(friday, {name: text.encode() for name, text in files.items()})
    shutil.copytree(ROOT / "areas" / "wessex" / "evidence", friday / "evidence")
    change(friday / "area.yaml", "stage: draft", "stage: feedback")
    assert errors(friday) == []
    page = BuildOptions(pdf=False, glance=True, output=tmp_path / "build")
    outcome = build_once(friday, page, quiet)
    assert not outcome.errors
    text = outcome.written[0].path.read_text(encoding="utf-8")
    assert "Provisional rating" in text
    assert "75%" in text  # 1.1, by the evidence
    assert "110 cases" in text
    assert "TODO" not in text
    whole = build_once(friday, replace(page, glance=False), quiet)
    assert not whole.errors


def test_no_part_says_that_there_is_nothing_in_it(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "areas" / "wessex", tmp_path / "wessex"))
    identity = (folder / "area.yaml").read_text(encoding="utf-8")
    text = re.sub(r"^stage: .*$", "stage: feedback", identity, flags=re.MULTILINE)
    (folder / "area.yaml").write_text(text, encoding="utf-8")
    (folder / "recommendations.yaml").unlink()
    document = build_document(inspected(folder))
    assert "Nothing is reported here." not in words(document)
    assert "next-steps" not in [part.kind for part in document.parts]
