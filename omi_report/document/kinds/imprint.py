"""What the report is as a publication: its licence, how to reach who publishes it, other formats, how to complain.

Most of it stands in the framework, since it is the same for every report of a programme. What is left out there is left
out here: nothing is made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from omi_report.document.later import inlines, tree
from omi_report.document.part_kind import PartKind
from omi_report.model.base import Text
from omi_report.prose.links import dialled
from omi_report.source.places import IDENTITY_FILE

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.imprint import Contact, Licence
    from omi_report.model.outline import PlacedPart

_LEVEL = 3
"""That of the headings of its passages."""


def _build(placed: PlacedPart, context: BuildContext) -> Iterator[tree.Part]:
    said, label = context.area.framework.imprint, context.label
    publication = tuple(_publication(context))
    yield context.part(
        placed,
        (tree.FactsBlock(publication, "publication"),) if publication else (),
        _licence(said.licence, context) if said.licence else (),
        _contact(said.contact, context) if said.contact else (),
        _passage(label("Other formats and languages"), said.formats, context),
        _passage(label("Comments and complaints"), said.complaints, context),
    )


def _publication(context: BuildContext) -> Iterator[tree.Fact]:
    """When it was published, which issue it is, under which number, and whose copyright it is; a draft comes first."""
    identity, label = context.area.identity, context.label
    if identity.stage == "draft":
        yield from _draft(context)
    if context.publication:
        words, date = context.publication
        yield tree.Fact((words,), ((date,),))
    if identity.issue:
        yield tree.Fact((label("Issue"),), ((identity.issue,),))
    if identity.isbn:
        yield tree.Fact((context.isbn_name,), ((identity.isbn,),))
    if context.copyright:
        yield tree.Fact((label("Copyright"),), ((context.copyright,),))


def _draft(context: BuildContext) -> Iterator[tree.Fact]:
    """Which draft it is, and by when and to whom the area answers it."""
    identity, label = context.area.identity, context.label
    if identity.drafted:
        yield tree.Fact((context.draft,), ((context.date(identity.drafted),),))
    if identity.draft.reply_by:
        yield tree.Fact((label("Reply by"),), ((context.date(identity.draft.reply_by),),))
    if identity.draft.reply_to:
        yield tree.Fact((label("Reply to"),), ((identity.draft.reply_to,),))


def _licence(licence: Licence, context: BuildContext) -> tree.Blocks:
    name: inlines.Inline = licence.name
    if licence.address:
        name = inlines.LinkInline(licence.address, (licence.name,))
    terms = tree.ParagraphBlock((name,), role="licence")
    return (_heading(context.label("Licence")), terms, *context.text(licence.text, level=_LEVEL + 1))


def _contact(contact: Contact, context: BuildContext) -> tree.Blocks:
    facts = tree.FactsBlock(tuple(_ways(contact, context)), "contact")
    return (_heading(context.label("Contact")), facts)


def _ways(contact: Contact, context: BuildContext) -> Iterator[tree.Fact]:
    """The ways to reach somebody, each with a link where there can be one."""
    label, name = context.label, contact.name or context.area.framework.inspectorate
    if contact.address:
        lines: list[inlines.Inline] = [name]
        for line in contact.address:
            lines += [inlines.BreakInline(), line]
        yield tree.Fact((label("Write to"),), (tuple(lines),))
    else:
        yield tree.Fact((label("Publisher"),), ((name,),))
    if contact.telephone:
        number = inlines.LinkInline(f"tel:{dialled(contact.telephone)}", (contact.telephone,))
        yield tree.Fact((label("Telephone"),), ((number,),))
    if contact.email:
        yield tree.Fact((label("E-mail"),), ((inlines.LinkInline(f"mailto:{contact.email}", (contact.email,)),),))
    if contact.website:
        yield tree.Fact((label("Website"),), ((website(contact.website),),))


def website(address: str) -> inlines.LinkInline:
    """Return a link to a website, shown as people write it: without what its address begins with."""
    return inlines.LinkInline(address, (re.sub(r"^https?://|/$", "", address),))


def _passage(heading: str, text: Text | None, context: BuildContext) -> tree.Blocks:
    return (_heading(heading), *context.text(text, level=_LEVEL + 1)) if text else ()


def _heading(words: str) -> tree.HeadingBlock:
    return tree.HeadingBlock(_LEVEL, (words,))


KIND: PartKind[Any] = PartKind(
    id="imprint",
    order=160,
    prints=((IDENTITY_FILE, "issue"), (IDENTITY_FILE, "copyright_year")),
    framework_keys=frozenset({"imprint"}),
    area_scaffold="""\
# issue: Second, corrected    # where the report is published again
""",
    build=_build,
)
