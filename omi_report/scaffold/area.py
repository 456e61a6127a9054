"""A framework → the files of a new area, commented, with every blank marked TODO."""

from __future__ import annotations

import json
import textwrap
from typing import Any

from omi_report.model.attributes import name_of_attribute
from omi_report.model.criterion import criterion_file
from omi_report.model.file_kinds import CRITERION, IDENTITY
from omi_report.model.findings import FindingKind
from omi_report.model.framework import CriterionDefinition, Framework
from omi_report.model.kinds import FileKind, Kinds
from omi_report.model.part_files import kinds_in_area
from omi_report.model.schema import described, schema_of

SCHEMA_FOLDER = ".schema"


def scaffold(framework: Framework, kinds: Kinds, area: str, inspected: str) -> dict[str, str]:
    """Return the text of every file of a new area by its path in the folder.

    ``kinds`` are the kinds of part that there are. ``area`` is the area's name, ``inspected`` the month of the
    inspection (``2007-11``).
    """
    wanted = {part.kind for part in framework.parts}
    files = {IDENTITY.file: _with_schema_line(IDENTITY, _identity(framework, area, inspected))}
    for kind in kinds_in_area(framework, kinds):
        if kind.scaffold and kind.id in wanted:
            files[kind.file] = _with_schema_line(kind, kind.scaffold(framework))
    for section in framework.sections:
        for definition in section.criteria:
            text = _criterion(definition, framework) + _boxes(framework)
            files[criterion_file(definition.number)] = _with_schema_line(CRITERION, text)
    for name in described(kinds):
        schema = schema_of(name, kinds, framework)
        files[f"{SCHEMA_FOLDER}/{name}.json"] = json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
    return files


def _with_schema_line(kind: FileKind[Any], text: str) -> str:
    up = "../" * kind.file.count("/")
    return f"# yaml-language-server: $schema={up}{SCHEMA_FOLDER}/{kind.id}.json\n{text}"


def _lines(text: str) -> str:
    return textwrap.dedent(text).lstrip("\n")


def _identity(framework: Framework, area: str, inspected: str) -> str:
    sample = ", ".join(f"{value}: 0" for value in framework.sample_values)
    divided = name_of_attribute(framework.sample_by, framework.attributes)
    drafted, published = _months_after(inspected, 2), _months_after(inspected, 4)
    return _lines(f"""
        # Which inspection this is. Lines that begin with a number sign are comments for you; the report ignores them.
        area: {json.dumps(area, ensure_ascii=False)}
        framework: {framework.framework}
        stage: draft                # draft: for the area to check; final: for publication
        inspected: {inspected}
        # drafted: {drafted}          # when the area was sent the draft to check
        # published: {published}        # the month, or the day: {published}-15
        # isbn: 978 0 00000 000 2
        # chief_inspector: Name
        # Cases in the sample, by {divided}.
        sample: {{{sample}}}
        team:
          - role: HM Inspectors
            names: [TODO]
        acknowledgements: |
          TODO: thank the area and the assessors.
    """)


def _months_after(date: str, months: int) -> str:
    """The month that lies so many months after that of a date."""
    year, month = (int(figures) for figures in date.split("-")[:2])
    years, month = divmod(month - 1 + months, 12)
    return f"{year + years:04}-{month + 1:02}"


def _criterion(definition: CriterionDefinition, framework: Framework) -> str:
    rule = framework.rule_of("criterion", definition.number)
    scale = framework.scale_of(rule)
    judged = f"# rating: {scale.bands[0].id}" if rule.judgement and scale else "# score: 64                  # per cent"
    questions = "".join(f"#   {question.id:8} {question.text}\n" for question in definition.asked)
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
            # A finding has an id, its address in the report for good: write «- id: plans-on-time» and, below it,
            # «text: |». When the texts are there, `omi ids` writes the ids that are missing.
        """)
        + "".join(f"{kind.key}:\n  - text: |\n      {_first(kind)}\n" for kind in framework.findings)
    )


def _first(kind: FindingKind) -> str:
    """The blank of the first finding of a kind."""
    marked = {
        "letters": " Its letter, (a), comes by itself.",
        "numbers": " Its number, (1), comes by itself.",
        "none": "",
    }
    return f"TODO: the first {kind.singular}.{marked[kind.mark]}"


def _boxes(framework: Framework) -> str:
    """How a box is written, where the framework has kinds of box."""
    if not framework.boxes:
        return ""
    listed = "".join(f"#   {kind.id:16} {kind.name}\n" for kind in framework.boxes)
    return (
        f"# Boxes stand below the findings, each in a frame. The kinds of box:\n{listed}"
        f"# boxes:\n#   - kind: {framework.boxes[0].id}\n#     title: its heading, if it has one\n"
        "#     pseudonyms: [names in it that are changed]\n#     text: |\n#       What it tells.\n"
    )
