"""A picture of the area's own, with words for those who cannot see it.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from omi_report.document.general.block_kind import BlockKind, BlockPlace
from omi_report.document.later import inlines, pictures, tree
from omi_report.model import facts
from omi_report.model.base import Text, Words
from omi_report.model.constraints import Pattern
from omi_report.model.record import Record, field
from omi_report.source.tree import Path

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext

PictureFile = Annotated[
    str,
    Pattern(
        r"^(?:[A-Za-z0-9_][A-Za-z0-9_. -]*/)*[A-Za-z0-9_][A-Za-z0-9_. -]*\.(?:png|jpe?g|svg)$",
        "name a picture of this folder, PNG, JPEG or SVG: images/map.png",
    ),
]
"""The path of a picture inside the area's folder."""


class ImageContent(Record):
    """``ID.yaml`` of a part of the kind image: a picture, and what it shows."""

    file: PictureFile = field(about="the picture's file in this folder: images/map.png")
    alt: Words = field(about="what it shows, for those who cannot see it")
    caption: Words | None = field(default=None, about="words below the picture")
    source: Words | None = field(default=None, about="where it comes from, or who drew or photographed it")
    note: Text | None = field(default=None, about="a text below it")


def _texts(place: BlockPlace, image: ImageContent) -> Iterator[facts.WrittenText]:
    if image.note:
        label = f"{place.name}, below the picture {image.file}"
        yield facts.WrittenText((*place.path, "note"), image.note, label, place.name)


def _titles(place: BlockPlace, image: ImageContent) -> Iterator[Path]:
    return ((*place.path, key) for key in ("alt", "caption") if getattr(image, key))


def _pictures(place: BlockPlace, image: ImageContent) -> Iterator[facts.Picture]:
    yield facts.Picture((*place.path, "file"), image.file, image.source or "")


def _blocks(place: BlockPlace, image: ImageContent, context: "BuildContext") -> "tree.Blocks":
    words: inlines.Inlines = (image.caption,) if image.caption else ()
    if image.source:
        source = context.label("Source: %(source)s", source=image.source)
        words = pictures.caption_of(image.caption or "", (source,))
    block = pictures.picture_block(context.area.pictures[image.file], image.file, image.alt, words)
    return (block, *context.text(image.note, place.name, 4))


IMAGE: BlockKind[ImageContent] = BlockKind(
    id="image",
    model=ImageContent,
    facts={"texts": _texts, "titles": _titles, "pictures": _pictures},
    build=_blocks,
)
"""The picture."""
