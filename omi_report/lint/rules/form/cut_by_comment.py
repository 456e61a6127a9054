"""OMI527: a number sign cuts a value short, because YAML takes the rest of the line for a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.scalars import scalars_where
from omi_report.problems import Location, Problem, Rule, Severity, excerpt
from omi_report.source.folder import SourceFile
from omi_report.source.positions import split_lines

RULE = Rule(
    "OMI527",
    "cut-by-comment",
    Severity.WARNING,
    "A value without a bar or quotation marks stops at a number sign, and what follows on the line is a "
    "comment for YAML: «plan #3 was late». It is reported where the sign is joined to what follows, stands "
    "before a number alone, or where a text ends in mid-sentence.",
    "The rest of the sentence is missing from the report, and nothing shows it.",
    bad="strengths:\n  - The review of plan #3 was on time.",
    good="strengths:\n  - |\n    The review of plan #3 was on time.",
)

_FEWEST_WORDS = 2


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look at what follows each plain value on its line, in files that have such comments."""
    texts = {id(prose.text.origin) for prose, _parsed in inspection.texts}
    for file, scalar in scalars_where(inspection, _has_comment):
        if scalar.style or len(scalar.split()) < _FEWEST_WORDS:
            continue
        line = split_lines(file.text)[scalar.end.line - 1]
        comment = _comment().match(line, scalar.end.column - 1)
        if comment and (comment["joined"] or (id(scalar) in texts and not _ended().search(scalar))):
            place = Location(file.shown, scalar.end.line, comment.start("sign") + 1)
            lost = excerpt(line[comment.start("sign") :])
            message = f"the value ends here: «{lost}» is a comment for YAML, and is not printed"
            yield RULE.at(
                place, message, "begin the text on a new line after a | sign, or put it in quotes", length=len(lost)
            )


def _has_comment(file: SourceFile) -> bool:
    return (" #" in file.text or "\t#" in file.text) and _comment_behind().search(file.text) is not None


@cache
def _comment_behind() -> re.Pattern[str]:
    return re.compile(r"^[ ]*[^#\s][^#\n]*[ \t]#(?! ?omi:)", re.MULTILINE)


@cache
def _comment() -> re.Pattern[str]:
    return re.compile(r"[ \t]*(?P<sign>#(?! ?omi:)(?P<joined>\w|[ ]\d+[.)]*[ \t]*$)?)")


@cache
def _ended() -> re.Pattern[str]:
    return re.compile(r"[.!?:][\"'”’)\]*_]*\s*\Z")
