"""Templates of a user's own may do anything: what they may not do is one line with the template and its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from omi_report.api import load
from omi_report.build_options import BuildOptions
from omi_report.document.tree import Document, Meta, ParagraphBlock, Part
from omi_report.errors import OmiError, OutputError
from omi_report.making import make
from omi_report.render.html import own_environment
from omi_report.render.html.own_environment import OwnEnvironment
from omi_report.render.html.page import Renderer
from omi_report.resources import templates_folder
from tests.conftest import write_files
from tests.samples import WESTMARK

META = Meta(
    "A report", "Northfold", "northfold", "Checks", "The Office", "en-GB", "draft", "2024-05", stage_notice="Draft."
)
REPORT = Document(META, (Part("songs", "songs", "Songs", (ParagraphBlock(("La",)),)),))

ENDLESS = [
    "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    '{% include "parts/songs.html" %}',
    "{% for i in range(10 ** 9) %}{% endfor %}",
    "{{ 10 ** 10000000000 }}",
    '{{ "a" * 10 ** 11 }}',
    '{{ "a" | center(10 ** 11) }}',
    '{% set n = namespace(x="ab") %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}',
    "{{ range(10 ** 12) | list }}",
]
FAILING = [
    "{{ 1 / 0 }}",
    '{{ "".__class__.__mro__ }}',
    "{{ bar() }}",
    "{{ none | inlines }}",
    '{{ "x" | date }}',
    "{{ [] + 1 }}",
    "{{ {}[1] }}",
    '{{ "%d" | format("x") }}',
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "{% for i in [1] %}" * 25 + "{% endfor %}" * 25,
    "{% if a %}",
    "{{",
    '{% extends "nowhere.html" %}',
]


@pytest.fixture
def few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_environment, "MOST_STEPS", 20_000)


@pytest.mark.usefixtures("few_steps")
@pytest.mark.parametrize("template", ENDLESS + FAILING)
def test_a_template_that_fails_or_never_ends_is_refused_with_its_line(tmp_path: Path, template: str) -> None:
    write_files(tmp_path, {"html/parts/songs.html": f"\n{template}"})
    with pytest.raises(OutputError) as error:
        _ = Renderer(REPORT, tmp_path).parts
    said = str(error.value)
    assert said.startswith(f"the template {tmp_path}/html/parts/songs.html:")
    line = said.removeprefix(f"the template {tmp_path}/html/parts/songs.html:").partition(" ")[0]
    assert line in ("1", "2")
    assert " cannot be used: " in said
    assert "\n" not in said


def test_a_report_takes_few_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = 0
    step = OwnEnvironment._step

    def counted(self: OwnEnvironment) -> None:
        nonlocal steps
        steps += 1
        step(self)

    monkeypatch.setattr(OwnEnvironment, "_step", counted)
    page = (templates_folder() / "html" / "report.html").read_text(encoding="utf-8")
    write_files(tmp_path, {"html/report.html": page})
    inspection = load(WESTMARK)
    own = make(inspection, BuildOptions(pdf=False, templates=tmp_path), None).outputs
    assert own == make(inspection, BuildOptions(pdf=False), None).outputs
    assert 100 < steps < own_environment.MOST_STEPS / 100


def test_a_page_that_is_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_environment, "MOST_CHARACTERS", 1000)
    write_files(tmp_path, {"html/parts/songs.html": '{{ "a" * 1001 }}'})
    with pytest.raises(OutputError, match=r"songs\.html cannot be used: it gives more than 1,000 characters"):
        _ = Renderer(REPORT, tmp_path).parts


def test_memory_is_limited_only_while_a_template_runs() -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    with pytest.raises(MemoryError), own_environment.memory_limited():
        bytearray(2 * own_environment.MOST_MEMORY)
    assert resource.getrlimit(resource.RLIMIT_AS) == before


@pytest.mark.parametrize("name", ["html/parts/songs.html", "css/extra.css"])
def test_what_is_not_utf_8_is_said_with_its_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_bytes(b"\xe9")
    with pytest.raises(OutputError, match=f"{name}.*is not UTF-8 text: save it as such"):
        Renderer(REPORT, tmp_path).screen_page()


def test_an_included_file_that_is_not_utf_8_is_said_with_its_name(tmp_path: Path) -> None:
    write_files(tmp_path, {"html/parts/songs.html": '{% include "parts/.hidden.html" %}'})
    (tmp_path / "html/parts/.hidden.html").write_bytes(b"\xe9")
    with pytest.raises(OutputError, match=r"parts/\.hidden\.html:1 cannot be used: it is not UTF-8 text"):
        _ = Renderer(REPORT, tmp_path).parts


TEMPLATES = sorted(
    path.relative_to(templates_folder()).as_posix()
    for path in templates_folder().rglob("*")
    if path.suffix in (".html", ".css")
)
SCRAPS = [
    *ENDLESS,
    *FAILING,
    *(
        "{{ x }}",
        "{%",
        "{{",
        "{#",
        "%}",
        "\0",
        "</section>",
        "}}}}",
        "/*",
        '"',
        "'",
        "\\",
        "url(",
        "a{width: calc(1/0)}",
    ),
    '<img src="http://x/y.png">',
    '<img src="images/no.png">',
    '<img src="file:///etc/passwd">',
    '<img src="//[">',
    '<img srcset="a 1x, b">',
    '<style>@import "x";</style>',
    '<div style="background: url(http://x)">',
    '<base href="http://x/">',
    '<a href="http://[">',
    "background: url(http://x);",
    "@import url(x);",
    "*{background: url(//[)}",
]


@st.composite
def mutants(draw: st.DrawFn) -> tuple[str, bytes]:
    """A template or style sheet of omi's with a few changes."""
    name = draw(st.sampled_from(TEMPLATES))
    text = (templates_folder() / name).read_text(encoding="utf-8")
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(SCRAPS) | st.text(max_size=3)) + text[at + draw(st.integers(0, 30)) :]
    data = text.encode(errors="surrogatepass")
    return name, data + b"\xff" if draw(st.integers(0, 20)) == 0 else data


def test_mutants_of_templates_are_used_or_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    inspection = load(WESTMARK)
    outcomes = set()

    @given(mutants())
    @settings(max_examples=60, deadline=None)
    def look(mutant: tuple[str, bytes]) -> None:
        name, data = mutant
        folder = tmp_path_factory.mktemp("own")
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes(data)
        said = refusal(folder)
        outcomes.add(said is None)
        assert said is None or ".html" in said or ".css" in said

    def refusal(folder: Path) -> str | None:
        try:
            make(inspection, BuildOptions(pdf=False, templates=folder), None)
        except OmiError as error:
            return str(error)
        return None

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(own_environment, "MOST_STEPS", 20_000)
        look()
    assert outcomes == {True, False}


def test_an_address_that_is_refused_stops_the_pdf_with_a_line(tmp_path: Path) -> None:
    part = '<section id="foreword"><p style="background: url(http://x/y)">a</p></section>'
    write_files(tmp_path, {"html/parts/foreword.html": part})
    with pytest.raises(OutputError) as error:
        make(load(WESTMARK), BuildOptions(html=False, templates=tmp_path), None)
    assert "http://x/y" in str(error.value)
