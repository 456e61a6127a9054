"""OMI541: a character that no font of the report has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from omi_report.fonts.drawn import is_drawn, missing_in, outside
from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.form.characters import damaged, named
from omi_report.lint.scalars import scalars_of, scalars_where
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Scalar

RULE = Rule(
    "OMI541",
    "not-in-fonts",
    Severity.ERROR,
    "A key or a value holds a character that the fonts of the report do not have: a picture, or a letter of a script "
    "such as those of India and China. They have Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic "
    "letters, with those of Persian and Urdu, arrows, ticks, bullets and signs of mathematics.",
    "The font of another machine is never taken in its place, since the same report would look different there. So the "
    "PDF cannot be made. Whoever builds all reports with other fonts that have it ignores this rule in the settings.",
    bad="text: The leaflet was in Hindi (शांति).",
    good="text: The leaflet was in Hindi (shānti, peace).",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look at every key and value of the files that may hold such a character, once for each character."""
    for file, scalar in scalars_where(inspection, _may_hold_one):
        if not scalar.isascii():
            yield from _problems(file, scalar)
    project = inspection.of_project
    if project is not None and _may_hold_one(project.file):
        for file, scalar in scalars_of(project.file):
            yield from _problems(file, scalar)


def _may_hold_one(file: SourceFile) -> bool:
    return file.root is not None and _suspect().search(file.text) is not None


def _problems(file: SourceFile, scalar: Scalar) -> Iterator[Problem]:
    missing = [*missing_in(scalar)]
    if not missing:
        return
    told = {at for damage in damaged(scalar) for at in range(damage.start, damage.end)}  # OMI518 says it
    seen: set[str] = set()
    for at in missing:
        sign = scalar[at]
        if at not in told and sign not in seen:
            seen.add(sign)
            shown = f"«{sign}» ({named(sign)})" if sign.isprintable() else named(sign)
            yield RULE.at(file.inside(scalar, at), f"no font of the report has {shown}", _hint(sign))


def _hint(sign: str) -> str:
    """What to write in the place of a character."""
    alike = "-" if unicodedata.category(sign) == "Pd" else unicodedata.normalize("NFKC", sign)
    if alike.isprintable() and all(map(is_drawn, alike)):
        return f"write «{alike}»"
    if sign.isspace():
        return "write a space or a new line"
    return "say it in words or in Latin letters, or remove it"


@cache
def _suspect() -> re.Pattern[str]:
    """What a file holds that holds such a character: the character itself, or a code of YAML for one."""
    return re.compile(rf"{outside().pattern}|\\[xuU]")
