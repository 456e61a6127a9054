"""What the report concludes of each criterion, in one shape for scores and grades."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from omi_report.inspection import Inspection
from omi_report.model.criterion import Criterion, criterion_file
from omi_report.problems import Location
from omi_report.scoring.results import CriterionResult, Scored


@dataclass(frozen=True, slots=True)
class Concluded:
    """A criterion with its band or grade: the place of that, its id as written, and what it means.

    ``best``, ``worst`` and ``favourable`` say where it stands in its scale: at the top, at the
    bottom, in the upper half.
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

    @property
    def file(self) -> str:
        """The criterion's file."""
        return criterion_file(self.number)

    def place(self, inspection: Inspection) -> Location:
        """Return the place of the score, conclusion or grade."""
        return inspection.area.at(self.file, (self.key,))


def concluded(inspection: Inspection) -> Iterator[Concluded]:
    """Yield every criterion that has a band or a grade, in the order of the report."""
    for number, result in inspection.scores.criteria.items():
        criterion = inspection.area.criteria.get(number)
        if criterion is None:
            continue
        found = _graded(inspection, criterion, result) if result.grade else _scored(inspection, criterion, result)
        if found:
            yield found


def _scored(inspection: Inspection, criterion: Criterion, result: CriterionResult) -> Concluded | None:
    band = result.conclusion
    if band is None or not isinstance(result.score, Scored):
        return None
    falling = sorted(inspection.framework.bands, key=lambda each: -each.lowest)
    rank = falling.index(band)
    key = "conclusion" if criterion.conclusion else "score" if criterion.score is not None else "criterion"
    written = criterion.conclusion or (str(criterion.score) if key == "score" else result.number)
    said = f"«{band.name}»" if criterion.conclusion else f"{result.score.rounded}%, «{band.name}»"
    return Concluded(
        result.number,
        criterion,
        said,
        key,
        written,
        band.urgent,
        best=rank == 0,
        worst=rank == len(falling) - 1,
        favourable=rank == 0,
    )


def _graded(inspection: Inspection, criterion: Criterion, result: CriterionResult) -> Concluded | None:
    grade, grades = result.grade, inspection.framework.grades
    if grade is None:
        return None
    rank = grades.index(grade)
    return Concluded(
        result.number,
        criterion,
        f"«{grade.name}»",
        "grade",
        grade.id,
        grade.urgent,
        best=rank == 0,
        worst=rank == len(grades) - 1,
        favourable=2 * rank < len(grades) - 1 or rank == 0,
    )
