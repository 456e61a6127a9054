"""The pages of a report, with a template folder of one's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from omi_report.document.tree import Document, Meta, ParagraphBlock, Part, VerbatimBlock
from omi_report.errors import OutputError
from omi_report.render.html.page import Renderer
from tests.conftest import write_files

META = Meta(
    "A report",
    "Northfold",
    "northfold",
    "Checks",
    "The Office",
    "en-GB",
    "draft",
    "2024-05",
    draft="Draft 2",
    stage_notice="Draft.",
)
SONGS = Part("songs", "songs", "Songs", (ParagraphBlock(('"La"',)), VerbatimBlock('"La"')), "Appendix 1", appendix=1)
REPORT = Document(META, (SONGS,))


def test_a_part_of_any_kind_is_rendered() -> None:
    (part,) = Renderer(REPORT).parts
    assert part == (
        '<section class="part songs short" id="songs">\n'
        '<h2 class="part-heading"><span class="label">Appendix\u00a01</span> Songs</h2>\n\n'
        "<p>“La”</p>\n<pre>&#34;La&#34;</pre>\n</section>"
    )


def test_a_kind_may_have_a_template_of_its_own(tmp_path: Path) -> None:
    write_files(tmp_path, {"html/parts/songs.html": "{{ part.heading }} of {{ report.area }}"})
    assert Renderer(REPORT, tmp_path).parts == ["Songs of Northfold"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [("Добро → д", "U+0414,U+0431,U+0434,U+043E,U+0440,U+2192"), ("5 µg", "U+00B5"), ("Nguyễn €4", "")],
)
def test_the_font_of_last_resort_is_in_a_page_that_needs_it(text: str, codes: str) -> None:
    renderer = Renderer(Document(META, (Part("songs", "songs", "Songs", (ParagraphBlock((text,)),)),)))
    for page, own in ((renderer.screen_page(), 3), (renderer.print_page().html, 4)):
        assert page.count("@font-face") == own + (3 if codes else 0)
        assert page.count("unicode-range:" + codes) == (3 if codes else 0)


def test_a_draft_says_so_wherever_it_is_opened() -> None:
    screen, paper = Renderer(REPORT).screen_page(), Renderer(REPORT).print_page().html
    for page in (screen, paper):
        assert 'data-stage="Draft."' in page
        assert "<title>Draft 2: A report</title>" in page
    assert '<meta name="robots" content="noindex, nofollow">' in screen
    meta = replace(REPORT.meta, stage="final", draft="", stage_notice="")
    final = Renderer(replace(REPORT, meta=meta)).screen_page()
    assert "<title>A report</title>" in final
    assert 'name="robots"' not in final
    assert " data-stage=" not in final


def test_a_page_leads_to_the_pdf_that_lies_beside_it() -> None:
    link = '<a href="report.pdf" type="application/pdf" aria-label="PDF of this report">PDF</a>'
    assert link in Renderer(REPORT, pdf="report.pdf").screen_page()
    assert "application/pdf" not in Renderer(REPORT).screen_page()
    assert "application/pdf" not in Renderer(REPORT, pdf="report.pdf").print_page().html


def test_a_page_says_to_other_sites_what_it_is_but_a_draft_does_not() -> None:
    draft = Renderer(REPORT)
    final = Renderer(replace(REPORT, meta=replace(META, stage="final", draft="", stage_notice="")))
    assert '<meta property="og:title" content="A report">' in final.screen_page()
    assert '<meta property="og:description" content="A report, May 2024: Checks">' in final.screen_page()
    assert '<meta property="og:locale" content="en_GB">' in final.screen_page()
    assert "og:url" not in final.screen_page()
    assert "og:image" not in final.screen_page()
    assert "og:" not in draft.screen_page()
    assert "og:" not in final.print_page().html
    assert draft.screen_page().count('<link rel="icon" href="data:image/svg+xml,') == 1
    assert 'rel="icon"' not in draft.print_page().html


def test_a_language_without_a_country_is_no_locale() -> None:
    page = Renderer(replace(REPORT, meta=replace(META, stage="final", draft="", language="en"))).screen_page()
    assert "og:title" in page
    assert "og:locale" not in page


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("html/blocks/verbatim.html", "{{ block.txt }}", "html/blocks/verbatim.html:1"),
        ("html/parts/songs.html", "\n{{ part.songs }}", "html/parts/songs.html:2"),
        ("html/part.html", "\n\n{% for %}", "html/part.html:3"),
    ],
)
def test_what_is_wrong_in_a_template_is_said_with_its_place(tmp_path: Path, name: str, text: str, place: str) -> None:
    write_files(tmp_path, {name: text})
    with pytest.raises(OutputError) as error:
        _ = Renderer(REPORT, tmp_path).parts
    assert str(error.value).startswith(f"the template {tmp_path}/{place} cannot be used: ")


@pytest.mark.parametrize(
    ("included", "meant"),
    [
        ("omi/parts/forward.html", ", did you mean omi/parts/foreword.html?"),
        ("omi/parts/song.html", ", did you mean omi/parts/songs.html?"),
        ("omi/marcos.html", ", did you mean omi/macros.html?"),
        ("zzzz", ""),
    ],
)
def test_a_template_that_is_not_there_is_said_with_what_may_be_meant(tmp_path: Path, included: str, meant: str) -> None:
    write_files(tmp_path, {"html/parts/songs.html": f'\n{{% include "{included}" %}}'})
    with pytest.raises(OutputError) as error:
        _ = Renderer(REPORT, tmp_path).parts
    place = f"{tmp_path}/html/parts/songs.html:2"
    assert str(error.value) == f"the template {place} cannot be used: there is no template {included}{meant}"
