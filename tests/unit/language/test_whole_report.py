"""A report can be written wholly in another language: nothing that the program itself says stays English.

The area's own words are in Greek letters here and the program's in an invented language, so every
Latin letter that a reader meets is one that the program wrote in English.
"""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from omi_report.cli.main import main
from omi_report.document.build import build_document
from omi_report.render.html.page import Renderer
from tests.catalogues import invented
from tests.samples import WESTMARK, inspected

_WORDS_OF_THE_AREA = frozenset(
    """
    acknowledgements actual area caption chief_inspector rating_reason difference group heading inspectorate
    names name national next_steps notice note office period predicted previous pseudonyms report_title role
    sample_notes signatory significance source statement target text title
    """.split()
)
_KEPT = re.compile(r"(\{\{.*?\}\}|\{\w+\}`[^`]*`|<https?:[^>]*>)")
_GREEK = str.maketrans(
    dict(zip("abcdefghijklmnopqrstuvwxyz", "αβξδεφγηιϳκλμνοπϙρστυϝωχψζ", strict=True))
    | dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ΑΒΞΔΕΦΓΗΙͿΚΛΜΝΟΠϘΡΣΤΥϜΩΧΨΖ", strict=True))
)
_SAID_EVERYWHERE = frozenset(
    {"JSON", "CSV", "ISBN", "https", "www", "example", "org", "register", "checks", "enquiries"}
)
"""Names of formats, which are the same in every language, and addresses."""


def in_greek(text: str) -> str:
    pieces = _KEPT.split(text)
    return "".join(piece if at % 2 else piece.translate(_GREEK) for at, piece in enumerate(pieces))


def translated(node: Any, *, words: bool = False) -> Any:
    """A file of an area with its words in Greek letters; keys, ids and numbers stay."""
    match node:
        case dict():
            return {key: translated(value, words=words or key in _WORDS_OF_THE_AREA) for key, value in node.items()}
        case list():
            return [translated(value, words=words) for value in node]
        case str() if words:
            return in_greek(node)
        case _:
            return node


def translated_framework(framework: dict[str, Any], language: str) -> dict[str, Any]:
    done: dict[str, Any] = translated(framework)
    for scale in done["scales"]:
        scale |= {key: in_greek(scale[key]) for key in ("name", "several") if key in scale}
        for band in scale["bands"]:
            if "conclusion" in band:
                band["conclusion"] = in_greek(band["conclusion"])
    for part in done["parts"]:
        if "texts" in part:
            part["texts"] = {name: in_greek(text) for name, text in part["texts"].items()}
    imprint = done["imprint"]
    imprint |= {key: in_greek(imprint[key]) for key in ("copyright", "formats", "complaints")}
    imprint["contact"]["address"] = [in_greek(line) for line in imprint["contact"]["address"]]
    done["attributes"]["case_type"] = [in_greek(value) for value in done["attributes"]["case_type"]]
    done["sections"][0]["criteria"][0]["questions"][1]["applies_to"]["case_type"] = in_greek("workshop")
    return done | {"language": language}


def translated_block(block: dict[str, Any]) -> dict[str, Any]:
    """A block of a part with the words that stand under keys which elsewhere hold ids."""
    chart, table = block.get("chart", {}), block.get("table", {})
    if "total" in chart:
        chart["total"] = in_greek(chart["total"])
    if "rows" in chart.get("data", {}):
        chart["data"]["rows"] = [in_greek(name) for name in chart["data"]["rows"]]
    for column in table.get("columns", ()):
        if "difference" in column:
            column["difference"] = ["actual", "predicted"]
    return block


def translated_file(name: str, tree: dict[str, Any], language: str) -> dict[str, Any]:
    """A file of an area with what is particular to it."""
    done: dict[str, Any] = translated(tree)
    match name.split("/"):
        case ["framework.yaml"]:
            return translated_framework(tree, language)
        case ["area.yaml"]:
            return done | {"sample": {in_greek(kind): cases for kind, cases in tree["sample"].items()}}
        case ["context.yaml" | "performance.yaml"]:
            return done | {"blocks": [translated_block(each) for each in done["blocks"]]}
        case ["abbreviations.yaml"]:
            return {in_greek(short): in_greek(expansion) for short, expansion in tree.items()}
        case ["summary.yaml"]:
            return done | {"sections": {number: in_greek(text) for number, text in tree["sections"].items()}}
        case ["criteria", _]:
            for side in ("strengths", "improvements"):
                done[side] = [in_greek(each) if isinstance(each, str) else each for each in done[side]]
            if tree["criterion"] == "1.2":
                done["improvements"].append(in_greek("Nobody had looked at it."))
            return done
        case _:
            return done


