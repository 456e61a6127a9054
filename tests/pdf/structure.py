"""Reads the structure tree of a finished PDF, as a screen reader would: kinds, texts, attributes, pages.

Written apart from omi_report/render/pdf/tags: the tests hold the one against the other. The text of the
marked sequences is outloud's.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf
from outloud.model import Document

INLINE_KINDS = frozenset(("Span", "Link", "Reference", "Em", "Strong", "Code", "Quote"))
"""Elements within a line."""


@dataclass(frozen=True)
class Marked:
    """A marked sequence of a page; pages count from 1."""

    page: int
    number: int
    text: str


@dataclass(frozen=True)
class Linked:
    """An annotation that an element holds."""

    page: int
    annotation: Any


@dataclass(eq=False)
class Tag:
    """A structure element."""

    kind: str
    entries: dict[str, str]
    attributes: dict[str, Any]
    parent: Tag | None
    kids: list[Tag | Marked | Linked] = field(default_factory=list)

    def walk(self) -> Iterator[Tag]:
        """This element and all within it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.walk()

    def all(self, *kinds: str) -> list[Tag]:
        """The elements of some kinds within this one."""
        return [tag for tag in self.walk() if tag.kind in kinds]

    def one(self, kind: str) -> Tag:
        """The only element of a kind."""
        (tag,) = self.all(kind)
        return tag

    @property
    def tags(self) -> list[Tag]:
        """The elements that it holds itself."""
        return [kid for kid in self.kids if isinstance(kid, Tag)]

    @property
    def kinds(self) -> list[str]:
        """The kinds of the elements that it holds itself."""
        return [tag.kind for tag in self.tags]

    @property
    def marks(self) -> list[Marked]:
        """The marked sequences in it, in reading order."""
        return [leaf for leaf in self.walk_all() if isinstance(leaf, Marked)]

    @property
    def links(self) -> list[Linked]:
        """The annotations in it."""
        return [leaf for leaf in self.walk_all() if isinstance(leaf, Linked)]

    def walk_all(self) -> Iterator[Tag | Marked | Linked]:
        """Everything within this element, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.walk_all()
            else:
                yield kid

    @property
    def text(self) -> str:
        """What is read of it, on one line. The sequences of a line of text are joined as they stand."""
        return " ".join(self._said().split())

    def _said(self) -> str:
        said = (kid._said() if isinstance(kid, Tag) else kid.text for kid in self.kids if not isinstance(kid, Linked))
        return "".join(said) if self.kind in INLINE_KINDS else f" {''.join(said)} "

    @property
    def pages(self) -> list[int]:
        """The pages on which it stands."""
        return sorted({mark.page for mark in self.marks})

    @property
    def contents(self) -> list[str]:
        """The descriptions of its annotations."""
        return [str(link.annotation.Contents) for link in self.links]

    def within(self, *kinds: str) -> bool:
        """Whether it stands in an element of some kinds."""
        return self.parent is not None and (self.parent.kind in kinds or self.parent.within(*kinds))


class Structure:
    """A PDF and the tree of its tags."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pdf = pikepdf.open(io.BytesIO(data))
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "read.pdf"
            file.write_bytes(data)
            read = Document(file)
            self._texts = [read.content(page.index).mcid_text for page in read.pages]
            self.artifacts = [
                [run.text for run in read.content(page.index).runs if run.artifact] for page in read.pages
            ]
        self._numbers = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages, 1)}

    @cached_property
    def root(self) -> Tag:
        """The document element."""
        return self._tag(_only(self.pdf.Root.StructTreeRoot.K), None, None)

    def _tag(self, element: Any, parent: Tag | None, page: int | None) -> Tag:
        page = self._numbers[element.Pg.objgen] if "/Pg" in element else page
        entries = {key: str(element[key]) for key in ("/Alt", "/Lang", "/E", "/ID") if key in element}
        tag = Tag(str(element.S)[1:], entries, _attributes(element), parent)
        for kid in _array(element.get("/K")):
            tag.kids.append(self._kid(kid, tag, page))
        return tag

    def _kid(self, kid: Any, tag: Tag, page: int | None) -> Tag | Marked | Linked:
        if not isinstance(kid, pikepdf.Dictionary):
            assert page is not None, "an MCID without a page"
            return self._marked(page, int(kid))
        if "/S" in kid:
            return self._tag(kid, tag, page)
        place = self._numbers[kid.Pg.objgen]
        if kid.Type == pikepdf.Name.MCR:
            return self._marked(place, int(kid.MCID))
        assert kid.Type == pikepdf.Name.OBJR
        return Linked(place, kid.Obj)

    def _marked(self, page: int, number: int) -> Marked:
        return Marked(page, number, self._texts[page - 1].get((None, number), ""))


def _attributes(element: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for owned in _array(element.get("/A")):
        for key, value in owned.items():
            found[key[1:]] = [_plain(each) for each in value] if isinstance(value, pikepdf.Array) else _plain(value)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, pikepdf.Name):
        return str(value)[1:]
    if isinstance(value, pikepdf.String):
        return str(value)
    return float(value)


def _array(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _only(value: Any) -> Any:
    (element,) = _array(value)
    return element
