"""The recommendations that are printed under the finding that they answer, beside their own part."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from omi_report.document.kinds import recommendations
from omi_report.document.later import inlines, tree

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext

_LEVEL = 6
"""That of the headings in a recommendation, which stands deep inside of a criterion."""


def under_finding(name: str, context: BuildContext) -> Iterator[tree.CalloutBlock]:
    """Yield what is recommended on a finding, numbered as in its own part; nothing where nothing is.

    ``name`` is that by which a recommendation names the finding: ``1.2/late-plans``.
    """
    found = context.area.content(recommendations.KIND)
    if found is None:
        return
    asked = context.area.framework.recommendations
    order = enumerate(recommendations.printed_order(asked, found), start=1)
    made = [(number, at) for number, at in order if name in found.recommendations[at].findings]
    if not made:
        return
    heading = context.language.counted("%(Term_recommendation)s", "%(Terms_recommendation)s", len(made))
    blocks: list[tree.Block] = [tree.ParagraphBlock((heading,), role="recommended-heading")]
    for addressee in [None, *asked.addressees]:
        to = addressee.id if addressee else None
        group = [(number, at) for number, at in made if found.recommendations[at].to == to]
        if group and addressee:
            blocks.append(tree.ParagraphBlock((addressee.heading,), role="addressee-heading"))
        blocks += _lists(group, context)
    yield tree.CalloutBlock("recommended", tuple(blocks))


def _lists(numbered: list[tuple[int, int]], context: BuildContext) -> Iterator[tree.ListBlock]:
    """Lists with the numbers of the recommendations' own part: a new one where some are left out."""
    for _run, group in groupby(enumerate(numbered), key=lambda each: each[1][0] - each[0]):
        listed = [each for _index, each in group]
        items = tuple(_item(number, at, context) for number, at in listed)
        yield tree.ListBlock(items, listed[0][0], "recommended-list")


def _item(number: int, at: int, context: BuildContext) -> tree.ListItem:
    entry, address = recommendations.recommended(at, context)
    words = context.label("%(term_recommendation)s %(number)s", number=number)
    see = context.sentence("See %(place)s", place=inlines.ReferenceInline(address.id, words, "short"))
    linked = tree.ParagraphBlock(see, role="answers")
    return tree.ListItem((*context.text(entry.text, level=_LEVEL), *recommendations.due(entry, context), linked))
