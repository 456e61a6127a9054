"""A null of YAML stands for what is left out: in each optional place it is as good as nothing, elsewhere a fault."""

from __future__ import annotations

import re
import typing
from decimal import Decimal
from typing import Any, Literal

import pytest
import yaml

from omi_report.document.general.charts import ChartContent, ChartSource, NamedChart
from omi_report.document.general.tables import NamedTable, TableContent
from omi_report.document.kinds import PART_KINDS
from omi_report.document.kinds.mixed import MixedBlock
from omi_report.model.base import NamedFigure, ReportDate, Text
from omi_report.model.constraints import Pattern, Range
from omi_report.model.criterion import Percentage
from omi_report.model.disclosure_policy import DisclosurePolicy
from omi_report.model.imprint import Contact, MailAddress, TelephoneNumber, WebAddress
from omi_report.model.rating_rules import When
from omi_report.model.readers import ShapeFault, read
from omi_report.model.record import Record, Slot
from omi_report.model.schema import described, schema_of
from omi_report.numbering import PATTERN
from omi_report.source.reader import read_tree

NULLS = ["null", "Null", "NULL", "~", ""]
HERE = "HERE"
"""Stands in a file that is made where the null is to stand."""


def records_in(annotation: Any) -> set[type[Record]]:
    """The records that a type is made of, and those that they are made of."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return {annotation}.union(*(records_in(slot.annotation) for slot in annotation.keys.values()))
    return set().union(*(records_in(each) for each in typing.get_args(annotation)))


RECORDS = sorted(
    {record for each in described(PART_KINDS).values() for record in records_in(each.model)},
    key=lambda each: each.__name__,
)
SLOTS = [(record, slot) for record in RECORDS if not record.whole for slot in record.keys.values()]
OPTIONAL = [pytest.param(*each, id=f"{each[0].__name__}.{each[1].name}") for each in SLOTS if not each[1].is_required]
NEEDED = [pytest.param(*each, id=f"{each[0].__name__}.{each[1].name}") for each in SLOTS if each[1].is_required]

PICTURE = re.compile(r"png\|jpe")
WRITTEN = {
    PATTERN: "1.2",
    typing.get_args(MailAddress)[1].pattern: "a@example.org",
    typing.get_args(TelephoneNumber)[1].pattern: "0161 496 0000",
    typing.get_args(WebAddress)[1].pattern: "https://example.org",
}
PLAIN: dict[Any, Any] = {
    str: "x",
    Text: "x",
    NamedFigure: "1.2/x",
    ReportDate: "2007-11",
    int: "1",
    Decimal: "1",
    bool: "yes",
}


MEANT: dict[type[Record], dict[str, Any]] = {
    DisclosurePolicy: {"minimum": "5"},
    Percentage: {"percent": "5"},
    When: {"number": "1.2", "rated": "poor"},
}
"""What a record must say as a whole, though no single key is needed."""
INSTEAD: dict[str, dict[str, Any]] = {
    "minimum": {"none": "x"},
    "percent": {"question": "1.2.1"},
    "number": {"at_least": "1", "of": "criteria"},
    "rated": {"below": "50"},
}
"""What may be said in place of such a key."""


def small(annotation: Any) -> Any:
    """A value of a type, as it is written in a file."""
    if isinstance(annotation, type):
        return smallest(annotation) if issubclass(annotation, Record) else PLAIN[annotation]
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Literal:
        return arguments[0]
    if origin is tuple:
        return [small(arguments[0])]
    if origin is dict:
        return {small(arguments[0]): small(arguments[1])}
    for constraint in arguments[1:]:
        if isinstance(constraint, Pattern) and PICTURE.search(constraint.pattern):
            return "a.png"
        if isinstance(constraint, Pattern) and constraint.pattern in WRITTEN:
            return WRITTEN[constraint.pattern]
        if isinstance(constraint, Range):
            return str(constraint.lowest)
    return small(arguments[0])


ROWS = {"rows": [{"x": "1"}]}
ONE_OF: dict[type[Record], tuple[dict[str, Any], ...]] = {
    TableContent: (ROWS, {"groups": [{}]}),
    NamedTable: (ROWS, {"groups": [{}]}),
    ChartContent: ({"data": {"sample": "yes"}}, {"columns": [{"id": "x", "heading": "x"}]} | ROWS),
    NamedChart: ({"data": {"sample": "yes"}}, {"columns": [{"id": "x", "heading": "x"}]} | ROWS),
    ChartSource: ({"sample": "yes"}, {"table": "x"}),
    Contact: ({"address": ["x"]}, {"telephone": "0161 496 0000"}),
    MixedBlock: ({"heading": "x"}, {"text": "x"}),
}
"""Records of which one of some keys must be given: two of these."""


def smallest(record: type[Record], without: str = "") -> dict[str, Any]:
    """The keys that a record needs, with values; where there is a choice, not the key ``without``."""
    needed = {slot.name: small(slot.annotation) for slot in record.keys.values() if slot.is_required}
    chosen = next((each for each in ONE_OF.get(record, ()) if without not in each), {})
    return needed | chosen | MEANT.get(record, {})


def read_from(record: type[Record], values: dict[str, Any], null: str) -> tuple[Any, list[ShapeFault]]:
    """Write values to a file, with a null at its place, and read it."""
    tree, problems = read_tree(yaml.safe_dump(values, sort_keys=False).replace(HERE, null), "a.yaml")
    assert not problems
    return read(record, tree)


def test_there_are_enough_of_them() -> None:
    assert len(RECORDS) > 25
    assert len(OPTIONAL) > 60
    assert len(NEEDED) > 50


@pytest.mark.parametrize("null", NULLS)
@pytest.mark.parametrize(("record", "slot"), OPTIONAL)
def test_in_an_optional_place_it_is_as_good_as_nothing(record: type[Record], slot: Slot, null: str) -> None:
    values = smallest(record, slot.name) | (INSTEAD.get(slot.name, {}) if record in MEANT else {})
    values.pop(slot.name, None)
    if slot.name in ("at_least", "of", "below") and record in MEANT:
        values = smallest(record)
    without = read_from(record, values, "")
    assert not without[1]
    assert read_from(record, values | {slot.name: HERE}, null) == without


@pytest.mark.parametrize("null", NULLS)
@pytest.mark.parametrize(("record", "slot"), NEEDED)
def test_in_a_place_that_must_be_filled_it_is_a_fault_there(record: type[Record], slot: Slot, null: str) -> None:
    found, faults = read_from(record, smallest(record) | {slot.name: HERE}, null)
    assert found is None
    assert [(fault.type, fault.path, fault.found) for fault in faults] == [("no_value", (slot.name,), null)]


@pytest.mark.parametrize("null", NULLS)
@pytest.mark.parametrize(("record", "slot"), [each for each in SLOTS if typing.get_origin(each[1].annotation) is tuple])
def test_in_a_list_it_is_a_fault(record: type[Record], slot: Slot, null: str) -> None:
    _, faults = read_from(record, smallest(record) | {slot.name: [HERE]}, null)
    assert [(fault.type, fault.path) for fault in faults] == [("no_value", (slot.name, 0))]


@pytest.mark.parametrize("null", NULLS)
@pytest.mark.parametrize(("record", "slot"), [each for each in SLOTS if typing.get_origin(each[1].annotation) is dict])
def test_as_the_value_of_a_name_it_is_a_fault(record: type[Record], slot: Slot, null: str) -> None:
    name = small(typing.get_args(slot.annotation)[0])
    _, faults = read_from(record, smallest(record) | {slot.name: {name: HERE}}, null)
    assert [(fault.type, fault.path) for fault in faults] == [("no_value", (slot.name, name))]


@pytest.mark.parametrize("written", ["'null'", '"~"', "|\n    null", "nulls", "no"])
@pytest.mark.parametrize("key", ["signatory", "office", "text"])
def test_in_quotes_it_is_a_text(written: str, key: str) -> None:
    model = described(PART_KINDS)["foreword"].model
    found, faults = read_from(model, {"text": "x", "signatory": "x"} | {key: HERE}, written)
    assert not faults
    assert getattr(found, key).strip() == written.strip("'\"|\n ")


def nulls_in(node: Any) -> list[Any]:
    """Where a schema offers a null."""
    if isinstance(node, dict):
        own = [node] if "null" in str(node.get("type", "")) or node.get("default", "") is None else []
        return own + [found for inner in node.values() for found in nulls_in(inner)]
    return [found for inner in node for found in nulls_in(inner)] if isinstance(node, list) else []


@pytest.mark.parametrize("kind", described(PART_KINDS))
def test_no_schema_offers_one(kind: str) -> None:
    schema = schema_of(kind, PART_KINDS)
    assert len(str(schema)) > 100
    assert nulls_in(schema) == []
