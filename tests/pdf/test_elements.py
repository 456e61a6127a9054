"""HTML elements and the structure types that they get."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from omi_report.errors import PdfError
from omi_report.render.pdf.layout import render_pdf
from omi_report.resources import templates_folder
from tests.pdf.pages import WORDS, page, structure, tags
from tests.pdf.structure import Structure, Tag

SVG = '<svg width="40" height="20" {}><title>{}</title><rect width="40" height="20"/></svg>'


def test_markers_become_labels_and_numbering() -> None:
    inner = "<ul style='list-style: disc'><li>y</ul>"
    letters = "<ol style='list-style: lower-alpha'><li>c</ol>"
    root = tags(f"<ul><li>x{inner}<li>z</ul><ol><li>a<li>b</ol>{letters}")
    assert [tag.attributes["ListNumbering"] for tag in root.all("L")] == ["Disc", "Disc", "Decimal", "LowerAlpha"]
    assert [tag.text for tag in root.all("Lbl")] == ["•", "•", "•", "1.", "2.", "a."]


def test_a_nested_list_stands_in_the_body_of_its_item() -> None:
    outer, inner = tags("<ul><li>x<ul style='list-style: disc'><li>y</ul>after</ul>").all("L")
    assert inner.parent is not None
    assert inner.parent.kind == "LBody"
    assert inner.parent.kinds == ["P", "L", "P"]
    assert outer.text == "• x • y after"


@pytest.mark.parametrize(
    ("item", "label"),
    [
        ("<li><span>(a)</span> <div>text</div></li>", ["(a)"]),
        ("<li class=b>text</li>", ["–"]),
        ("<li><span>97</span> cases</li>", []),
        ("<li><strong>1.</strong> is bold</li>", []),
        ("<li>a) is text</li>", []),
    ],
)
def test_labels_that_the_page_or_its_styles_write(item: str, label: list[str]) -> None:
    style = 'li { list-style: none } .b::before { content: "–"; display: block }'
    assert [tag.text for tag in tags(f"<ul>{item}</ul>", style).all("Lbl")] == label


def test_terms_and_descriptions() -> None:
    listed = tags("<dl><div><dt>A<dd>first</div><dt>B<dt>C<dd>second<dd>third</dl>").one("L")
    assert [tag.kinds for tag in listed.tags] == [["Lbl", "LBody"], ["Lbl", "Lbl", "LBody"]]
    assert [tag.text for tag in listed.tags[1].all("P")] == ["second", "third"]


def test_contents_lead_to_places() -> None:
    root = tags(
        '<nav><ol><li><a href="#a">A</a><ol><li><a href="#b">B</a></ol></ol></nav><h1 id=a>A</h1><p id=b>B</p>',
        "li { list-style: none }",
    )
    outer, inner = root.all("TOC")
    assert inner.parent is not None
    assert inner.parent.kind == "TOCI"
    assert [tag.kinds for tag in outer.tags] == [["Reference", "TOC"]]
    assert root.all("L") == []


def test_loose_text_gets_a_paragraph_and_styles_leave_no_trace() -> None:
    root = tags("<section>loose <em>and</em> <span>on</span><div>own</div><p>p</p></section>")
    assert root.kinds == ["Sect"]
    assert root.tags[0].kinds == ["P", "P", "P"]
    assert root.all("Span", "Div", "NonStruct") == []
    assert [tag.text for tag in root.all("P")] == ["loose and on", "own", "p"]


def test_text_beside_a_link_keeps_its_place() -> None:
    paragraph = tags('<p>before <a href="https://example.org">there</a> after</p>').one("P")
    assert [tag.kind for tag in paragraph.tags] == ["Span", "Link", "Span"]
    assert paragraph.text == "before there after"


def test_who_is_quoted_is_read_behind_the_quotation() -> None:
    quoted = "<blockquote><p>I was heard.</p></blockquote><figcaption>A man</figcaption>"
    passage = tags(f"<figure>{quoted}</figure>").one("BlockQuote")
    assert passage.kinds == ["P"]
    assert passage.parent is not None
    assert (passage.parent.kind, passage.parent.kinds) == ("Div", ["BlockQuote", "Caption"])
    assert passage.parent.text == "I was heard. A man"


def test_language_of_a_passage() -> None:
    root = tags(
        '<p>As <i lang="la">ultra vires</i>.</p><section lang="cy"><p>Cymraeg <b lang="cy">yma</b></p></section>'
    )
    assert [(tag.kind, tag.entries["/Lang"], tag.text) for tag in root.walk() if "/Lang" in tag.entries] == [
        ("Span", "la", "ultra vires"),
        ("Sect", "cy", "Cymraeg yma"),
    ]


def test_an_abbreviation_says_what_it_stands_for() -> None:
    (span,) = tags('<p><abbr title="risk of harm">RoH</abbr></p>').all("Span")
    assert span.entries == {"/E": "risk of harm"}


def test_headings_close_gaps_and_keep_their_order() -> None:
    root = tags("<h2>a</h2><h4>b</h4><h4>c</h4><h5>d</h5><h2>e</h2>")
    assert [tag.kind for tag in root.all("H1", "H2", "H3", "H4", "H5")] == ["H1", "H2", "H2", "H3", "H1"]


def test_a_picture_has_its_text_and_its_place_on_the_page() -> None:
    figure = tags(SVG.format("", "A bar"), "body { margin: 0 } svg { display: block }").one("Figure")
    assert figure.entries["/Alt"] == "A bar"
    # 40 by 20 CSS pixels at the upper left of the text, 10 mm from the edges of a page 60 mm high
    left, bottom, right, top = figure.attributes["BBox"]
    assert (right - left, top - bottom) == pytest.approx((30, 15))
    assert (left, top) == pytest.approx((28.35, 141.73), abs=0.01)


@pytest.mark.parametrize("hidden", ['aria-hidden="true"', 'role="presentation"'])
def test_decoration_is_not_read(hidden: str) -> None:
    found = structure("<p>text</p>" + SVG.format(hidden, "A bar"))
    assert found.root.all("Figure") == []


def test_what_is_hidden_from_readers_is_an_artifact_and_no_link() -> None:
    found = structure('<p>read <span aria-hidden="true">seen <a href="https://example.org">x</a></span></p>')
    assert found.root.text == "read"
    assert "".join(found.artifacts[0]).split() == ["seen", "x"]
    assert not found.pdf.pages[0].obj.get("/Annots", [])


def test_margin_boxes_are_header_and_footer() -> None:
    style = '@page { @top-left { content: "Head" } @bottom-right { content: counter(page) } }'
    found = structure(f"<p>{WORDS * 12}</p>", style)
    assert found.artifacts[1] == ["Head", "2"]
    assert "Head" not in found.root.text
    content = found.pdf.pages[0].obj.Contents.read_bytes()
    for name in (b"Header", b"Footer"):
        assert content.count(b"/Artifact <</Type /Pagination /Subtype /%s>> BDC" % name) == 1


def test_what_is_fixed_to_every_page_is_an_artifact() -> None:
    found = structure(f"<div class=stamp>Draft</div><p>{WORDS * 12}</p>", ".stamp { position: fixed; bottom: 0 }")
    assert "Draft" not in found.root.text
    assert all("Draft" in page for page in found.artifacts)


def test_leaders_are_not_read() -> None:
    found = structure("<p class=x>A part</p>", '.x::after { content: leader(".") "7" } .x { display: block }')
    assert found.root.text == "A part 7"
    assert set("".join(found.artifacts[0])) == {"."}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (SVG.format("", ""), "page 1: a picture says nothing"),
        (
            '<p><a href="https://example.org"><svg aria-hidden="true" width="9" height="9"></svg></a></p>',
            "has no words",
        ),
        ('<a href="https://example.org"><div>block</div></a>', "has no words in it"),
        ('<p style="opacity: 0.5">faint</p>', "page 1: 1 lines and pictures are laid out and 0 are marked"),
    ],
)
def test_what_cannot_be_made_right_is_said(body: str, said: str) -> None:
    with pytest.raises(PdfError, match=said):
        structure(body)


def test_the_dots_of_a_sentence_are_read() -> None:
    assert tags("<p class=x>Part</p>", '.x::after { content: " and so on ..." }').text == "Part and so on ..."


def test_an_icon_speaks_through_its_link() -> None:
    icon = '<a href="https://example.org" aria-label="Search"><svg aria-hidden="true" width="9" height="9"></svg></a>'
    found = structure(f"<p>x {icon}</p>")
    link = found.root.one("Link")
    assert link.entries["/Alt"] == "Search"
    assert link.contents == ["Search (example.org)"]


def test_unknown_elements_part_no_paragraph() -> None:
    assert [(tag.kind, tag.text) for tag in tags("<p>a <made-up>b</made-up> c</p>").walk()][1:] == [("P", "a b c")]


@pytest.mark.parametrize(("attributes", "figures"), [('alt="A dot"', 1), ('alt=""', 0), ("aria-hidden=true", 0)])
def test_images(attributes: str, figures: int, tmp_path: Path) -> None:
    assert len(with_image(attributes, tmp_path).all("Figure")) == figures


def test_an_image_without_a_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PdfError, match="page 1: a picture says nothing"):
        with_image("", tmp_path)


def with_image(attributes: str, folder: Path) -> Tag:
    """The structure of a page with an image file."""
    file = folder / "dot.png"
    Image.new("RGB", (4, 4)).save(file)
    html = page(f'<p>x</p><img src="{file.as_uri()}" {attributes}>')
    return Structure(render_pdf(html, (folder, templates_folder())).data).root


def test_viewers_open_the_bookmarks_and_count_as_the_pages_do() -> None:
    made = structure("<h1 style='bookmark-level: 1'>A title</h1>")
    root = made.pdf.Root
    assert root.PageMode == "/UseOutlines"
    assert [root.PageLabels.Nums[0], root.PageLabels.Nums[1].S] == [0, "/D"]
    plain = structure("<p>No bookmarks")
    assert "/PageMode" not in plain.pdf.Root


def test_the_language_is_among_the_facts_about_the_file() -> None:
    made = structure("<p>Words")
    with made.pdf.open_metadata() as facts:
        assert facts["dc:language"] == {"en-GB"}
