"""A framework of the former format becomes one of today's, and all that is not meant stays to the byte."""

from __future__ import annotations

import re

import pytest
import yaml

from omi_report.migrate.framework import migrated_framework
from omi_report.migrate.step import Migrated

BANDS = """\
bands:
  - {id: good, name: Good, lowest: 70, conclusion: Good.}
  - {id: poor, name: Poor, lowest: 0, conclusion: Poor.}
"""
CASES = "sections:\n  - number: 1\n    title: One\n    judged_by: cases\n    criteria: []\n"
RULES = """\
ratings:
  criterion: {of: questions, take: mean, summary: 20, scale: bands}
  section: {of: criteria, take: mean, scores: printed, scale: bands}
"""
SCALES = """\
scales:
  - id: bands
    name: Band
    bands:
      - {id: good, name: Good, lowest: 70, conclusion: Good.}
      - {id: poor, name: Poor, lowest: 0, conclusion: Poor.}
"""


def run(text: str) -> Migrated:
    """The framework as changed; doing so again changes nothing."""
    migrated = migrated_framework(text, "framework.yaml")
    again = migrated_framework(migrated.text, "framework.yaml")
    if not migrated.undecided:
        assert again == Migrated(migrated.text)
    else:
        assert migrated.text == text
    return migrated


def changed(text: str) -> str:
    migrated = run(text)
    assert migrated.undecided == ()
    return migrated.text


def held(text: str) -> dict[str, object]:
    found = yaml.load(text, yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


def refusals(text: str) -> list[str]:
    """What is undecided, as ``line:column message``."""
    return [f"{each.place.line}:{each.place.column} {each.message}" for each in run(text).undecided]


# ---- scales ----------------------------------------------------------------------------------------------------------


def test_bands_and_grades_become_scales_with_their_comments() -> None:
    before = (
        "# The bands.\n"
        "bands:  # best first\n"
        "  # a good one\n"
        "  - id: good\n"
        "    name: Good\n"
        "    lowest: 70\n"
        "    conclusion: >\n"
        "      All was\n"
        "\n"
        "      good.\n"
        "  - {id: poor, name: 'Poor', lowest: 0, conclusion: Poor.}\n"
        "  # no more\n"
        "\n"
        "title: Checks\n"
        "\n"
        "# The grades.\n"
        "grades: [{id: met, name: Met},\n"
        "  {id: unmet, name: Not met}]\n"
        "\n"
        "# Of money.\n"
        "minimum_base: 5\n"
    )
    assert changed(before) == (
        "# The bands.\n"
        "scales:\n"
        "  - id: bands\n"
        "    name: Band\n"
        "    bands:  # best first\n"
        "      # a good one\n"
        "      - id: good\n"
        "        name: Good\n"
        "        lowest: 70\n"
        "        conclusion: >\n"
        "          All was\n"
        "\n"
        "          good.\n"
        "      - {id: poor, name: 'Poor', lowest: 0, conclusion: Poor.}\n"
        "      # no more\n"
        "  # The grades.\n"
        "  - id: grades\n"
        "    name: Grade\n"
        "    several: Grades\n"
        "    bands: [{id: met, name: Met},\n"
        "      {id: unmet, name: Not met}]\n"
        "\n"
        "title: Checks\n"
        "\n"
        "# Of money.\n"
        "minimum_base: 5\n"
    )


def test_grades_of_the_performance_framework_have_a_scale_of_their_own() -> None:
    found = held(changed(f"performance_grades:\n- {{id: ahead, name: Ahead}}\n{BANDS}"))
    assert [(scale["id"], scale["name"]) for scale in found["scales"]] == [  # type: ignore[attr-defined]
        ("bands", "Band"),
        ("performance-grades", "Grade"),
    ]


@pytest.mark.parametrize("empty", ["grades: []\n", "grades:\n", "grades: null\n", "performance_grades: ~\n"])
def test_a_list_without_grades_is_no_scale(empty: str) -> None:
    assert changed(f"{empty}{BANDS}") == changed(f"{BANDS}{empty}") == SCALES


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "bands:\n"
            "- {id: poor, lowest: 0}\n"
            "# the best\n"
            "- id: good\n"
            "  lowest: 70\n"
            "\n"
            "- {id: fair, lowest: 50}\n"
            "title: T\n",
            "      # the best\n"
            "    - id: good\n"
            "      lowest: 70\n"
            "\n"
            "    - {id: fair, lowest: 50}\n"
            "    - {id: poor, lowest: 0}\n"
            "title: T\n",
            id="block",
        ),
        pytest.param(
            "bands: [{id: poor, lowest: 0}, {id: good, lowest: 70}]",
            "    bands: [{id: good, lowest: 70}, {id: poor, lowest: 0}]",
            id="flow",
        ),
    ],
)
def test_bands_are_put_in_order_best_first(before: str, after: str) -> None:
    text = changed(before)
    assert text.endswith(after.replace("      # the best", "    # the best"))
    assert run(before).changes == ("bands: in order, best first", "bands and grades → scales")


# ---- ratings ---------------------------------------------------------------------------------------------------------


