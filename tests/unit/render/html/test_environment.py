"""Where templates come from, and what they can use."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from omi_report.language.known import ENGLISH
from omi_report.render.charts.bars import STANDARD
from omi_report.render.html.blocks import BlockWriter
from omi_report.render.html.environment import ANY_PART, date_text, environment_of, error_place
from omi_report.resources import templates_folder
from tests.conftest import write_files


def environment(*overrides: Path) -> jinja2.Environment:
    found = environment_of(ENGLISH, [*overrides, templates_folder()], STANDARD, ("foreword", "title-page"))
    found.filters |= BlockWriter(found).filters
    return found


def test_a_kind_without_a_template_has_that_of_any_part_under_omi() -> None:
    generic = environment().get_template("omi/parts/foreword.html")
    assert generic.filename == str(templates_folder() / "html" / ANY_PART)
    own = environment().get_template("omi/parts/title-page.html")
    assert own.filename == str(templates_folder() / "html/parts/title-page.html")


@pytest.mark.parametrize("name", ["omi/parts/forward.html", "parts/foreword.html", "omi/blocks/song.html"])
def test_what_is_not_there_is_missing(name: str) -> None:
    with pytest.raises(jinja2.TemplateNotFound):
        environment().get_template(name)


def test_an_override_is_taken_before_omi_s_own(tmp_path: Path) -> None:
    write_files(tmp_path, {"html/blocks/verbatim.html": "mine", "html/part.html": "mine too"})
    found = environment(tmp_path)
    assert found.get_template("blocks/verbatim.html").render() == "mine"
    assert found.select_template(["parts/foreword.html", ANY_PART]).render() == "mine too"
    assert found.get_template("omi/blocks/verbatim.html").render(block={"text": "x"}) == "<pre>x</pre>"


@pytest.mark.parametrize(("date", "words"), [("2007-11", "November 2007"), ("2007-11-05", "5\u00a0November 2007")])
def test_a_date_is_written_in_words(date: str, words: str) -> None:
    assert date_text(date, ENGLISH) == words.replace("\u00a0", " ")


def test_an_error_is_at_the_line_of_its_template(tmp_path: Path) -> None:
    write_files(tmp_path, {"html/one.html": "\n{{ nothing }}", "html/two.html": "\n\n{% if %}"})
    found = environment(tmp_path)
    with pytest.raises(jinja2.UndefinedError) as undefined:
        found.get_template("one.html").render()
    assert error_place(undefined.value, "one.html") == f"{tmp_path}/html/one.html:2"
    with pytest.raises(jinja2.TemplateSyntaxError) as syntax:
        found.get_template("two.html")
    assert error_place(syntax.value, "two.html") == f"{tmp_path}/html/two.html:3"
    assert error_place(jinja2.TemplateNotFound("three.html"), "three.html") == "three.html"
