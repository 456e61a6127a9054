"""How likely each answer is to be yes, and in which cases a question is relevant."""

from __future__ import annotations

from collections.abc import Mapping

from tests.invented.rates import Rate

# Where the risk of serious harm is low, there is often nobody to be kept safe.
_HARM = {"rosh": ("medium", "high", "very-high")}

RATES: Mapping[str, Rate] = {
    # P 2.1 Assessment
    "2.1.1": Rate(0.78),
    "2.1.2": Rate(0.72),
    "2.1.3": Rate(0.75),
    "2.1.5": Rate(0.76),
    "2.1.6": Rate(0.72),
    "2.1.7": Rate(0.7),
    "2.1.9": Rate(0.5, where=_HARM),
    "2.1.10": Rate(0.5),
    "2.1.11": Rate(0.5),
    # P 2.2 Planning
    "2.2.1": Rate(0.74),
    "2.2.2": Rate(0.76),
    "2.2.3": Rate(0.8),
    "2.2.5": Rate(0.74),
    "2.2.6": Rate(0.72),
    "2.2.7": Rate(0.7),
    "2.2.9": Rate(0.66, where=_HARM),
    "2.2.10": Rate(0.6, where=_HARM, share=0.9),
    "2.2.11": Rate(0.5, where=_HARM),
    # P 2.3 Implementation and delivery
    "2.3.1": Rate(0.88),
    "2.3.2": Rate(0.8),
    "2.3.3": Rate(0.84, share=0.8),
    "2.3.5": Rate(0.76),
    "2.3.6": Rate(0.66, share=0.8),
    "2.3.7": Rate(0.68, share=0.9),
    "2.3.9": Rate(0.78, where=_HARM),
    "2.3.10": Rate(0.7, where=_HARM, share=0.9),
    "2.3.11": Rate(0.55),
    # P 2.4 Reviewing
    "2.4.1": Rate(0.76),
    "2.4.2": Rate(0.68),
    "2.4.3": Rate(0.72),
    "2.4.5": Rate(0.72),
    "2.4.6": Rate(0.74),
    "2.4.7": Rate(0.64, share=0.85),
    "2.4.9": Rate(0.62, where=_HARM),
    "2.4.10": Rate(0.54, where=_HARM, share=0.9),
    "2.4.11": Rate(0.52, where=_HARM, share=0.7),
}

# A summary judgement is yes where about this part of the prompts is.
BARS: Mapping[str, float] = {
    "2.1.4": 0.6,
    "2.1.8": 0.6,
    "2.1.12": 0.55,
    "2.2.4": 0.6,
    "2.2.8": 0.6,
    "2.2.12": 0.55,
    "2.3.4": 0.6,
    "2.3.8": 0.5,
    "2.3.12": 0.55,
    "2.4.4": 0.6,
    "2.4.8": 0.6,
    "2.4.12": 0.55,
}