def test_the_rules_that_were_fixed_are_written_below_the_scales() -> None:
    after = changed(f"{BANDS}\n{CASES}\nthreads: [{{id: roh, title: Harm, sections: [1]}}]\n")
    assert after == (
        f"{SCALES}\n{RULES}  thread: {{of: questions, take: mean}}\n\n"
        f"{CASES.replace('    judged_by: cases' + chr(10), '')}"
        "\nthreads: [{id: roh, title: Harm, sections: [1]}]\n"
    )


def test_weights_and_the_way_of_sections_are_kept_with_their_comments() -> None:
    after = changed(
        f"{BANDS}"
        "# How questions count.\n"
        "weights:\n"
        "  questions: 70  # most\n"
        "  summary: 30.0\n"
        "  without_summary: questions-alone\n"
        "# Not rounded.\n"
        "section_scores: exact  # so\n"
        f"{CASES}"
    )
    assert (
        "# How questions count.\n"
        "ratings:\n"
        "  # most\n"
        "  criterion: {of: questions, take: mean, summary: 30, without_summary: questions-alone, scale: bands}\n"
        "  # Not rounded.\n"
        "  # so\n"
        "  section: {of: criteria, take: mean, scale: bands}\n"
        "sections:\n"
    ) in after


def test_sections_judged_by_grade_say_so_by_their_rules() -> None:
    after = changed(
        f"{BANDS}grades: [{{id: met, name: Met}}]\n"
        "sections:\n"
        "  - judged_by: grade  # by talking to people\n"
        "    number: 1\n"
        "  - {number: 2, judged_by: grade, title: Two}\n"
        "  - judged_by: cases\n"
        "    number: 3\n"
        "  - {number: 4, judged_by: cases}\n"
        "  - {judged_by: cases, number: 5}\n"
        "  - number: 6\n"
        "    judged_by: cases  # all of them\n"
    )
    assert after.endswith(
        "sections:\n"
        "  - rating: none\n"
        "    criteria_rating: {judgement: grades}  # by talking to people\n"
        "    number: 1\n"
        "  - {number: 2, rating: none, criteria_rating: {judgement: grades}, title: Two}\n"
        "  - number: 3\n"
        "  - {number: 4}\n"
        "  - {number: 5}\n"
        "  - number: 6\n"
        "    # all of them\n"
    )


def test_without_grades_the_criteria_of_a_section_judged_by_grade_have_no_rule() -> None:
    after = changed(f"{BANDS}sections:\n  - {{number: 1, judged_by: grade}}\n")
    assert after == f"{SCALES}sections:\n  - {{number: 1, rating: none, criteria_rating: none}}\n"


def test_a_framework_without_scores_has_no_rules_for_them() -> None:
    text = f"{BANDS}weights: {{questions: 80}}\ngrades: [{{id: met, name: Met}}]\nsections: [{{judged_by: grade}}]\n"
    assert "ratings" not in held(changed(text))


# ---- answers, and the texts around scores ----------------------------------------------------------------------------


def test_the_scale_of_answers_is_called_answers() -> None:
    assert changed("# How.\nscale:\n  - {id: yes, line: above}\n") == "# How.\nanswers:\n  - {id: yes, line: above}\n"


TEXTS = "score_texts:\n  # of grades\n  grades: |\n    One.\n\n      Two.\n  advice: >-\n    Three.\n"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(
            "parts:\n  - kind: scores\n    heading: Scores\n  - {kind: sections}\n",
            "parts:\n  - kind: scores\n    heading: Scores\n    texts:\n      # of grades\n      judged: |\n"
            "        One.\n\n          Two.\n      advice: >-\n        Three.\n  - {kind: sections}\n",
            id="block",
        ),
        pytest.param(
            "parts:\n- {kind: scores, heading: 'Our\n    scores', appendix: no}\n",
            "parts:\n- kind: scores\n  heading: 'Our\n    scores'\n  appendix: no\n  texts:\n    # of grades\n"
            "    judged: |\n      One.\n\n        Two.\n    advice: >-\n      Three.\n",
            id="braces",
        ),
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_score_texts_go_to_the_part_that_prints_them(parts: str, expected: str, order: int) -> None:
    assert changed("".join([TEXTS, parts][::order])) == expected


def test_score_texts_go_into_brackets_on_one_line_and_leave_their_comments() -> None:
    assert changed(f"{TEXTS}parts: [{{kind: scores, heading: Scores}}, {{kind: sections}}]\n") == (
        "# of grades\n"
        'parts: [{kind: scores, heading: Scores, texts: {judged: "One.\\n\\n  Two.\\n", advice: "Three."}}, '
        "{kind: sections}]\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"# No grades.\ngrades: []  # so far\n{BANDS}", f"# No grades.\n# so far\n{SCALES}"),
        (
            f"{BANDS}# Of no use.\nweights: {{questions: 80}}\nsections: [{{judged_by: grade}}]\n",
            f"{SCALES}# Of no use.\nsections: [{{rating: none, criteria_rating: none}}]\n",
        ),
        (
            (
                f"{BANDS}# Why.\nweights: {{questions: 80}}  # so\n# How.\nsection_scores: exact\n"
                "threads: [{id: roh}]\nsections: [{judged_by: grade}]\n"
            ),
            (
                f"{SCALES}# Why.\nratings:\n  # so\n  # How.\n  thread: {{of: questions, take: mean}}\n"
                "threads: [{id: roh}]\nsections: [{rating: none, criteria_rating: none}]\n"
            ),
        ),
        ("# Later.\nscore_texts:  # more\nparts: []\n", "# Later.\n# more\nparts: []\n"),
    ],
)
def test_comments_on_what_goes_stay(text: str, expected: str) -> None:
    assert changed(text) == expected


