"""A view of a text for the rules: which words are the writer's own, what is quoted, and what is no prose at all.

A view is made from the parsed text. What is not wanted is masked, character by character, so that an offset in masked
words is an offset in the text as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from omi_report.prose.nodes import (
    Blocks,
    Bullets,
    Code,
    Definitions,
    Footnote,
    Link,
    NoteRef,
    Paragraph,
    ParsedText,
    Quotation,
    Script,
    Span,
    Subheading,
    TextPicture,
    TextTable,
    Verbatim,
    Words,
    nodes,
)
from omi_report.prose.parse import parse
from omi_report.prose.places import places_in
from omi_report.prose.quoted import Quoted, QuotedPassage, quoted_in
from omi_report.prose.stretches import Stretches

MASK = "\ufffc"
"""Stands for every character of something that is not wanted; the ends of lines stay."""

SIGN_MASK = "*"
"""Stands for every character of what hangs on a word and is none: the mark of a note, a raised or lowered sign.

It is a mark of emphasis, since rules expect those behind a word and behind the end of a sentence.
"""

BEGIN_MASK = ":"
"""Ends what stands before the words that say who is quoted: what follows a colon begins a sentence."""

Setting: TypeAlias = Literal["running", "item", "quotation", "cell"]
"""Where a sentence stands: in running text, as the first of an item or a note, in a block quotation, or in a table."""


class Sentence(NamedTuple):
    """A sentence of a text, from ``start`` up to ``end``, with all but its prose masked."""

    start: int
    end: int
    words: str
    setting: Setting


@dataclass(frozen=True)
class TextView:
    """One text, as written and as read. What is asked of it is worked out once, when it is first asked for."""

    text: str
    parsed: ParsedText

    @cached_property
    def prose(self) -> str:
        """The text with figures, references, code, addresses, lines of tables and backslashes of escapes masked.

        The marks of notes and raised or lowered signs are masked as if they were marks of emphasis.
        """
        masked = _masked(self.text, [*self._places, *_not_prose(self.text, self.parsed)])
        signed = _masked(masked, _signs(self.parsed), SIGN_MASK)
        begun = _masked(signed, [quoted.mark for quoted in self._attributed])
        return _masked(begun, [Span(quoted.mark.end - 1, quoted.mark.end) for quoted in self._attributed], BEGIN_MASK)

    @cached_property
    def own(self) -> str:
        """The writer's own words: the prose with quotations masked too."""
        return _masked(self.prose, [quoted.span for quoted in self.quotations])

    @cached_property
    def own_in_small(self) -> str:
        """The writer's own words in small letters, at the same offsets."""
        small = self.own.lower()
        return small if len(small) == len(self.own) else self.own

    @cached_property
    def own_without_names(self) -> str:
        """The same, with a capital A inside a sentence masked: the A178, case A."""
        small = _name_of_one_letter().sub(MASK, self.own).lower()
        return small if len(small) == len(self.own) else self.own_in_small

    @cached_property
    def own_in_line(self) -> str:
        """The writer's own words in small letters, one space between them: a quick look for words side by side."""
        return " ".join(self.own_in_small.split())

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The writer's own words in their order, in small letters."""
        return tuple(self.own_in_small.encode("ascii", "replace").translate(_LETTERS).decode("ascii").split())

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every one of the writer's own words, in small letters: a quick look before a slow search."""
        return frozenset(self.words)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Every two of the writer's own words that follow each other, whatever signs stand between: a closer look."""
        return frozenset(pairwise(self.words))

    @cached_property
    def quotations(self) -> tuple[QuotedPassage, ...]:
        """Block quotations, and passages in quotation marks, which may go on over paragraphs."""
        blocks = [QuotedPassage(span, "block") for span in self._spans_of(Quotation)]
        return tuple(sorted([*blocks, *self._in_marks.passages]))

    @cached_property
    def doubtful(self) -> tuple[Span, ...]:
        """What may be quoted: the marks do not say where it ends, or whether they are apostrophes."""
        return self._in_marks.doubtful

    @cached_property
    def _in_marks(self) -> Quoted:
        return quoted_in(_masked(self.prose, self._spans_of(Quotation)))

    @cached_property
    def code(self) -> tuple[Span, ...]:
        """The code in lines and the lines that are kept as they are."""
        return self._spans_of(Code, Verbatim)

    @cached_property
    def addresses(self) -> tuple[Span, ...]:
        """The addresses of links, of ``[words](address)`` the part in brackets; and bare file names and paths."""
        links = [address_of(self.text, node) for node in nodes(self._special) if isinstance(node, Link)]
        linked = Stretches(links)
        bare = [place for place in self._places if not linked.touch(place)]
        return tuple(sorted([*links, *bare]))

    @cached_property
    def headings(self) -> tuple[Span, ...]:
        """The headings inside the text."""
        return self._spans_of(Subheading)

    @cached_property
    def items(self) -> tuple[Span, ...]:
        """The items of lists, with their marks."""
        return tuple(place for node in nodes(self._special) if isinstance(node, Bullets) for place in node.places)

    @cached_property
    def cells(self) -> tuple[Span, ...]:
        """The cells of tables."""
        return tuple(cell.span for table in self.tables for cell in table.cells)

    @cached_property
    def tables(self) -> tuple[TextTable, ...]:
        """The tables that stand in the text."""
        return tuple(node for node in nodes(self._special) if isinstance(node, TextTable))

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs: lines with no empty line between, whether they are words, a list or a quotation."""
        if self.parsed.plain:
            return tuple(block.span for block in self.parsed.blocks)
        return tuple(Span(*match.span()) for match in _paragraph().finditer(self.prose))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of paragraphs, items of lists, quotations and cells, in order; headings have none."""
        return tuple(_sentences(self.prose, self.parsed.blocks, "running"))

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence in which a character stands; None where it stands in none."""
        return self._sentences_in_order.holding(offset)

    @cached_property
    def _sentences_in_order(self) -> Stretches[Sentence]:
        return Stretches(self.sentences)

    @cached_property
    def kept(self) -> tuple[Span, ...]:
        """What no program may change: quotations between their marks, what may be quoted, code, addresses, headings."""
        inside = [_between_marks(quoted) for quoted in self.quotations]
        return tuple(sorted([*inside, *self.doubtful, *self.code, *self.addresses, *self.headings]))

    def begins_sentence(self, offset: int) -> bool:
        """Say whether a sentence, an item of a list or what follows a colon begins at an offset."""
        return begins_sentence(self.prose, offset)

    @cached_property
    def _places(self) -> tuple[Span, ...]:
        """The addresses, file names and paths that stand bare in the text."""
        return places_in(self.text)

    @cached_property
    def _attributed(self) -> tuple[Quotation, ...]:
        """The quotations that say who is quoted."""
        return tuple(node for node in nodes(self._special) if isinstance(node, Quotation) and node.by)

    @property
    def _special(self) -> Blocks:
        """The blocks of a text in which there is more than words, figures and emphasis."""
        return () if self.parsed.plain else self.parsed.blocks

    def _spans_of(self, *kinds: type[Quotation | Code | Verbatim | Subheading]) -> tuple[Span, ...]:
        return tuple(node.span for node in nodes(self._special) if isinstance(node, kinds))


@lru_cache(maxsize=4096)
def view_of(text: str) -> TextView:
    """Return the view of a text. Nothing in a text is an error."""
    return TextView(text, parse(text))


def begins_sentence(words: str, offset: int) -> bool:
    """Say whether a sentence begins at an offset of masked words, which may be only a part of a text."""
    match = _sentence_start().search(words, max(0, offset - 20), offset)
    if match is None:
        return False
    return not (match.group().startswith(".") and _is_abbreviated(words, match.start(), offset))


# Masking --------------------------------------------------------------------------------------------------------------


def _not_prose(text: str, parsed: ParsedText) -> Iterator[Span]:
    yield from (node.span for node in (*parsed.substitutions, *parsed.roles))
    if parsed.plain:
        return
    for node in nodes(parsed.blocks):
        match node:
            case Code() | Verbatim():
                yield node.span
            case Link():
                yield address_of(text, node)
            case TextTable() | TextPicture():
                yield from node.marks
            case Footnote(label=label):
                yield Span(label.start, label.end - 1)  # its colon stays: what follows one begins a sentence
            case Words():
                yield from (Span(*match.span()) for match in _escape().finditer(text, node.offset, node.end))


def _signs(parsed: ParsedText) -> list[Span]:
    return [] if parsed.plain else [node.span for node in nodes(parsed.blocks) if isinstance(node, NoteRef | Script)]


def address_of(text: str, link: Link) -> Span:
    """Return where the address of a link stands: all of a bare one; of ``[words](address)`` what follows the words."""
    if not text.startswith("[", link.offset):
        return link.span
    return Span((link.children[-1].end if link.children else link.offset + 1) + 1, link.end)


def _masked(text: str, spans: Iterable[Span], mask: str = MASK) -> str:
    """A text with stretches of it masked, the ends of lines left; offsets are unchanged."""
    pieces, done = [], 0
    for start, end in sorted(spans):
        if end > done:
            first = max(start, done)
            pieces += [text[done:first], _mask_of(text[first:end], mask)]
            done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def _mask_of(text: str, mask: str) -> str:
    if "\n" not in text:
        return mask * len(text)
    return "\n".join(mask * len(line) for line in text.split("\n"))


# Quotations -----------------------------------------------------------------------------------------------------------


def _between_marks(quoted: QuotedPassage) -> Span:
    """A quotation without its marks, which are the writer's; a block has none."""
    start, end = quoted.span
    return quoted.span if quoted.mark == "block" else Span(start + 1, end - 1)


