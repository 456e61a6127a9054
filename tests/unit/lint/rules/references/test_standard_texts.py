"""The framework's own texts, which are the same for every area."""

from __future__ import annotations

from pathlib import Path

from omi_report.build import validate


def test_a_figure_in_the_texts_of_a_framework_is_not_sent_to_the_area(small_area: Path) -> None:
    file = small_area / "framework.yaml"
    file.write_text(file.read_text().replace("A report on {{ area }}", "A report on {{ region }}"))
    (problem,) = (problem for problem in validate(small_area).problems if problem.code == "OMI201")
    assert problem.location.file.endswith("framework.yaml")
    assert problem.hint == "only {{ area }} may stand in the framework's own texts, which are those of every area"
