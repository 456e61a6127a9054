"""The views of scores as data: one value, and the same as rows."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from omi_report.errors import NoEvidenceError, UnknownNameError
from omi_report.inspection import Inspection
from omi_report.opendata.part_views import parts_view
from omi_report.opendata.score_views import View, detail_view, scores_view, sensitivity_view
from tests.samples import WESTMARK, inspected, random_cases, westmark_framework, westmark_with


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Inspection:
    cases = random_cases(westmark_framework(), 60, random.Random(8))
    return inspected(westmark_with(cases, tmp_path_factory.mktemp("areas")))


VIEWS: dict[str, Callable[[Inspection], View]] = {
    "scores": scores_view,
    "criterion": lambda inspection: detail_view(inspection, "1.1"),
    "section": lambda inspection: detail_view(inspection, "1"),
    "thread": lambda inspection: detail_view(inspection, inspection.framework.threads[0].id),
    "parts": lambda inspection: parts_view(inspection, [next(iter(inspection.framework.attributes))]),
    "sensitivity": sensitivity_view,
}


@pytest.mark.parametrize("name", VIEWS)
def test_rows_have_the_columns_and_nothing_else(sampled: Inspection, name: str) -> None:
    view = VIEWS[name](sampled)
    assert view.area == "Westmark"
    assert bool(view.rows) == (name != "section")
    for row in view.rows:
        assert set(row) <= {*view.columns, "published", "conclusion", "grade"}
        assert set(view.columns) - set(row) <= {"published", "band", "conclusion", "grade"}


def test_the_value_holds_what_the_rows_hold(sampled: Inspection) -> None:
    scores, detail, parts = (VIEWS[name](sampled) for name in ("scores", "criterion", "parts"))
    assert scores.data["scores"] == list(scores.rows)
    assert detail.data["questions"] == list(detail.rows)
    assert detail.data["sensitivity"]["questions"]
    assert detail.data["workings"][-1].endswith(f"{detail.data['score']}%")
    assert sum(len(part["scores"]) for key in ("parts", "margins") for part in parts.data[key]) == len(parts.rows)
    assert [row["number"] for row in sensitivity_view(sampled).rows] == [
        record["number"] for record in sensitivity_view(sampled).data["criteria"]
    ]


def test_what_cannot_be_shown_says_why(sampled: Inspection) -> None:
    with pytest.raises(UnknownNameError, match=r"is numbered or called «1\.11»: did you mean 1\.1\?"):
        detail_view(sampled, "1.11")
    with pytest.raises(UnknownNameError, match="no attribute «zzz»: there are "):
        parts_view(sampled, ["zzz"])
    for view in ("parts", "sensitivity"):
        with pytest.raises(NoEvidenceError, match=r"has no evidence/cases\.csv"):
            VIEWS[view](inspected(WESTMARK))
