"""What makes a file PDF/A-3a; tests/pdf/test_validator.py holds whole reports to the standard."""

from __future__ import annotations

import base64
import io

import pikepdf
import pytest
from PIL import Image

from omi_report.render.pdf.archival import Rights, make_archival
from omi_report.render.pdf.layout import render_pdf
from omi_report.resources import templates_folder
from tests.pdf.pages import page


def test_both_standards_are_claimed_and_colours_are_explained() -> None:
    data = render_pdf(page("<h1>x</h1><p style='break-before: page'>y"), (templates_folder(),)).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        facts = pdf.open_metadata()
        assert (facts["pdfaid:part"], facts["pdfaid:conformance"], facts["pdfuaid:part"]) == ("3", "A", "1")
        assert facts["dc:language"] == {"en-GB"}
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == pikepdf.Name.GTS_PDFA1
        profile = intent.DestOutputProfile.read_bytes()
        assert profile[12:20] == b"mntrRGB ", "a profile of a screen, in RGB (ICC.1, 7.2)"
        assert [each.obj.Group.CS for each in pdf.pages] == [pikepdf.Name.DeviceRGB] * 2


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA"])
def test_no_picture_is_to_be_smoothed(mode: str) -> None:
    drawn = io.BytesIO()
    Image.new(mode, (4, 3), 0).save(drawn, "PNG")
    address = f"data:image/png;base64,{base64.b64encode(drawn.getvalue()).decode()}"
    data = render_pdf(page(f"<h1>x</h1><p><img alt='A square' src='{address}'>"), (templates_folder(),)).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pictures = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Width") == 4]
        assert pictures
        assert not any("/Interpolate" in each for each in pictures)


def test_a_file_keeps_what_is_said_of_it() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        with pdf.open_metadata() as facts:
            facts["dc:title"] = "A title"
        make_archival(pdf)
        assert pdf.open_metadata()["dc:title"] == "A title"


def test_a_file_says_whose_copyright_it_is_and_under_which_licence() -> None:
    said = "<meta name='dcterms.rights' content='© A &amp; B 2024'><meta name='dcterms.license' content='https://x.test/a?b&amp;c'>"
    written = page("<h1>x</h1>", head=f"<title>Test</title>{said}")
    with pikepdf.open(io.BytesIO(render_pdf(written, (templates_folder(),)).data)) as pdf:
        facts = pdf.open_metadata()
        assert facts["dc:rights"] == "© A & B 2024. https://x.test/a?b&c"
        assert (facts["xmpRights:Marked"], facts["xmpRights:WebStatement"]) == ("True", "https://x.test/a?b&c")


def test_a_draft_says_of_which_area_it_is() -> None:
    written = page("<h1>x</h1>", head="<title>Test</title><meta name='dcterms.identifier' content='a &amp; b'>")
    with pikepdf.open(io.BytesIO(render_pdf(written, (templates_folder(),)).data)) as pdf:
        assert pdf.open_metadata()["dc:identifier"] == "a & b"


def test_a_licence_without_an_address_and_no_rights_at_all() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        with pdf.open_metadata() as facts:
            facts["dc:title"] = "A title"
        make_archival(pdf, Rights(licence="A licence < of our own"))
        assert pdf.open_metadata()["dc:rights"] == "A licence < of our own"
        assert "xmpRights:WebStatement" not in pdf.open_metadata()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        with pdf.open_metadata() as facts:
            facts["dc:title"] = "A title"
        make_archival(pdf)
        assert "dc:rights" not in pdf.open_metadata()
