"""Names of several words of which one is another: a long form of the list, the name of the inspectorate."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from omi_report.inspection import Inspection
from omi_report.lint.rules.references.abbreviations import abbreviations_of
from omi_report.lint.rules.references.known_names import Source, joined_values
from omi_report.lint.rules.references.word_slips import is_one_slip

_Words: TypeAlias = tuple[str, ...]

_FEWEST = 4  # words, but for «of» and the like: of three, two may be those of another name
_REACH = 30  # characters of a word and the space behind it, at the most
_SMALL = frozenset("a an and at by for from in of on or the to with".split())
_INSPECTORS = frozenset(("inspector", "inspectors"))
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Mistaken(NamedTuple):
    """A name as a text has it, the name that it must be, and where that is from."""

    written: str
    right: str
    source: Source


def mistaken_names(inspection: Inspection) -> Iterator[Mistaken]:
    """Yield the names in which one word is another than that of the list or of the framework; each once."""
    text = joined_values(inspection)
    entries = abbreviations_of(inspection).entries
    listed = {tuple(_WORD.findall(part)): part.strip() for each in entries for part in each.expansion.split("/")}
    for words, right in listed.items():
        if sum(word not in _SMALL for word in words) < _FEWEST:
            continue
        times = Counter(written[: len(words)] for written in _beginnings(text, words))
        for written, often in times.items():
            if often == 1 and written not in listed and _is_long_form(written, words):
                yield Mistaken(" ".join(written), right, "the list of abbreviations")
    name = tuple(_WORD.findall(inspection.framework.inspectorate))
    found = {each[:length] for each in _beginnings(text, name) for length in (len(name), len(name) + 1)}
    for written in sorted(each for each in found if _is_inspectorate(each, name)):
        yield Mistaken(" ".join(written), inspection.framework.inspectorate, "the framework")


def _beginnings(text: str, name: _Words) -> Iterator[_Words]:
    """The words that stand in a text where the first word of a name does: as many as it has, and one more."""
    at = text.find(name[0]) if len(name) > 1 else -1
    while at >= 0:
        if not text[at - 1 : at].isalnum():
            stretch = text[at : at + _REACH * (len(name) + 1)]
            yield tuple(_WORD.findall(_whole(stretch))[: len(name) + 1])
        at = text.find(name[0], at + 1)


def _whole(stretch: str) -> str:
    """The beginning of a stretch up to the first sign that ends a name."""
    end = _END.search(stretch)
    return stretch[: end.start()] if end else stretch


_END = re.compile(r"[^\w\s'’-]|_")


def _others(written: Sequence[str], right: Sequence[str]) -> list[int]:
    """The numbers of the words in which two names of the same length differ."""
    return [at for at, (one, other) in enumerate(zip(written, right, strict=True)) if one != other]


def _is_long_form(written: _Words, right: _Words) -> bool:
    """Say whether one word, which is a name in both, makes the difference, and is more than a slip."""
    other = _others(written, right) if len(written) == len(right) else []
    if len(other) != 1:
        return False
    one, meant = written[other[0]], right[other[0]]
    return one[0].isupper() and meant[0].isupper() and not is_one_slip(one.lower(), meant.lower())


def _is_inspectorate(written: _Words, right: _Words) -> bool:
    """Say whether words are those of the inspectorate but for one of them, or with a small one too many.

    Other inspectorates differ in the last word.
    """
    if len(written) > len(right):
        return any(written[:at] + written[at + 1 :] == right and written[at] in _SMALL for at in range(len(written)))
    other = _others(written, right) if len(written) == len(right) else []
    if len(other) != 1:
        return False
    one, meant = written[other[0]].lower(), right[other[0]].lower()
    return one == f"{meant}s" if other[0] == len(right) - 1 else one not in _INSPECTORS
