"""An exact quantity, the forms that it can be written in, and rounding.

A quantity stays exact from the evidence to the page. It is rounded once, half up, when it is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

FormKind: TypeAlias = Literal["percent", "count", "number", "base", "words"]
"""What is written of a quantity. In order: 97%, five of the six, 29, its base alone, its count in words."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """What is known of a figure: its percentage in per cent, its count, its base; any may lack.

    ``places`` is the number of decimal places that the percentage is given with.
    """

    percent: Fraction | None = None
    count: int | None = None
    base: int | None = None
    places: int = 0

    @property
    def rest(self) -> Quantity:
        """The complement: what is left to 100 per cent, and to the base."""
        return Quantity(
            None if self.percent is None else 100 - self.percent,
            None if self.count is None or self.base is None else self.base - self.count,
            self.base,
            self.places,
        )

    @property
    def value(self) -> str:
        """The quantity as machines read it: its rounded percentage, else its count; empty where it has neither."""
        if self.percent is not None:
            return percent_text(self.percent, self.places)
        return "" if self.count is None else str(self.count)


@dataclass(frozen=True, slots=True)
class Form:
    """How a quantity is written. ``rest`` writes its complement, ``capital`` begins with a capital letter."""

    kind: FormKind = "percent"
    rest: bool = False
    capital: bool = False

    def meant(self, quantity: Quantity) -> Quantity:
        """Return the quantity that is written: the one given, or its complement."""
        return quantity.rest if self.rest else quantity

    def can_write(self, quantity: Quantity) -> bool:
        """Say whether the quantity has what the form writes."""
        meant = self.meant(quantity)
        match self.kind:
            case "percent":
                return meant.percent is not None
            case "base":
                return meant.base is not None
            case "count":
                return meant.count is not None and meant.base is not None
            case "number" | "words":
                return meant.count is not None


def percent_text(percent: Fraction, places: int = 0) -> str:
    """Write a percentage in digits, without its sign, rounded half up to a number of decimal places."""
    scale = 10**places
    scaled = half_up(percent * scale)
    whole, decimals = divmod(abs(scaled), scale)
    sign = "-" if scaled < 0 else ""
    return f"{sign}{whole}" + (f".{decimals:0{places}}" if places else "")


def half_up(value: Fraction) -> int:
    """Round to the nearest whole number, a half away from zero."""
    rounded = (2 * abs(value.numerator) + value.denominator) // (2 * value.denominator)
    return rounded if value >= 0 else -rounded


def exact(value: Fraction) -> str:
    """Write a value without loss, as two integers: ``97/1``. ``Fraction`` reads it back."""
    return f"{value.numerator}/{value.denominator}"
