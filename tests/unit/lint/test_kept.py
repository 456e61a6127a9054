"""No fix changes a quotation, code, an address or a heading, whatever rule it comes from."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.engine import CheckedRule, check
from omi_report.lint.registry import CHECKS
from omi_report.problems import Edit, Problem, Rule, Severity
from omi_report.source.edits import edited
from tests.rules.runner import GOLDEN_AREA
from tests.samples import inspected

FILE = "criteria/2.1.yaml"
SENTENCE = "No plan for the coming year had been written."
SLIP = Rule("OMI998", "slip", Severity.WARNING, "", "")


@whole
def every_slip(inspection: Inspection) -> Iterator[Problem]:
    """Fix every «slip» of the texts, as «tie», with edits made by hand."""
    for prose, _ in inspection.texts:
        for offset in (at for at in range(len(prose.text)) if prose.text.startswith("slip", at)):
            start, end = inspection.at(prose, offset), inspection.at(prose, offset + len("slip"))
            yield SLIP.at(start, "«slip»", fix=Edit(start, end, "tie"))


def fixed(folder: Path, text: str, checks: list[CheckedRule]) -> tuple[str, list[Problem]]:
    """Put a text into the golden area and return it as its fixes leave it, with all that was found in it."""
    area = shutil.copytree(GOLDEN_AREA, folder / "area")
    path = area / FILE
    before = path.read_text(encoding="utf-8")
    assert SENTENCE in before
    written = text.replace("\n", "\n    ").replace("\n    \n", "\n\n")
    path.write_text(before.replace(SENTENCE, written), encoding="utf-8")
    found = [each for each in check(inspected(area), checks) if each.location.file == path.as_posix()]
    edits = [problem.fix for problem in found if problem.fix]
    after, _count = edited(path.read_text(encoding="utf-8"), edits)
    begin = before.index(SENTENCE)
    end = len(after) - (len(before) - begin - len(SENTENCE))
    return after[begin:end].replace("\n    ", "\n"), found


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("A slip. *slip* {{ slip }}", "A tie. *tie* {{ tie }}"),
        ("slip\n\n> slip\nslip\n\nslip", "tie\n\n> slip\nslip\n\ntie"),
        ("- slip\n  > slip\n  slip\n- slip", "- tie\n  > slip\n  slip\n- tie"),
        ("“slip” 'slip' ‘slip’ slip", "“slip” 'slip' ‘slip’ tie"),
        ('slip "a slip or\na slip" slip', 'tie "a slip or\na slip" tie'),
        ("slip `slip` ``a\nslip``", "tie `slip` ``a\nslip``"),
        ("slip\n\n```\nslip\n```\n\nslip", "tie\n\n```\nslip\n```\n\ntie"),
        ("slip\n\n    slip\n\nslip", "tie\n\n    slip\n\ntie"),
        ("[slip](slip.org) <https://slip.org> www.slip.org", "[tie](slip.org) <https://slip.org> www.slip.org"),
        ("## A slip\n\nslip", "## A slip\n\ntie"),
        ("A slip\n===\n\nslip", "A slip\n===\n\ntie"),
    ],
)
def test_only_the_writers_own_words_are_fixed(tmp_path: Path, text: str, after: str) -> None:
    result, found = fixed(tmp_path, text, [CheckedRule(SLIP, every_slip)])
    assert result == after
    assert len(found) == text.count("slip")


def test_a_quotation_that_goes_on_lazily_keeps_its_spelling(tmp_path: Path) -> None:
    text = "Its color was gray.\n\n> The color was\ngray.\n\nThe color."
    after, found = fixed(tmp_path, text, list(CHECKS))
    assert after == "Its colour was grey.\n\n> The color was\ngray.\n\nThe colour."
    assert len([problem for problem in found if problem.code == "OMI502"]) == 3


def test_the_marks_of_a_quotation_are_the_writers(tmp_path: Path) -> None:
    text = "The trainees' 'plan' and \"map\" and the staff’s “list’s”."
    after, found = fixed(tmp_path, text, list(CHECKS))
    assert after == "The trainees' 'plan' and \"map\" and the staff's \"list’s\"."
    assert [problem.fix is None for problem in found if problem.code == "OMI510"] == [False, True, False, False]


def test_an_edit_beside_what_is_kept_is_made(tmp_path: Path) -> None:
    after, _found = fixed(tmp_path, "Plans `a`  were  “late” .", list(CHECKS))
    assert after == "Plans `a` were “late”."


@pytest.mark.parametrize(
    "text",
    [
        "« the color » »the color« „the color“ ‚the color‘ ‹the color›",
        '"The color.\n\n"The center.\n\n"The color."',
        "“The color.\n\nThe center.\n\nThe color.”",
        "'the offenders' organization was good'",
        "‘It’s the organization’s program’",
        "'plans' of the organization and the color of offenders' plans",
        "“The color of the center",
        "prison-center.org/color color.html report_color.txt /srv/color color@center.org",
        r"C:\color\center.txt \\server\color",
    ],
)
def test_not_a_character_is_fixed_in_quotations_and_addresses(tmp_path: Path, text: str) -> None:
    written = f"Its color was gray.\n\n{text}\n\nThe color."
    after, _found = fixed(tmp_path, written, list(CHECKS))
    assert after == f"Its colour was grey.\n\n{text}\n\nThe colour."


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("The “plan” and the staff’s.", 'The "plan" and the staff\'s.'),
        ("The “plan, the staff.", "The “plan, the staff."),
        ("The “plan‘ and ’map”.", 'The "plan‘ and ’map".'),
        ("“One.\n\n“Two.”", "“One.\n\n“Two.”"),
        ("The „plan“ and ‘map’.", "The „plan“ and 'map'."),
        ("The ‘plans’ of the offenders’.", "The ‘plans’ of the offenders’."),
    ],
)
def test_both_marks_of_a_pair_are_fixed_or_none(tmp_path: Path, text: str, after: str) -> None:
    straight = (
        "The area's, the board's, the trainee's, the team's, the court's and the victim's \"rota\" and \"map\".\n\n"
    )
    result, _found = fixed(tmp_path, straight + text, list(CHECKS))
    assert result == straight + after
