"""The files of a new area under a framework of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml

from omi_report.document.kinds import PART_KINDS
from omi_report.model.findings import DEFAULT_FINDINGS
from omi_report.model.framework import Framework
from omi_report.model.framework_file import read_framework
from omi_report.model.load import load_area
from omi_report.model.shipped import load_framework, shipped_frameworks, usable
from omi_report.resources import frameworks_folder
from omi_report.scaffold.area import scaffold
from omi_report.scaffold.evidence import evidence_sheets
from omi_report.source.quoting import quoted
from omi_report.source.snapshot import Snapshot
from tests.conftest import SMALL_AREA, write_files
from tests.own_findings import with_own_findings
from tests.samples import inspected


@pytest.fixture
def files(small_area: Path) -> dict[str, str]:
    framework = inspected(with_own_findings(small_area)).framework
    return scaffold(framework, PART_KINDS, "Southfold", "2024-05")


def test_there_is_a_file_for_each_part_that_has_one_and_for_each_criterion(files: dict[str, str]) -> None:
    named = [name for name in files if name.endswith(".yaml")]
    assert named == [name for name in SMALL_AREA if name != "framework.yaml"]


def test_a_criterion_has_the_lists_of_the_framework(files: dict[str, str]) -> None:
    written = yaml.safe_load(files["criteria/1.1.yaml"])
    assert {key: value for key, value in written.items() if key != "criterion"} == {
        "credits": [{"text": "TODO: the first credit. Its letter, (a), comes by itself.\n"}],
        "concerns": [{"text": "TODO: the first cause for concern. Its letter, (a), comes by itself.\n"}],
        "lapses": [{"text": "TODO: the first lapse. Its letter, (a), comes by itself.\n"}],
    }


def test_the_schema_of_a_criterion_has_them_as_well(files: dict[str, str]) -> None:
    properties = json.loads(files[".schema/criterion.json"])["properties"]
    assert [name for name in properties if name not in SCALARS] == ["credits", "concerns", "lapses"]
    assert properties["concerns"]["description"].startswith("causes for concern, ")


SCALARS = {"criterion", "score", "rating", "rating_reason", "key_questions", "percentages"}


def test_what_is_written_can_be_read(files: dict[str, str], small_area: Path, tmp_path: Path) -> None:
    own = {"framework.yaml": (small_area / "framework.yaml").read_text()}
    folder = write_files(tmp_path / "southfold", files | own)
    identity = folder / "area.yaml"
    identity.write_text(identity.read_text().replace("framework: small", "framework: framework.yaml"))
    loaded = load_area(Snapshot.of(folder), PART_KINDS)
    assert loaded.problems == []
    assert loaded.area is not None
    assert list(loaded.area.criteria) == ["1.1", "1.10", "2.1"]


@pytest.mark.parametrize(
    ("inspected", "drafted", "published"),
    [("2024-05", "2024-07", "2024-09"), ("2024-10", "2024-12", "2025-02"), ("2024-11-05", "2025-01", "2025-03")],
)
def test_the_dates_to_fill_in_follow_that_of_the_inspection(inspected: str, drafted: str, published: str) -> None:
    text = scaffold(load_framework("omi-2006", PART_KINDS), PART_KINDS, "Southfold", inspected)["area.yaml"]
    assert f"# drafted: {drafted} " in text
    assert f"# published: {published} " in text
    assert f"or the day: {published}-15\n" in text


HARBOUR = Path(__file__).parents[2] / "harbour.yaml"


def harbour() -> Framework:
    return usable(read_framework(HARBOUR.read_bytes(), "harbour.yaml", "harbour.yaml", PART_KINDS))


@pytest.fixture
def at_the_harbour() -> dict[str, str]:
    return scaffold(harbour(), PART_KINDS, "Southfold", "2024-05", "harbour")


def test_the_files_are_those_of_the_framework(at_the_harbour: dict[str, str]) -> None:
    assert [name for name in at_the_harbour if name.endswith(".yaml")] == [
        "area.yaml",
        "at-a-glance.yaml",
        "ratings.yaml",
        "recommendations.yaml",
        "service-users.yaml",
        "criteria/H1.1.yaml",
        "criteria/H1.10.yaml",
        "criteria/2.10.yaml",
    ]


def test_a_criterion_shows_its_questions_and_how_it_is_rated(at_the_harbour: dict[str, str]) -> None:
    walls = at_the_harbour["criteria/H1.1.yaml"].splitlines()
    assert walls[1:12] == [
        "# H 1.1 Walls",
        "# The walls are whole.",
        "# Key question walls-whole: Are they whole?",
        "#   1.1.1    Is the outer wall whole?",
        "#   1.1.2    Is the inner wall whole?",
        "criterion: H1.1",
        "# score: 64                   # per cent, as published; left out where there is evidence",
        "# rating: sound               # as published, or with a reason: sound, leaky",
        "# key_questions:",
        "#   walls-whole: {score: 64}",
        "# Every figure once, by a name of your own, and then {{ name }} in the text:",
    ]
    lights = at_the_harbour["criteria/H1.10.yaml"].splitlines()
    assert lights[3:7] == [
        "criterion: H1.10",
        "# rating: yes                 # what inspectors judge: yes, no",
        "# rating_reason: |",
        "#   What the rating rests on.",
    ]
    books = at_the_harbour["criteria/2.10.yaml"]
    assert "score" not in books
    assert "rating" not in books
    assert "#   first-result: {question: 1.1.1, where: {berth: inner}}" in books


OF_2006 = re.compile(
    r"Probation|HM |[Oo]ffender|assessor|MAPPA|PPO|licence|2006|sentencer|1\.2\.7|areas? for improvement"
)


@pytest.mark.parametrize("path", [HARBOUR, *(frameworks_folder() / f"{name}.yaml" for name in shipped_frameworks())])
def test_of_2006_there_is_nothing_that_the_framework_does_not_say(path: Path) -> None:
    read = read_framework(path.read_bytes(), path.name, path.name, PART_KINDS)
    said = set(OF_2006.findall(path.read_text(encoding="utf-8")))
    if usable(read).findings == DEFAULT_FINDINGS:
        said |= {kind.singular for kind in DEFAULT_FINDINGS} | {kind.plural for kind in DEFAULT_FINDINGS}
    files = scaffold(usable(read), PART_KINDS, "Southfold", "2024-05")
    assert {word for name, text in files.items() if name.endswith(".yaml") for word in OF_2006.findall(text)} <= said


def test_the_sheets_of_evidence_have_the_framework_s_columns() -> None:
    assert evidence_sheets(harbour()) == {
        "evidence/cases.csv": "case,berth,insured,year,1.1.1,1.1.2\n",
        "evidence/surveys/skippers.csv": "respondent,flag,feels-safe\n",
    }


def test_a_framework_without_answers_has_no_sheet_of_cases() -> None:
    assert list(evidence_sheets(harbour().replaced(answers=()))) == ["evidence/surveys/skippers.csv"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Staff", "Staff"),
        ("What staff say (2008)", "What staff say (2008)"),
        ("Staff: all", '"Staff: all"'),
        ("yes", '"yes"'),
        ("- a", '"- a"'),
        ("2006", '"2006"'),
        ("A 'b' #c", "\"A 'b' #c\""),
        ("two\nlines", "two lines"),
    ],
)
def test_a_title_is_written_as_a_text(text: str, written: str) -> None:
    assert quoted(text) == written
    assert yaml.safe_load(f"title: {written}") == {"title": " ".join(text.split())}


SCHOOLS = """\
framework: schools.yaml
title: School Review
report_title: How good is {{ area }}?
inspectorate: The Schools Inspectorate
words:
  criterion: {one: indicator, several: indicators}
  section: {one: theme, several: themes}
  question: {one: prompt, several: prompts}
  key_question: {one: strand, several: strands}
  case: {one: lesson, several: lessons}
