"""The result of checking an area."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from omi_report.problems import Problem, Severity, has_errors


@dataclass(frozen=True, slots=True)
class Checked:
    """An area as `omi validate` shows it: the problems that its settings let through.

    ``texts`` are the files that problems stand in, ``files`` all that were read, both by their
    paths as shown. ``refusal`` says why nothing could be checked. ``drafts`` are the texts that were
    changed, before and after, by their names in the area; ``fixes`` is the number of edits, and ``fixed`` are the
    problems that they mend. ``framework`` is the path of the area's framework as shown, where that is one of the
    project's folder.
    """

    path: Path
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    strict: bool = False
    refusal: str = ""
    drafts: dict[str, tuple[str, str]] = field(default_factory=dict)
    fixes: int = 0
    fixed: tuple[Problem, ...] = ()
    framework: str = ""

    @property
    def own_problems(self) -> list[Problem]:
        """The problems in the area itself, without those in a framework that others may share."""
        return [problem for problem in self.problems if problem.location.file != self.framework]

    def has_failed(self, *, strict: bool = False) -> bool:
        """Whether there are errors, or warnings where these count as well."""
        warned = any(problem.severity is Severity.WARNING for problem in self.problems)
        return has_errors(self.problems) or (warned and (strict or self.strict))
