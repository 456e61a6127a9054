"""A report as JSON and back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from omi_report.document.inlines import BreakInline, FigureInline, FigureValue
from omi_report.document.json_form import digest_of, document_json, document_of
from omi_report.document.json_schema import document_schema
from omi_report.document.tree import Block, Document, Meta, ParagraphBlock, Part
from omi_report.errors import DocumentError
from tests.unit.document.trees import values_of

META = Meta(
    "A report on Northfold", "Northfold", "northfold", "Inspections", "The Inspectorate", "en-GB", "draft", "2024-05"
)
FIGURE = FigureInline("83%", FigureValue((250, 3), 5, 6), "percent", "1.1/reviewed")
PART = Part("foreword", "foreword", "Foreword", (ParagraphBlock(("It was ", FIGURE, BreakInline(), ".")),))
REPORT = Document(META, (PART,))


@given(document=values_of(Document))
def test_there_and_back_is_the_same_report(document: Document) -> None:
    text = document_json(document)
    again = document_of(text)
    assert again == document
    assert document_json(again) == text
    assert [digest_of(part) for part in again.parts] == [digest_of(part) for part in document.parts]


@given(block=values_of(Block))
def test_there_and_back_is_the_same_block(block: Block) -> None:
    document = Document(META, (replace(PART, blocks=(block,)),))
    assert document_of(document_json(document)) == document


@settings(max_examples=50)
@given(document=values_of(Document))
def test_the_schema_allows_every_report(document: Document) -> None:
    jsonschema.Draft202012Validator(document_schema()).validate(json.loads(document_json(document)))


def test_what_has_its_default_is_left_out() -> None:
    value = json.loads(document_json(REPORT))
    assert value["format"] == 2
    assert value["parts"] == [
        {
            "id": "foreword",
            "kind": "foreword",
            "heading": "Foreword",
            "blocks": [
                {
                    "type": "paragraph",
                    "children": [
                        "It was ",
                        {
                            "type": "figure",
                            "text": "83%",
                            "value": {"percent": [250, 3], "count": 5, "base": 6},
                            "form": "percent",
                            "name": "1.1/reviewed",
                        },
                        {"type": "break"},
                        ".",
                    ],
                }
            ],
        }
    ]


def test_a_digest_is_that_of_the_part_alone_and_stays() -> None:
    # Others keep these digests beside their own work, so this one never changes.
    assert digest_of(PART) == "f7273b65b037ef23a3de9c1a127c47607638542c4b61cbfa29f983b1e09a64da"
    other = Part("foreword", "foreword", "Foreword", ())
    assert digest_of(other) != digest_of(PART)


def changed(**values: Any) -> str:
    return json.dumps(json.loads(document_json(REPORT)) | values)


def with_block(block: Any) -> str:
    part = {"id": "foreword", "kind": "foreword", "heading": "Foreword", "blocks": [block]}
    return changed(parts=[part])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "this is no JSON: "),
        ("[" * 100_000, "this is no JSON: "),
        ("[]", 'this is no report of omi: it has no "format": 2'),
        (changed(format=1), 'this is no report of omi: it has no "format": 2'),
        (changed(more=1), "the report: there is no «more» here"),
        (changed(parts=3), "/parts: 3 cannot stand here"),
        (changed(parts=[{"id": "x"}]), "/parts/0: «kind» is missing"),
        (changed(parts=[PART.id]), '/parts/0: "foreword" cannot stand here'),
        (with_block({"type": "song"}), '/parts/0/blocks/0: {"type": "song"} cannot stand here'),
        (with_block({"type": "paragraph", "children": [1.5]}), "/parts/0/blocks/0/children/0: 1.5 cannot stand here"),
        (with_block({"type": "paragraph", "children": [], "tight": 1}), "/parts/0/blocks/0/tight: 1 cannot stand here"),
        (with_block({"type": "heading", "level": True, "children": []}), "/parts/0/blocks/0/level: true cannot"),
    ],
)
def test_anything_else_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(DocumentError) as error:
        document_of(text)
    assert str(error.value).startswith(message)


def test_a_pair_is_of_two() -> None:
    figure = {"type": "figure", "text": "", "form": "percent", "value": {"percent": [1, 2, 3]}}
    with pytest.raises(DocumentError, match="/value/percent: two values are needed, not 3"):
        document_of(with_block({"type": "paragraph", "children": [figure]}))
