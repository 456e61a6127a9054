"""OMI308: a title stands beside a number, and it is the title of something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.marks import mark, one_line
from omi_report.lint.rules.references.numbered import Target, targets_by_number
from omi_report.lint.subject import Subject
from omi_report.model.area import Prose
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI308",
    "wrong-title",
    Severity.WARNING,
    "A text quotes a title beside the number of a criterion, section or appendix that has another title.",
    "One of the two is wrong, and a reader cannot tell which.",
    bad="The subject is taken up again in criterion 2.7 (Victims).",
    good="The subject is taken up again in {criterion}`2.7`.",
)

_TITLE = r"[A-Z][^\n`{}\"“”‘]{2,90}?(?:\n[^\n`{}\"“”‘]{1,90}?)?"
_QUOTED = (
    rf"(?:\((?P<brackets>{_TITLE})\)(?!\))|\"(?P<straight>{_TITLE})\"|[“‘](?P<curly>{_TITLE})[”’]"
    rf"|\*(?P<starred>{_TITLE})\*|(?<!\w)'(?P<single>{_TITLE})'(?!\w))"
)
_REFERENCE = lazy_regex(
    r"\b(?P<word>(?i:criterion|section|appendix))\s+(?P<number>\d{1,2}(?:\.\d{1,3})?)\b"
    r"|\{(?P<role>criterion|section|appendix)\}`~?(?P<name>[^`\n]+)`"
)
_FIGURE_OR_ROLE = lazy_regex(r"\d|\}`")  # most texts have neither
_AFTER = lazy_regex(rf",?(?:\s+(?:on|about))?\s*{_QUOTED}")
_OPENING = lazy_regex(r",?(?:\s+(?:on|about))?\s*[(\"“‘*']")
_CLOSING = (")", '"', "”", "’", "*", "'")
_BEFORE = lazy_regex(rf"{_QUOTED},?\s*\(?(?:see\s+)?\Z")
_REACH = 120  # characters before a reference in which its title can stand
_NEAR = 0.8  # how alike a misquoted title is to the right one; «Victim» and «Victims» are at 0.92


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Hold each title quoted beside a number against the one of that number."""
    targets = targets_by_number(subject)
    by_name = {(target.role, target.name): target for target in targets.values()}
    by_title = {_plain(target.title): target for target in targets.values() if target.title}
    for prose, _parsed in subject.texts:
        if not _FIGURE_OR_ROLE.search(prose.text):
            continue
        done = 0
        for match in _REFERENCE.finditer(prose.text):
            if match["role"]:
                target = by_name.get((match["role"], match["name"].strip()))
            else:
                target = targets.get((match["word"].lower(), match["number"]))
            after = _after(prose.text, match.end())
            title = after or _before(prose.text, max(done, match.start() - _REACH), match.start())
            done = after.end() if after else match.end()
            if target is not None and title is not None:
                yield from _compared(subject, prose, title, target, by_title)


def _after(text: str, end: int) -> re.Match[str] | None:
    """The title that follows a reference."""
    return _AFTER.match(text, end) if _OPENING.match(text, end) else None


def _before(text: str, first: int, start: int) -> re.Match[str] | None:
    """The title before a reference. A quick look comes first: is there a sign with which a quotation ends?"""
    words = text[first:start].rstrip().removesuffix("see").rstrip().removesuffix("(").rstrip().removesuffix(",")
    return _BEFORE.search(text, first, start) if words.endswith(_CLOSING) else None


def _compared(
    subject: Subject, prose: Prose, match: re.Match[str], target: Target, by_title: Mapping[str, Target]
) -> Iterator[Problem]:
    group = next(name for name in ("brackets", "straight", "curly", "starred", "single") if match[name])
    said, plain, right = one_line(match[group]), _plain(match[group]), _plain(target.title)
    other = by_title.get(plain)
    if plain in (right, _plain(target.title.split("(")[0])):
        return
    import difflib  # titles are hardly ever wrong

    if other is None and difflib.SequenceMatcher(None, plain, right).ratio() < _NEAR:
        return
    place = mark(subject, prose, *match.span(group))
    message = f"the title of {_called(target)} is «{target.title}»"
    if other is not None:
        hint = f"write {{{target.role}}}`{target.name}`, or {{{other.role}}}`{other.name}`: the role prints the title"
        yield RULE.at(place.start, f"{message}; «{said}» is that of {_called(other)}", hint, length=place.length)
    else:
        hint = f"write {{{target.role}}}`{target.name}`: the role prints the title"
        fix = place.becomes(target.title)
        yield RULE.at(place.start, f"{message}, and not «{said}»", hint, length=place.length, fix=fix)


def _called(target: Target) -> str:
    return f"the appendix «{target.name}»" if target.role == "appendix" else f"{target.role} {target.name}"


def _plain(title: str) -> str:
    """A title as two of them are compared: without case, brackets and the choice between «and» and «&»."""
    return " ".join(re.sub(r"[().,:*]", " ", title.casefold().replace("&", "and")).split())
