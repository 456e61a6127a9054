"""What the report concludes of each criterion, whatever its rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from omi_report.inspection import Inspection
from omi_report.model.criterion import Criterion, criterion_file
from omi_report.problems import Location
from omi_report.scoring.results import Scored, Unscorable, score_text


@dataclass(frozen=True, slots=True)
class Concluded:
    """A criterion with its rating: the place of that, what is written there, and what it means.

    ``best``, ``worst`` and ``favourable`` say where it stands in its scale: at the top, at the
    bottom, in the upper half. ``unexplained`` says that it lacks a reason, which is wanted before all else.
    """

    number: str
    criterion: Criterion
    said: str
    key: str
    written: str
    urgent: bool
    best: bool
    worst: bool
    favourable: bool
    unexplained: bool

    @property
    def file(self) -> str:
        """The criterion's file."""
        return criterion_file(self.number)

    def place(self, inspection: Inspection) -> Location:
        """Return the place of the rating or the score."""
        return inspection.area.at(self.file, (self.key,))


def concluded(inspection: Inspection) -> Iterator[Concluded]:
    """Yield every criterion that has a rating, in the order of the report."""
    for number, result in inspection.scores.criteria.items():
        criterion = inspection.area.criteria.get(number)
        band, scale = result.rating, result.scale
        if criterion is None or band is None or scale is None:
            continue
        if isinstance(result.score, Unscorable) and result.questions:
            continue  # nothing but a departure from a rating that there is not
        rank, last = scale.rank(band), len(scale.bands) - 1
        key = "rating" if criterion.rating else "score" if criterion.score is not None else "criterion"
        written = criterion.rating or (str(criterion.score) if key == "score" else number)
        said = f"«{band.name}»"
        if isinstance(result.score, Scored) and not criterion.rating:
            said = f"{score_text(result.score)}, {said}"
        upper_half = rank == 0 or (result.is_judged and 2 * rank < last)
        yield Concluded(
            number,
            criterion,
            said,
            key,
            written,
            band.urgent,
            best=rank == 0,
            worst=rank == last,
            favourable=upper_half,
            unexplained=not criterion.rating_reason and (result.departs or result.rule.reason == "needed"),
        )
