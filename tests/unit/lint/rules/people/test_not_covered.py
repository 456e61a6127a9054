"""Where the note stands that the rules about people do not know a report's language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from omi_report.lint.engine import check
from omi_report.lint.registry import CHECKS
from tests.samples import inspected

HAMPSHIRE = Path(__file__).parents[5] / "areas" / "hampshire"


def test_it_stands_where_the_area_names_a_framework_of_omis(invented_language: str) -> None:
    found = inspected(HAMPSHIRE)
    framework = found.framework.replaced(language=invented_language)
    other = replace(found, area=replace(found.area, framework=framework))
    (note,) = check(other, [checked for checked in CHECKS if checked.rule.code == "OMI614"])
    assert note.location == found.area.at("area.yaml", ("framework",))
    assert (
        note.message
        == f"the report is in «{invented_language}», and 6 rules that protect people look for English words"
    )
    assert note.hint.startswith(
        "read the texts through for what OMI606, OMI610, OMI612, OMI613, OMI615, OMI616 would find"
    )
