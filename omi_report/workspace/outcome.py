"""What came of building an area, as plain data that can go from one process to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from omi_report.build_options import Written
from omi_report.errors import CLEAN, PROBLEMS
from omi_report.problems import Problem


@dataclass(frozen=True, slots=True)
class BuildOutcome:
    """What came of building the area in a folder: its files, or why there are none.

    ``up_to_date`` says that the files were there and are what the area would give, so that none was written.
    ``tally`` says how many problems of the area stop nothing, empty for none. ``templates`` says what is wrong with the
    template folder, ``layout`` what went wrong on the pages of the PDF, and ``beside`` what lies in the folder and does
    not belong to the report. ``errors`` are the problems that stopped the build, which stand in ``texts``; ``refusal``
    says in lines what else did, with its exit ``status``.
    """

    path: Path
    written: tuple[Written, ...] = ()
    seconds: float = 0.0
    up_to_date: bool = False
    tally: str = ""
    templates: tuple[str, ...] = ()
    layout: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    errors: tuple[Problem, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    refusal: tuple[str, ...] = ()
    status: int = CLEAN

    @property
    def pages(self) -> int:
        """The pages of the PDF; 0 where none was made."""
        return sum(each.pages for each in self.written)

    @property
    def warnings(self) -> int:
        """How many warnings there are of the report itself, apart from the problems of the area."""
        return len(self.templates) + len(self.layout) + len(self.beside)

    @property
    def exit_status(self) -> int:
        """The exit status that the outcome asks for."""
        return self.status if self.refusal else CLEAN if self.written else PROBLEMS
