"""The words of a change without most of those that did not change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from omi_report.review.change import WordsOfChange

NEAR = 40
"""So many characters on either side of a change are shown, to the end of a word."""
LONG = 240
"""A passage that was added, removed or moved as a whole is shown to about so many characters."""


def shortened(words: Sequence[WordsOfChange]) -> tuple[WordsOfChange, ...]:
    """Return the words of a change; of long stretches that are the same only what is near a change is left."""
    if len(words) == 1:
        return (WordsOfChange(words[0].fate, _start(words[0].text, LONG)),)
    return tuple(_each(words))


def _each(words: Sequence[WordsOfChange]) -> Iterator[WordsOfChange]:
    for index, each in enumerate(words):
        if each.fate != "same":
            yield each
        elif not index:
            yield WordsOfChange("same", _end(each.text, NEAR))
        elif index == len(words) - 1:
            yield WordsOfChange("same", _start(each.text, NEAR))
        elif len(each.text) > 3 * NEAR:
            yield WordsOfChange("same", f"{_start(each.text, NEAR)} {_end(each.text, NEAR)}".replace("… …", "…"))
        else:
            yield each


def _start(text: str, length: int) -> str:
    if len(text) <= length + 20:
        return text
    cut = text.find(" ", length)
    return text if cut < 0 else f"{text[:cut]} …"


def _end(text: str, length: int) -> str:
    if len(text) <= length + 20:
        return text
    cut = text.rfind(" ", 0, len(text) - length)
    return text if cut < 0 else f"… {text[cut + 1 :]}"
