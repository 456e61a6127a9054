"""The documentation: its links lead somewhere, its commands exist, and what it lists is complete."""

from __future__ import annotations

import re
import shlex
import shutil
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from click.testing import CliRunner

from omi_report.cli.main import COMMANDS, main
from omi_report.document.inlines import Inline
from omi_report.document.kinds import PART_KINDS
from omi_report.document.shapes import kind_of
from omi_report.document.tree import Block
from omi_report.evidence.figures import FILTERS
from omi_report.lint.rules.references.unknown_target import ROLES
from omi_report.model.criterion import Percentage
from omi_report.model.framework import Framework
from omi_report.model.record import Record
from omi_report.model.schema import described
from omi_report.opendata.export import tables_of

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
BY_HAND = [page for page in PAGES if page.name not in ("rules.md", "commands.md")]

_FENCE = re.compile(r"^( *)(`{3,})(\w*)\n(.*?)^\1\2$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<!`)!?\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_KEY = re.compile(r"^\| `([a-z_.\[\]A-Z]+)` \|", re.MULTILINE)


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


# ---- links -----------------------------------------------------------------------------------------------------------


def without_code(text: str) -> str:
    return re.sub(r"(`+)(?:(?!`).)+\1", "", _FENCE.sub("", text))


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    headings = _HEADING.findall(_FENCE.sub("", page.read_text(encoding="utf-8")))
    plain = (re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading) for heading in headings)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in plain}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in _LINK.findall(without_code(page.read_text(encoding="utf-8"))):
        if "://" in target or target.startswith("mailto:"):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        assert file.exists(), target
        assert file.is_relative_to(ROOT), target
        assert not anchor or anchor in anchors(file), target


def test_every_page_is_in_the_index() -> None:
    index = ROOT / "docs/index.md"
    linked = {(index.parent / link.partition("#")[0]).resolve() for link in _LINK.findall(index.read_text("utf-8"))}
    assert {page for page in PAGES if page.is_relative_to(ROOT / "docs")} - {index} <= linked


# ---- commands --------------------------------------------------------------------------------------------------------


def command_of(name: str) -> click.Command:
    command = main.get_command(click.Context(main), name)
    assert command is not None, name
    return command


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples_and_is_in_the_pages(name: str) -> None:
    shown = CliRunner().invoke(main, [name, "--help"]).output
    assert re.search(rf"^ +Examples?:\n +omi {name}", shown, re.MULTILINE), f"no examples in: omi {name} --help"
    assert any(f"omi {name}" in page.read_text(encoding="utf-8") for page in BY_HAND)


def command_lines(page: Path) -> Iterator[str]:
    """Every call of omi in a page's code blocks, without comments and what the shell does with its output."""
    text = page.read_text(encoding="utf-8")
    blocks = [match[4] for match in _FENCE.finditer(text)]
    indented = re.findall(r"^    (.+)$", _FENCE.sub("", text), re.MULTILINE)
    for line in "\n".join([*blocks, *indented]).splitlines():
        if match := re.match(r" *(?:\$ )?(omi [a-z-]+(?: \S+)*?)(?: >.*|  .*| #.*)?$", line):
            yield match[1]


CALLS = [
    pytest.param(call, id=f"{name_of(page)}-{number}")
    for page in PAGES
    for number, call in enumerate(command_lines(page), start=1)
]


@pytest.mark.parametrize("call", CALLS)
def test_every_call_of_omi_is_one(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "house").mkdir()  # the template folder and the Word template of the examples
    (tmp_path / "house.docx").touch()
    name, *words = shlex.split(call)[1:]
    if name != "--help":
        # Raises where an option is not known. A command keeps its option of help as it was first asked for.
        command_of(name).make_context(name, words, **main.context_settings)


# ---- the tutorial ----------------------------------------------------------------------------------------------------


def test_the_tutorial_says_what_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("OMI_CACHE_DIR", str(tmp_path / "cache"))
    steps = 0
    for match in _FENCE.finditer(read("docs/tutorial.md")):
        if match[3] == "yaml" and (file := re.match(r"# (areas/\S+)\n", match[4])):
            (tmp_path / file[1]).write_text(match[4].removeprefix(file[0]), encoding="utf-8")
        if match[3] == "console":
            call, _, expected = match[4].partition("\n")
            result = CliRunner().invoke(main, shlex.split(call.removeprefix("$ omi ")))
            assert in_general(result.output) == in_general(expected), call
            steps += 1
    assert steps == 5


def in_general(output: str) -> str:
    """What a command said, without the numbers that a build is free to change."""
    return re.sub(r"[0-9.]+ (pages|s|warnings?)\b", r"N \1", output)


def test_the_readme_shows_a_real_message() -> None:
    example, message = (
        next(match[4] for match in _FENCE.finditer(read("README.md")) if match[3] == kind) for kind in ("yaml", "text")
    )
    tutorial = read("docs/tutorial.md")
    assert message in tutorial
    assert f"criteria/1.2.yaml\n{example}" in tutorial


