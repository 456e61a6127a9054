"""Scales: what a score or a judgement can come to, best first.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from fractions import Fraction
from typing import Annotated, Literal, TypeAlias

from omi_report.model.base import Count, Key, Percent, Words
from omi_report.model.constraints import Filled, Range
from omi_report.model.record import Record, field

Unit: TypeAlias = Literal["per-cent", "points"]
"""What a score is measured in."""


class Band(Record):
    """A place on a scale and what it means. Where the scale measures scores, from ``lowest`` up to the next band."""

    id: Key
    name: Words
    short: Words | None = field(default=None, about="a shorter form of the name, for where there is little room")
    lowest: Percent | None = field(default=None, about="the lowest score of the band; none on a scale for judgement")
    points: Count | None = field(default=None, about="what the rating is worth where points are added up")
    look: Annotated[int, Range(1)] | None = field(
        default=None,
        about="which marker and colour it has in print, 1 for the best; its place if left out",
    )
    urgent: bool = field(default=False, about="a recommendation must answer a criterion with this rating")
    conclusion: Words | None = field(default=None, about="the sentence that the report concludes with")

    @property
    def shortest(self) -> str:
        """The shorter form of the name, or the name where it has none."""
        return self.short or self.name

    @property
    def begins_whole(self) -> bool:
        """Whether scores are placed on the band from a whole number on."""
        return self.lowest is not None and self.lowest == int(self.lowest)


class Scale(Record):
    """A list of bands, best first. Scores are placed on it, or inspectors judge by it."""

    id: Key
    name: Words = field(about="what the report calls a rating on this scale: Band, Grade, Rating")
    several: Words | None = field(default=None, about="the word for several of them: Grades")
    of: Unit = field(default="per-cent", about="what «lowest» is measured in")
    bands: Annotated[tuple[Band, ...], Filled()]

    @property
    def measures(self) -> bool:
        """Whether scores can be placed on the scale. On others only inspectors can place something, by judgement."""
        return all(band.lowest is not None for band in self.bands)

    @property
    def places_shares(self) -> bool:
        """Whether scores in per cent are placed on the scale."""
        return self.measures and self.of == "per-cent"

    @property
    def most_points(self) -> int | None:
        """The points of the best band; None where the bands have none."""
        points = [band.points for band in self.bands if band.points is not None]
        return max(points) if points else None

    def band_of(self, score: Fraction | int) -> Band | None:
        """Return the band of a score; None where it is under them all."""
        return next((band for band in self.bands if band.lowest is not None and score >= Fraction(band.lowest)), None)

    def named(self, name: str | None) -> Band | None:
        """Return the band with this id; None where there is none."""
        return next((band for band in self.bands if band.id == name), None)

    def rank(self, band: Band) -> int:
        """Return the place of a band on the scale, 0 for the best. Raises ValueError for a band of another scale."""
        return self.bands.index(band)

    def worse(self, first: Band, second: Band) -> Band:
        """Return the worse of two bands of the scale."""
        return max(first, second, key=self.rank)

    def look_of(self, band: Band) -> int:
        """Return which pattern and colour a band has, 0 for the best."""
        return self.rank(band) if band.look is None else band.look - 1

    @property
    def looks(self) -> int:
        """How many patterns the scale uses at most."""
        return max(len(self.bands), *(band.look or 1 for band in self.bands))
