from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import random
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from omi_report.document.build import build_document
from omi_report.document.tree import Document
from omi_report.errors import OutputError
from omi_report.inspection import Inspection
from omi_report.model.area import Area
from omi_report.model.base import ReportDate
from omi_report.model.identity import DraftMarks
from omi_report.opendata.embedded import OpenData, open_data
from omi_report.opendata.export import export_data
from omi_report.render.dates import created, source_date_epoch
from omi_report.render.html.data_blocks import data_block
from omi_report.render.html.page import Renderer
from omi_report.render.html.schema_org import schema_org
from omi_report.render.pdf.attachments import attach
from tests.samples import (
    WESTMARK,
    inspected,
    inspection_of,
    random_cases,
    westmark_framework,
    westmark_with,
    with_minimum,
)


@pytest.fixture(scope="module")
def area() -> Area:
    return inspected(WESTMARK).area


@pytest.fixture(scope="module")
def surveyed(tmp_path_factory: pytest.TempPathFactory) -> Area:
    """An area with evidence, in which some counts are small."""
    cases = random_cases(westmark_framework(), 40, random.Random(11))
    return inspected(westmark_with(cases, tmp_path_factory.mktemp("areas"))).area


@pytest.fixture(scope="module")
def report(area: Area) -> Document:
    return build_document(inspection_of(area))


def files(data: OpenData) -> dict[str, bytes]:
    return {file.form: file.data for file in data.files}


# ---- what is given away ----------------------------------------------------------------------------------------------


def test_small_counts_are_left_out_everywhere(surveyed: Area) -> None:
    hiding = with_minimum(inspection_of(surveyed))
    data, exported = open_data(hiding), export_data(hiding)
    gone = [each for each in data.figures["questions"] if each["suppressed"]]
    assert gone
    assert all(each["count"] is None and each["base"] is None and each["percent"] is None for each in gone)
    assert data.figures["percentages"] == exported["percentages"]
    assert data.figures["scores"] == exported["scores"]
    assert data.minimum == 5
    assert json.loads(files(data)["JSON"]) == data.figures
    rows = [row for row in csv.DictReader(io.StringIO(files(data)["CSV"].decode())) if row["suppressed"] == "yes"]
    assert rows
    assert all(row["count"] == row["base"] == row["percent"] == "" for row in rows)


def test_where_nothing_is_hidden_the_data_and_the_page_hold_every_count(surveyed: Area) -> None:
    inspection = inspection_of(surveyed)
    data = open_data(inspection)
    assert data.minimum is None
    assert not any(each["suppressed"] for each in (*data.figures["questions"], *data.figures["percentages"]))
    page = Renderer(build_document(inspection), open_data=data).screen_page()
    assert "are left out" not in page
    open_figures = {each["name"]: each for each in data.figures["percentages"]}
    marked = re.findall(r'data-name="([^"]+)" data-count="(\d+)" data-base="(\d+)"', page)
    assert marked
    for name, count, base in marked:
        figure = open_figures[name]
        assert int(base) == figure["base"]
        assert int(count) in (figure["count"], figure["base"] - figure["count"])  # the figure, or the rest of it


def test_a_page_says_that_small_counts_are_left_out(surveyed: Area) -> None:
    hiding = with_minimum(inspection_of(surveyed))
    page = Renderer(build_document(hiding), open_data=open_data(hiding)).screen_page()
    assert "Figures that would give away a count under 5 are left out." in page


def test_texts_and_questions_without_an_answer_are_no_figures(area: Area) -> None:
    figures = open_data(inspection_of(area)).figures
    assert figures["questions"] == []
    assert not {"findings", "recommendations"} & figures.keys()
    rows = files(open_data(inspection_of(area)))["CSV"].decode().splitlines()
    assert {row.partition(",")[0] for row in rows} == {"table", "scores", "percentages"}


@pytest.mark.parametrize(("name", "stem"), [("Dyfed-Powys", "dyfed-powys"), ("Ōtaki / «x»", "taki-x"), ("…", "report")])
def test_files_are_named_after_the_area(area: Area, name: str, stem: str) -> None:
    renamed = replace(area, identity=area.identity.replaced(area=name))
    assert [file.name for file in open_data(inspection_of(renamed)).files] == [
        f"{stem}-figures.json",
        f"{stem}-figures.csv",
    ]


