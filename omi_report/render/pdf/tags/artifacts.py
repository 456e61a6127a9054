"""Marking on the page what is not read: page numbers, running heads, repeated table heads, decoration.

Real content is tagged, all else is an artifact (ISO 14289-1, 7.1); what paginates says so
(ISO 32000-1, 14.8.2.2.2). Only the operator that begins a marked sequence is rewritten: nothing that
is painted changes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import repeat

import pikepdf

from omi_report.errors import TagsError

_BEGIN = re.compile(rb"/\w+\s*<<\s*/MCID (\d+)\s*>>\s*BDC")
_ARTIFACT = b"/Artifact BMC"
_PAGINATION = "/Artifact <</Type /Pagination{}>> BDC"


def mark_artifacts(
    page: pikepdf.Page, *, claimed: Collection[int], artifacts: Collection[int], margins: Mapping[int, str]
) -> None:
    """Rewrite the marks of a page.

    ``claimed`` are the MCIDs in the tree, ``artifacts`` those of what was found not to be read,
    ``margins`` those of margin boxes with their names (``@top-left``). Raises TagsError where the
    page has not each of them once.
    """
    content = page.obj.Contents.read_bytes()
    found = [int(number) for number in _BEGIN.findall(content)]
    expected = {*claimed, *artifacts, *margins}
    if sorted(found) != sorted(expected):
        raise TagsError(
            f"page {page.index + 1}: {len(expected)} lines and pictures are laid out and {len(found)} are marked. "
            "Opacity, masks and blending put text where it cannot be tagged; use a plain colour"
        )

    begins = dict(zip(artifacts, repeat(_ARTIFACT), strict=False)) | {
        number: _pagination(name) for number, name in margins.items()
    }
    if begins:
        page.obj.Contents.write(_BEGIN.sub(lambda match: begins.get(int(match[1]), match[0]), content))


def _pagination(margin: str) -> bytes:
    """The artifact of a margin box; those above and below the page's text are its header and footer."""
    kind = "Header" if margin.startswith("@top") else "Footer" if margin.startswith("@bottom") else ""
    return _PAGINATION.format(f" /Subtype /{kind}" if kind else "").encode()
