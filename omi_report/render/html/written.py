"""A page as it is written to its file: without what HTML lets out. Whoever reads it gets the same page.

Browsers know where a cell or a paragraph ends, so its end is not written where the next tag tells of it. Simple values
of attributes need no quotation marks; those of ids and links keep them, for programs that look for these in the text of
the file. White space between blocks says nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_VERBATIM = re.compile(r"(<(pre|script|style|textarea)\b.*?</\2>)", re.DOTALL | re.IGNORECASE)

_BLOCKS: Final = (
    "address|article|aside|blockquote|body|div|dl|dd|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|"
    "html|li|link|main|meta|nav|ol|p|section|table|tbody|td|th|thead|title|tr|ul"
)
_BEFORE_SPACE = re.compile(rf"(</?(?:{_BLOCKS})\b[^>]*>)\s+")
_AFTER_SPACE = re.compile(rf"\s+(?=</?(?:{_BLOCKS})\b)")

_ENDS_PARAGRAPH: Final = (
    "address|article|aside|blockquote|div|dl|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|main|nav|ol|p|"
    "section|table|ul"
)
_HOLDS_PARAGRAPHS: Final = (
    "article|aside|blockquote|body|dd|div|figcaption|figure|footer|header|li|main|nav|section|td|th"
)
_NEEDLESS_END = re.compile(
    r"</(?:"
    rf"p>(?=<(?:{_ENDS_PARAGRAPH})\b|</(?:{_HOLDS_PARAGRAPHS})>)"
    r"|li>(?=<li\b|</(?:ol|ul)>)"
    r"|dt>(?=<d[dt]\b)"
    r"|dd>(?=<d[dt]\b|</(?:dl|div)>)"
    r"|t[dh]>(?=<t[dh]\b|</tr>)"
    r"|tr>(?=<tr\b|</(?:thead|tbody|table)>)"
    r"|thead>(?=<tbody\b)"
    r"|tbody>(?=<tbody\b|</table>)"
    r")"
)
"""What ends where the next tag begins or ends something around it."""

_TAG = re.compile(r"<[a-z][\w-]*(?: [\w:-]+(?:=\"[^\"]*\")?)+ ?/?>")
_BARE = re.compile(
    r"""
      (\ (?!id=|href=)[\w:-]+=) "([^\s"'=<>`/]+)"
    | (\ data-name=) "([^\s"'=<>`]+[^\s"'=<>`/])"  # that of a figure, which has a stroke in it
    | (<use\ href=) "([^"/]+)"
    """,
    re.VERBOSE,
)


def written(page: str) -> str:
    """Return the shortest form of a page that is read as the same."""
    pieces = _VERBATIM.split(page)
    # each verbatim element comes with its name behind it
    return "".join(_short(piece) if at % 3 == 0 else piece for at, piece in enumerate(pieces) if at % 3 != 2)


def _short(piece: str) -> str:
    piece = _AFTER_SPACE.sub("", _BEFORE_SPACE.sub(lambda match: match[1], piece))
    # an end that goes may be what tells that the one before it is needless, so the ends go in one pass, all at once
    piece = _NEEDLESS_END.sub("", piece)
    return _TAG.sub(lambda tag: _unquoted(tag[0]), piece)


@lru_cache(maxsize=4096)  # most tags of a page stand on it many times
def _unquoted(tag: str) -> str:
    short = _BARE.sub(lambda match: "".join(filter(None, match.groups())), tag)
    # a stroke behind a bare value would belong to it
    return f"{short[:-2]} />" if short.endswith("/>") and not short.endswith(('"/>', " />")) else short
