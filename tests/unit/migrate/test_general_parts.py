"""The former files of performance and context become the blocks of a general part."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import yaml

from omi_report.migrate.context import migrated_context
from omi_report.migrate.general_part import Around
from omi_report.migrate.performance import migrated_performance
from omi_report.migrate.step import Migrated

AROUND = Around("Eastmark", part="performance", grades={"ahead": "Ahead", "behind": "Well *behind*"})
HEAD = "period: May\nsource: Register\narea_grade: behind\n"
DOMAIN = "domains:\n  - name: Places\n    grade: ahead\n    metrics:\n      - {name: Filled, actual: 95%}\n"


def performance(text: str, around: Around = AROUND) -> Migrated:
    """The file as changed; doing so again changes nothing."""
    migrated = migrated_performance(text, "performance.yaml", around)
    if not migrated.undecided:
        assert migrated_performance(migrated.text, "performance.yaml", around) == Migrated(migrated.text)
    return migrated


def context(text: str, around: Around = AROUND) -> Migrated:
    migrated = migrated_context(text, "context.yaml", around)
    if not migrated.undecided:
        assert migrated_context(migrated.text, "context.yaml", around) == Migrated(migrated.text)
    return migrated


def blocks(migrated: Migrated) -> list[Any]:
    assert migrated.undecided == ()
    found = yaml.load(migrated.text, yaml.BaseLoader)["blocks"]
    assert isinstance(found, list)
    return found


def table(migrated: Migrated, name: str) -> dict[str, Any]:
    (found,) = [block["table"] for block in blocks(migrated) if block.get("table", {}).get("id") == name]
    assert isinstance(found, dict)
    return found


def said(migrated: Migrated) -> list[str]:
    return [f"{each.place.line}:{each.place.column} {each.message}" for each in migrated.undecided]


# ---- performance -----------------------------------------------------------------------------------------------------


def test_a_performance_file_is_written_anew_with_its_rows_and_comments() -> None:
    migrated = performance(
        "# As published.\n"
        f"{HEAD}"
        "note: |\n"
        "  One.\n"
        "\n"
        "  # Two.\n"
        "domains:\n"
        "  # The first.\n"
        "  - name: Places  # all\n"
        "    grade: ahead\n"
        "    metrics:\n"
        "      # Not quite.\n"
        "      - {name: 'Filled, and kept',\n"
        "         actual: 95%, grade: ahead}  # late\n"
        "      - name: Waiting\n"
        "        # nobody knows\n"
        "        note: Not collected\n"
        "# The end.\n"
    )
    assert migrated.text == (
        "# As published.\n"
        "blocks:\n"
        "  - text: |\n"
        "      One.\n"
        "\n"
        "      # Two.\n"
        "  - text: |\n"
        "      Period: May. Area score: **Well \\*behind\\***.\n"
        "  - table:\n"
        "      id: performance\n"
        '      caption: "Register: Eastmark, May"\n'
        "      source: Register\n"
        "      scale: performance-grades\n"
        "      columns:\n"
        "        - {id: name, heading: Metric}\n"
        "        - {id: grade, heading: Grade, unit: rating}\n"
        "        - {id: actual, heading: Actual, unit: printed}\n"
        "        - {id: target, heading: Target, unit: printed}\n"
        "        - {id: national, heading: National, unit: printed}\n"
        "        - {id: previous, heading: A year before, unit: printed}\n"
        "      groups:\n"
        "        # The first.\n"
        "        - name: Places  # all\n"
        "          rating: ahead\n"
        "          rows:\n"
        "            # Not quite.\n"
        "            - {name: 'Filled, and kept',\n"
        "               actual: 95%, grade: ahead}  # late\n"
        "            - name: Waiting\n"
        "              # nobody knows\n"
        "              note: Not collected\n"
        "# The end.\n"
    )
    assert migrated.changes == ("domains and metrics → blocks with tables",)


def test_measures_for_information_are_groups_of_their_own_and_predictions_tables() -> None:
    migrated = performance(
        f"{HEAD}domains:\n"
        "  - name: Places\n"
        "    grade: ahead\n"
        "    information:\n"
        "      - {name: Left, actual: 4%, predicted: 3%, difference: 1%, significance: None}\n"
        "  - name: Results\n"
        "    grade: behind\n"
        "    metrics: [{name: Passed, actual: 4}]\n"
        "    information:\n"
        "      - {name: Stayed, predicted: 3%}\n"
        "      - {name: Went, actual: 2}\n"
        "  - {name: Money, grade: ahead}\n"
    )
    assert table(migrated, "performance")["groups"] == [
        {"name": "Results", "rating": "behind", "rows": [{"name": "Passed", "actual": "4"}]},
        {"name": "Results", "rating": "behind", "note": "for information", "rows": [{"name": "Went", "actual": "2"}]},
        {"name": "Money", "rating": "ahead"},
    ]
    left, stayed = table(migrated, "predicted-1"), table(migrated, "predicted-2")
    assert left["caption"] == "Places: held against a prediction"
    assert left["numbered"] == "no"
    assert left["columns"][4] == {
        "id": "difference",
        "heading": "Difference",
        "unit": "printed",
        "difference": ["actual", "predicted"],
    }
    assert [row["name"] for row in left["rows"] + stayed["rows"]] == ["Left", "Stayed"]


def test_the_summary_is_there_where_a_criterion_shows_it() -> None:
    around = replace(AROUND, is_shown=True)
    summary = table(performance(HEAD + DOMAIN, around), "performance-summary")
    assert summary == {
        "id": "performance-summary",
        "caption": "Results of Eastmark by domain, May (Register)",
        "source": "Register",
        "scale": "performance-grades",
        "columns": [
            {"id": "name", "heading": "Domain"},
            {"id": "grade", "heading": "Result", "unit": "rating"},
        ],
        "groups_of": "performance",
        "total": {"name": "Area score", "grade": "behind"},
    }
    appendix = replace(around, is_appendix=True, part="measures")
    note = table(performance(HEAD + DOMAIN, appendix), "performance-summary")["note"]
    assert note == "The results for each metric in these domains are in {appendix}`~measures`.\n"


@pytest.mark.parametrize(
    "domains",
    [
        "domains: [{name: A, grade: ahead}, {name: A, grade: behind}]\n",
        "domains: [{name: A, grade: ahead, information: [{name: x, predicted: 1}]}, {name: A, grade: behind}]\n",
    ],
)
def test_the_summary_has_rows_of_its_own_where_it_cannot_follow_the_groups(domains: str) -> None:
    summary = table(performance(HEAD + domains, replace(AROUND, is_shown=True)), "performance-summary")
    assert summary["rows"] == [{"name": "A", "grade": "ahead"}, {"name": "A", "grade": "behind"}]


def test_without_a_scale_any_grade_may_stand_there() -> None:
    found = performance(HEAD + DOMAIN, replace(AROUND, grades={}, is_shown=True))
    groups = table(found, "performance")["groups"]
    assert groups == [{"name": "Places: ahead", "rows": [{"name": "Filled", "actual": "95%"}]}]
    assert "scale" not in table(found, "performance")
    assert table(found, "performance-summary")["columns"][1] == {"id": "grade", "heading": "Result"}


def test_what_was_never_printed_is_left_out_and_said() -> None:
    migrated = performance(
        f"{HEAD}domains:\n"
        "  - name: Places\n"
        "    grade: ahead\n"
        "    metrics:\n"
        "      - {name: A, actual: 1, significance: Worse, difference: 2}\n"
        "      - {name: B, actual: 1, note: Late, target: ~}\n"
        "    information:\n"
        "      - {target: 3, name: C, predicted: 1}\n"
        "      - name: D\n"
        "        predicted: ~\n"
    )
    assert [each.message for each in migrated.notes] == [
        "«significance: Worse» of «A» was never printed, and is left out",
        "«difference: 2» of «A» was never printed, and is left out",
        "«actual: 1» of «B» was never printed, and is left out",
        "«target: 3» of «C» was never printed, and is left out",
    ]
    (graded, information) = table(migrated, "performance")["groups"]
    assert graded["rows"] == [{"name": "A", "actual": "1"}, {"name": "B", "note": "Late", "target": "~"}]
    assert information["rows"] == [{"name": "D"}]
    assert table(migrated, "predicted-1")["rows"] == [{"name": "C", "predicted": "1"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("period: May\n", ["1:1 the key «source» has no value here", "1:1 the key «area_grade» has no value here"]),
        (HEAD, ["1:1 there are no domains here"]),
        (f"{HEAD}{DOMAIN}extra: 1\n", ["9:1 unknown key «extra»"]),
        (f"{HEAD}domains: [x]\n", ["4:11 a mapping (key: value) is expected here"]),
        (f"{HEAD}domains: [{{name: A, grade: b, metrics: x}}]\n", ["4:40 a list (each item after a hyphen) "]),
        (
            f"{HEAD}domains: [{{name: A, grade: b, metrics: [{{nam: x}}]}}]\n",
            ["4:42 unknown key «nam»", "4:41 the key"],
        ),
        (
            f"{HEAD}domains:\n  - &d {{name: A, grade: b, metrics: [{{name: c}}]}}\n  - *d\n",
            ["1:1 «period» cannot be changed without harm"],
        ),
    ],
)
def test_what_cannot_be_decided_is_said_and_nothing_is_changed(text: str, expected: list[str]) -> None:
    migrated = performance(text)
    found = said(migrated)[: len(expected)]
    assert [each[: len(start)] for each, start in zip(found, expected, strict=True)] == expected
    assert (migrated.text, migrated.changes) == (text, ())


# ---- context ---------------------------------------------------------------------------------------------------------

CASELOAD = (
    "caseload:\n"
    "  date: 2024-03-31\n"
    "  total: 1250  # counted twice\n"
    "  # by their own account\n"
    "  ethnicity: [{group: White, percent: 80}, {group: 'Minority ethnic', percent: 20}]\n"
    "  gender:\n"
    "    - group: Women\n"
    "      percent: 52.5\n"
    "  # omi: ignore[OMI217] so published\n"
    "  mappa:\n"
    "    - {level: 1, cases: 5, percent: 1}\n"
    "  ppo_cases: 8\n"
    "  ppo_definition: |\n"
    "    Of PPOs.\n"
    "  note: |\n"
    "    Of all.\n"
)


def test_a_caseload_is_a_table_with_charts_of_its_groups() -> None:
    assert context(CASELOAD).text == (
        "blocks:\n"
        "  - heading: The caseload\n"
        "  - table:\n"
        "      id: caseload\n"
        "      caption: Caseload of Eastmark at the end of 31 March 2024\n"
        "      day: 2024-03-31\n"
        "      columns:\n"
        "        - {id: name, heading: Caseload}\n"
        "        - {id: cases, heading: Cases, unit: count}\n"
        "        - {id: share, heading: Share, unit: per-cent}\n"
        "      # counted twice\n"
        "      total: {name: Total (orders and licences), cases: 1250}\n"
        "      total_first: yes\n"
        "      groups:\n"
        "        - parts: separate\n"
        "          # by their own account\n"
        "          rows:\n"
        "            - {name: White, share: 80}\n"
        "            - {name: 'Minority ethnic', share: 20}\n"
        "        - parts: separate\n"
        "          rows:\n"
        "            - name: Women\n"
        "              share: 52.5\n"
        "        - parts: separate\n"
        "          # omi: ignore[OMI217] so published\n"
        "          rows:\n"
        "            - {name: MAPPA level 1, cases: 5, share: 1}\n"
        "        - parts: overlapping\n"
        "          rows:\n"
        "            - {name: PPO cases, cases: 8}\n"
        "      note: |\n"
        "        Of all.\n"
        "\n"
        "        Of PPOs.\n"
        "  - chart:\n"
        "      id: gender\n"
        "      caption: Caseload by gender\n"
        "      heading: Group\n"
        "      data: {table: caseload, rows: [Women], columns: [share]}\n"
        "  - chart:\n"
        "      id: ethnicity\n"
        "      caption: Caseload by ethnicity\n"
        "      heading: Group\n"
        "      data: {table: caseload, rows: [White, Minority ethnic], columns: [share]}\n"
    )


def test_a_chart_has_rows_of_its_own_where_a_name_stands_for_two() -> None:
    unknown = "{group: Not known, percent: 2}"
    found = context(f"caseload:\n  date: 2024-03\n  total: 9\n  ethnicity: [{unknown}]\n  gender: [{unknown}]\n")
    charts = [block["chart"] for block in blocks(found) if "chart" in block]
    assert [chart["rows"] for chart in charts] == [[{"name": "Not known", "share": "2"}]] * 2
    assert all("data" not in chart for chart in charts)


def test_a_sample_a_budget_and_premises_have_headings() -> None:
    found = context(
        "approved_premises: [{name: Mill House, places: 24}]\n"
        "budget:\n- {year: 2023/2024, revenue: 1250000}\n"
        "sample_notes:\n- One.\n- |\n  Two.\n",
        replace(AROUND, has_sample=True),
    )
    kinds = [next(iter(block)) for block in blocks(found)]
    assert kinds == ["heading", "text", "text", "chart", "heading", "table", "heading", "table"]
    assert [block["heading"] for block in blocks(found) if "heading" in block] == [
        "The sample",
        "Budget",
        "Approved premises",
    ]
    assert table(found, "budget")["columns"][1] == {
        "id": "revenue",
        "heading": "Budget",
        "unit": "currency",
        "sign": "£",
    }
    assert table(found, "budget")["rows"] == [{"name": "2023/2024", "revenue": "1250000"}]
    assert table(found, "approved-premises")["rows"] == [{"name": "Mill House", "places": "24"}]
    assert [block["text"] for block in blocks(found) if "text" in block] == ["One.", "Two.\n"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("caseload: 12\n", "1:11 a mapping (key: value) is expected here"),
        ("caseload: {date: 2024-03}\n", "1:11 the key «total» has no value here"),
        ("caseload: {date: soon, total: 2}\n", "1:18 "),
        ("caseload: {date: 2024-03, total: 2, tiers: 2}\n", "1:37 unknown key «tiers»"),
        ("budget: none\n", "1:9 a list (each item after a hyphen) is expected here"),
        ("budget: [{year: 2024}]\n", "1:10 the key «revenue» has no value here"),
        ("budget: &b [{year: 2024, revenue: 1}]\nextra: *b\n", "2:1 unknown key «extra»"),
        ("sample_notes: []\n", "1:1 this file holds nothing that is printed"),
        ("caseload: [\n", "1:11 not valid YAML: "),
    ],
)
def test_a_context_that_cannot_be_understood_is_left_whole(text: str, expected: str) -> None:
    migrated = context(text)
    assert said(migrated)[0].startswith(expected)
    assert (migrated.text, migrated.changes) == (text, ())


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_line_ends_stay(newline: str) -> None:
    migrated = context(CASELOAD.replace("\n", newline))
    assert migrated.text == context(CASELOAD).text.replace("\n", newline)
