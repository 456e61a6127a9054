"""OMI529: a value stands between curly quotation marks, which are none for YAML."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.scalars import scalars_where
from omi_report.problems import Problem, Rule, Severity, excerpt
from omi_report.source.folder import SourceFile

RULE = Rule(
    "OMI529",
    "curly-quotes",
    Severity.WARNING,
    "A name, a heading or another value that is no text begins and ends with curly quotation marks.",
    "A word processor has put them in the place of the straight ones of YAML, for which they are letters "
    "like any other: they are printed, and a value that is looked up is not found.",
    bad="office: “HM Chief Inspector: Probation”",
    good="office: 'HM Chief Inspector: Probation'",
)

_PAIRS = {"“": "”", "‘": "’", "„": "“", "”": "”"}


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look at the first and the last character of every value that is no text."""
    texts = {id(prose.text.origin) for prose, _parsed in inspection.texts}
    for file, scalar in scalars_where(inspection, _may_hold):
        if not scalar.style and len(scalar) > 1 and _PAIRS.get(scalar[0]) == scalar[-1] and id(scalar) not in texts:
            message = f"«{excerpt(scalar)}» stands in curly quotation marks, which YAML does not take away"
            hint = "write straight ones, ' or \", or none"
            yield RULE.at(file.inside(scalar, 0), message, hint, length=len(scalar))


def _may_hold(file: SourceFile) -> bool:
    return any(opening in file.text for opening in _PAIRS)
