"""The report as a whole: its parts in order, and areas that lack some of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.document.build import build_document
from omi_report.document.json_form import document_json, document_of
from omi_report.document.printed import plain, printed_in
from omi_report.document.tree import Document, ParagraphBlock
from tests.invented.stress import made
from tests.samples import WESTMARK, inspected
from tests.unit.document.conftest import Report

AREAS = Path(__file__).parents[3] / "areas"
REPORTS = [AREAS / "hampshire", AREAS / "wessex", WESTMARK]


@pytest.fixture(scope="module", params=REPORTS, ids=lambda path: path.name)
def real(request: pytest.FixtureRequest) -> Document:
    return build_document(inspected(request.param))


def test_the_parts_are_in_the_frameworks_order_with_the_promised_ids(report: Report) -> None:
    assert [part.id for part in report().parts] == [
        "title-page",
        "foreword",
        "contents",
        "abbreviations",
        "summary",
        "scores",
        "section-1",
        "section-2",
        "appendix-1",
    ]


def test_a_report_knows_what_it_is_about(report: Report) -> None:
    meta = report().meta
    assert (meta.title, meta.area, meta.slug) == ("A report on Northfold", "Northfold", "northfold")
    assert (meta.stage, meta.inspected, meta.published) == ("draft", "2024-05", None)
    assert meta.stage_notice == "Draft for the area to check. Not for publication."


def test_a_final_report_says_nothing_of_drafts(report: Report) -> None:
    final = "area: Northfold\nframework: framework.yaml\ninspected: 2024-05\nstage: final\npublished: 2024-09-16\n"
    meta = report({"area.yaml": final}).meta
    assert (meta.stage, meta.published, meta.stage_notice) == ("final", "2024-09-16", "")


def test_a_draft_has_its_number_its_date_and_its_marks(report: Report) -> None:
    identity = "area: Northfold\nframework: framework.yaml\ninspected: 2024-05\ndrafted: 2024-07-02\n"
    marked = "draft: {number: 2, watermark: yes, line_numbers: yes}\n"
    meta = report({"area.yaml": identity + marked}).meta
    assert (meta.draft, meta.drafted, meta.marks) == ("Draft 2", "2024-07-02", ("watermark", "line-numbers"))
    assert meta.stage_notice == "Draft 2, 2 July 2024, for the area to check. Not for publication."
    final = report({"area.yaml": identity + marked + "stage: final\npublished: 2024-09-16\n"}).meta
    assert (final.draft, final.drafted, final.stage_notice, final.marks) == ("", None, "", ())


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("reply_by: 2024-07-16, reply_to: drafts@example.org", "Please reply by 16 July 2024 to drafts@example.org."),
        ("reply_by: 2024-07-16", "Please reply by 16 July 2024."),
        ("reply_to: the Draft Office", "Please reply to the Draft Office."),
    ],
)
def test_a_draft_says_by_when_and_to_whom_it_is_answered(report: Report, keys: str, said: str) -> None:
    identity = f"area: Northfold\nframework: framework.yaml\ninspected: 2024-05\ndraft: {{{keys}}}\n"
    cover = plain(report({"area.yaml": identity}).parts[0].blocks)
    assert f"{said} Say which page of the PDF you mean, or copy the link of the place." in cover
    numbered = identity.replace("draft: {", "draft: {line_numbers: yes, ")
    assert f"{said} Say which page and line of the PDF" in plain(report({"area.yaml": numbered}).parts[0].blocks)
    assert said not in plain(report({"area.yaml": identity + "stage: final\n"}).parts[0].blocks)


def test_a_draft_is_not_published_yet(report: Report) -> None:
    identity = "area: Northfold\nframework: framework.yaml\ninspected: 2024-05\npublished: 2024-09\n"
    draft = report({"area.yaml": f"{identity}isbn: 978-0-306-40615-7\n"})
    assert (draft.meta.published, draft.meta.isbn) == (None, "")
    assert "To be published" in plain(draft.parts[0].blocks)
    final = report({"area.yaml": f"{identity}stage: final\n"})
    assert final.meta.published == "2024-09"
    assert "To be published" not in plain(final.parts[0].blocks)


def test_a_real_report_has_every_part_of_the_published_one() -> None:
    assert [part.id for part in build_document(inspected(AREAS / "hampshire")).parts] == (
        "title-page glance foreword acknowledgements contents abbreviations summary scores recommendations next-steps "
        "good-practice service-users section-1 section-2 section-3 section-4 "
        "appendix-1 appendix-2 appendix-3 appendix-4 appendix-5 imprint back-cover"
    ).split()


OPTIONAL = ["foreword", "abbreviations", "summary", "criteria/1.1", "criteria/1.10", "criteria/2.1"]


@pytest.mark.parametrize("name", OPTIONAL)
def test_a_missing_file_leaves_its_part_empty(small_area: Path, report: Report, name: str) -> None:
    (small_area / f"{name}.yaml").unlink()
    assert len(report().parts) == 9


def test_an_area_of_nothing_but_its_identity_still_has_its_parts(small_area: Path, report: Report) -> None:
    for name in OPTIONAL:
        (small_area / f"{name}.yaml").unlink()
    parts = {part.kind: part for part in report().parts}
    nothing = (ParagraphBlock(("Nothing is reported here.",), role="quiet"),)
    assert [parts[kind].blocks for kind in ("foreword", "abbreviations", "summary")] == [nothing] * 3


def test_the_shipped_framework_gives_a_report_for_an_area_of_nothing_but_its_identity(tmp_path: Path) -> None:
    (tmp_path / "area.yaml").write_text("area: Northfold\ninspected: 2024-05\n")
    document = build_document(inspected(tmp_path))
    assert len(document.parts) == 22
    assert document.parts[0].introduction == ()


def test_no_two_parts_share_an_id(real: Document) -> None:
    ids = [part.id for part in real.parts]
    assert len(ids) == len(set(ids)) > 10


def test_a_real_report_goes_to_json_and_back_unchanged(real: Document) -> None:
    text = document_json(real)
    again = document_of(text)
    assert again == real
    assert document_json(again) == text


def test_every_part_prints_something(real: Document) -> None:
    for part in real.parts:
        assert "".join(printed_in(part)).strip(), part.id


def test_a_part_with_nothing_in_it_says_so(tmp_path: Path) -> None:
    report = build_document(inspected(made("empty", tmp_path)))
    nothing = (ParagraphBlock(("Nothing is reported here.",), role="quiet"),)
    parts = {part.id: part for part in report.parts}
    assert parts["good-practice"].blocks == nothing
    assert parts["good-practice"].introduction == ()
    assert parts["foreword"].blocks != nothing
    assert all(part.blocks for part in report.parts)
