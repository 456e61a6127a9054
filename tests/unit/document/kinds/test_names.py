"""Nothing but its own module names a kind of part, its file, or a kind of finding.

What stands in a rule's manual page and in docstrings is an example for readers, and is passed over.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from omi_report.document.kinds import PART_KINDS
from omi_report.model.findings import DEFAULT_FINDINGS

PACKAGE = Path(__file__).parents[4] / "omi_report"
OWN = ("document/kinds/", "document/general/", "model/findings.py", "lint/rules/language/")
"""Where the kinds themselves stand; and the rules of language, which list words of English whatever they also mean."""

ORDINARY = set(
    """
    abbreviations acknowledgements contents glance imprint questions ratings recommendations scores sections summary
    """.split()
)
"""Ids that are words for other things as well: they give a kind away only beside a kind's id."""

EVERYDAY = set("chart facts image mixed table text".split())
"""Ids that are words for blocks, tokens and much else: they give a kind away only where a part's kind is looked at."""

FILES = [kind.file for kind in PART_KINDS.values() if kind.file]
PECULIAR = [
    *(name for name in PART_KINDS if name not in ORDINARY | EVERYDAY),
    *(word for kind in DEFAULT_FINDINGS for word in (kind.id, kind.key, kind.singular, kind.plural)),
]
WORDS = re.compile("|".join(map(re.escape, FILES)) + rf"|\b(?:{'|'.join(map(re.escape, PECULIAR))})\b", re.IGNORECASE)
IDENTIFIERS = re.compile(
    "|".join(
        rf"(?:\b|_){word.replace('-', '_')}(?:\b|_)|{word.title().replace('-', '')}(?![a-z])"
        for word in PECULIAR
        if " " not in word
    )
)


def named_in(source: str) -> list[tuple[int, str]]:
    """The places at which a module names a kind: line, and what stands there."""
    tree = ast.parse(source)
    examples = set(_examples(tree))
    found = []
    for node in ast.walk(tree):
        if node in examples or not isinstance(node, ast.expr | ast.stmt | ast.arg | ast.keyword | ast.MatchValue):
            continue
        found += [(node.lineno, name) for name in _identifiers(node) if IDENTIFIERS.search(name)]
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and WORDS.search(PLANS.sub("", node.value)):
            found.append((node.lineno, node.value))
        if isinstance(node, ast.Compare | ast.MatchValue):
            found += [(node.lineno, each) for each in _ids_compared(node)]
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("omi_report.document.kinds"):
            found += [(node.lineno, name.name) for name in node.names if name.name != "PART_KINDS"]
    return sorted(set(found))


def _examples(tree: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, and all that is handed to a Rule."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Rule":
            yield from ast.walk(node)


def _identifiers(node: ast.AST) -> list[str]:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.arg(arg=name) | ast.keyword(arg=str(name)):
            return [name]
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            return [name.asname or name.name for name in names]
        case _:
            return []


def _ids_compared(node: ast.Compare | ast.MatchValue) -> list[str]:
    """The ids that something called kind is held against; those of a pattern, whatever is matched."""
    around = ast.unparse(node)
    if isinstance(node, ast.Compare) and not re.search(r"\bkind\b|\.id\b", around):
        return []
    values = (each.value for each in ast.walk(node) if isinstance(each, ast.Constant))
    meant = PART_KINDS if re.search(r"\bpart\.kind\b|\bplaced\.", around) else PART_KINDS.keys() - EVERYDAY
    return [value for value in values if isinstance(value, str) and value in meant]


PLANS = re.compile(r"\bimprovement plans?\b", re.IGNORECASE)
"""What the area does after publication has nothing to do with a kind of finding."""

MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if not path.relative_to(PACKAGE).as_posix().startswith(OWN)]
SPELLING = {"lint/rules/house_style/misspellings.py", "lint/rules/judgement/side_words.py"}
"""Their words are those of the language: a sentence that speaks of a strength names no kind."""
KNOWING: Mapping[str, str] = {
    "migrate": "it changes files of former formats, and so names the kinds that these had",
    "importing": "it makes the files of the general kinds from a report, and knows them as their writers do",
    "docx": "as the templates of the page do, it looks at roles, and some begin with the kind that they are of",
    "govspeak": "likewise",
}
"""Rooms, and modules of their name, that may name kinds, each with the reason."""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_other_module_names_a_kind(path: Path) -> None:
    if path.relative_to(PACKAGE).as_posix() not in SPELLING and not {path.parent.name, path.stem} & KNOWING.keys():
        assert named_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ('FILE = "good-practice.yaml"', ["good-practice.yaml"]),
        ('hint = f"put {file} of summary.yaml right"', [" of summary.yaml right"]),
        ('if part.kind == "sections":\n    pass', ["sections"]),
        ('match part.kind:\n    case "scores":\n        pass', ["scores"]),
        ("area.good_practice", ["good_practice"]),
        ("criterion.strengths", ["strengths"]),
        ('message = "neither strengths nor areas for improvement"', ["neither strengths nor areas for improvement"]),
        ("def build_foreword(): ...", ["build_foreword"]),
        ("class ServiceUsers: ...", ["ServiceUsers"]),
        ('heading = "Improvement plan"', []),
        ('heading = "Improvement plan: improvements"', ["Improvement plan: improvements"]),
        ("standard_texts()", []),
        ("from omi_report.document.kinds import mixed", ["mixed"]),
        ("from omi_report.document.kinds.mixed import MixedContent", ["MixedContent"]),
        ("from omi_report.document.kinds import PART_KINDS", []),
        ('"""The foreword, and strengths."""', []),
        ('RULE = Rule("OMI999", bad="strengths:")', []),
        ("framework.sections", []),
        ('column = "summary"', []),
        ('if part.kind == "text":\n    pass', ["text"]),
        ('if token.type == "text":\n    pass', []),
        ('if role == "sections":\n    pass', []),
    ],
)
def test_the_test_can_fail(source: str, named: list[str]) -> None:
    assert [name for _line, name in named_in(source)] == named
