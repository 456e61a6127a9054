"""Samples of cases made for the tests: no row stands for anybody."""

from __future__ import annotations

import csv
import io
import random
import shutil
from dataclasses import replace
from pathlib import Path

from omi_report.document.kinds import PART_KINDS
from omi_report.evidence.cases import read_cases
from omi_report.evidence.delimited import open_delimited
from omi_report.evidence.sheet import SheetProblems
from omi_report.inspection import Inspection, inspect
from omi_report.model.area import Area
from omi_report.model.base import ReportDate
from omi_report.model.disclosure_policy import DisclosurePolicy
from omi_report.model.evidence import Answers, Evidence
from omi_report.model.framework import Framework
from omi_report.model.identity import Identity
from omi_report.policy import Policy
from omi_report.source.snapshot import Snapshot

Case = dict[str, str]

POLICY = Policy(kinds=PART_KINDS)

WESTMARK = Path(__file__).parent / "golden" / "westmark"


def inspected(path: Path) -> Inspection:
    """Inspect the area in a folder, of which one can be made."""
    found = inspect(Snapshot.of(path), POLICY)
    assert isinstance(found, Inspection)
    return found


def inspection_of(area: Area) -> Inspection:
    """Inspect an area that was made by a test."""
    return Inspection(Snapshot(area.slug, area.shown, {}), POLICY, area)


def with_minimum(inspection: Inspection, minimum: int = 5) -> Inspection:
    """Return an inspection by a framework that hides counts under a minimum."""
    framework = inspection.framework.replaced(disclosure=DisclosurePolicy(minimum=minimum))
    area = replace(inspection.area, framework=framework)
    return Inspection(inspection.snapshot, inspection.policy, area, inspection.problems)


def westmark_framework() -> Framework:
    """Return the small framework of the golden area."""
    return inspected(WESTMARK).framework


def random_cases(framework: Framework, size: int, random_: random.Random) -> list[Case]:
    """Make cases with attributes and answers such as the framework asks for, some of each kind."""
    share = {question: random_.random() for question in framework.questions}
    return [_case(framework, number, share, random_) for number in range(1, size + 1)]


def _case(framework: Framework, number: int, share: dict[str, float], random_: random.Random) -> Case:
    case = {"case": f"C{number:04}"} | {name: random_.choice(known.ids) for name, known in framework.attributes.items()}
    for question in framework.questions.values():
        applies = all(case[attribute] in values for attribute, values in question.applies_to.items())
        if not applies:
            case[question.id] = random_.choice(["", "not-relevant"])
        elif random_.random() < 0.2:
            case[question.id] = "not-relevant"
        else:
            line = "above" if random_.random() < share[question.id] else "below"
            answers = framework.answers_to(question)
            case[question.id] = random_.choice([answer.id for answer in answers if answer.line == line])
    return case


def as_csv(cases: list[Case], columns: list[str] | None = None, delimiter: str = ",") -> str:
    """Write cases as CSV; ``columns`` settles their order."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns or list(cases[0]), delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(cases)
    return text.getvalue()


def write_cases(area: Path, cases: list[Case]) -> None:
    """Put cases into an area's folder as its evidence."""
    (area / "evidence").mkdir(exist_ok=True)
    (area / "evidence" / "cases.csv").write_text(as_csv(cases), encoding="utf-8", newline="")


def westmark_with(cases: list[Case], parent: Path) -> Path:
    """Copy Westmark into a folder, with a sample of cases as its evidence, and return the copy."""
    area = Path(shutil.copytree(WESTMARK, parent / "westmark"))
    write_cases(area, cases)
    return area


def read_sample(framework: Framework, text: str) -> Answers:
    """Read cases from the text of a CSV file; there is nothing wrong with them."""
    sheet = open_delimited(text.encode(), "evidence/cases.csv", "evidence/cases.csv")
    found = SheetProblems(sheet)
    answers = read_cases(sheet, framework, found)
    assert found.all() == []
    return answers


def area_with(framework: Framework, cases: list[Case], columns: list[str] | None = None) -> Area:
    """Make an area that holds nothing but a sample of cases."""
    columns = columns or ["case", *framework.attributes, *framework.questions]
    evidence = Evidence(read_sample(framework, as_csv(cases, columns)))
    identity = Identity(area="Sampleshire", inspected=ReportDate(2007, 11))
    return Area("sampleshire", "areas/sampleshire", framework, identity, {}, PART_KINDS, evidence=evidence)