def test_an_address_holds_the_files_in_an_archive(area: Area) -> None:
    data = open_data(inspection_of(area))
    assert data.archive.name == "westmark-figures.zip"
    head, _, packed = data.archive.address.partition(",")
    assert head == "data:application/zip;base64"
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(packed))) as archive:
        assert archive.testzip() is None
        assert {each: archive.read(each) for each in archive.namelist()} == {
            file.name: file.data for file in data.files
        }
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert len(data.archive.data) < sum(len(file.data) for file in data.files) / 2


# ---- in the PDF ------------------------------------------------------------------------------------------------------


def attached(area: Area, information: Mapping[str, str]) -> pikepdf.Pdf:
    with pikepdf.new() as made:
        made.add_blank_page()
        for name, value in information.items():
            made.docinfo[name] = value
        attach(made, open_data(inspection_of(area)).files)
        out = io.BytesIO()
        made.save(out)
    return pikepdf.open(out)


def test_attachments_are_data_of_the_document_with_its_dates(area: Area) -> None:
    data = files(open_data(inspection_of(area)))
    with attached(area, {"/CreationDate": "D:200802", "/ModDate": "D:200803"}) as pdf:
        specs = list(pdf.Root.AF)
        assert [str(spec.UF) for spec in specs] == ["westmark-figures.json", "westmark-figures.csv"]
        for spec, form, kind in zip(specs, ("JSON", "CSV"), ("/application/json", "/text/csv"), strict=True):
            assert spec.AFRelationship == pikepdf.Name.Data
            assert str(spec.F) == str(spec.UF)
            assert str(spec.Desc) == "Scores and percentages of the report"
            stream = spec.EF.F
            assert stream.read_bytes() == data[form]
            assert stream.Subtype == pikepdf.Name(kind)
            assert (str(stream.Params.CreationDate), str(stream.Params.ModDate)) == ("D:200802", "D:200803")
            assert int(stream.Params.Size) == len(data[form])
            assert bytes(stream.Params.CheckSum) == hashlib.md5(data[form], usedforsecurity=False).digest()
            assert pdf.attachments[str(spec.UF)].obj.objgen == spec.objgen


def test_a_document_without_dates_has_attachments_without(area: Area) -> None:
    with attached(area, {}) as pdf:
        assert not {"/CreationDate", "/ModDate"} & set(pdf.Root.AF[0].EF.F.Params.keys())


def drafted(area: Area, **marks: Any) -> Inspection:
    identity = area.identity.replaced(stage="draft", drafted=ReportDate(2024, 7, 2), draft=DraftMarks(**marks))
    return inspection_of(replace(area, identity=identity))


def test_the_figures_of_a_draft_say_so_wherever_they_go(area: Area) -> None:
    data = open_data(drafted(area, number=2))
    assert [file.name for file in data.files] == ["westmark-draft-2-figures.json", "westmark-draft-2-figures.csv"]
    assert (data.figures["stage"], data.figures["draft"], data.figures["drafted"]) == ("draft", 2, "2024-07-02")
    rows = list(csv.DictReader(io.StringIO(files(data)["CSV"].decode())))
    assert {row["stage"] for row in rows} == {"draft 2, 2024-07-02"}
    assert open_data(drafted(area)).files[0].name == "westmark-draft-figures.json"


def test_the_figures_of_a_final_report_say_nothing_of_drafts(area: Area) -> None:
    data = open_data(inspection_of(area))
    assert data.files[0].name == "westmark-figures.json"
    assert (data.figures["draft"], data.figures["drafted"]) == (None, None)
    assert "stage" not in files(data)["CSV"].decode().splitlines()[0]


# ---- in the head of the page -----------------------------------------------------------------------------------------


def blocks_of(page: str) -> dict[str, Any]:
    cut = [each.partition("</script")[0] for each in page.split("<script type=")[1:]]
    return {each.partition(">")[0]: json.loads(each.partition(">")[2]) for each in cut}


