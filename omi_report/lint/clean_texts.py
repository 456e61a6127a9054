"""Which rules found nothing in which texts, and looked at nothing else that has changed since to say so.

A rule may look at its text with the figures in it, at the framework, and at the facts of the area that it names
(``Wanted.facts``). As long as these are the same it finds nothing in the same text again, and need not look.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from omi_report.inspection import Inspection, remembered
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import Fact


@dataclass(slots=True)
class CleanTexts:
    """What is known of texts from an earlier check by the same rules and the same framework, and what this one found.

    A text is known by its digest. Its number has a bit for each rule that found nothing, in the order of the rules.
    ``known_facts`` and ``facts`` are digests of what these rules ask of the area, by the bit of each that asks.
    """

    known: Mapping[str, int] = field(default_factory=dict)
    known_facts: Mapping[str, str] = field(default_factory=dict)
    found: dict[str, int] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)

    def next(self) -> CleanTexts:
        """Return what the next check knows: what this one found."""
        return CleanTexts(self.found, self.facts)

    def changed(self, inspection: Inspection, asked: Mapping[int, tuple[Fact, ...]]) -> int:
        """Return the bits of the rules that have to look again, as a fact that they ask of the area has changed.

        ``asked`` are the facts by the bits of rules. The digests of the facts are kept for the next check.
        """
        self.facts |= {str(bit): _digest(repr([fact(inspection) for fact in facts])) for bit, facts in asked.items()}
        return sum(bit for bit in asked if self.known_facts.get(str(bit)) != self.facts[str(bit)])


def digest_of(text: CheckedText) -> str:
    """Return a digest of all that a rule may know of a text without looking at the rest of its area."""
    prose = text.prose
    style = prose.text.origin.style if prose.text.origin is not None else None
    place = (prose.file, prose.path, prose.scope, prose.label, prose.manner, prose.about, prose.room, prose.side, style)
    return _digest(f"{place!r}\0{prose.text}\0{_figures_shown(text)}")


def _figures_shown(text: CheckedText) -> str:
    """The figures of a text, all of them told. Texts of one scope share theirs, and they are told once."""
    known, figures = _known_figures(text.whole), text.figures
    if id(figures) not in known:
        known[id(figures)] = figures, repr(figures)
    return known[id(figures)][1]


@remembered
def _known_figures(_inspection: Inspection) -> dict[int, tuple[object, str]]:
    """What figures are told as, by the identity of their mapping, which is kept beside it."""
    return {}


def _digest(what: str) -> str:
    import hashlib  # slow, and not needed where nothing is kept

    return hashlib.blake2b(what.encode(errors="surrogatepass"), digest_size=12).hexdigest()
