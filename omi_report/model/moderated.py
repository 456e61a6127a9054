"""What an area keeps of moderation: second judgements of its cases, and the answers that were agreed on.

Both are about single cases. No report, data, manifest or cache holds anything of them, and no score counts a second
judgement.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from omi_report.model.evidence import CASE_COLUMN
from omi_report.model.sample_record import Judge

FIRST_COLUMN, JUDGE_COLUMN = "first", "judge"
"""The columns of second judgements that hold no answers: who judged the case first, and who second."""

TRAIL_COLUMNS: Final = (CASE_COLUMN, "question", "first", "second", "agreed", "who", "when", "why")
"""The columns of the file of agreed answers."""


@dataclass(frozen=True, slots=True)
class SecondCase:
    """The second judgement of a case: who judged it ``first`` and who second, and the ``answers`` of the second.

    ``first`` is empty where nobody knows. ``answers`` are ids by question; a question without one was not judged.
    """

    case: str
    first: str
    judge: str
    answers: Mapping[str, str]
    line: int = 0


@dataclass(frozen=True, slots=True)
class AgreedAnswer:
    """A row of the trail: what two judges had answered, what was agreed, by whom, on which day, and why.

    ``first``, ``second`` and ``agreed`` are ids of answers. ``when`` is a day as 2008-05-14.
    """

    case: str
    question: str
    first: str
    second: str
    agreed: str
    who: str
    when: str
    why: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Moderated:
    """What an area keeps of moderation. ``second`` and ``agreed`` are None where their file cannot be used.

    ``judges`` are those who judge, as far as the area names them.
    """

    second: tuple[SecondCase, ...] | None = ()
    agreed: tuple[AgreedAnswer, ...] | None = ()
    judges: tuple[Judge, ...] = ()
