"""Small pages, and what WeasyPrint and the repair make of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from omi_report.render.pdf.layout import render_pdf
from omi_report.render.print_page import PrintPage
from omi_report.resources import templates_folder
from tests.pdf.one_piece import in_one_piece
from tests.pdf.structure import Structure, Tag

_FONT = (templates_folder() / "fonts" / "AtkinsonHyperlegibleNext-Regular.ttf").resolve().as_uri()
_STYLE = f"""
@font-face {{ font-family: Test; src: url("{_FONT}") }}
@page {{ size: 100mm 60mm; margin: 10mm; font-family: Test }}
html {{ font: 10pt/5mm Test }}
p {{ margin: 0; orphans: 1; widows: 1 }}
"""

WORDS = "one two three four five six seven eight nine ten eleven twelve "


@dataclass(frozen=True)
class BeforeAndAfter:
    """A file as WeasyPrint wrote it, and fixed."""

    before: bytes
    after: bytes


def page(body: str, style: str = "", *, head: str = "<title>Test</title>", lang: str = ' lang="en-GB"') -> PrintPage:
    """A whole page around a body; ten centimetres across, eight lines to a page, with the fonts of the templates."""
    style = f"<style>{_STYLE}{style}</style>"
    return PrintPage.in_one_piece(f"<!doctype html><html{lang}><head>{head}{style}</head><body>{body}</body></html>")


def both(html: PrintPage, folders: tuple[Path, ...] | None = None) -> BeforeAndAfter:
    """Render a page by WeasyPrint alone, and as omi does."""
    folders = folders or (templates_folder(),)
    return BeforeAndAfter(in_one_piece(html, folders), render_pdf(html, folders).data)


def tags(body: str, style: str = "") -> Tag:
    """The structure of a page with a body."""
    return structure(body, style).root


def structure(body: str, style: str = "") -> Structure:
    """The file of a page with a body."""
    return Structure(render_pdf(page(body, style), (templates_folder(),)).data)
