"""Headings that a framework calls otherwise, and parts that a report does not have."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from omi_report.document.kinds import PART_KINDS
from omi_report.importing.area_files import Imported, imported
from omi_report.importing.reading import read_report
from omi_report.importing.titles import Titles
from omi_report.inspection import Inspection
from omi_report.model.shipped import load_framework
from omi_report.problems import Severity
from tests.imported import tree
from tests.samples import inspected
from tests.word_files import word

TITLES = {name: Titles(load_framework(name, PART_KINDS)) for name in ("omi-2006", "pdu-2023")}
CRITERION = "1.1 Preparing for sentence\n\nStrengths\n\n(a) One.\n\n"
WORD = (
    "Heading 1|Foreword", "A word.", "Anne Other", "Heading 1|List of abbreviations", "PSR Pre-sentence report",
    "Heading 1|1.1 Preparing for sentence", "Heading 2|Strengths", "List Number|One.", "Heading 1|Recommendations",
    "List Number|Plans should be on time (1.5).", "Heading 1|Next steps", "A plan.",
)  # fmt: skip
TEXT = "\n\n".join(each.rpartition("|")[2] for each in WORD).replace("One.", "(a) One.").replace("Plans", "1. Plans")


def read(text: str, name: str = "omi-2006") -> Imported:
    titles, report = TITLES[name], read_report(text.encode(), "report")
    return imported(report.pieces(titles), list(report.left), titles.framework, name, "report", titles)


def recommended(text: str, name: str = "omi-2006") -> list[dict[str, object]]:
    found: list[dict[str, object]] = tree(read(text, name).files["recommendations.yaml"])["recommendations"]
    return found


@pytest.mark.parametrize("heading", ["Recommendations", "RECOMMENDATIONS", "Recommendations for"])
def test_the_first_words_of_a_title_are_enough(heading: str) -> None:
    found = read(f"{CRITERION}{heading}\n\n1. Plans should be on time (1.5).\n")
    assert tree(found.files["recommendations.yaml"])["recommendations"][0]["criteria"] == ["1.5"]
    assert any("was taken for the title of part recommendations" in each.doubt.message for each in found.uncertain)


def test_first_words_count_for_nothing_where_the_whole_title_stands() -> None:
    text = "Recommendations for improvement\n\n1. Plans should be on time in each and every case that is read (1.5)."
    more = f"Recommendations\n\n{'Many other words stand here. ' * 9}"
    assert len(recommended(f"{CRITERION}{more}\n\n{text}\n")) == 1


@pytest.mark.parametrize("heading", ["Key recommendations", "Our recommendations:"])
def test_a_heading_that_may_be_that_of_a_part_is_listed(heading: str) -> None:
    found = read(f"{CRITERION}{heading}\n\n1. Plans should be on time.\n")
    messages = [each.doubt.message for each in found.uncertain]
    assert f"is «{heading}» the heading of Recommendations for improvement? It was not taken for one" in messages


@pytest.mark.parametrize("sentence", ["We made recommendations.", "recommendations were made"])
def test_a_sentence_is_no_heading(sentence: str) -> None:
    found = read(f"{CRITERION}{sentence}\n")
    assert not any("heading of" in each.doubt.message for each in found.uncertain)


@pytest.mark.parametrize(("said", "criteria"), [
    ("Plans (1.2).", ["1.2"]), ("Plans (1.2, 2.2).", ["1.2", "2.2"]), ("Plans (2.2 and 1.3)", ["2.2", "1.3"]),
    ("Plans (1.2, page 7).", ["1.2"]), ("Plans (criteria 1.2 and 2.2).", ["1.2", "2.2"]),
    ("Plans.\n\nAnswers\n\nVictims (2.3) Good\n\nDiversity issues (2.7) Good", ["2.3", "2.7"]),
    ("Plans.\n\nAnswers: 1.4", ["1.4"]), ("Plans.\n\nAnswers\n\nVictims (2.3) Good\n\n1.4 (a)", ["2.3", "1.4"]),
])  # fmt: skip
def test_a_recommendation_has_the_criteria_that_it_names(said: str, criteria: list[str]) -> None:
    (made,) = recommended(f"Recommendations\n\n1. {said}\n")
    assert made["criteria"] == criteria
    assert "Good" not in str(made["text"])


def test_a_number_in_brackets_that_is_no_criterion_names_none() -> None:
    found = read("Recommendations\n\n1. Plans should be on time (7.9).\n")
    assert any("This one is a guess" in each.doubt.message for each in found.uncertain)


@pytest.mark.parametrize("facts", [
    "By when\n\nMarch 2025\n\nOwner\n\nHead of Service", "By when: March 2025\n\nOwner: Head of Service",
    "By when   March 2025\nOwner     Head of Service",
])  # fmt: skip
def test_a_recommendation_has_its_facts_and_its_short_form(facts: str) -> None:
    text = f"Recommendations\n\n1. Be on time\n\nPlans should be on time (1.5).\n\n{facts}\n\n2. More (1.2).\n"
    first, second = recommended(text)
    assert first.items() >= {"in_short": "Be on time", "deadline": "2025-03", "owner": "Head of Service"}.items()
    assert first["text"] == "Plans should be on time (1.5).\n"
    assert second["criteria"] == ["1.2"]


def test_a_short_form_prints_what_stood_there() -> None:
    (made,) = recommended("Recommendations\n\n1. Use {{ x }} and [this](a)\n\nPlans should be on time (1.5).\n")
    assert made["in_short"] == r"Use \{\{ x \}\} and \[this\](a)"


def test_numbers_go_on_from_one_addressee_to_the_next() -> None:
    headings = [each.heading for each in TITLES["pdu-2023"].framework.recommendations.addressees]
    text = f"Recommendations\n\n{headings[0]}\n\n1. One.\n\nMore.\n\n{headings[1]}\n\n2. Two.\n\nMore.\n"
    assert [each["text"] for each in recommended(text, "pdu-2023")] == ["One.\n\nMore.\n", "Two.\n\nMore.\n"]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["import", *arguments])


@pytest.mark.parametrize("form", ["txt", "docx"])
@pytest.mark.parametrize("has_recommendations", [True, False])
def test_an_area_that_was_imported_has_no_errors(
    form: str, has_recommendations: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = Path(f"report.{form}")
    parts = WORD if has_recommendations else [each for each in WORD if "Rec" not in each and "Plans" not in each]
    text = TEXT if has_recommendations else TEXT.replace("Recommendations\n\n1. Plans should be on time (1.5).\n\n", "")
    file.write_bytes(word(*parts) if form == "docx" else text.encode())
    shown = run(str(file), "area")
    assert shown.exit_code == 0, shown.output
    inspection = inspected(Path("area"))
    assert isinstance(inspection, Inspection)
    assert [each for each in inspection.problems if each.severity is Severity.ERROR] == []
    written = Path("area/recommendations.yaml").read_text()
    assert ("# import: «recommendations» was not found" in written) != has_recommendations
    assert ("Plans should be on time" in written) == has_recommendations
    assert "signatory: Anne Other" in Path("area/foreword.yaml").read_text()
    assert "PSR: Pre-sentence report" in Path("area/abbreviations.yaml").read_text()
