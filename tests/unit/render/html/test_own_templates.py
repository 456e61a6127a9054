"""Everything in a template folder is read, or the build says what is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from omi_report.cli.main import main
from omi_report.document.kinds import PART_KINDS
from omi_report.errors import OutputError
from omi_report.render.html.own_templates import check
from omi_report.resources import templates_folder
from tests.samples import WESTMARK

KINDS = [kind.template for kind in PART_KINDS.values()]


def house_of(tmp_path: Path, files: dict[str, str]) -> Path:
    house = tmp_path / "house"
    house.mkdir()
    for name, text in files.items():
        (house / name).parent.mkdir(parents=True, exist_ok=True)
        (house / name).write_text(text, encoding="utf-8")
    return house


def complaint(house: Path) -> str:
    with pytest.raises(OutputError) as caught:
        check(house, templates_folder(), KINDS)
    return str(caught.value).replace(str(house), "HOUSE")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("html/part/forward.html", " (did you mean html/parts/foreword.html?)"),
        ("html/parts/forword.html", " (did you mean html/parts/foreword.html?)"),
        ("html/foreword.html", " (did you mean html/parts/foreword.html?)"),
        ("html/parts/Foreword.html", " (did you mean html/parts/foreword.html?)"),
        ("html/parts/foreword.htm", " (did you mean html/parts/foreword.html?)"),
        ("html/quite-another.html", ""),
        ("css/extra.scss", " (did you mean css/extra.css?)"),
        ("css/prnit.css", " (did you mean css/print.css?)"),
        ("css/large-print/pint.css", " (did you mean css/large-print/print.css?)"),
        ("fonts/House-Regular.ttf", " (give it the name of one of omi's fonts, or name it in a style sheet)"),
        ("css/tile.png", ""),
    ],
)
def test_a_file_that_nothing_reads_is_named(tmp_path: Path, name: str, hint: str) -> None:
    house = house_of(tmp_path, {name: "", "html/parts/summary.html": "x"})
    assert complaint(house) == f"nothing reads this in the template folder HOUSE: {name}{hint}"


@pytest.mark.parametrize(
    ("name", "shown", "hint"),
    [
        ("parts/foreword.html", "parts", " (did you mean html/parts?)"),
        ("foreword.html", "foreword.html", " (did you mean html/parts/foreword.html?)"),
        ("extra.css", "extra.css", " (did you mean css/extra.css?)"),
        ("HTML/parts/foreword.html", "HTML", " (did you mean html?)"),
        ("image/logo.png", "image", " (did you mean images?)"),
    ],
)
def test_what_lies_in_the_wrong_place_is_named(tmp_path: Path, name: str, shown: str, hint: str) -> None:
    house = house_of(tmp_path, {name: "", "html/parts/summary.html": "x"})
    assert complaint(house) == f"nothing reads this in the template folder HOUSE: {shown}{hint}"


@pytest.mark.parametrize(
    "files",
    [{}, {"README.md": "x"}, {"html/.DS_Store": "x", "css/README": ""}, {"drawings/logo.xcf": ""}],
)
def test_a_folder_in_which_nothing_is_read_is_said_to_be_empty(tmp_path: Path, files: dict[str, str]) -> None:
    assert complaint(house_of(tmp_path, files)).startswith(
        "the template folder HOUSE is empty: templates go into html/"
    )


READ = {
    "html/report.html": "x",
    "html/macros.html": "x",
    "html/parts/foreword.html": '{% extends "imprint/base.html" %}{% import "omi/macros.html" as m %}',
    "html/imprint/base.html": '{% include "imprint/address.html" %}{% trans %}One{% endtrans %}',
    "html/imprint/address.html": '<img src="html/imprint/press.png" alt="">',
    "html/imprint/press.png": "",
    "css/extra.css": '@font-face { src: url("../fonts/House.woff2") } p { background: url(tile.svg) }',
    "css/tile.svg": "<svg/>",
    "css/large-print/print.css": "",
    "fonts/House.woff2": "",
    "fonts/AtkinsonHyperlegibleNext-Bold.ttf": "",
    "images/anything.tiff": "",
}


def test_what_is_read_is_passed_over(tmp_path: Path) -> None:
    check(house_of(tmp_path, READ), templates_folder(), KINDS)


LEFTOVERS = """
    html/parts/.foreword.html.swp html/parts/foreword.html~ html/#foreword.html# html/README.md html/.idea/parts.html
    css/.DS_Store css/extra.css.bak fonts/OFL.txt fonts/LICENSE fonts/Thumbs.db __MACOSX/x .git/x
    Makefile drawings/logo.xcf fonts-of-the-house/a.ttf
