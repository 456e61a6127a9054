"""An area as open data: scores, percentages with count and base, the texts of the report, the values of its tables.

Everything here is a count, a percentage or a text of the report; no row of evidence is among it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from omi_report.disclosure.hidden import NOTHING, Hidden, hidden_in
from omi_report.document.references import References
from omi_report.document.texts import Texts
from omi_report.evidence.figures import Refusal
from omi_report.inspection import Inspection
from omi_report.language.language import Language
from omi_report.model.area import Area
from omi_report.model.attributes import name_of_attribute
from omi_report.model.base import Text
from omi_report.model.boxes import LIST, boxes_of
from omi_report.model.criterion import criterion_number
from omi_report.model.facts import OpenRecord
from omi_report.model.framework import Framework
from omi_report.model.identity import Identity
from omi_report.model.kinds import Kinds
from omi_report.opendata.measures import MEASURE_COLUMNS, MEASURES, measures_of
from omi_report.quantity import Quantity, percent_text
from omi_report.scoring.results import Row, Scores

_TABLES: dict[str, tuple[str, ...]] = {
    "scores": ("kind", "number", "title", "score", "unrounded", "fraction", "band", "conclusion", "grade", "note"),
    "questions": ("criterion", "question", "text", "summary", "count", "base", "percent", "suppressed"),
    "percentages": ("name", "percent", "count", "base", "question", "survey", "where", "suppressed"),
    "findings": ("id", "criterion", "kind", "letter", "text", "letter_id", "lead"),
}
_NAMES = {"attributes": ("survey", "attribute", "attribute_name", "value", "value_name")}
_MEASURES = {MEASURES: MEASURE_COLUMNS}
_BOXES = {"boxes": ("id", "criterion", "part", "kind", "title", "text")}


def tables_of(kinds: Kinds, framework: Framework | None = None) -> dict[str, tuple[str, ...]]:
    """Return the tables of an export and their columns, in order.

    Names of attributes and values are a table of their own, where the ``framework`` gives any.
    """
    tables = _TABLES | {table.name: table.columns for kind in kinds.values() if (table := kind.open_table)} | _BOXES
    return tables | (_NAMES if framework and _has_names(framework) else {}) | _MEASURES


def _has_names(framework: Framework) -> bool:
    own = (framework.attributes, *(survey.attributes for survey in framework.surveys))
    return any(attribute.has_names for attributes in own for attribute in attributes.values())


def export_data(inspection: Inspection, *, confidential: bool = False) -> dict[str, Any]:
    """Return the open data of an area without errors, less what its framework's policy on small counts hides.

    With ``confidential`` they hold everything: such data are for those who may read the evidence.
    """
    area, scores, figures = inspection.area, inspection.scores, inspection.figures
    policy, hidden = area.framework.disclosure, NOTHING if confidential else hidden_in(inspection)
    suppressed = policy.hides and not confidential
    texts = _texts(inspection)
    return {
        "area": area.identity.area,
        "framework": area.framework.framework,
        "inspectorate": area.framework.inspectorate,
        "stage": area.identity.stage,
        **_draft_of(area.identity),
        "inspected": str(area.identity.inspected),
        "published": str(area.identity.published) if area.identity.published else None,
        "isbn": area.identity.isbn,
        "cases": scores.cases,
        "minimum": policy.smallest if suppressed else None,
        "scores": list(_scores(scores, hidden, texts.language, exact=not suppressed)),
        "questions": list(_questions(scores, hidden)),
        "percentages": list(_percentages(area, figures, hidden)),
        "findings": list(_findings(inspection, texts)),
        **_tables_of_parts(inspection, texts),
        "boxes": list(_boxes(inspection, texts)),
        **({"attributes": list(_attributes(area.framework))} if _has_names(area.framework) else {}),
        MEASURES: list(measures_of(inspection)),
    }


def _draft_of(identity: Identity) -> Row:
    """The number of a draft and when it was sent; neither is known of a final report."""
    is_draft = identity.stage == "draft"
    return {
        "draft": identity.draft.number if is_draft else None,
        "drafted": str(identity.drafted) if is_draft and identity.drafted else None,
    }


def _attributes(framework: Framework) -> Iterator[Row]:
    """The names of attributes and their values, beside the ids that stand in ``where``."""
    for survey in (None, *framework.surveys_by_id):
        attributes = framework.attributes_of(survey)
        for name, attribute in attributes.items():
            for value in attribute.values:
                yield {
                    "survey": survey,
                    "attribute": name,
                    "attribute_name": name_of_attribute(name, attributes),
                    "value": value.id,
                    "value_name": value.name,
                }


def _texts(inspection: Inspection) -> Texts:
    area, language = inspection.area, inspection.language
    references = References(inspection.framework, inspection.outline, language)
    return Texts(area.identity.area, inspection.figures, references, language, area.pictures)


def plain_words(inspection: Inspection, text: Text) -> str:
    """Return a text of the framework as plain words: the title of the report."""
    return _texts(inspection).words(text)


def _scores(scores: Scores, hidden: Hidden, language: Language, *, exact: bool) -> Iterator[Row]:
    for result in scores.results:
        row = result.to_row(language=language, exact=exact)
        shown = {name: value for name, value in row.items() if name != "published"}
        if not hidden.questions.isdisjoint(question.id for question in result.questions):
            shown["note"] = ""  # it can say how many answers there were, and how many of them above the line
        yield shown


def _questions(scores: Scores, hidden: Hidden) -> Iterator[Row]:
    for row in scores.question_rows():
        gone = row["question"] in hidden.questions
        yield row | (dict.fromkeys(("count", "base", "percent")) if gone else {}) | {"suppressed": gone}


def _percentages(area: Area, figures: dict[str, Quantity | Refusal], hidden: Hidden) -> Iterator[Row]:
    for named in area.named_percentages():
        quantity = figures[named.full_name]
        if not isinstance(quantity, Quantity):
            continue
        gone = named.full_name in hidden.figures
        percent = None if quantity.percent is None else float(percent_text(quantity.percent, quantity.places))
        whole = percent if percent is None or quantity.places else int(percent)
        yield {
            "name": named.full_name,
            "percent": None if gone else whole,
            "count": None if gone else quantity.count,
            "base": None if gone else quantity.base,
            "question": named.percentage.question,
            "survey": named.percentage.survey,
            "where": {name: list(values) for name, values in named.percentage.where.items()},
            "suppressed": gone,
        }


def _findings(inspection: Inspection, texts: Texts) -> Iterator[Row]:
    placed = inspection.outline.placed
    for number, criterion in inspection.area.criteria.items():
        for kind in criterion.finding_kinds:
            for place, finding in zip(placed[number, kind.id], criterion.of_kind(kind), strict=True):
                yield {
                    "id": place.id,
                    "criterion": number,
                    "kind": kind.id,
                    "letter": kind.written(place.mark),
                    "text": texts.words(finding.text, number),
                    "letter_id": place.place_id,
                    "lead": texts.words(finding.lead, number) if finding.lead else None,
                }


def _boxes(inspection: Inspection, texts: Texts) -> Iterator[Row]:
    for file, kind, content in inspection.area.contents():
        number = criterion_number(file)
        scopes = {written.path: written.scope for written in kind.texts(content)}
        for index, (box, address) in enumerate(
            zip(boxes_of(content), inspection.outline.boxes.get(file, ()), strict=True)
        ):
            yield {
                "id": address.id,
                "criterion": number or None,
                "part": None if number else file.removesuffix(".yaml"),
                "kind": box.kind,
                "title": box.title,
                "text": texts.words(box.text, scopes[LIST, index, "text"]),
            }


def _tables_of_parts(inspection: Inspection, texts: Texts) -> dict[str, list[Row]]:
    """The tables that kinds of part have, by their names."""
    tables = {}
    for kind in inspection.area.part_kinds:
        if kind.open_table:
            content = inspection.area.content(kind)
            records = [_shown(record, texts) for record in kind.open_records(content)] if content else []
            addresses = inspection.outline.entries.get(kind.open_table.addresses, ())
            order = (kind.printed_order(content) if content else ()) or range(len(records))
            tables[kind.open_table.name] = [
                records[at] | ({"id": addresses[at].id} if addresses else {}) for at in order
            ]
    return tables


def _shown(record: OpenRecord, texts: Texts) -> Row:
    return {
        name: texts.words(value, record.scope) if isinstance(value, Text) else value
        for name, value in record.values.items()
    }
