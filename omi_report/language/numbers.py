"""Whole numbers in words: house style writes those below ten out."""

from __future__ import annotations

WRITTEN_OUT_BELOW = 10

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> str:
    """Return a number from 0 to 99 in words, any other in figures with thousands set off."""
    if 0 <= number < len(_UNITS):
        return _UNITS[number]
    if 20 <= number < 100:
        tens, unit = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_UNITS[unit]}" if unit else "")
    return in_figures(number)


def in_figures(number: int) -> str:
    """Return a number in figures: ``23,057``."""
    return f"{number:,}"


def in_house_style(number: int) -> str:
    """Return a number as house style has it: words below ten, figures from ten."""
    return in_words(number) if 0 <= number < WRITTEN_OUT_BELOW else in_figures(number)
