"""A page is written short, and read as the same page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tinyhtml5

from omi_report.document.build import build_document
from omi_report.render.html.page import Renderer
from omi_report.render.html.written import written
from tests.golden.test_golden import AREAS
from tests.samples import inspected

BLOCKS = frozenset(
    "article aside blockquote body dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 head header html li link "
    "main meta nav ol p section table tbody td th thead title tr ul".split()
)


def read(page: str) -> list[str]:
    """A page as a browser reads it: each tag with its attributes, and the texts without white space beside blocks."""
    found: list[str] = []
    at_block = True
    for block, piece in _pieces(tinyhtml5.parse(page)):
        if block is None:
            if shown := piece.lstrip() if at_block else piece:
                found.append(shown)
                at_block = False
            continue
        if block and found and found[-1][:1] != "<":
            found[-1] = found[-1].rstrip()
        found.append(piece)
        at_block = block
    return [piece for piece in found if piece]


def _pieces(element: Any) -> Iterator[tuple[bool | None, str]]:
    name = str(element.tag).rpartition("}")[2]
    values = "".join(
        f" {key}={value!r}" for key, value in sorted((str(key), value) for key, value in element.attrib.items())
    )
    yield name in BLOCKS, f"<{name}{values}>"
    if element.text:
        yield None, element.text
    for child in element:
        yield from _pieces(child)
        if child.tail:
            yield None, child.tail
    yield name in BLOCKS, f"</{name}>"


@pytest.mark.parametrize("area", AREAS.values(), ids=AREAS)
def test_a_report_is_shorter_and_reads_the_same(area: Path) -> None:
    page = Renderer(build_document(inspected(area))).screen_page()
    assert len(written(page)) < 0.98 * len(page)
    assert read(written(page)) == read(page)


@pytest.mark.parametrize(
    ("page", "short"),
    [
        ('<p class="a">One</p>\n<p>Two</p>', "<p class=a>One<p>Two</p>"),
        ("<p>One</p> and more", "<p>One</p>and more"),
        ("<a>One</a> <b>two</b>", "<a>One</a> <b>two</b>"),
        ("<a><p>One</p></a>", "<a><p>One</p></a>"),
        ("<ul>\n<li>One</li>\n<li>Two</li>\n</ul>", "<ul><li>One<li>Two</ul>"),
        ("<tr><th>1</th><td>2</td></tr></tbody></table>", "<tr><th>1<td>2</table>"),
        ("<pre>\n<p>One</p>  \n</pre>", "<pre>\n<p>One</p>  \n</pre>"),
        ('<i id="a" href="b" class="c" title="d e" hidden></i>', '<i id="a" href="b" class=c title="d e" hidden></i>'),
        ('<data value="87" data-name="a/b">87%</data>', "<data value=87 data-name=a/b>87%</data>"),
        ('<data value="87" data-name="a/"></data>', '<data value=87 data-name="a/"></data>'),
        ('<rect class="a" width="5%"/>', "<rect class=a width=5% />"),
        ('<use href="#d.1" class="b"/><use href="#d.1"/>', "<use href=#d.1 class=b /><use href=#d.1 />"),
        ('<rect class="a" id="b"/>', '<rect class=a id="b"/>'),
        ('<i title="a=b" class="">a="b"</i>', '<i title="a=b" class="">a="b"</i>'),
        ('<script>a = "<p> </p>"</script>', '<script>a = "<p> </p>"</script>'),
    ],
)
def test_what_html_lets_out_goes(page: str, short: str) -> None:
    assert written(page) == short
