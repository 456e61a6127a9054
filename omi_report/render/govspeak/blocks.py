"""Blocks → paragraphs, lists and boxes of Govspeak: a function for each type, and the table of them (`WRITERS`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from omi_report.document.inlines import EmphasisInline, Inlines, NoteInline
from omi_report.document.marks import mark_of
from omi_report.document.tree import (
    BarCodeBlock,
    Block,
    Blocks,
    BoxBlock,
    CalloutBlock,
    ChartBlock,
    ContentsBlock,
    ContentsEntry,
    DivisionBlock,
    FactsBlock,
    FindingItem,
    FindingsBlock,
    FoldedBlock,
    HeadingBlock,
    ImageBlock,
    JudgementBlock,
    ListBlock,
    ParagraphBlock,
    QuotationBlock,
    TableBlock,
    VerbatimBlock,
)
from omi_report.numbering import NO_BREAK_SPACE
from omi_report.render.govspeak.escapes import begun, entity, escaped
from omi_report.render.govspeak.inlines import BREAK
from omi_report.render.govspeak.tables import addressed, write_chart, write_table
from omi_report.render.govspeak.writer import GovspeakWriter, MarkdownPlace, WriteMarkdown

DEEPEST_HEADING: Final = 6

_INDENT: Final = 4
"""By how many spaces what belongs to an entry of a list is moved in: enough for «10.»."""

_NO_PARAGRAPH: Final = re.compile(r"\||#|\* |\d+\. ")
"""How tables, headings and lists begin."""

_FIGURE_IS_TERM, _FIGURE_IS_VALUE = "glance-facts", "key-facts"
"""Lists of figures that are printed large: the figure is the term, or what is said of it."""


def heading_line(level: int, children: Inlines, writer: GovspeakWriter, identifier: str = "") -> str:
    """Return a heading with its address. The title of the page is not in the text, so it begins with the second."""
    words = writer.line(children, heading=True, begins=False).replace(BREAK, " ")
    mark = "#" * min(max(level, 2), DEEPEST_HEADING)
    return f"{mark} {words} {{#{identifier}}}" if identifier else f"{mark} {words}"


def warning(children: Inlines, writer: GovspeakWriter) -> str:
    """Return a warning in one line."""
    return f"%{writer.line(children, begins=False).replace(BREAK, ' ')}%"


def _paragraph(block: ParagraphBlock, writer: GovspeakWriter, _place: MarkdownPlace) -> Iterator[str]:
    if block.role == "stage":
        return  # the whole text begins with it
    words = writer.line(block.children)
    if words:
        yield words


def _heading(block: HeadingBlock, writer: GovspeakWriter, _place: MarkdownPlace) -> Iterator[str]:
    if block.level > 1:  # the title stands in a field of its own
        yield heading_line(block.level, block.children, writer)


def _list(block: ListBlock, writer: GovspeakWriter, place: MarkdownPlace) -> Iterator[str]:
    """Write a list. Numbers that kramdown would not count so are written as words, in a list that keeps them."""
    inner = replace(place, depth=place.depth + 1, behind_list=False)
    as_words = block.start is not None and (block.start != 1 or place.behind_list)
    entries = []
    for number, item in enumerate(block.items, block.start or 1):
        chunks = list(writer.blocks(item.blocks, inner))
        mark = "*" if block.start is None or as_words else f"{number}."
        if as_words:
            chunks = _led_by(f"{number}\\.", item.blocks, chunks, writer)
        entries.append(_entry(mark, chunks, writer.place(item.id, item.also)))
    if entries:
        # where one entry has several paragraphs, all stand apart, or kramdown would set them differently
        written = ("\n\n" if any("\n\n" in each for each in entries) else "\n").join(entries)
        yield _legislative(written) if as_words and place.plain else written


def _legislative(entries: str) -> str:
    """A list of which each entry begins with its own mark."""
    return f"$LegislativeList\n{entries}\n$EndLegislativeList"


def _led_by(mark: str, blocks: Blocks, chunks: list[str], writer: GovspeakWriter) -> list[str]:
    """The paragraphs of an entry, the first of which begins with its mark."""
    if blocks and isinstance(blocks[0], ParagraphBlock) and chunks:
        return [f"{mark} {writer.line(blocks[0].children, begins=False)}", *chunks[1:]]
    return [mark, *chunks]


def _entry(mark: str, chunks: list[str], identifier: str = "") -> str:
    """An entry of a list; what follows its first line is moved in."""
    named = f'{{: id="{identifier}"}} ' if identifier else ""
    inside = "\n\n".join(chunks)
    if chunks and _NO_PARAGRAPH.match(chunks[0]):
        inside = f"\n{inside}"  # a table, a heading or a list does not begin behind the mark
    first, *others = f"{mark.ljust(_INDENT)}{named}{inside}".split("\n")
    return "\n".join([first.rstrip() if not inside.strip() else first, *(_moved(each) for each in others)])


def _moved(line: str) -> str:
    return f"{' ' * _INDENT}{line}" if line else line


def _quotation(block: QuotationBlock, writer: GovspeakWriter, place: MarkdownPlace) -> Iterator[str]:
    lines = "\n\n".join(writer.blocks(block.blocks, replace(place, framed=True))).split("\n")
    yield "\n".join(f"> {_with_its_marks(each)}" if each else ">" for each in lines)
    if block.by:
        yield writer.line(block.by)


def _with_its_marks(line: str) -> str:
    """A line that begins and ends with marks of quotation, if it does: Govspeak takes them away in a quotation."""
    found = re.sub(r'^["“”„‟″‶]', lambda mark: entity(mark[0]), line)
    return re.sub(r'["“”„‟″‶](?=\s*$)', lambda mark: entity(mark[0]), found)


def _verbatim(block: VerbatimBlock, _writer: GovspeakWriter, _place: MarkdownPlace) -> Iterator[str]:
    """Write lines as they are, with the spaces that they begin with. There is no face for typewriters on GOV.UK."""
    lines = block.text.rstrip("\n").split("\n")
    kept = [re.sub(r"^ +|  +", lambda found: NO_BREAK_SPACE * len(found[0]), each) for each in lines]
    written = [begun(escaped(each)) for each in kept if each.strip()]
    if written:
        yield BREAK.join(written)


def _image(block: ImageBlock, writer: GovspeakWriter, place: MarkdownPlace) -> Iterator[str]:
    """Write the place of a picture, its caption, and what it shows: GOV.UK wants that in the text."""
    name = writer.picture(block)
    if place.plain:
        yield f"[Image: {name}]"
    if block.caption:
        yield addressed(writer.line(block.caption), block.id, writer)
    if block.alt:
        said = writer.line((block.alt,))
        yield said if block.caption else addressed(said, block.id, writer)


def _bar_code(_block: BarCodeBlock, _writer: GovspeakWriter, _place: MarkdownPlace) -> Iterator[str]:
    """Write nothing: a bar code is for paper, and its number stands in the imprint."""
    yield from ()


def _findings(block: FindingsBlock, writer: GovspeakWriter, place: MarkdownPlace) -> Iterator[str]:
    yield heading_line(block.level, (block.heading,), writer)
    if place.plain and not block.box and all(map(_is_of_paragraphs, block.findings)):
        inner = replace(place, depth=1)
        entries = [
            _entry("*", _finding(each, writer, inner), writer.place(each.id, each.also)) for each in block.findings
        ]
        yield _legislative("\n\n".join(entries))
        return
    for each in block.findings:
        first, *others = _finding(each, writer, place)
        yield addressed(first, each.id, writer, each.also)
        yield from others


def _is_of_paragraphs(finding: FindingItem) -> bool:
    """Whether a finding can stand in a legislative list, in which a list would lose its marks."""
    return bool(mark_of(finding)) and all(isinstance(block, ParagraphBlock) for block in finding.blocks)


def _finding(finding: FindingItem, writer: GovspeakWriter, place: MarkdownPlace) -> list[str]:
    """The paragraphs of a finding, the first of which begins with its letter."""
    chunks, mark = list(writer.blocks(finding.blocks, place)), escaped(mark_of(finding))
    return _led_by(mark, finding.blocks, chunks, writer) if mark else chunks or [""]


def _box(block: BoxBlock, writer: GovspeakWriter, place: MarkdownPlace) -> Iterator[str]:
    title = f"{block.name}: {block.heading}" if block.heading else block.name
    inner = replace(place, framed=True)
    head = heading_line(block.level, (title,), writer, writer.place(block.id, block.also))
    yield from _framed([head, *writer.blocks(block.blocks, inner)], place)


def _framed(chunks: Iterable[str], place: MarkdownPlace) -> Iterator[str]:
    """What stands in a box, where there can be one."""
    if not place.plain:
        yield from chunks
        return
    inside = "\n\n".join(chunks)
    yield f"\n$CTA\n{inside}\n$CTA"  # the line before it goes with the mark


def _callout(block: CalloutBlock, writer: GovspeakWriter, place: MarkdownPlace) -> Iterator[str]:
    """Write what is said to readers as information: in one line, which is all that its mark can have, or in a box."""
    if block.role not in ("notice", "advice") or not place.plain:
        yield from writer.blocks(block.blocks, place)
        return
    chunks = list(writer.blocks(block.blocks, replace(place, framed=True)))
    if len(chunks) == 1 and "\n" not in chunks[0]:
        yield f"^{chunks[0]}^"
    else:
        yield from _framed(chunks, place)


def _folded(block: FoldedBlock, writer: GovspeakWriter, place: MarkdownPlace) -> Iterable[str]:
    return writer.blocks(block.blocks, place)


def _judgement(block: JudgementBlock, writer: GovspeakWriter, _place: MarkdownPlace) -> Iterator[str]:
    """Write a judgement in a line: the rating before the score that it rests on, or a rating alone."""
    pieces: list[Inlines] = [
        (EmphasisInline((block.band,), strong=True),) if block.band else (),
        (block.label,),
        (EmphasisInline(block.value, strong=True),),
        (block.departs,) if block.departs else (),
    ]
    yield writer.line(tuple(each for piece in pieces if piece for each in (" ", *piece)))


def _facts(block: FactsBlock, writer: GovspeakWriter, place: MarkdownPlace) -> Iterator[str]:
    """Write terms with what is said of them in a list; figures that are printed large, as statistics."""
    roles = set(block.role.split())
    if roles & {_FIGURE_IS_TERM, _FIGURE_IS_VALUE} and place.plain and not _has_notes(block):
        for fact in block.facts:
            first, *others = (fact.term, *fact.values)
            if _FIGURE_IS_VALUE in roles and others:
                first, others[0] = others[0], first
            words = [writer.line(each, begins=False) for each in others]
            figure = writer.line(first, heading=True, begins=False)
            yield "\n".join(["{stat-headline}", " ".join([f"*{figure}*", *words]), "{/stat-headline}"])
        return
    entries = []
    for fact in block.facts:
        term = writer.line((EmphasisInline(fact.term, strong=True),))
        values = [writer.line(value).replace(BREAK, " ") for value in fact.values]
        if len(values) > 1:  # each in a line of its own, or names would run on in names
            entries.append("\n".join([f"* {term}", *(f"    * {each}" for each in values)]))
        else:
            entries.append(" ".join([f"* {term}", *values]))
    if entries:
        yield "\n".join(entries)


def _has_notes(block: FactsBlock) -> bool:
    lines = (each for fact in block.facts for each in (fact.term, *fact.values))
    return any(isinstance(each, NoteInline) for line in lines for each in line)


def _contents(block: ContentsBlock, writer: GovspeakWriter, _place: MarkdownPlace) -> Iterator[str]:
    """Write a list of displays. GOV.UK makes the contents itself."""
    if "displays" in block.role.split():
        entries = [f"* {_contents_line(entry, writer)}" for entry in block.entries]
        yield "\n".join(entries)


def _contents_line(entry: ContentsEntry, writer: GovspeakWriter) -> str:
    words = writer.line((f"{entry.label} {entry.heading}" if entry.label else entry.heading,), begins=False)
    leads = writer.leads_to(entry.id)
    return f"[{words}]({leads})" if leads else words


def _division(block: DivisionBlock, writer: GovspeakWriter, place: MarkdownPlace) -> Iterator[str]:
    words = f"{block.label} {block.heading}" if block.label else block.heading
    yield heading_line(block.level, (words,), writer, writer.place(block.id, block.also))
    yield from writer.blocks((*block.lead, *block.blocks), place)


WRITERS: Final[Mapping[type[Block], WriteMarkdown]] = {
    ParagraphBlock: _paragraph,
    HeadingBlock: _heading,
    ListBlock: _list,
    QuotationBlock: _quotation,
    VerbatimBlock: _verbatim,
    TableBlock: write_table,
    ChartBlock: write_chart,
    ImageBlock: _image,
    BarCodeBlock: _bar_code,
    FindingsBlock: _findings,
    BoxBlock: _box,
    JudgementBlock: _judgement,
    CalloutBlock: _callout,
    FoldedBlock: _folded,
    FactsBlock: _facts,
    ContentsBlock: _contents,
    DivisionBlock: _division,
}
"""The function of each type of block."""