scales:
  - id: grades
    name: Grade
    bands: [{id: good, name: Good, lowest: 50}, {id: poor, name: Poor, lowest: 0}]
ratings:
  key_question: {of: questions, take: mean, scale: grades}
  criterion: {of: questions, take: mean, scale: grades}
sections:
  - number: 1
    title: Lessons
    criteria:
      - number: QI 1.1
        title: Aims
        statement: Lessons have aims.
        questions: [{id: 1.1.1, text: Was there an aim?}]
        key_questions:
          - {id: QI1.1-work, text: Is work marked?, questions: [{id: 1.1.2, text: Was it marked?}]}
      - {number: QI 1.2, title: Work, statement: Work is set., rating: none}
answers: [{id: met, name: Met, line: above}, {id: unmet, name: Unmet, line: below}]
attributes:
  phase: {name: phase, values: {infant: Infants, junior: Juniors}}
sample_by: phase
findings:
  - {id: asset, key: assets, singular: asset, plural: assets, side: good}
  - {id: action, key: actions, singular: action, plural: actions, side: poor, mark: numbers, prefix: AP}
boxes: [{id: practice, name: Practice worth sharing, side: good}]
parts:
  - {kind: title-page}
  - {kind: glance, heading: At a glance}
  - {kind: summary, heading: Summary}
  - {kind: sections}
  - {kind: good-practice, heading: Worth sharing}
  - {kind: table, id: rolls, heading: Rolls}
  - {kind: mixed, id: school-facts, heading: The school}
  - {kind: recommendations, heading: What to do}