def test_score_texts_that_nothing_prints_become_a_comment() -> None:
    migrated = run(f"{TEXTS}parts: [{{kind: sections}}]\n")
    assert migrated.text == (
        "# score_texts:\n#   # of grades\n#   grades: |\n#     One.\n#\n#       Two.\n#   advice: >-\n#     Three.\n"
        "parts: [{kind: sections}]\n"
    )
    assert [(each.place.line, each.message) for each in migrated.notes] == [
        (1, "no part prints these texts; they are a comment now")
    ]


# ---- what stays ------------------------------------------------------------------------------------------------------


def test_a_framework_of_today_stays_as_it_is() -> None:
    text = f"{SCALES}{RULES}sections: [{{number: 1}}]\n"
    assert run(text) == Migrated(text)


@pytest.mark.parametrize("text", [f"{BANDS}{CASES}", f"{BANDS}{CASES}".rstrip("\n")])
def test_line_ends_stay(text: str) -> None:
    after = changed(text)
    assert after.endswith("\n") == text.endswith("\n")
    assert changed(text.replace("\n", "\r\n")) == after.replace("\n", "\r\n")


def test_everything_may_be_indented() -> None:
    indented = re.sub("^", "  ", f"{BANDS}{CASES}weights: {{questions: 80}}\n", flags=re.MULTILINE).rstrip(" ")
    expected = f"{SCALES}{CASES.replace('    judged_by: cases' + chr(10), '')}{RULES}"
    assert changed(indented) == re.sub("^", "  ", expected, flags=re.MULTILINE).rstrip(" ")


# ---- what cannot be decided ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bands: [\n", "1:8 not valid YAML: "),
        ("- bands\n", "1:1 the file holds no mapping"),
        ("grades: [{id: a}]\n", "1:1 the framework has no bands"),
        (f"{BANDS}scales: []\n", "1:1 the framework has «bands» and scales"),
        (f"{BANDS}weights: {{questions: 80}}\nratings: {{}}\n", "4:1 the framework has «weights» and ratings"),
        ("scale: []\nanswers: []\n", "1:1 the framework has «scale» and answers"),
        ("bands:\n- {id: a, lowest: low}\n", "2:19 the lowest score of this band is not known"),
        ("bands:\n- {id: a, lowest: 0}\n- {id: b, lowest: 00}\n", "3:19 two bands begin at 0"),
        ("bands:\n- {id: a, lowest: 20}\n", "1:1 scores under 20 fall into no band"),
        (f"{BANDS}weights: {{summary: 30}}\n", "4:1 the weights do not add up to 100"),
        (f"{BANDS}weights: 80\n", "4:1 these are no weights"),
        (f"{BANDS}weights: {{without_summary: so}}\n", "4:28 this is no way to score without a summary"),
        (f"{BANDS}section_scores: rounded\n", "4:17 this says not how sections are scored"),
        (f"{BANDS}sections:\n- judged_by: hand\n", "5:14 this says not how the section is judged"),
        (f"{BANDS}score_texts: {{bands: x}}\n", "4:1 these are no texts around scores"),
        (
            f"{BANDS}score_texts: {{grades: x}}\nparts: [{{kind: scores, texts: {{}}}}]\n",
            "4:1 the part «scores» has texts already",
        ),
        (
            f"sections:\n- &s {{number: 1, judged_by: grade}}\n- *s\n{BANDS}",
            "1:1 «sections» cannot be changed without harm to the rest of the file",
        ),
        (f"parts: *p\n{BANDS}\n", "1:8 the alias *p stands for nothing that is complete"),
    ],
)
def test_what_cannot_be_decided_is_said_and_nothing_is_changed(text: str, expected: str) -> None:
    (said,) = refusals(text)
    assert said.startswith(expected)


def test_the_smallest_count_becomes_the_policy_on_small_counts() -> None:
    assert changed("title: Checks\nminimum_cell: 3  # as ever\n") == (
        "title: Checks\ndisclosure: {minimum: 3}  # as ever\n"
    )
    assert changed("{title: Checks, minimum_cell: 3}\n") == "{title: Checks, disclosure: {minimum: 3}}\n"


@pytest.mark.parametrize("text", ["minimum_cell: few\n", "minimum_cell: 0\n", "minimum_cell:\n"])
def test_what_is_no_count_stays_for_the_checks(text: str) -> None:
    assert changed(text) == text