def test_the_metadata_say_what_the_report_is(report: Document) -> None:
    meta = report.meta
    found = schema_org(replace(meta, isbn="978 1 84099 121 5", stage="final"))
    assert found["@type"] == ["Report", "Book"]
    assert found["isbn"] == "9781840991215"
    assert found["publisher"] == found["author"] == {"@type": "Organization", "name": meta.inspectorate}
    assert found["spatialCoverage"] == {"@type": "Place", "name": "Westmark"}
    assert found["inLanguage"] == meta.language
    assert found["temporalCoverage"] == meta.inspected
    assert found["license"] == "https://example.org/licence"
    assert found["copyrightNotice"] == "© The Office for Training Checks 2024"
    assert "version" not in found
    bare = schema_org(replace(meta, isbn="", published=None, stage="draft", licence="", copyright="", issue="Second"))
    assert bare["version"] == "Second"
    assert bare["@type"] == "Report"
    assert bare["creativeWorkStatus"] == "Draft"
    assert not {"isbn", "datePublished", "license", "copyrightNotice"} & bare.keys()
    assert schema_org(replace(meta, draft="Draft 2", stage="draft"))["name"] == f"Draft 2: {meta.title}"


def test_nothing_in_the_data_can_end_their_block(area: Area, report: Document) -> None:
    nasty = "</script><script>alert(1)</script><!-- & \u2028"
    renamed = replace(area, identity=area.identity.replaced(area=nasty))
    page = Renderer(
        replace(report, meta=replace(report.meta, area=nasty)), open_data=open_data(inspection_of(renamed))
    ).screen_page()
    assert page.count("<script") == page.count("</script") == 2  # this and the page's own script
    (metadata,) = blocks_of(page).values()
    assert metadata["spatialCoverage"]["name"] == nasty


def test_the_page_names_the_digest_of_each_block() -> None:
    block = data_block("application/json", {"a": "<b>"})
    assert block.text == '{"a":"\\u003cb\\u003e"}'
    assert base64.b64decode(block.digest) == hashlib.sha256(block.text.encode()).digest()


def test_the_print_page_and_a_page_without_figures_have_none(report: Document, area: Area) -> None:
    assert "<script" not in Renderer(report, open_data=open_data(inspection_of(area))).print_page().html
    assert "open-data" not in Renderer(report).screen_page().partition("<body>")[2]


# ---- dates -----------------------------------------------------------------------------------------------------------


def test_the_date_is_that_of_publication_or_of_inspection_unless_another_is_asked_for(report: Document) -> None:
    meta = report.meta
    assert created(replace(meta, published=None), None) == meta.inspected
    assert created(replace(meta, published=meta.inspected), None) == meta.inspected
    draft = replace(meta, stage="draft", published=None, drafted="2024-07-02")
    assert created(draft, None) == "2024-07-02"
    assert created(meta, 0) == "1970-01-01T00:00:00Z"
    assert '"dcterms.modified" content="1970-01-01T00:00:00Z"' in Renderer(report, epoch=0).print_page().html
    assert "1970" not in Renderer(report, epoch=0).screen_page()


@pytest.mark.parametrize(("value", "seconds"), [(None, None), ("", None), ("0", 0), ("1203001200", 1203001200)])
def test_seconds_are_read_from_the_environment(value: str | None, seconds: int | None) -> None:
    assert source_date_epoch({} if value is None else {"SOURCE_DATE_EPOCH": value}) == seconds


@pytest.mark.parametrize("value", ["today", "-1", "1.5", "²", "9" * 40])
def test_what_is_no_number_of_seconds_is_refused(value: str) -> None:
    with pytest.raises(OutputError, match="SOURCE_DATE_EPOCH is "):
        source_date_epoch({"SOURCE_DATE_EPOCH": value})


def test_names_of_attributes_are_those_that_figures_go_by() -> None:
    """A page holds no more of them than its own figures need; the whole list is in the export."""
    hampshire = inspected(Path(__file__).parents[3] / "areas" / "hampshire")
    figures = open_data(hampshire).figures
    used = {(name, value) for each in figures["percentages"] for name in each["where"] for value in each["where"][name]}
    named = {(each["attribute"], each["value"]) for each in figures["attributes"]}
    assert named
    assert named == {each for each in used if hampshire.framework.attributes[each[0]].has_names}
    assert len(export_data(hampshire)["attributes"]) > len(used)
