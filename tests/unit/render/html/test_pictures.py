"""Every address of a picture in a page is rewritten, and nothing else."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from omi_report.render.html.pictures import place_of, with_pictures


def marked(address: str) -> str:
    return f"<{address}>"


@pytest.mark.parametrize(
    ("page", "rewritten"),
    [
        ('<img src="a.png" alt="x">', '<img src="&lt;a.png&gt;" alt="x">'),
        ("<IMG alt=x SRC='a.png'/>", '<IMG alt=x SRC="&lt;a.png&gt;"/>'),
        ("<img src=a.png alt=x>", '<img src="&lt;a.png&gt;" alt=x>'),
        ('<img\n  src = "a.png"\n>', '<img\n  src="&lt;a.png&gt;"\n>'),
        ('<img src="a&amp;b.png">', '<img src="&lt;a&amp;b.png&gt;">'),
        ('<img alt="1 > 0" src="a.png">', '<img alt="1 > 0" src="&lt;a.png&gt;">'),
        ('<img alt=" src=b.png" src="a.png">', '<img alt=" src=b.png" src="&lt;a.png&gt;">'),
        ('<img data-src="b.png" src="a.png">', '<img data-src="b.png" src="&lt;a.png&gt;">'),
        ('<img srcset="a.png, b.png 2x">', '<img srcset="&lt;a.png&gt;, &lt;b.png&gt; 2x">'),
        ('<source srcset="a.png 640w">', '<source srcset="&lt;a.png&gt; 640w">'),
        ('<img srcset="data:image/png;base64,A/x= 2x">', '<img srcset="&lt;data:image/png;base64,A/x=&gt; 2x">'),
        ('<svg><image href="a.png"/></svg>', '<svg><image href="&lt;a.png&gt;"/></svg>'),
        ('<svg><image xlink:href="a.png"/></svg>', '<svg><image xlink:href="&lt;a.png&gt;"/></svg>'),
        ('<input type="image" src="a.png">', '<input type="image" src="&lt;a.png&gt;">'),
        ('<link rel="icon" href="a.svg">', '<link rel="icon" href="&lt;a.svg&gt;">'),
    ],
)
def test_an_address_of_a_picture_is_rewritten(page: str, rewritten: str) -> None:
    assert with_pictures(f"<p>{page}</p>", marked) == f"<p>{rewritten}</p>"


@pytest.mark.parametrize(
    "page",
    [
        "<p>No picture</p>",
        '<a href="a.png">a.png</a>',
        '<link rel="license" href="a.html">',
        '<!-- <img src="a.png"> -->',
        '<style>/* <img src="a.png"> */</style>',
        '<script type="application/json">{"x": "<img src=a.png>"}</script>',
        "<pre>&lt;img src=a.png&gt;</pre>",
        '<img alt="no address" src>',
        "<img alt=x>",
        '<imgx src="a.png">',
    ],
)
def test_all_else_stays(page: str) -> None:
    assert with_pictures(f'<img alt="">{page}', marked) == f'<img alt="">{page}'


class Seen(HTMLParser):
    """What a reader of HTML sees of a picture."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += attrs


@given(st.text(st.characters(exclude_characters='"\0\r', exclude_categories=["Cs"]), max_size=12))
def test_another_reader_sees_the_address_that_was_given(address: str) -> None:
    page = with_pictures('<img src="a.png" alt="x">', lambda _: address)
    assert Seen(page).attributes == [("src", address), ("alt", "x")]


def test_the_place_is_that_in_the_template(tmp_path: Path) -> None:
    first, second = tmp_path / "a.html", tmp_path / "b.html"
    first.write_text("<p>nothing</p>")
    second.write_text('<p>one</p>\n<img src="images/a&amp;b.png">\n')
    assert place_of("images/a&b.png", [first, second]) == f"{second}:2"
    assert place_of("images/c.png", [first, second]) == ""
