"""What a Govspeak text says, block by block in reading order, as `tests.parity.blocks` has it of a page.

It is read as a publishing system does it, in two steps: the marks of Govspeak's own are looked for in the whole text by
patterns, then what is left is read by a parser of Markdown. Nothing of what wrote it is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from omi_report.prose.links import is_address
from tests.parity.blocks import Block, words

_OWN = (
    (r"^\$(?:CTA|LegislativeList|EndLegislativeList)$", ""),
    (r"^\{barchart\}$", ""),
    (r"^\{/?stat-headline\}$", ""),
    (r"^[%^](.*?)[%^]? *$", r"\1"),
    (r"^\[Image: [^\]]*\]$", ""),
    (r":(england|scotland|wales|london|northern-ireland|england-wales):(.*?):\1:", "LOST"),
    (r"\[(?:Contact|AttachmentLink|embed:[a-z:]+):? *(.*?)\]", "LOST"),
    (r"\{(?:barchart|button|::)[^}]*\}", "LOST"),
    (r"\$(?:CTA|[CADPEI]|AI|!)", "LOST"),
)
"""What Govspeak does before anything else is read; what is none of our own marks is lost."""

_BEGIN, _END = "\ue000", "\ue001"
"""Stand around the address of a place, once it was found."""
_ADDRESS = re.compile(f"{_BEGIN}(.*?){_END} ?")
_ADDRESSES = (
    # one in a line by itself belongs to the paragraph before it, which must not be read with what follows
    (r'^( *)\{: id="([^"]+)"\}$', rf"\n\1{_BEGIN}\2{_END}"),
    (r'^( *(?:\*|\d+\.) +)\{: id="([^"]+)"\}', rf"\1{_BEGIN}\2{_END}"),
    (r" \{#(\S+)\}$", rf" {_BEGIN}\1{_END}"),
    (r"(?<!\\)\[\^(\d+)\]", r"\1"),
)


class GovspeakText:
    """A text that was read: its blocks, what it says of notes and abbreviations, and the ids of its places."""

    def __init__(self, text: str) -> None:
        self.notes = dict(re.findall(r"^\[\^(\d+)\]: (.*)$", text, re.MULTILINE))
        self.abbreviations = dict(re.findall(r"^\*\[(.+?)\]: (.*)$", text, re.MULTILINE))
        left = re.sub(r"^(\[\^\d+\]|\*\[.+?\]): .*\n?", "", text, flags=re.MULTILINE)
        for pattern, becomes in (*_OWN, *_ADDRESSES):
            left = re.sub(pattern, becomes, left, flags=re.MULTILINE)
        self.blocks = list(_blocks(MarkdownIt("commonmark").enable("table").parse(left)))
        self.ids = [name for block in self.blocks for name in block.ids]


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    kinds: list[str] = []
    heads_row = False
    for token in tokens:
        if token.type == "heading_open":
            kinds.append(f"H{token.tag[1]}")
        elif token.type in ("th_open", "td_open"):
            # the first cell of a row is the head of it where it begins with a mark that says so
            kinds.append("TH" if token.type == "th_open" else "#TD" if heads_row else "TD")
            heads_row = False
        elif token.type == "tr_open":
            heads_row = True
        elif token.type in ("heading_close", "th_close", "td_close"):
            kinds.pop()
        elif token.type in ("fence", "code_block", "html_block"):
            yield Block("LOST", token.content)
        elif token.type == "inline":
            yield from _block(token, kinds[-1] if kinds else "text")


def _block(token: Token, kind: str) -> Iterator[Block]:
    links: list[str] = []
    said = "".join(_words(token.children or [], links))
    ids = tuple(_ADDRESS.findall(said))
    said = _ADDRESS.sub("", said)
    if kind == "#TD":
        kind, said = ("TH", said[2:]) if said.startswith("# ") else ("TD", said)
    if words(said) or ids:
        yield Block(kind, words(said), ids, tuple(links))


def _words(tokens: list[Token], links: list[str]) -> Iterator[str]:
    href, inside = "", ""
    for token in tokens:
        inside += token.content
        if token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type == "link_open":
            href = str(token.attrGet("href") or "")
            links += [href[1:]] if href.startswith("#") else []
            inside = ""
        elif token.type == "link_close":
            # as print has it
            yield "" if href.startswith("#") or is_address(inside, href) else f" ({href})"
        elif token.type == "code_inline":
            yield f"LOST {token.content}"
        else:
            yield token.content
