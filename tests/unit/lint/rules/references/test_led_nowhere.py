"""References of texts to what the parts of the report do not print."""

from __future__ import annotations

from pathlib import Path

from omi_report.build import validate

PARTS = "parts:\n  - {kind: summary, heading: Summary}\n"


def found(area: Path, text: str, *, parts: str = "") -> list[tuple[str, str]]:
    """The message and the hint of each reference that leads nowhere."""
    framework = area / "framework.yaml"
    if parts:
        head, _, _ = framework.read_text().partition("parts:\n")
        framework.write_text(head + parts)
    (area / "summary.yaml").write_text(f"sections:\n  1: See {text}.\n  2: Leading was met.\n")
    return [(problem.message, problem.hint) for problem in validate(area).problems if problem.code == "OMI301"]


def test_no_text_leads_to_criteria_that_no_part_prints(small_area: Path) -> None:
    problems = found(small_area, "{criterion}`1.1` and {section}`2`", parts=PARTS)
    assert [message for message, _hint in problems] == ["there is no criterion «1.1»", "there is no section «2»"]
    assert all(hint.startswith("no part of this report prints the sections") for _message, hint in problems)


def test_a_report_without_appendices_says_so(small_area: Path) -> None:
    (problem,) = found(small_area, "{appendix}`scoring`", parts=f"{PARTS}  - kind: sections\n")
    assert problem == ("there is no appendix «scoring»", "this report has no appendices")


def test_parts_without_a_name_are_not_referred_to(small_area: Path) -> None:
    problems = found(small_area, "{part}`summary`, {part}`title-page` and {part}`sections`")
    assert [message for message, _hint in problems] == ["there is no part «title-page»", "there is no part «sections»"]


def test_sections_are_no_appendix_that_a_text_could_lead_to(small_area: Path) -> None:
    parts = f"{PARTS}  - {{kind: sections, appendix: yes}}\n"
    assert found(small_area, "{appendix}`sections` and {criterion}`1.1`", parts=parts) == []
    assert [problem.message for problem in validate(small_area).problems] == [
        "a part of the kind «sections» cannot be an appendix"
    ]
    (problem,) = found(small_area, "{appendix}`sections`", parts=f"{PARTS}  - kind: sections\n")
    assert problem == ("there is no appendix «sections»", "this report has no appendices")


def test_a_number_that_leads_nowhere_may_be_written_out(small_area: Path) -> None:
    assert found(small_area, "criterion 1.1 and section 1", parts=PARTS) == []
    assert "OMI306" not in {problem.code for problem in validate(small_area).problems}
