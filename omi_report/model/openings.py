"""The first words of texts: as many as tell each of them from the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from omi_report.prose.nodes import Code, Emphasis, Inline, LineBreak, Link, Paragraph, Words
from omi_report.prose.parse import parse

FEWEST = 5
"""An opening has so many words, or the whole of a shorter sentence."""

_MARKS = ",.;:"


def openings(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the opening of each text; empty where it has no words of its own, or where they are another's too.

    Words are those of the first paragraph, up to the first figure or reference: what stands there is not known here.
    """
    first = [_first_words(text) for text in texts]
    words = [own for own, _whole in first]
    return tuple(_opening(own, [*words[:at], *words[at + 1 :]], whole=whole) for at, (own, whole) in enumerate(first))


def _opening(own: list[str], others: list[list[str]], *, whole: bool) -> str:
    for size in range(min(FEWEST, len(own)), len(own) + 1):
        if size and all(other[:size] != own[:size] for other in others):
            opening = " ".join(own[:size]).rstrip(_MARKS)
            return opening if whole and size == len(own) else f"{opening} …"
    return ""


def _first_words(text: str) -> tuple[list[str], bool]:
    """The words, and whether they are the whole paragraph."""
    first = next((block for block in parse(text).blocks if isinstance(block, Paragraph)), None)
    if first is None:
        return [], False
    return "".join(_plain(first.children)).split(), _is_plain(first.children)


def _plain(children: Sequence[Inline]) -> Iterator[str]:
    """The words of inlines, up to the first figure or reference."""
    for child in children:
        match child:
            case Words(text=text) | Code(text=text):
                yield text
            case LineBreak():
                yield " "
            case Emphasis(children=inner) | Link(children=inner):
                yield from _plain(inner)
                if not _is_plain(inner):
                    return
            case _:
                return


def _is_plain(children: Sequence[Inline]) -> bool:
    return all(
        _is_plain(child.children) if isinstance(child, Emphasis | Link) else isinstance(child, Words | Code | LineBreak)
        for child in children
    )