@pytest.fixture
def area(invented_language: str, tmp_path: Path) -> Path:
    folder = tmp_path / "westmark"
    for path in WESTMARK.rglob("*.yaml"):
        name = path.relative_to(WESTMARK).as_posix()
        # nothing is taken for a number or a date: 1.10 stays what it is
        tree = translated_file(name, yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader), invented_language)
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8")
    # Its words mix Greek and Latin letters, which is a fault in others.
    (tmp_path / "omi.toml").write_text('ignore = ["OMI518"]\n', encoding="utf-8")
    return folder


class Reader(HTMLParser):
    """Collects what people read or hear of a page: its text, and the attributes that are read out or shown."""

    shown = ("title", "alt", "aria-label", "data-title", "data-stage", "summary", "label", "placeholder")

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("style", "script")
        values: dict[str, str | None] = dict(attrs)
        names = [*self.shown, *(["content"] if values.get("name") in ("description", "keywords", "author") else [])]
        self.texts += [value for name in names if (value := values.get(name))]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("style", "script")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.texts.append(data)


def latin_words(texts: list[str]) -> dict[str, str]:
    """The words in Latin letters, each with the text that it stands in."""
    found = {word: text for text in texts for word in re.findall(r"[A-Za-z]{2,}", text)}
    return {word: text for word, text in found.items() if word not in _SAID_EVERYWHERE}


def texts_of(area: Path, *options: str) -> list[str]:
    """Build the HTML of an area and read it."""
    output = area.parent / "out"
    built = CliRunner().invoke(main, ["build", "--html", str(area), "-o", str(output), *options])
    assert built.exit_code == 0, built.output
    reader = Reader()
    reader.feed((output / area.name / "report.html").read_text(encoding="utf-8"))
    return reader.texts


@pytest.mark.parametrize("stage", ["final", "draft"])
def test_nothing_that_a_reader_meets_is_english(area: Path, stage: str) -> None:
    identity = area / "area.yaml"
    identity.write_text(identity.read_text(encoding="utf-8").replace("stage: final", f"stage: {stage}"))
    texts = texts_of(area)
    assert latin_words(texts) == {}
    shown = " ".join(texts)
    for said in (
        "Strengths",
        "Area for improvement",
        "Areas for improvement",
        "First used in",
        "Chart",
        "Skip the contents",
    ):
        assert invented(said) in shown
    assert f"17 {invented('of')} {invented('the')} 20" in shown
    assert "61·5٪" in shown
    assert f"2024·{invented('September')}·16" in shown
    assert "1’250" in shown
    assert in_greek("trainee") + "›" + in_greek("s") in shown  # the mark that an apostrophe becomes


def test_reasons_why_there_is_no_score_are_not_english(area: Path) -> None:
    for name, key in (("1.1", "score"), ("2.1", "rating")):
        path = area / "criteria" / f"{name}.yaml"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if not line.startswith(f"{key}:")), encoding="utf-8")
    reader = Reader()
    reader.feed(Renderer(build_document(inspected(area))).screen_page())
    assert latin_words(reader.texts) == {}
    for said in ("not scored", "not rated", "no score is published"):
        assert invented(said) in [text.replace("\u00a0", " ").strip() for text in reader.texts]


def test_a_word_of_english_in_a_template_would_be_found(area: Path, tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    (templates / "html" / "parts").mkdir(parents=True)
    own = '<section id="{{ part.id }}"><h2>{{ part.heading }}</h2><p>Signed by</p></section>'
    (templates / "html" / "parts" / "foreword.html").write_text(own)
    assert set(latin_words(texts_of(area, "--template-dir", str(templates)))) == {"Signed", "by"}


def test_nothing_in_the_data_is_english(area: Path) -> None:
    exported = CliRunner().invoke(main, ["export", str(area)])
    assert exported.exit_code == 0, exported.output
    data = json.loads(exported.output)
    said = [record["note"] for record in data["scores"]] + [each["text"] for each in data["findings"]]
    assert latin_words(said) == {}
    assert invented("as published") in said
