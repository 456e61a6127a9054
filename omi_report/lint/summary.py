"""What leads a long list of problems: how many files, how many problems, and which rules found most of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from omi_report.problems import Problem, Rule, Severity

_NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_MOST = 6


def tally(problems: Iterable[Problem]) -> str:
    """Return how many problems of each kind there are: ``2 errors, 1 warning``."""
    counts = Counter(problem.severity for problem in problems)
    parts = [f"{counts[severity]:,} {name}{'s' * (counts[severity] != 1)}" for severity, name in _NAMES.items()]
    return ", ".join(part for part in parts if not part.startswith("0 ")) or "no problems"


def more_of(problems: Sequence[Problem]) -> str:
    """Return how many more problems there are of one severity: ``3 more warnings``."""
    count = len(problems)
    return f"{count:,} more {_NAMES[problems[0].severity]}{'s' * (count != 1)}"


def summary(problems: Sequence[Problem], files: int, rules: Iterable[Rule]) -> str:
    """Return a few lines on problems in ``files`` files that were checked: counts, and the rules that found most.

    Rules that found errors come before the others.
    """
    names = {rule.code: rule.name for rule in rules}
    counts = Counter((problem.severity, problem.code) for problem in problems)
    ranked = sorted(counts, key=lambda key: (key[0] is not Severity.ERROR, -counts[key], key[1]))
    within = len({problem.location.file for problem in problems})
    lines = [f"{tally(problems)} in {within:,} of {max(files, within):,} files"]
    for severity, code in ranked[:_MOST]:
        count = counts[severity, code]
        said = f"{_NAMES[severity]}{'s' * (count != 1)}"
        lines.append(f"{count:>7,} {said:<8}  {code}  {names.get(code, '')}".rstrip())
    more = ranked[_MOST:]
    if more:
        rest = sum(counts[key] for key in more)
        lines.append(f"{rest:>7,} of {len(more)} other rules (--statistics counts them all)")
    return "\n".join(lines) + "\n"
