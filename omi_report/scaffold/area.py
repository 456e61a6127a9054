"""A framework → the files of a new area, commented, with every blank marked TODO."""

from __future__ import annotations

import json
import textwrap

from omi_report.model.files import file_of
from omi_report.model.framework import CriterionDefinition, Framework, Section
from omi_report.model.schema import KINDS, schema_of

SCHEMA_FOLDER = ".schema"


def scaffold(framework: Framework, area: str, inspected: str) -> dict[str, str]:
    """Return the text of every file of a new area by its path in the folder.

    ``area`` is the area's name, ``inspected`` the month of the inspection (``2007-11``).
    """
    kinds = {part.kind for part in framework.parts}
    files = {"area.yaml": _identity(framework, area, inspected)}
    files |= {file_of(kind): write(framework) for kind, write in _WRITERS.items() if kind in kinds}
    for section in framework.sections:
        for definition in section.criteria:
            files[f"criteria/{definition.number}.yaml"] = _criterion(definition, section)
    files |= {name: _with_schema_line(name, text) for name, text in files.items()}
    for kind in KINDS:
        files[f"{SCHEMA_FOLDER}/{kind}.json"] = json.dumps(schema_of(kind), indent=1, ensure_ascii=False) + "\n"
    return files


def _with_schema_line(name: str, text: str) -> str:
    kind = "criterion" if name.startswith("criteria/") else name.removesuffix(".yaml")
    up = "../" * name.count("/")
    return f"# yaml-language-server: $schema={up}{SCHEMA_FOLDER}/{kind}.json\n{text}"


def _lines(text: str) -> str:
    return textwrap.dedent(text).lstrip("\n")


def _identity(framework: Framework, area: str, inspected: str) -> str:
    case_types = framework.attributes.get("case_type", ())
    sample = ", ".join(f"{case_type}: 0" for case_type in case_types)
    return _lines(f"""
        # Which inspection this is. Lines that begin with a number sign are comments for you; the report ignores them.
        area: {json.dumps(area, ensure_ascii=False)}
        framework: {framework.framework}
        stage: draft                # draft: for the area to check; final: for publication
        inspected: {inspected}
        # drafted: 2027-01          # when the area was sent the draft to check
        # published: 2027-03        # the month, or the day: 2027-03-15
        # isbn: 978 0 00000 000 2
        # chief_inspector: Name
        # Cases in the sample, by type.
        sample: {{{sample}}}
        team:
          - role: HM Inspectors
            names: [TODO]
        acknowledgements: |
          TODO: thank the area and the assessors.
    """)


def _foreword(_framework: Framework) -> str:
    return _lines("""
        # The foreword. Leave a blank line between paragraphs; *stars* give emphasis.
        text: |
          TODO: the message of this inspection.
        signatory: TODO
        office: HM Chief Inspector of Probation
    """)


def _abbreviations(_framework: Framework) -> str:
    return _lines("""
        # Every abbreviation of the report, in alphabetical order.
        TODO: an abbreviation on the left, what it stands for on the right
    """)


def _summary(framework: Framework) -> str:
    sections = "\n".join(
        f"  {section.number}: |\n    TODO: {section.title}, in two or three paragraphs."
        for section in framework.sections
    )
    threads = "\n".join(
        f"  {thread.id}:\n    # score: 70                # per cent, as published\n"
        f"    text: |\n      TODO: {thread.title}, across the sections."
        for thread in framework.threads
    )
    head = _lines("""
        # The summary: a text for each section and thread. A figure of a criterion is used by its full name:
        # {{ 1.2/screening-done }}.
    """)
    return f"{head}sections:\n{sections}\n" + (f"threads:\n{threads}\n" if threads else "")


def _recommendations(framework: Framework) -> str:
    first = next(iter(framework.criteria))
    return _lines(f"""
        # Recommendations in the order of the report, each with the criteria whose areas for improvement it answers.
        recommendations:
          - text: |
              TODO: what is to be done
            criteria: [{first}]
        next_steps: |
          TODO: what happens after publication.
    """)


def _good_practice(framework: Framework) -> str:
    first = next(iter(framework.criteria))
    return _lines(f"""
        # Examples worth sharing. Names in a story are changed; list them as pseudonyms.
        stories:
          - title: TODO
            criterion: {first}
            pseudonyms: []
            text: |
              TODO: what was done, and what came of it.
    """)


def _service_users(_framework: Framework) -> str:
    return _lines("""
        # What service users said, a group at a time. Figures are named, as in the criteria.
        groups:
          - id: offenders
            title: Offenders
            text: |
              TODO: how many were asked, and what they said.
          - id: victims
            title: Victims
            text: |
              TODO
          - id: courts
            title: Courts
            text: |
              TODO
    """)


def _performance(framework: Framework) -> str:
    grades = [grade.id for grade in framework.performance_grades] or ["TODO"]
    return _lines(f"""
        # Results in the national performance framework. Grades: {", ".join(grades)}.
        period: TODO
        source: TODO
        area_grade: {grades[0]}
        domains:
          - name: TODO
            grade: {grades[0]}
            metrics:
              - {{name: TODO, actual: n/a, target: n/a, national: n/a, previous: n/a}}
    """)


def _context(_framework: Framework) -> str:
    return _lines("""
        # The area's caseload, budget and premises. Take the number sign away from what you know.
        sample_notes:
          - |
            TODO: how the sample was drawn.
        # caseload:
        #   date: 2007-03
        #   total: 5011
        #   ethnicity: [{group: White, percent: 93}, {group: Minority ethnic, percent: 6}]
        #   gender: [{group: Male, percent: 87}, {group: Female, percent: 13}]
        #   mappa: [{level: 1, cases: 575, percent: 12.2}]
        #   ppo_cases: 188
        # budget: [{year: 2006/2007, revenue: 23057000}]
        # approved_premises: [{name: Dickson House, places: 18}]
    """)


def _criterion(definition: CriterionDefinition, section: Section) -> str:
    judged = "# score: 64                  # per cent" if section.judged_by == "cases" else "# grade: well-met"
    questions = "".join(f"#   {question.id:8} {question.text}\n" for question in definition.questions)
    listed = f"# Questions:\n{questions}" if questions else ""
    head = textwrap.fill(" ".join(definition.statement.split()), width=100, initial_indent="# ", subsequent_indent="# ")
    return (
        f"# {definition.number} {definition.title}\n{head}\n{listed}"
        f"criterion: {definition.number}\n{judged}\n"
        + _lines("""
            # Every figure once, by a name of your own, and then {{ name }} in the text:
            # percentages:
            #   plan-on-time: 97                        a percentage
            #   referral-apt: 5 of 6                    a count and its base
            #   plan-good: {percent: 64, question: 1.2.7, where: {case_type: licence}}
            # In a text, {{ plan-on-time }} gives 97%, {{ plan-on-time | rest }} 3%,
            # {{ referral-apt | count }} five of the six. {criterion}`2.2` refers to a criterion.
            strengths:
              - |
                TODO: a strength. Its letter, (a), comes by itself.
            improvements:
              - |
                TODO: an area for improvement.
        """)
    )


_WRITERS = {
    "foreword": _foreword,
    "abbreviations": _abbreviations,
    "summary": _summary,
    "recommendations": _recommendations,
    "good-practice": _good_practice,
    "service-users": _service_users,
    "performance": _performance,
    "context": _context,
}
