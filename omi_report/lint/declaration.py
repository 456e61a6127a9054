"""What a rule asks of the engine, declared where the rule stands: ``@whole`` above its check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from omi_report.lint.subject import Subject
from omi_report.problems import Problem


@dataclass(frozen=True, slots=True)
class Whole:
    """A check that looks at all of an inspection at once."""

    check: Callable[[Subject], Iterator[Problem]]

    def __call__(self, subject: Subject) -> Iterator[Problem]:
        """Return what the check finds in an inspection."""
        return self.check(subject)


def whole(check: Callable[[Subject], Iterator[Problem]]) -> Whole:
    """Declare a check that looks at all of an inspection at once."""
    return Whole(check)
