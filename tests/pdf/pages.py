"""Small pages, and what WeasyPrint and the repair make of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from omi_report.render.pdf import layout as pdf
from omi_report.render.pdf.tags import repair
from omi_report.resources import templates_folder
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


def page(body: str, style: str = "", *, head: str = "<title>Test</title>", lang: str = ' lang="en-GB"') -> str:
    """A whole page around a body; ten centimetres across, eight lines to a page, with the fonts of the templates."""
    return f"<!doctype html><html{lang}><head>{head}<style>{_STYLE}{style}</style></head><body>{body}</body></html>"


def both(html: str, folders: tuple[Any, ...] | None = None) -> BeforeAndAfter:
    """Render a page, keeping what went into the repair."""
    kept: list[bytes] = []

    def keeping(data: bytes, boxes: Any, *also: Any) -> bytes:
        kept.append(data)
        return repair(data, boxes, *also)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "repair", keeping)
        after = pdf.render_pdf(html, folders or (templates_folder(),)).data
    return BeforeAndAfter(kept[0], after)


def tags(body: str, style: str = "") -> Tag:
    """The structure of a page with a body."""
    return structure(body, style).root


def structure(body: str, style: str = "") -> Structure:
    """The file of a page with a body."""
    return Structure(pdf.render_pdf(page(body, style), (templates_folder(),)).data)
