"""How many problems there are of each rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from omi_report.problems import Problem, Rule


def count_by_rule(problems: Iterable[Problem], rules: Iterable[Rule]) -> str:
    """Return one line for each of the rules that found something, the most frequent first."""
    problems = list(problems)
    counts = Counter(problem.code for problem in problems)
    fixable = Counter(problem.code for problem in problems if problem.fix)
    names = {rule.code: rule.name for rule in rules}
    lines = []
    for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        fixes = f" ({fixable[code]} can be fixed with --fix)" if fixable[code] else ""
        lines.append(f"{count:>6}  {code}  {names.get(code, '')}{fixes}\n")
    return "".join(lines)