""".split()


def test_what_editors_and_people_leave_is_passed_over(tmp_path: Path) -> None:
    check(house_of(tmp_path, READ | dict.fromkeys(LEFTOVERS, "")), templates_folder(), KINDS)


def test_a_template_that_only_an_unread_one_names_is_unread(tmp_path: Path) -> None:
    house = house_of(tmp_path, READ | {"html/one.html": '{% include "two.html" %}', "html/two.html": "x"})
    assert complaint(house) == "nothing reads this in the template folder HOUSE: html/one.html, html/two.html"


@pytest.mark.parametrize("text", ["{% include name %}", "{% include"])
def test_where_names_are_worked_out_or_unreadable_nothing_is_said(tmp_path: Path, text: str) -> None:
    check(house_of(tmp_path, {"html/report.html": text, "html/one.html": "x"}), templates_folder(), KINDS)


def test_many_are_counted(tmp_path: Path) -> None:
    house = house_of(tmp_path, {f"css/a{number}.css": "" for number in range(8)})
    assert complaint(house).endswith(", css/a4.css, and 3 more")


def test_every_file_of_omi_s_own_folder_may_be_replaced(tmp_path: Path) -> None:
    files = [
        path.relative_to(templates_folder()).as_posix() for path in templates_folder().rglob("*") if path.is_file()
    ]
    assert len(files) > 20
    check(house_of(tmp_path, dict.fromkeys(files, "")), templates_folder(), KINDS)


def test_a_template_that_is_no_utf_8_is_said(tmp_path: Path) -> None:
    house = house_of(tmp_path, {"html/report.html": ""})
    (house / "html/report.html").write_bytes(b"\xa3")
    assert complaint(house) == "HOUSE/html/report.html is not UTF-8 text: save it as such"


def test_the_build_stops_before_anything_is_written(tmp_path: Path) -> None:
    house = house_of(tmp_path, {"html/part/forward.html": "x"})
    arguments = ["build", "--html", "--template-dir", str(house), "-o", str(tmp_path / "out"), str(WESTMARK)]
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert done.exit_code == 2
    assert re.search(r"^omi: nothing reads this in .*house: html/part/forward\.html \(did you mean", done.output)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "name", ["html/report.html", "html/parts", "css", "css/extra.css", "images/a.png", "fonts/a/b"]
)
def test_no_link_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    house = house_of(tmp_path, {"html/page.txt": ""})
    (house / name).parent.mkdir(parents=True, exist_ok=True)
    (house / name).symlink_to(elsewhere)
    said = f"HOUSE/{name} is a link that leads out of HOUSE: put the file itself there"
    assert complaint(house) == said


def test_a_link_inside_the_folder_and_one_to_the_folder_may_be(tmp_path: Path) -> None:
    house = house_of(tmp_path, {"css/extra.css": "p {}"})
    (house / "css/print.css").symlink_to("extra.css")
    (tmp_path / "link").symlink_to(house)
    check(house, templates_folder(), KINDS)
    check(tmp_path / "link", templates_folder(), KINDS)


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (
            "<p>\n{{ report.inspectorat }}</p>",
            "foreword.html:2 cannot be used: there is no «inspectorat» here: did you",
        ),
        (
            "<p>{{ report.inspected | dat }}</p>",
            "foreword.html:1 cannot be used: there is no filter «dat»: did you mean",
        ),
        ("<p>{% if part is definde %}{% endif %}</p>", "there is no test «definde»: did you mean «defined»?"),
        ("<p>{{ reprot }}</p>", "foreword.html:1 cannot be used: there is no «reprot» here"),
    ],
)
def test_a_name_that_there_is_not_is_told_of_in_plain_words(tmp_path: Path, template: str, said: str) -> None:
    house = house_of(tmp_path, {"html/parts/foreword.html": template})
    arguments = ["build", "--html", "--template-dir", str(house), "-o", str(tmp_path / "out"), str(WESTMARK)]
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert done.exit_code == 2
    assert said in done.output
    assert "object" not in done.output
