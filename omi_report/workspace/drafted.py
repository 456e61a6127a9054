"""What a draft is asked for, and what came of making it, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from omi_report.build_options import Written
from omi_report.problems import Problem
from omi_report.review.change import Changes


@dataclass(frozen=True, slots=True)
class DraftOptions:
    """What a draft is asked for.

    It goes into ``output/area/draft-N``. ``following`` raises the number in ``area.yaml`` first, and with ``dated`` its
    date there. ``reason`` is why it is made in spite of what the rules about people and small counts find.
    """

    output: Path = field(default_factory=lambda: Path("drafts"))
    following: bool = False
    dated: str = ""
    docx: bool = False
    templates: Path | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Drafted:
    """What came of making a draft: its files, or the problems that stopped it, with the texts that these stand in.

    ``changes`` are those since draft ``before``, where there is one; ``alone`` is why there is no redline though there
    is a draft before. ``overruled`` are the problems in spite of which it was made.
    """

    number: int
    written: tuple[Written, ...] = ()
    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    before: int = 0
    changes: Changes | None = None
    alone: str = ""
    overruled: tuple[Problem, ...] = ()
