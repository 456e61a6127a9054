"""Check letters and check digits: with them a number is told from one that only looks like it."""

from __future__ import annotations

_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"
"""The police's check letters: the remainder of a number divided by 23. I, O and S are left out."""


def has_police_letter(year: str, serial: str, letter: str) -> bool:
    """Say whether a letter is the check letter of a PNC id or a CRO number.

    The number that it checks is the last two figures of the year followed by the serial number.
    """
    return _LETTERS[int(year[-2:] + serial) % len(_LETTERS)] == letter


def is_nhs_number(digits: str) -> bool:
    """Say whether the last of ten digits is the check digit of an NHS number (NHS Data Dictionary: modulus 11)."""
    total = sum(int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return (-total) % 11 == int(digits[9])
