from __future__ import annotations

import csv
import io
import json
import random
import re
from pathlib import Path

import pytest

from omi_report.disclosure.hidden import hidden_in
from omi_report.document.build import build_document
from omi_report.document.json_form import document_json
from omi_report.document.kinds import PART_KINDS
from omi_report.inspection import Inspection
from omi_report.model.area import Area
from omi_report.opendata.export import export_data, tables_of
from omi_report.opendata.export_tables import export_csv
from omi_report.opendata.table_text import as_csv, as_json, cell
from tests.samples import inspected, inspection_of, random_cases, westmark_framework, westmark_with, with_minimum

TABLES = tables_of(PART_KINDS)
AREAS = Path(__file__).parents[3] / "areas"


@pytest.fixture(scope="module")
def area(tmp_path_factory: pytest.TempPathFactory) -> Area:
    cases = random_cases(westmark_framework(), 40, random.Random(11))
    return inspected(westmark_with(cases, tmp_path_factory.mktemp("areas"))).area


@pytest.fixture(scope="module")
def hiding(area: Area) -> Inspection:
    """An inspection by a framework that hides counts under 5."""
    return with_minimum(inspection_of(area))


def test_json_and_csv_hold_the_same_records(area: Area) -> None:
    data = export_data(inspection_of(area))
    rows = list(csv.DictReader(io.StringIO(export_csv(data, TABLES))))
    for table in TABLES:
        records = json.loads(as_json(data))[table]
        assert records or table == "boxes"  # of which Westmark has none; test_boxes.py has some
        assert len([row for row in rows if row["table"] == table]) == len(records)
    counts = [(row["criterion"], row["count"], row["base"]) for row in rows if row["table"] == "questions"]
    assert counts == [(r["criterion"], str(r["count"]), str(r["base"])) for r in data["questions"]]


def test_no_case_leaves(area: Area) -> None:
    for text in (as_json(export_data(inspection_of(area))), export_csv(export_data(inspection_of(area)), TABLES)):
        assert "C0001" not in text


def test_findings_are_written_out(area: Area) -> None:
    texts = {record["id"]: record["text"] for record in export_data(inspection_of(area))["findings"]}
    assert "95%" in texts["finding-1.1-strength-a"]
    assert "{{" not in "".join(texts.values())


def test_findings_and_recommendations_have_their_addresses(area: Area) -> None:
    data = export_data(inspection_of(area))
    assert [(record["id"], record["letter_id"]) for record in data["findings"]][:3] == [
        ("finding-1.1-strength-a", "finding-1.1-strength-a"),
        ("finding-1.1-safety-first", "finding-1.1-strength-b"),
        ("finding-1.1-improvement-a", "finding-1.1-improvement-a"),
    ]
    assert [record["id"] for record in data["recommendations"]] == ["recommendation-reviews", "recommendation-2"]


def test_small_cells_stand_nowhere(hiding: Inspection) -> None:
    data = export_data(hiding)
    gone = [record for record in (*data["questions"], *data["percentages"]) if record["suppressed"]]
    assert gone
    assert all(record["count"] is None and record["percent"] is None and record["base"] is None for record in gone)
    shown = [record for record in (*data["questions"], *data["percentages"]) if record["count"] is not None]
    assert shown
    assert all(record["count"] >= 5 for record in shown)
    assert all(record["base"] - record["count"] >= 5 for record in shown if record["base"] is not None)
    assert all("fraction" not in record and "unrounded" not in record for record in data["scores"])


def test_a_score_of_hidden_counts_is_given_without_its_working(hiding: Inspection) -> None:
    notes = {record["number"]: record["note"] for record in export_data(hiding)["scores"]}
    hidden = hidden_in(hiding).questions
    with_hidden = {
        result.number for result in hiding.scores.results if any(each.id in hidden for each in result.questions)
    }
    assert with_hidden
    assert {notes[number] for number in with_hidden} == {""}


def test_those_who_may_read_the_evidence_get_everything(hiding: Inspection) -> None:
    data = export_data(hiding, confidential=True)
    assert not any(record["suppressed"] for record in (*data["questions"], *data["percentages"]))
    assert all("fraction" in record for record in data["scores"])


@pytest.mark.parametrize("before", ["", "\n", "\r\n", "\t", " ", "\xa0", "\u3000", " \n "])
@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_no_sign_of_a_formula_stands_first(before: str, sign: str) -> None:
    text = f"{before}{sign}1+1"
    assert cell(text) == f"'{text}"
    assert next(csv.reader(io.StringIO(as_csv([{"a": text}], "a"), newline=""))) == ["a"]


@pytest.mark.parametrize("text", ["", " ", "a=b", "5-6", "«=»", "1 + 1"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert cell(text) == text


def test_a_text_is_never_a_formula() -> None:
    assert as_csv([{"a": "=1+1", "b": True, "c": None, "d": ["x", "y"]}], "abcd") == 'a,b,c,d\r\n\'=1+1,yes,,"x, y"\r\n'


@pytest.mark.parametrize("name", ["hampshire", "saltmere"])
def test_stories_views_and_measures_are_those_of_the_report(name: str) -> None:
    inspection = inspected(AREAS / name)
    data, report = export_data(inspection), document_json(build_document(inspection))
    assert data["service_users"]
    assert data["measures"]
    assert bool(data["stories"]) == (name == "hampshire")  # the other framework has no such part
    for record in (*data["stories"], *data["service_users"]):
        assert f'"{record["id"]}"' in report
        assert json.dumps(record["title"], ensure_ascii=False) in report
        assert not re.search(r"\{\{|`|\*\*", record["text"])
    texts = set(re.findall(r'"((?:[^"\\]|\\.)*)"', report))
    for record in data["measures"]:
        assert json.dumps(record["title"], ensure_ascii=False)[1:-1] in report
        words = json.dumps(record["text"], ensure_ascii=False)[1:-1]
        if record["column"] == "Note":
            assert words in report
        elif record["unit"] in ("text", "printed", "rating"):
            assert words in texts or words == "n/a", record


def test_measures_have_a_record_for_each_value() -> None:
    data = export_data(inspected(AREAS / "hampshire"))["measures"]
    performance = [each for each in data if each["display"] == "performance"]
    victims = {each["column"]: each["text"] for each in performance if each["row"] == "Victim Contact"}
    assert victims == {"Grade": "Poor", "Actual": "82%", "Target": "85%", "National": "93%", "A year before": "67%"}
    assert {each["group"] for each in performance if each["row"] == "Victim Contact"} == {"Public Protection"}
    assert ("Approved Premises", "Note", "No data shown") in {
        (each["row"], each["column"], each["text"]) for each in data
    }
    ratings = [(each["group"], each["text"]) for each in performance if each["column"] == "Rating"]
    assert ratings[0] == ("Public Protection", "Passable")
    numbers = [each for each in data if each["unit"] in ("count", "number", "currency", "per-cent")]
    assert numbers
    assert all(each["value"] is not None for each in numbers)


def test_hampshire_exports_what_it_publishes() -> None:
    data = export_data(inspected(AREAS / "hampshire"))
    assert [record["score"] for record in data["scores"] if record["kind"] == "section"] == [68, 68, 60, None]
    assert data["questions"] == []
