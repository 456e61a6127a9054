"""An area's evidence: answers of a sample of cases and of surveys, column by column.

A row of evidence is somebody's case. It is kept as bytes in columns. Whatever is made of evidence
holds counts, and never a single case.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from omi_report.model.moderated import Moderated
    from omi_report.model.sample import Sample

CASE_COLUMN, RESPONDENT_COLUMN = "case", "respondent"
"""The columns in which a case, and one who answered a survey, has an id."""

CASES_SHEET = "cases"
"""The name of the sheet of cases; the others have the ids of their surveys."""

BLANK = 0
"""The code of a cell without an answer; the answers of a column have the codes from 1."""


@dataclass(frozen=True, slots=True)
class Answers:
    """A file of evidence: ``columns`` hold one byte for each of ``size`` rows.

    ``file`` is the path inside the area. ``values`` lists each column's possible answers; the byte
    in a column is an answer's place in that list, from 1, or ``BLANK``. ``ids`` are those of the rows,
    each with its line: no report may print them.
    """

    file: str
    size: int = 0
    columns: dict[str, bytes] = field(default_factory=dict)
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an area has to compute its figures from.

    ``sample`` is the sample as it was drawn, where omi has drawn it. ``moderated`` are second judgements and what was
    agreed on them, None where there are neither; nothing is computed from them.

    ``sound`` is False where anything in it is wrong; then nothing is computed from it, and the
    reading has said what is wrong.
    """

    cases: Answers | None = None
    surveys: dict[str, Answers] = field(default_factory=dict)
    sound: bool = True
    sample: Sample | None = None
    moderated: Moderated | None = None
