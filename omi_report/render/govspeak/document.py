"""A report → a text in Govspeak, and the pictures that it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from omi_report.document.tree import ContentsBlock, Document, HeadingBlock, Part
from omi_report.language.known import language_of
from omi_report.render.govspeak.blocks import WRITERS, heading_line, warning
from omi_report.render.govspeak.writer import GovspeakWriter, MarkdownPlace
from omi_report.render.html.typography import typographer
from omi_report.render.look import Look


@dataclass(frozen=True, slots=True)
class GovspeakText:
    """The text, and the files of the pictures that it names, by their names."""

    text: str
    pictures: Mapping[str, bytes]


def render_govspeak(document: Document, look: Look) -> GovspeakText:
    """Return a report as Govspeak. The same report gives the same text.

    The publishing system has a field for the title and makes the contents itself: neither is written.
    """
    first = _writer(document, look, None)
    for _chunk in _chunks(document, first):
        pass  # only now is it known which places there are
    writer = _writer(document, look, first.written_places)
    text = "\n\n".join(_chunks(document, writer))
    return GovspeakText("\n\n".join([text, *writer.definitions]) + "\n", writer.pictures)


def _writer(document: Document, look: Look, places: Mapping[str, str] | None) -> GovspeakWriter:
    language = language_of(document.meta.language).with_terms(dict(document.meta.terms))
    return GovspeakWriter(typographer(language), WRITERS, look.file_name, places)


def _chunks(document: Document, writer: GovspeakWriter) -> Iterator[str]:
    notice = document.meta.stage_notice
    if notice:
        yield warning((notice,), writer)
    for part in document.parts:
        yield from _part(part, writer)


def _part(part: Part, writer: GovspeakWriter) -> Iterator[str]:
    if all(isinstance(block, ContentsBlock) and not block.role for block in part.blocks):
        return
    titled = any(isinstance(block, HeadingBlock) and block.level == 1 for block in part.blocks)
    if part.heading and not titled:
        words = f"{part.label} {part.heading}" if part.label else part.heading
        yield heading_line(2, (words,), writer, writer.place(part.id))
    yield from writer.blocks((*part.introduction, *part.blocks), MarkdownPlace())