# Sentences ------------------------------------------------------------------------------------------------------------


def _sentences(prose: str, blocks: Blocks, setting: Setting) -> Iterator[Sentence]:
    for block in blocks:
        match block:
            case Paragraph():
                yield from _in_paragraph(prose, block.span, setting)
                setting = "running" if setting == "item" else setting
            case Bullets(items):
                for item in items:
                    yield from _sentences(prose, item, "quotation" if setting == "quotation" else "item")
            case Quotation(inner, by):
                yield from _sentences(prose, inner, "quotation")
                if by:
                    yield from _in_paragraph(prose, Span(by[0].offset, by[-1].end), "cell")
            case Footnote(label=label):
                yield from _in_paragraph(prose, Span(label.end, block.end), "item")
            case TextTable() | Definitions():
                for cell in block.cells:
                    yield from _in_paragraph(prose, cell.span, "cell")
            case TextPicture(marks=marks):
                for before, after in pairwise(marks):
                    yield from _in_paragraph(prose, Span(before.end, after.start), "cell")
                yield from _in_paragraph(prose, Span(marks[-1].end, block.end), "item")


def _in_paragraph(prose: str, span: Span, setting: Setting) -> Iterator[Sentence]:
    start = span.start
    for match in _sentence_end().finditer(prose, *span):
        if _is_abbreviated(prose, match.start(), match.end()):
            continue
        if sentence := _trimmed(prose, start, match.end(), setting):
            yield sentence
            setting = "running" if setting == "item" else setting
        start = match.end()
    if sentence := _trimmed(prose, start, span.end, setting):
        yield sentence


