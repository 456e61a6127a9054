"""A kind of part is one module: one that is handed in from outside is read, checked, scaffolded, built and exported."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from omi_report.build import Validated, lint
from omi_report.document.build import build_document
from omi_report.document.kinds import PART_KINDS
from omi_report.document.places import WantedNumber, places_of
from omi_report.inspection import Inspection, inspect
from omi_report.model.schema import described, schema_of
from omi_report.opendata.export import export_data, tables_of
from omi_report.opendata.export_tables import export_csv
from omi_report.policy import Policy
from omi_report.problems import Problem
from omi_report.render.html.page import Renderer
from omi_report.scaffold.area import scaffold
from omi_report.source.snapshot import Snapshot
from tests.own_kind import KIND
from tests.samples import inspected

KINDS = {**PART_KINDS, KIND.id: KIND}
PARTNERS = """\
partners:
  - id: police
    name: The police
    met: 17
    about: 1.1
    percentages:
      content: 7 of 10
    text: |
      Of those whom we met, {{ content | count }} were content; see {table}`partners-met`.
  - {id: health, name: Health, met: 23, about: 1.10, text: They had not been asked.}
"""


@pytest.fixture
def folder(small_area: Path) -> Path:
    framework = small_area / "framework.yaml"
    text = framework.read_text()
    part = "  - {kind: partners, heading: Partners}\n"
    text = text.replace("parts:\n", "disclosure: {none: The tests count each of a few people.}\nparts:\n")
    framework.write_text(text.replace("  - kind: sections\n", f"{part}  - kind: sections\n"))
    (small_area / KIND.file).write_text(PARTNERS)
    return small_area


def validated(folder: Path) -> Validated:
    return lint(inspect(Snapshot.of(folder), Policy(kinds=KINDS)))


def inspection(folder: Path) -> Inspection:
    found = validated(folder)
    assert [problem for problem in found.problems if problem.location.file.endswith(KIND.file)] == []
    assert found.sound is not None
    return found.sound


def problems(folder: Path, code: str) -> list[Problem]:
    return [problem for problem in validated(folder).problems if problem.code == code]


def test_its_file_is_read(folder: Path) -> None:
    content = inspection(folder).area.content(KIND)
    assert content is not None
    assert [partner.name for partner in content.partners] == ["The police", "Health"]


def test_without_it_its_part_is_unknown_and_so_its_file(folder: Path) -> None:
    found = inspect(Snapshot.of(folder), Policy(kinds=PART_KINDS))
    assert [(each.code, each.message) for each in found.problems] == [("OMI104", "there is no kind of part «partners»")]


@pytest.mark.parametrize(
    ("before", "after", "code", "line", "message"),
    [
        ("met: 17", "mett: 17", "OMI101", 4, "unknown key «mett»"),
        ("met: 17", "met: some", "OMI103", 4, "a whole number is expected here, and «some» was found"),
        ("about: 1.1\n", "about: 1.3\n", "OMI304", 5, "the framework has no criterion «1.3»"),
        ("id: health", "id: police", "OMI305", 10, "the partner «police» is given twice"),
        ("{{ content", "{{ contentt", "OMI201", 9, "there is no figure «contentt»"),
        ("{{ content | count }}", "most", "OMI202", 7, "no text uses the figure «content»"),
        ("asked.", "asked", "OMI511", 10, "the text does not end with a full stop"),
        ("They had", "Mr Smith had", "OMI610", 10, "«Mr Smith» may be a person's own name"),
    ],
)
def test_the_rules_look_into_its_file(
    folder: Path, before: str, after: str, code: str, line: int, message: str
) -> None:
    file = folder / KIND.file
    text = file.read_text()
    assert before in text
    file.write_text(text.replace(before, after, 1))
    found = [problem for problem in problems(folder, code) if problem.location.file == f"{folder}/{KIND.file}"]
    assert [(problem.location.line, problem.message[: len(message)]) for problem in found] == [(line, message)]


def test_a_missing_file_is_missed(folder: Path) -> None:
    (folder / KIND.file).unlink()
    (problem,) = problems(folder, "OMI011")
    assert problem.location.file == f"{folder}/{KIND.file}"


def test_a_final_report_lacks_it_where_it_is_empty(folder: Path) -> None:
    (folder / KIND.file).write_text("partners: []\n")
    identity = folder / "area.yaml"
    identity.write_text(f"{identity.read_text()}stage: final\n")
    messages = [problem.message for problem in problems(folder, "OMI706")]
    assert "the stage is final, and «Partners» would be empty: partners.yaml has no partners" in messages


def test_its_figures_and_texts_are_found(folder: Path) -> None:
    found = inspection(folder)

    def places(wanted: WantedNumber) -> list[str]:
        return [place.where for place in places_of(found, wanted)]

    assert places(WantedNumber("", frozenset({"police/content"}))) == ["partner The police"]
    assert places(WantedNumber("23")) == ["table: partners, partners met"]


def test_its_schema_fits_its_file(folder: Path) -> None:
    assert described(KINDS)[KIND.id].file == KIND.file
    schema = schema_of(KIND.id, KINDS)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(json.dumps(yaml.safe_load(PARTNERS))), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"partner": []}, schema)
    assert KIND.id in schema_of("framework", KINDS)["$defs"]["FrameworkPart"]["properties"]["kind"]["enum"]


def test_a_new_area_has_its_file(folder: Path, tmp_path: Path) -> None:
    files = scaffold(inspection(folder).framework, KINDS, "Southfold", "2024-05")
    assert f".schema/{KIND.id}.json" in files
    first, _, rest = files[KIND.file].partition("\n")
    assert first == "# yaml-language-server: $schema=.schema/partners.json"
    assert yaml.load(rest, yaml.BaseLoader)["partners"][0]["about"] == "1.1"


def test_it_is_built_with_its_table_in_its_place(folder: Path) -> None:
    document = build_document(inspection(folder))
    ids = [part.id for part in document.parts]
    assert ids[ids.index(KIND.id) + 1] == "section-1"
    page = Renderer(document).screen_page()
    shown = re.split(r'<section class="part partners[^"]*" id="partners">', page)[1].partition("</section>")[0]
    assert 'id="partner-police"' in shown
    assert "seven of the 10" in shown
    assert '<a class="ref" href="#table-3">Table\u00a03</a>' in shown


def test_its_template_is_taken_where_there_is_one(folder: Path, tmp_path: Path) -> None:
    template = tmp_path / "house" / "html" / "parts" / "partners.html"
    template.parent.mkdir(parents=True)
    template.write_text('<section id="{{ part.id }}">Ours: {{ part.heading }}</section>')
    page = Renderer(build_document(inspection(folder)), tmp_path / "house").screen_page()
    assert '<section id="partners">Ours: Partners</section>' in page


def test_its_table_is_exported(folder: Path) -> None:
    data, tables = export_data(inspection(folder)), tables_of(KINDS)
    assert data["partners"][0] == {
        "partner": "The police",
        "met": 17,
        "text": "Of those whom we met, seven of the 10 were content; see Table 3.",
    }
    last = export_csv(data, tables).splitlines()[-1]
    assert last.removesuffix(",draft").strip(",").split(",") == [
        "partners",
        *[""] * 12,
        "They had not been asked.",
        *[""] * 17,
        "Health",
        "23",
    ]
    assert {"name": "police/content", "count": 7, "base": 10}.items() <= data["percentages"][-1].items()


def test_omi_has_nothing_of_it(small_area: Path) -> None:
    assert KIND.id not in PART_KINDS
    assert inspected(small_area).area.content(KIND) is None