def test_the_page_on_old_reports_shows_what_omi_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    shutil.copytree(ROOT / "areas" / "wessex", "areas/oldshire", ignore=shutil.ignore_patterns("evidence"))
    for path in Path("areas").rglob("*.yaml"):
        text = re.sub(r"\{\{[^}]*\}\}", "72%", path.read_text(encoding="utf-8"))
        path.write_text(re.sub(r"\npercentages:\n(?:[ #].*\n)*", "\n", text), encoding="utf-8")
    baseline = ["--baseline", "known.jsonl", "areas/oldshire"]
    said = [
        CliRunner().invoke(main, ["validate", "--no-cache", *arguments]).output
        for arguments in (["areas/oldshire"], ["--write-baseline", *baseline], baseline)
    ]
    path = next(Path("areas/oldshire/criteria").glob("1.1.yaml"))
    path.write_text(re.sub("72%.*", "most", path.read_text(encoding="utf-8")), encoding="utf-8")
    said.append(CliRunner().invoke(main, ["validate", "--no-cache", *baseline]).output)
    lines = {without_numbers(line) for output in said for line in output.splitlines()}
    shown = [match[4] for match in _FENCE.finditer(read("docs/how-to/old-report.md")) if match[3] == "text"]
    assert len(shown) == 4
    for line in "".join(shown).splitlines():
        if "more" in line or "known" in line or "files" in line or "OMI205" in line:
            assert without_numbers(line) in lines


def without_numbers(line: str) -> str:
    """A line of a long list without what changes with each rule: counts, places and what was found there."""
    return re.sub(r"\s+", " ", re.sub(r"«.*?»|:\d+|\d+", "N", line)).strip()


@pytest.mark.parametrize("page", BY_HAND, ids=name_of)
def test_every_yaml_in_the_pages_is_yaml(page: Path) -> None:
    for match in _FENCE.finditer(page.read_text(encoding="utf-8")):
        if match[3] == "yaml":
            for example in re.split(r"\n\n(?=\S)", match[4]):
                yaml.safe_load(example)


# ---- completeness ----------------------------------------------------------------------------------------------------

KINDS = described(PART_KINDS)


def models_in(annotation: Any) -> set[type[Record]]:
    """The models that a type is made of, and those that they are made of."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return {annotation}.union(*(models_in(slot.annotation) for slot in annotation.keys.values()))
    inner = typing.get_args(annotation)
    return set().union(*(models_in(each) for each in inner)) if inner else set()


def keys_of(model: type[Record]) -> set[str]:
    return {key for each in models_in(model) - {Percentage} if not each.whole for key in each.keys}


def words_of(model: type[Record]) -> set[str]:
    """The words that may stand in the values of a model: a page may explain each in a table of its own."""
    annotations = [slot.annotation for each in models_in(model) for slot in each.keys.values()]
    choices = (choice for each in annotations for choice in (each, *typing.get_args(each)))
    return {word for each in choices if typing.get_origin(each) is typing.Literal for word in typing.get_args(each)}


def named_in(text: str) -> set[str]:
    """Every word in a page's code, alone or at the end of a path: `team[].role` names role."""
    codes = re.findall(r"(`+)(.+?)\1(?!`)", text)
    return {word for _ticks, code in codes for word in re.findall(r"[a-z_]+", code)}


def section_about(heading: str) -> str:
    parts = re.split(r"^## ", read("docs/reference/format.md"), flags=re.MULTILINE)
    return next(part for part in parts if part.partition("\n")[0].replace("`", "") == heading)


LINKED = {
    "boxes": section_about("criteria/N.N.yaml"),
    **{f"idyaml-{kind}": section_about(f"ID.yaml: {kind}") for kind in ("facts", "table", "chart", "image")},
}
"""What stands in the section to which others lead for a part of their keys."""


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "framework"])
def test_the_format_names_every_key_and_no_other(kind: str) -> None:
    model, file = KINDS[kind]
    several = kind in PART_KINDS and PART_KINDS[kind].of_part
    section = section_about(f"{file}: {kind}" if several else file)
    linked = "".join(LINKED[link] for link in re.findall(r"\(#([a-z-]+)\)", section) if link in LINKED)
    assert keys_of(model) <= named_in(section) | named_in(linked)
    listed = {key.split(".")[-1].removesuffix("[]") for key in _KEY.findall(section)}
    assert listed <= keys_of(model) | words_of(model)


def test_the_page_of_the_report_names_every_type_of_block_and_inline() -> None:
    types = {kind_of(choice) for choice in (*typing.get_args(Block), *typing.get_args(Inline)) if choice is not str}
    tables = re.findall(r"^\| (.+?) \|", read("docs/reference/report.md"), re.MULTILINE)
    listed = {name for cell in tables for name in re.findall(r"`(\w+)`", cell)}
    assert listed == types


def test_the_format_names_every_key_of_a_figure() -> None:
    listed = set(_KEY.findall(section_about("Percentages")))
    assert listed == set(Percentage.keys)


def test_the_framework_page_names_every_key_and_no_other() -> None:
    page = read("docs/reference/framework.md")
    assert keys_of(Framework) <= named_in(page)
    assert {key.split(".")[-1].removesuffix("[]") for key in _KEY.findall(page)} <= keys_of(Framework)


@pytest.mark.parametrize("kind", PART_KINDS)
def test_the_framework_page_names_every_kind_of_part(kind: str) -> None:
    assert f"`{kind}`" in read("docs/reference/framework.md")


@pytest.mark.parametrize("name", FILTERS)
def test_the_page_on_texts_names_every_filter(name: str) -> None:
    assert f"| `{name}` |" in read("docs/reference/text.md")


@pytest.mark.parametrize("role", ROLES)
def test_the_page_on_texts_names_every_role(role: str) -> None:
    assert f"| `{role}` |" in read("docs/reference/text.md")
    assert f"{{{role}}}`" in read("docs/reference/text.md")


TABLES = tables_of(PART_KINDS)


@pytest.mark.parametrize("table", TABLES)
def test_the_page_on_data_names_every_column_of_an_export(table: str) -> None:
    assert f"| `{table}` | {', '.join(f'`{column}`' for column in TABLES[table])} |" in read("docs/reference/data.md")