def _is_abbreviated(words: str, stop: int, after: int) -> bool:
    """Whether a full stop belongs to an abbreviation and ends no sentence.

    It ends one if nothing or a capital follows from ``after`` on. A title («Mr.») has a name behind it, and ends none.
    """
    abbreviated = _abbreviation().search(words, max(0, stop - 10), stop + 1)
    following = _following().match(words, after) if abbreviated else None
    if abbreviated is None or following is None:
        return False
    return bool(abbreviated["title"]) or not following["sign"].isupper()


def _trimmed(prose: str, start: int, end: int, setting: Setting) -> Sentence | None:
    words = prose[start:end]
    bare = words.strip()
    first = start + len(words) - len(words.lstrip())
    return Sentence(first, first + len(bare), bare, setting) if bare else None


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[.!?][\"'’”)\]*_]*(?=\s+[A-Z0-9\"'‘“(\[{*_\ufffc]|\s*$)")


@cache
def _sentence_start() -> re.Pattern[str]:
    return re.compile(r"(?:^|[.!?:][\"'’”)]*\s|\n\s*\n)\s*(?:[-*+>]\s+)*\Z")


@cache
def _abbreviation() -> re.Pattern[str]:
    return re.compile(
        r"(?<![^\W\d_])(?:(?P<title>(?i:dr|messrs|mrs?|ms|prof|rev|st))"
        r"|(?i:approx|c|ca|cf|ch|ed|eds|e\.g|eg|et al|fig|figs|i\.e|ie|nos?|paras?|pp?|sect|viz|vols?|vs?)|[A-Z])\.\Z"
    )


@cache
def _following() -> re.Pattern[str]:
    """The first letter, figure or mask that follows in the same paragraph, behind marks that open."""
    return re.compile(r"(?:[^\S\n]|\n(?![ \t]*\n))*[\"'‘“(\[{*_]*(?P<sign>[^\W_]|\ufffc)")


@cache
def _name_of_one_letter() -> re.Pattern[str]:
    return re.compile(r"(?<=[a-z,;] )A(?=[\s\d.,;)]|\Z)")


@cache
def _paragraph() -> re.Pattern[str]:
    return re.compile(r"\S[^\n]*(?:\n(?![ \t]*(?:\n|\Z))[^\n]*)*")


_LETTERS = bytes(code if chr(code).islower() else ord(" ") for code in range(128)) + b" " * 128
"""Makes spaces of all but small letters."""


@cache
def _escape() -> re.Pattern[str]:
    return re.compile(r"\\(?=[!-/:-@\[-`{-~])")
