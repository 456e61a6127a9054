"""Shares of one whole that do not add up to 100 per cent as they are printed, and the words that say why."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from omi_report.document.later import tree

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext

WHOLE = 100
_MOST_PLACES = 3


def is_off_by_rounding(shares: Collection[Fraction | Decimal]) -> bool:
    """Say whether printed shares, in per cent, miss 100, and by no more than the rounding of each can make it.

    Shares that miss it by more are not all of a whole, and none at all are no whole either.
    """
    exact = [Fraction(share) for share in shares]
    missed = abs(sum(exact, Fraction(0)) - WHOLE)
    unit = Fraction(1, 10 ** max(map(_places, exact), default=0))
    return 0 < missed <= len(exact) * unit / 2


def _places(share: Fraction) -> int:
    """How many decimal places a share is printed with."""
    return next((places for places in range(_MOST_PLACES) if (share * 10**places).denominator == 1), _MOST_PLACES)


def rounding_note(wholes: Iterable[Collection[Fraction | Decimal]], context: BuildContext) -> tree.Blocks:
    """Return the note for a table or chart some of whose wholes are off by rounding; nothing where none is."""
    if not any(map(is_off_by_rounding, wholes)):
        return ()
    words = context.label("Percentages may not add up to 100%% because of rounding.")
    return (tree.ParagraphBlock((words,), role="rounding"),)
