"""Characters that look odd and are as they should be."""

from __future__ import annotations

import random

from tests.faults.material import Material
from tests.faults.operator_types import Harmless, Operators
from tests.faults.operators.blind_tools import added, apostrophes_curled, at_spot, pick, roomy, spots, texts

OPERATORS = Operators(blind=True)


@OPERATORS.innocent("characters")
def letters_of_other_languages(material: Material, chance: random.Random) -> Harmless | None:
    """Accents, currencies, degrees and signs of typesetting that are as they should be."""
    sentences = (
        "A café had been opened in the old court, with a crèche beside it.",
        "The grant was of £2 million, or about €3 million.",
        "Zoë House and Llanrwst Lodge were both in use.",
        "Rooms were kept at 18 °C.",
        "The naïve view was that it would settle by itself.",
        "A résumé of each case was kept – and read.",
        "The office in Ynys Môn had closed.",
    )
    sentence = chance.choice(sentences)
    edit = added(material, chance, sentence, roomy(texts(material)))
    return edit.harmless("the characters are as they should be", sentence)


@OPERATORS.innocent("characters")
def curly_apostrophes(material: Material, chance: random.Random) -> Harmless | None:
    """All apostrophes of the area made typographic, as in print: one form throughout."""
    files = apostrophes_curled(material)
    return Harmless(files, "it is the apostrophe of print, throughout", "' → ’ throughout") if files else None


@OPERATORS.innocent("characters")
def dash_of_print(material: Material, chance: random.Random) -> Harmless | None:
    """Commas around a remark made dashes, or dots made one sign."""
    spot = pick(chance, spots(material, r"(?<=[a-z]), (above all|in particular|for example|however|too),? "))
    if spot is None:
        return None
    return at_spot(material, spot, f" – {spot[1]} – ").harmless("dashes in pairs do as well")
