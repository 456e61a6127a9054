"""What the rules look at: an area with its outline, figures and scores, each worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from omi_report.evidence.figures import Refusal, quantities
from omi_report.model.area import Area, Prose
from omi_report.model.outline import Outline, outline_of
from omi_report.problems import Location
from omi_report.prose.nodes import ParsedText
from omi_report.prose.parse import parse
from omi_report.quantity import Quantity
from omi_report.scoring.results import Scores
from omi_report.scoring.score import score_area
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Scalar, walk


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """An area and all that was worked out from it; equal to itself alone, so that rules can cache by it."""

    area: Area
    outline: Outline
    figures: dict[str, Quantity | Refusal]
    scores: Scores
    texts: tuple[tuple[Prose, ParsedText], ...]

    def at(self, prose: Prose, offset: int) -> Location:
        """Return the place of a character of a text."""
        return self.area.inside(prose.file, prose.text, offset)


def subject_of(area: Area) -> Subject:
    """Work out what the rules need to know of an area."""
    texts = tuple((prose, parse(prose.text)) for prose in area.prose())
    return Subject(area, outline_of(area), quantities(area), score_area(area), texts)


@lru_cache(maxsize=1)
def scalars(subject: Subject) -> tuple[tuple[SourceFile, Scalar], ...]:
    """Return every key and every value of the area's files, with its file."""
    return tuple(
        (file, node)
        for file in subject.area.files.values()
        if file.root is not None
        for node in walk(file.root)
        if isinstance(node, Scalar)
    )
