"""OMI518: a character was damaged on its way into a file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from omi_report.fonts.drawn import is_drawn
from omi_report.inspection import Inspection, remembered
from omi_report.lint.declaration import whole
from omi_report.lint.rules.form.characters import Damage, damaged, suspect, word_around
from omi_report.lint.scalars import scalars_where
from omi_report.problems import Edit, Location, Problem, Rule, Severity, excerpt
from omi_report.source.folder import SourceFile
from omi_report.source.positions import split_lines
from omi_report.source.tree import Scalar

RULE = Rule(
    "OMI518",
    "damaged-character",
    Severity.WARNING,
    "A key or a value holds a character that was damaged on its way from a word processor, a PDF or another encoding: "
    "a ligature, what is left of an apostrophe («â€™»), a letter of another script among Latin ones, a space or a "
    "hyphen of another kind, a symbol of one font, or a character that cannot be seen. "
    "It is an error where the fonts of the report do not have the character: the PDF cannot be made then.",
    "It looks right, or nearly, on the writer's screen. In the report it is missing or wrong, and nobody who searches "
    "for the word finds it.",
    bad="text: The oﬃcer’s plan and the victimâ€™s letter were re–read.",
    good="text: The officer’s plan and the victim’s letter were re-read.",
)

_SAFE_ANYWHERE = re.compile(r"[\w £’‘“”–—-]*")
"""What a plain or a quoted value may hold without a meaning for YAML."""


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look at every key and value of the files in which something may be damaged."""
    for file, scalar in scalars_where(inspection, _may_be_damaged):
        if not scalar.isascii():
            hyphenated = _hyphenated(inspection) if "–" in scalar or "—" in scalar else frozenset()
            for damage in damaged(scalar, hyphenated=hyphenated):
                problem = _problem(file, scalar, _as_in_area(inspection, scalar, damage))
                parted = _two_words(inspection, scalar, damage) if damage.right == "" else ""
                if parted:
                    problem = replace(problem, hint=f"put a space in its place, «{parted}», or remove it", fix=None)
                yield problem


def _may_be_damaged(file: SourceFile) -> bool:
    return not file.text.isascii() and suspect().search(file.text) is not None


@remembered
def _hyphenated(inspection: Inspection) -> frozenset[str]:
    """Every two words of the area that are joined by a hyphen, in small letters."""
    pairs = re.compile(r"(?<![\w])(?=([a-z]+-[a-z]+)(?!\w))")
    return frozenset(pair for file in inspection.area.files.values() for pair in pairs.findall(file.text.lower()))


def _as_in_area(inspection: Inspection, scalar: Scalar, damage: Damage) -> Damage:
    """Put a straight apostrophe in the place of a curly one inside a word, where the area writes straight ones."""
    inside = damage.right == "’" and scalar[damage.end : damage.end + 1].isalpha()
    return damage._replace(right="'") if inside and _writes_straight(inspection) else damage


def _two_words(inspection: Inspection, scalar: Scalar, damage: Damage) -> str:
    """The two words between which something stands that is to go; empty where it most likely stands inside one.

    They are words that the area has elsewhere, while it has none that is both in one.
    """
    before, _, after = word_around(scalar, damage.start, damage.end, " ").partition(" ")
    known = _words(inspection)
    are_words = min(known[before.lower()], known[after.lower()]) > 1  # each stands in this text, at least
    return f"{before} {after}" if are_words and not known[f"{before}{after}".lower()] else ""


@remembered
def _words(inspection: Inspection) -> Counter[str]:
    """How often the area has each word, in small letters."""
    word = re.compile(r"[a-z]+")
    return Counter(found for file in inspection.area.files.values() for found in word.findall(file.text.lower()))


@remembered
def _writes_straight(inspection: Inspection) -> bool:
    """Whether most apostrophes inside words are straight: OMI510 asks for one kind."""
    signs = Counter(sign for file in inspection.area.files.values() for sign in _apostrophe().findall(file.text))
    return signs["'"] > signs["’"]


@cache
def _apostrophe() -> re.Pattern[str]:
    return re.compile(r"(?<=\w)['’](?=\w)")


def _problem(file: SourceFile, scalar: Scalar, damage: Damage) -> Problem:
    start, end, what, right = damage
    place = file.inside(scalar, start)
    written = scalar[start:end]
    shown = f"«{written}»" if written.isprintable() else "a character"
    word, meant = word_around(scalar, start, end), word_around(scalar, start, end, right or "")
    among = f" in «{excerpt(word)}»" if word != written else ""
    hint = f"write «{excerpt(meant)}»" if right is not None else "put in what belongs there, or remove it"
    if right == "":
        hint = "remove it"
    elif right == " ":
        hint = "write a space of the usual kind"
    fix = _fix(file, scalar, place, written, right)
    problem = RULE.at(place, f"{shown}{among} {what}", hint, length=end - start, fix=fix)
    return problem if all(map(is_drawn, written)) else replace(problem, severity=Severity.ERROR)


def _is_safe_in(scalar: Scalar, right: str) -> bool:
    """Say whether a value can hold a straight sign as it stands: a block can, and other quotes than its own."""
    return right == "'" and scalar.style in ("|", ">", '"')


def _fix(file: SourceFile, scalar: Scalar, place: Location, written: str, right: str | None) -> Edit | None:
    """Put the right character in the place of the wrong one, where both are safe in YAML."""
    if right is None or not (_SAFE_ANYWHERE.fullmatch(right) or _is_safe_in(scalar, right)):
        return None
    line = split_lines(file.text)[place.line - 1]
    if not line.startswith(written, place.column - 1) or scalar.strip() == written:
        return None
    return Edit(place, Location(place.file, place.line, place.column + len(written)), right)
