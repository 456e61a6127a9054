"""A page for the screen: without what only print needs, and with nothing in it twice.

It holds all that it needs, and is read on phones; so what stands there again, or does nothing there, is left out.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cached_property

from omi_report.render.html.drawings import drawn_once
from omi_report.render.html.shorter import shorter

_ON_PAGE = re.compile(r'<span class="on-page"[^>]*></span>')
"""Where print says the page of a place of the report."""

_CAPTION = re.compile(r'( (?:id|aria-labelledby)=)"([^"]*-(?:caption|scale-\d+))"')
_FIGURE = re.compile(r'<data value="[^"]*" data-name="([^"]*)"[^>]*>([^<]*)</data>')
_MARKUP = re.compile(r"<(style|script)\b.*?</\1>|<[^>]*>", re.DOTALL)
_SHOWN = re.compile(r' (?:placeholder|data-stage|data-draft|data-none|data-found)="([^"*]*)')
"""Attributes that the page shows in its own fonts, by its styles or its script."""

_CLASS = re.compile(r""" class=(?:"([^"]*)"|'([^']*)')""")
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class Said:
    """What a page says, for its fonts and styles: its markup as it is read, and the text of its script."""

    page: str
    script: str = ""

    @cached_property
    def characters(self) -> frozenset[str]:
        """All characters that are shown in the fonts of the page."""
        texts = (_MARKUP.sub("", self.page[self.page.find("<body") :]), *_SHOWN.findall(self.page))
        return frozenset(html.unescape("".join(texts)))

    @cached_property
    def classes(self) -> frozenset[str]:
        """All classes that something on the page has, or that the script may give it."""
        given = {name for match in _CLASS.findall(self.page) for names in match for name in names.split()}
        return frozenset(given.union(_WORD.findall(self.script)))


def for_the_screen(page: str, *, own: bool = False) -> tuple[str, str]:
    """Return a page as it is read on a screen, and the rules that it needs before all other styles.

    Where a house has its ``own`` styles for what structure tells, all classes stay.
    """
    page, rules = drawn_once(_called_in_short(_ON_PAGE.sub("", _named_once(page))))
    return (page if own else shorter(page)), rules


def _called_in_short(page: str) -> str:
    """A page whose captions have short ids: a table or chart is called after its own, and nothing else leads there."""
    names: dict[str, str] = {}

    def caption(match: re.Match[str]) -> str:
        return f'{match[1]}"{names.setdefault(match[2], f"c.{len(names) + 1}")}"'

    return _CAPTION.sub(caption, page)


def _named_once(page: str) -> str:
    """A page in which each figure has its name for machines where it is first printed so."""
    named: set[tuple[str, str]] = set()

    def figure(match: re.Match[str]) -> str:
        if (match[1], match[2]) in named:
            return match[2]
        named.add((match[1], match[2]))
        return match[0]

    return _FIGURE.sub(figure, page)
