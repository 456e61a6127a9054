"""Where a link of a text may lead: to the web, to a mail or telephone, or to a place of the report itself.

Any other address would be read from where the report lies: ``map.html`` in a PDF becomes a file of the machine that
made it. Some open a program of the reader's (``ms-msdt:``) or ask the reader's network for something (``smb:``).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, TypeAlias

LinkFault: TypeAlias = Literal["empty", "relative", "scheme", "incomplete"]
"""What is wrong with an address: there is none, it names no site, it is of another kind, or half of it is missing."""


def link_fault(href: str) -> LinkFault | None:
    """Say what is wrong with the address of a link; None where a report may have it.

    Whether the place of an address such as ``#criterion-1.2`` is there, this does not say.
    """
    scheme = _scheme().match(href)
    if not href.strip("#") or href.isspace():
        return "empty"
    if href.startswith("#"):
        return None
    if scheme is None:
        return "relative"
    form = _FORMS.get(scheme[1].lower())
    if form is None:
        return "scheme"
    return None if re.match(form, href[scheme.end() :]) else "incomplete"


def is_address(words: str, href: str) -> bool:
    """Say whether the words of a link are its address, or that of a telephone as people write it."""
    if href[:4].lower() == "tel:":
        return dialled(words) == dialled(href[4:]) != ""
    return words in href


def dialled(number: str) -> str:
    """Return the figures of a telephone number; a nought in brackets is not dialled behind the code of a country."""
    if number.startswith("+"):
        number = number.replace("(0)", "")
    return re.sub(r"[^+0-9]", "", number)


_FORMS = {
    "https": r"//[^\s/?#\\]+(?:[/?#]|\Z)",
    "http": r"//[^\s/?#\\]+(?:[/?#]|\Z)",
    "mailto": r"[^\s@/?#]+@[^\s@/?#]+\.[^\s@/?#]+",
    "tel": r"\+?[0-9(][0-9().%-]{2,}\Z",
}
"""What follows the scheme of an address."""


@cache
def _scheme() -> re.Pattern[str]:
    return re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
