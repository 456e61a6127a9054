"""The tokens of one paragraph or heading → its inlines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from omi_report.prose.lines import Stretch
from omi_report.prose.nodes import (
    Code,
    Emphasis,
    Fault,
    Inline,
    LineBreak,
    Link,
    NoteRef,
    Place,
    Role,
    Script,
    Substitution,
    Words,
    placed,
)

_LINE_END = re.compile(r"(?: *|\\)\n")
_INDENTATION = re.compile(r"[ \t]*")


@dataclass
class ParagraphReader:
    """Follows the tokens of a paragraph through its content; ``at`` is the offset that it has reached."""

    stretch: Stretch
    at: int = 0
    faults: list[Fault] = field(default_factory=list)
    substitutions: list[Substitution] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)

    def inlines(self, tokens: Iterator[Token], closing: str | None) -> tuple[Inline, ...]:
        """Read inlines up to the token that closes them."""
        found: list[Inline] = []
        for token in tokens:
            if token.type == closing:
                break
            node = self._inline(token, tokens)
            if isinstance(node, Words) and found and isinstance(found[-1], Words):
                found[-1] = _joined(found[-1], node)
            elif node is not None:
                found.append(node)
        return tuple(found)

    def behind_line_end(self, tokens: list[Token]) -> tuple[Inline, ...]:
        """Read what stands behind the end of a line; nothing where the line is the last."""
        if not tokens:
            return ()
        self._over_line_end()
        return self.inlines(iter(tokens[1:]), None)

    def _inline(self, token: Token, tokens: Iterator[Token]) -> Inline | None:
        start = self.at
        match token.type:
            case "text":
                return Words(token.content, **self._to(start + len(token.content))) if token.content else None
            case "text_special":
                return Words(token.content, **self._to(start + len(token.markup)))
            case "softbreak":
                return Words(" ", **self._over_line_end())
            case "hardbreak":
                return LineBreak(**self._over_line_end())
            case "code_inline":
                return Code(token.content, **self._to(token.meta["end"]))
            case "em_open":
                return self._emphasis(tokens, "em_close", 1)
            case "strong_open":
                return self._emphasis(tokens, "strong_close", 2)
            case "link_open":
                return self._link(token, tokens)
            case _:
                return self._addition(token)

    def _to(self, end: int) -> Place:
        """Move to the end of a node that begins where the reader is, and return the node's place."""
        start, self.at = self.at, end
        return placed(*self.stretch.span(start, end))

    def _over_line_end(self) -> Place:
        match = _LINE_END.match(self.stretch.content, self.at)
        place = self._to(match.end() if match else self.at)
        indentation = _INDENTATION.match(self.stretch.content, self.at)
        self.at = indentation.end() if indentation else self.at
        return place

    def _emphasis(self, tokens: Iterator[Token], closing: str, marks: int) -> Emphasis:
        start = self.at
        self.at += marks
        children = self.inlines(tokens, closing)
        end, self.at = self.at + marks, start
        return Emphasis(children, strong=marks > 1, **self._to(end))

    def _link(self, token: Token, tokens: Iterator[Token]) -> Link:
        href, start = str(token.attrs.get("href", "")), self.at
        end = token.meta.get("end") or start + token.meta["length"]
        children: tuple[Inline, ...]
        if token.info == "auto":
            angle = int(token.markup == "autolink")
            shown = "".join(each.content for each in _up_to(tokens, "link_close"))
            children = (Words(shown, **placed(*self.stretch.span(start + angle, end - angle))),)
        else:
            self.at += len("[")
            children = self.inlines(tokens, "link_close")
            self.at = start
        return Link(href, children, **self._to(end))

    def _addition(self, token: Token) -> Inline | None:
        """Read what Markdown does not have: figures, references, notes, signs; or a fault, which stays text."""
        meta = token.meta
        if "offset" not in meta:
            return None
        first = self.stretch.at(meta["offset"])
        place = self._to(meta["offset"] + meta.get("written", meta["length"]))
        match token.type:
            case "substitution":
                figure = Substitution(meta["name"], meta["filters"], **place)
                self.substitutions.append(figure)
                return figure
            case "note_reference":
                return NoteRef(meta["name"], **place)
            case "script":
                return Script(token.content, meta["low"], **place)
            case "role":
                role = Role(meta["role"], meta["target"], meta["short"], **place)
                self.roles.append(role)
                return role
            case _:
                self.faults.append(Fault(token.type, first, meta["length"]))
                return Words(token.content, **place)


def _joined(first: Words, second: Words) -> Words:
    return Words(first.text + second.text, **placed(first.offset, second.end))


def _up_to(tokens: Iterator[Token], closing: str) -> Iterator[Token]:
    for token in tokens:
        if token.type == closing:
            return
        yield token
