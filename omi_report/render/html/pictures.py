"""The addresses of the pictures of a page are rewritten, so that it can reach them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

Rewrite = Callable[[str], str]
"""Takes the address of a picture and returns another in its place."""

_WITH_PICTURES = re.compile(r"<(?:img|image|input|link|source)\b", re.IGNORECASE)
_TAG = re.compile(
    r"<!--.*?-->|<(style|script)\b.*?</\1|"
    r"""<(?P<name>img|image|input|link|source)\b(?P<attributes>(?:"[^"]*"|'[^']*'|[^"'>])*)>""",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""(?P<name>[^\s"'=<>/]+)(?:\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")
_ADDRESSED = {
    "img": ("src", "srcset"),
    "image": ("href", "xlink:href"),
    "input": ("src",),
    "link": ("href",),
    "source": ("srcset",),
}
"""The attributes of each element that lead to pictures."""

_CANDIDATE = re.compile(r"(?P<before>\s*)(?P<address>[^\s,]\S*[^\s,]|[^\s,])(?P<size>[^,]*)(?P<comma>,|\Z)")
"""One of the pictures that an element offers: its address and what it is for (2x, 640w)."""


def with_pictures(page: str, rewrite: Rewrite) -> str:
    """Return a page in which the address of each picture is rewritten. Raises what ``rewrite`` raises."""
    if not _WITH_PICTURES.search(page):
        return page

    def tag(match: re.Match[str]) -> str:
        name = (match["name"] or "").lower()
        if name not in _ADDRESSED or (name == "link" and not _is_icon(match["attributes"])):
            return match[0]
        attributes = _ATTRIBUTE.sub(lambda each: _attribute(each, name, rewrite), match["attributes"])
        return f"<{match['name']}{attributes}>"

    return _TAG.sub(tag, page)


def place_of(address: str, templates: Iterable[Path]) -> str:
    """Return the file and line where an address is written out in a template, nothing where it is in none."""
    return next(_places(address, templates), "")


def _places(address: str, templates: Iterable[Path]) -> Iterator[str]:
    written = {address, html.escape(address)}
    for template in templates:
        for number, line in enumerate(template.read_text(encoding="utf-8").split("\n"), start=1):
            if any(each in line for each in written):
                yield f"{template}:{number}"


def _is_icon(attributes: str) -> bool:
    return any(_value(each) == "icon" for each in _ATTRIBUTE.finditer(attributes) if each["name"].lower() == "rel")


def _attribute(match: re.Match[str], element: str, rewrite: Rewrite) -> str:
    name = match["name"].lower()
    if name not in _ADDRESSED[element] or match["value"] is None:
        return match[0]
    value = _value(match)
    if name == "srcset":
        value = _CANDIDATE.sub(
            lambda each: f"{each['before']}{rewrite(each['address'])}{each['size']}{each['comma']}", value
        )
    else:
        value = rewrite(value)
    return f'{match["name"]}="{html.escape(value)}"'


def _value(match: re.Match[str]) -> str:
    value = match["value"] or ""
    return html.unescape(value[1:-1] if value[:1] in ('"', "'") else value)
