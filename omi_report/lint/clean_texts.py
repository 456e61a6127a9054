"""Which rules found nothing in which texts, and looked at nothing but the text and the framework to say so.

Such a rule finds nothing in the same text again, whatever else of the area has changed: it need not look.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from omi_report.model.area import Prose


@dataclass(slots=True)
class CleanTexts:
    """What is known of texts from an earlier check by the same rules and the same framework, and what this one found.

    A text is known by its digest. Its number has a bit for each rule that found nothing, in the order of the rules.
    """

    known: dict[str, int] = field(default_factory=dict)
    found: dict[str, int] = field(default_factory=dict)


def digest_of(prose: Prose) -> str:
    """Return a digest of all that a rule may know of a text without looking at the rest of its area."""
    import hashlib  # slow, and not needed where nothing is kept

    style = prose.text.origin.style if prose.text.origin is not None else None
    place = (prose.file, prose.path, prose.scope, prose.label, prose.manner, prose.about, style)
    return hashlib.blake2b(f"{place!r}\0{prose.text}".encode(errors="surrogatepass"), digest_size=12).hexdigest()
