"""Reports that are made of known areas, in many manners, are imported, and compared with these areas."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from omi_report.document.build import context_of
from omi_report.importing.area_files import Imported, imported
from omi_report.importing.reading import read_report
from omi_report.importing.titles import Titles
from omi_report.inspection import Inspection
from omi_report.numbering import name_of
from omi_report.problems import Severity
from omi_report.workspace.importing import import_area
from tests.imported import flat, printed, tree, words, words_of
from tests.refresh import ROOT
from tests.reports import Line, Manner, as_text, as_word, lines_of, random_manner
from tests.samples import inspected

AREAS = ("wessex", "saltmere", "tarnmouth")
"""One with letters, scores and grades, and one with bullets, judgements and addressees."""

_FORMS: dict[str, Callable[[list[Line], Manner], bytes]] = {"txt": as_text, "docx": as_word}


@pytest.fixture(scope="module", params=AREAS)
def known(request: pytest.FixtureRequest) -> Inspection:
    return inspected(ROOT / "areas" / request.param)


@cache
def titles_of(name: str) -> Titles:
    return Titles(
        inspected(
            ROOT / "areas" / {"omi-2006": "hampshire", "pdu-2023": "saltmere", "cci-2009": "tarnmouth"}[name]
        ).framework
    )


def read(data: bytes, known: Inspection) -> Imported:
    titles = titles_of(known.framework.framework)
    report = read_report(data, "report")
    called = known.framework.framework
    return imported(report.pieces(titles), list(report.left), known.framework, called, "report", titles)


def findings_of(found: Imported, known: Inspection, number: str, key: str) -> list[str]:
    file = tree(found.files[f"criteria/{number}.yaml"])
    return [printed(each["text"], file.get("percentages", {}), known.framework) for each in file.get(key, [])]


def known_findings(known: Inspection, number: str, key: str) -> list[str]:
    texts = context_of(known).texts
    kind = next(each for each in known.framework.findings if each.key == key)
    findings = known.area.criteria[number].of_kind(kind)
    return [flat(texts.words(each.text, number)) for each in findings]


def assert_findings(found: Imported, known: Inspection) -> None:
    for number in known.framework.criteria:
        for kind in known.framework.findings:
            expected = known_findings(known, number, kind.key)
            assert findings_of(found, known, number, kind.key) == expected, (number, kind.key)


@pytest.mark.parametrize("form", _FORMS)
def test_everything_that_a_report_has_is_found(form: str, known: Inspection) -> None:
    manner = Manner()
    found = read(_FORMS[form](lines_of(known, manner), manner), known)
    assert_findings(found, known)
    parts: dict[str, Any] = {name: part for name, _kind, part in known.area.contents()}
    assert tree(found.files["area.yaml"])["area"] == known.area.identity.area
    assert tree(found.files["area.yaml"])["inspected"] == str(known.area.identity.inspected)
    assert tree(found.files["abbreviations.yaml"]) == parts["abbreviations.yaml"].root
    wanted: dict[str, tuple[str, str, Callable[[Any], Any]]] = {
        "recommendations.yaml": (
            "recommendations",
            "criteria",
            lambda each: list(each.criteria),
        ),
        "good-practice.yaml": ("stories", "criterion", lambda each: each.criterion),
        "service-users.yaml": ("groups", "title", lambda each: each.title),
    }
    for name, (key, field, of) in wanted.items():
        if name in parts:
            entries = tree(found.files[name])[key]
            said = [each.get(field, []) for each in entries]
            named = [name_of(each) if isinstance(each, str) else [name_of(one) for one in each] for each in said]
            expected = [of(each) for each in getattr(parts[name], key)]
            if form == "txt" and field == "title":  # who is quoted may stand in a line like a heading: it is asked then
                asked = {each.doubt.message for each in found.uncertain}
                named = [title for title in named if title in expected or f"is «{title}» a heading?" not in asked]
            assert named == expected, name


def assert_no_word_is_lost(found: Imported, lines: list[Line], known: Inspection) -> None:
    """But for the letters of findings and the numbers of recommendations, which come by themselves."""
    marks = {kind.mark_at(index) for kind in known.framework.findings for index in range(40)}
    numbers = {str(number) for number in range(1, 30)}
    lost = words("\n".join(line.text for line in lines)) - words_of(found, known.framework)
    assert {word: count for word, count in lost.items() if word not in marks | numbers} == {}


@pytest.mark.parametrize(("form", "seed"), [("txt", 0), ("txt", 1), ("txt", 2), ("docx", 3)])
def test_a_report_is_read_in_whatever_manner_it_is_set(form: str, seed: int, known: Inspection) -> None:
    manner = random_manner(random.Random(seed))
    lines = lines_of(known, manner)
    found = read(_FORMS[form](lines, manner), known)
    assert_findings(found, known)
    assert_no_word_is_lost(found, lines, known)


def test_no_word_is_lost_where_others_stand_between(known: Inspection) -> None:
    lines, noise = lines_of(known), random.Random(7)
    for _ in range(40):
        others = Line(noise.choice(["See Annex Q (ii).", "DRAFT", "•", "x | y < z & {q}"]))
        lines.insert(noise.randrange(len(lines)), others)
    assert_no_word_is_lost(read(as_text(lines), known), lines, known)


def test_the_area_can_be_loaded_and_its_report_has_the_framework_that_fits(known: Inspection, tmp_path: Path) -> None:
    report = tmp_path / "report.docx"
    report.write_bytes(as_word(lines_of(known)))
    made = import_area(report, tmp_path / "area", None)
    assert made.framework.called == known.framework.framework
    assert made.fitting == len(known.framework.criteria)
    for name, data in made.files.items():
        path = tmp_path / "area" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    again = inspected(tmp_path / "area")
    assert [each for each in again.problems if each.severity is Severity.ERROR] == []
    for uncertain in made.imported.uncertain:
        if uncertain.line:
            line = made.imported.files[uncertain.file].split("\n")[uncertain.line - 1]
            assert uncertain.doubt.message in line