"""


@pytest.fixture
def at_school() -> dict[str, str]:
    framework = read_framework(SCHOOLS.encode(), "schools.yaml", "schools.yaml", PART_KINDS)
    return scaffold(usable(framework), PART_KINDS, "Hillside School", "2024-05")


def uncommented(text: str, keys: Iterable[str]) -> str:
    """A file in which each key that stands in a comment is one, with what stands below it."""
    lines, inside = [], False
    for line in text.splitlines():
        inside = (
            line.startswith("#   ")
            if inside and line.startswith("#  ")
            else line.startswith(tuple(f"# {key}:" for key in keys))
        )
        lines.append(line[2:] if inside else line)
    return "\n".join(lines) + "\n"


def test_what_stands_in_comments_is_right_under_the_framework(at_school: dict[str, str], tmp_path: Path) -> None:
    keys = ("score", "rating", "key_questions", "percentages", "boxes", "key_figures", "total")
    files = {name: uncommented(text, keys) for name, text in at_school.items() if name.endswith(".yaml")}
    assert "\npercentages:\n  first-share: 97 " in files["criteria/QI1.1.yaml"]
    assert "\nboxes:\n  - kind: practice\n" in files["criteria/QI1.1.yaml"]
    assert "\nkey_figures:  " in files["summary.yaml"]
    loaded = load_area(Snapshot.of(write_files(tmp_path / "new", files | {"schools.yaml": SCHOOLS})), PART_KINDS)
    assert [str(problem) for problem in loaded.problems] == []
    assert loaded.area is not None
    assert set(loaded.area.criteria["QI1.1"].percentages) == {"first-share", "first-count", "first-result"}
    assert loaded.area.criteria["QI1.1"].score == 64


def test_comments_speak_of_the_framework_s_own_things_alone(at_school: dict[str, str]) -> None:
    texts = (text.partition("\n")[2] for name, text in at_school.items() if name.endswith(".yaml"))
    said = "\n".join(texts)  # but for the line that names the schema
    assert "# Prompts:\n" in said
    assert "# Strand QI1.1-work: Is work marked?" in said
    assert "# Lessons in the sample, by phase." in said
    assert "#   - figure: QI1.1/first-share" in said
    assert not re.search(
        r"\b(cases?|caseload|screenings?|plans?|referral|criteri(on|a)(?![:}])|1\.2/|sections and)\b",
        said,
        re.IGNORECASE,
    )
