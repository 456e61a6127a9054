"""What operators say of things and people: nouns, and what may be true of them."""

from __future__ import annotations

import random

THINGS = ("plans", "reviews", "assessments", "files", "reports", "letters", "records")
PEOPLE = ("people", "visitors", "members of staff", "managers", "victims", "sentencers", "practitioners")
DONE = ("had been signed", "were of sufficient quality", "had been completed on time", "were clear", "could be found")
SAID = ("had been told what to expect", "knew whom to ask", "had been asked for their views", "were content with this")


def said_of(rng: random.Random) -> tuple[str, str]:
    """Return things or people, and what is said of them."""
    return rng.choice([(rng.choice(THINGS), rng.choice(DONE)), (rng.choice(PEOPLE), rng.choice(SAID))])
