"""A framework → the file of a criterion of a new area."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from omi_report.model.findings import FindingKind
from omi_report.model.framework import CriterionDefinition, Framework
from omi_report.model.questions import KeyQuestion, Question
from omi_report.model.rated import rated_things
from omi_report.model.rating_rules import Level
from omi_report.model.scales import Scale
from omi_report.numbering import as_written
from omi_report.source.quoting import quoted

_WIDTH = 30
"""How much room a line has before what is said of it."""


def criterion_text(definition: CriterionDefinition, framework: Framework) -> str:
    """Return the text of a criterion's file: its statement, its questions and how to rate it, and its findings."""
    number = definition.number
    statement = textwrap.fill(
        " ".join(definition.statement.split()), width=100, initial_indent="# ", subsequent_indent="# "
    )
    lines = [
        f"# {as_written(number)} {_line(definition.title)}",
        statement,
        *_questions(definition, framework),
        f"criterion: {number}",
        *_result("criterion", number, framework),
        *_key_results(definition, framework),
        *_figures(definition, framework),
        *_findings(framework),
        *_boxes(framework),
    ]
    return "".join(f"{line}\n" for line in lines)


def _questions(definition: CriterionDefinition, framework: Framework) -> Iterator[str]:
    if definition.questions:
        yield framework.english.label("# %(Terms_question)s:")
        yield from map(_question, definition.questions)
    for key_question in definition.key_questions:
        called = framework.english.label("%(Term_key_question)s")
        yield f"# {called} {key_question.id}: {_line(key_question.text)}"
        yield from map(_question, key_question.questions)


def _question(question: Question) -> str:
    return f"#   {question.id:8} {_line(question.text)}"


def _line(text: str) -> str:
    """A text on one line, as a comment must be."""
    return " ".join(text.split())


def _result(level: Level, number: str, framework: Framework) -> Iterator[str]:
    """How the score and the rating of something are written, where it has any."""
    rule = framework.rule_of(level, number)
    scale = framework.scale_of(rule)
    if rule.judgement and scale:
        yield _said(f"# rating: {scale.bands[0].id}", f"what inspectors judge: {_ids(scale)}")
        if rule.reason == "needed":
            yield "# rating_reason: |"
            yield "#   What the rating rests on."
    elif rule.exists:
        things = rated_things(framework)
        thing = next(each for each in things.all if (each.level, each.number) == (level, number))
        if scored := _score(things.unit_of(thing)):
            yield scored
        if scale:
            yield _said(f"# rating: {scale.bands[0].id}", f"as published, or with a reason: {_ids(scale)}")


def _score(unit: str | None) -> str:
    match unit:
        case "per-cent":
            return _said("# score: 64", "per cent, as published; left out where there is evidence")
        case "points":
            return _said("# score: 9", "points, as published; left out where they are worked out")
        case _:
            return ""


def _ids(scale: Scale) -> str:
    return ", ".join(band.id for band in scale.bands)


def _said(line: str, about: str) -> str:
    return f"{line:{_WIDTH}}# {about}" if len(line) < _WIDTH else f"{line}  # {about}"


def _key_results(definition: CriterionDefinition, framework: Framework) -> Iterator[str]:
    """How results of key questions are written, where there is no evidence."""
    entries = [(each, entry) for each in definition.key_questions if (entry := _key_entry(each, framework))]
    if entries:
        yield "# key_questions:"
        yield from (f"#   {_value(key_question.id)}: {entry}" for key_question, entry in entries)


def _key_entry(key_question: KeyQuestion, framework: Framework) -> str:
    rule = framework.rule_of("key-question", key_question.id)
    scale = framework.scale_of(rule)
    if rule.judgement and scale:
        return f"{{rating: {scale.bands[0].id}}}"
    return "{score: 64}" if rule.exists else ""


def _figures(definition: CriterionDefinition, framework: Framework) -> Iterator[str]:
    """How figures are written and used, with a question and an attribute of the framework."""
    yield "# Every figure once, by a name of your own, and then {{ name }} in the text:"
    yield "# percentages:"
    yield "#   first-share: 97                         # a percentage"
    yield "#   first-count: 5 of 6                     # a count and its base"
    asked = [*definition.asked, *framework.questions.values()]
    if asked:
        attributes = framework.attributes.items()
        where = next((f", where: {{{quoted(name)}: {_value(each.ids[0])}}}" for name, each in attributes), "")
        yield f"#   first-result: {{question: {_value(asked[0].id)}{where}}}    # worked out from the evidence"
    yield "# In a text, {{ first-share }} gives 97%, {{ first-share | rest }} 3%,"
    yield "# {{ first-count | count }} five of the six."
    others = [number for number in framework.criteria if number != definition.number]
    if others:
        yield f"# {{criterion}}`{others[0]}` in a text refers to another {framework.terms.criterion}."


def _value(text: str) -> str:
    """A value inside braces: what begins with a figure may stand as it is, since omi reads every value as text."""
    return text if text[:1].isdigit() and "," not in text else quoted(text)


def _findings(framework: Framework) -> Iterator[str]:
    yield "# A finding has an id, its address in the report for good: write «- id: a-name» and, below it,"
    yield "# «text: |». When the texts are there, `omi ids` writes the ids that are missing."
    for kind in framework.findings:
        yield f"{kind.key}:"
        yield "  - text: |"
        yield f"      {_first(kind)}"


def _first(kind: FindingKind) -> str:
    """The blank of the first finding of a kind."""
    mark = kind.written(kind.mark_at(0))
    if not mark:
        return f"TODO: the first {kind.singular}."
    what = "letter" if kind.mark == "letters" else "number"
    comes = f"Its {what}, {mark if kind.prefix else f'({mark})'}, comes by itself."
    return f"TODO: the first {kind.singular}. {comes if not kind.runs_on else f'Its {what} comes by itself.'}"


def _boxes(framework: Framework) -> Iterator[str]:
    """How a box is written, where the framework has kinds of box."""
    if not framework.boxes:
        return
    yield "# Boxes stand below the findings, each in a frame. The kinds of box:"
    yield from (f"#   {kind.id:16} {kind.name}" for kind in framework.boxes)
    yield "# boxes:"
    yield f"#   - kind: {framework.boxes[0].id}"
    yield "#     title: its heading, if it has one"
    yield "#     pseudonyms: []                        # names in it that are changed"
    yield "#     text: |"
    yield "#       What it tells."
