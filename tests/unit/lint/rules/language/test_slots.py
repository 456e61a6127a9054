"""What the words on both sides of a place leave out, and the quick look at it."""

from __future__ import annotations

import random
from itertools import product

from omi_report.lint.rules.language.slots import excluded, may_exclude

BESIDE = (
    "the an another each several many this of in with to not own been there who they he that them was had did should "
    "didn't also offender's very good plan plans people offending looked taken quickly and but because when . , : ( ) 5"
).split()
"""Words of every kind that tells something of the place beside it."""


def test_the_quick_look_says_no_to_nothing_that_the_close_one_would_leave_out() -> None:
    chooses = random.Random(1)
    said = 0
    for before, after in product(BESIDE, BESIDE):
        for _ in range(6):
            earlier, first, word, then = (chooses.choice(BESIDE) for _ in range(4))
            out = excluded([".", first, earlier, before, word, after, then, ".", "."], 4)
            assert may_exclude(before, after, out), (before, after)
            said += out != 0
    assert said > 5000
