"""OMI341: a text speaks of another area as if it were this one."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.report_words import small_words
from omi_report.lint.rules.people.published import length_on_line
from omi_report.lint.rules.references.known_names import joined_values, known_names, prose_of, values_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI341",
    "other-area",
    Severity.WARNING,
    "A value has the name of another area where this one's is expected: before «Probation Area», «YOS», «PDU» and the "
    "like, or the name of a county. Neighbours, transfers, visits and comparisons are passed over.",
    "A sentence that was left from a template or from an earlier report says of one area what was found in another.",
    bad="Dorset Probation Area had reviewed its policy.   # area: Hampshire",
    good="Hampshire Probation Area had reviewed its policy.",
)

_BODY = (
    r"(?:[Pp]robation\s+(?:[Aa]rea|[Tt]rust|[Bb]oard)|(?:[Pp]robation\s+[Dd]elivery\s+[Uu]nit|PDU)"
    r"|[Yy]outh\s+(?:[Oo]ffending|[Jj]ustice)\s+(?:[Ss]ervice|[Tt]eam)|YOS|YOT)"
)

# Sorted. Counties by which probation areas and youth offending services of England and Wales are called.
_COUNTIES = frozenset(
    "Bedfordshire Berkshire Buckinghamshire Cambridgeshire Cheshire Cornwall Cumbria Derbyshire Devon Dorset Durham "
    "Essex Gloucestershire Gwent Hampshire Herefordshire Hertfordshire Humberside Kent Lancashire "
    "Leicestershire Lincolnshire Merseyside Norfolk Northamptonshire Northumberland Northumbria Nottinghamshire "
    "Oxfordshire Rutland Shropshire Somerset Staffordshire Suffolk Surrey Sussex Teesside Warwickshire "
    "Wiltshire Worcestershire Yorkshire".split()
)
_POINTS = frozenset("East Greater Mid North South West".split())
_REACH = 80
_MOST = 2  # a county that stands more often is one that the report speaks of


@whole(language="en")
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look for the names of other areas."""
    area = " ".join(inspection.area.identity.area.split())
    joined = joined_values(inspection)
    small = small_words(inspection)
    known = known_names(inspection)
    bodies = {name for match in _body().finditer(joined) if (name := _other(joined, match.start(), area, small))}
    bodies = {name for name in bodies if name.split()[-1].lower() not in known.alone or name in _COUNTIES}
    counties = {each for each in _COUNTIES if 0 < known.times[each] <= _MOST and each not in area}
    if not bodies and not counties:
        return
    wanted = re.compile(
        rf"(?<![\w-])(?P<name>{'|'.join(map(re.escape, sorted(bodies | counties)))})(?P<body>\s+{_BODY})?(?![\w-])"
    )
    for file, value in values_of(inspection):
        for match in wanted.finditer(prose_of(value)):
            if match["body"] is None and (match["name"] not in counties or _is_in_longer_name(value, match, small)):
                continue
            if not _is_meant(value, match):
                start, end = match.span("name")
                message = f"«{match['name']}» is another area: the report is about {area}"
                hint = (
                    f"is the sentence true of {area}? Then write {area}; if it is left from another report, remove it; "
                    "if the other area is meant, say in a comment why"
                )
                length = length_on_line(file, value, start, end)
                yield RULE.at(file.inside(value, start), message, hint, length=length)


def _other(text: str, body: int, area: str, small: Container[str]) -> str:
    """The name before a body, without the words of a sentence before it; empty where it is the area's or none."""
    before = _name_before().search(text, max(0, body - _REACH), body)
    words = before.group().split() if before else []
    while words and words[0].lower() in small:
        words.pop(0)
    name = " ".join(words)
    return "" if not name or name in area or area in name else name


def _is_in_longer_name(text: str, match: re.Match[str], small: Container[str]) -> bool:
    """Whether the words beside a county make another name of it: «Dorset Police», «Leonard Cheshire», a terrier."""
    if _thing_behind().match(text, match.end()):
        return True
    before = _capital_before().search(text, max(0, match.start() - _REACH), match.start())
    return before is not None and before[1] not in _POINTS and before[1].lower() not in small


def _is_meant(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence shows that another area is meant: a neighbour, a transfer, a visit, a comparison."""
    start = max(text.rfind(sign, 0, match.start()) for sign in (". ", ".\n", "\n\n", "? ", "! ")) + 1
    end = min((at for sign in (". ", ".\n", "\n\n") if (at := text.find(sign, match.end())) >= 0), default=len(text))
    sentence = text[start:end]
    return _cue().search(sentence) is not None or _beside().search(text, max(0, start), match.start()) is not None


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"\b{_BODY}\b")


@cache
def _name_before() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])[A-Z][a-z]+(?:\s+(?:and\s+)?[A-Z][a-z]+){0,3}\s+\Z")


@cache
def _thing_behind() -> re.Pattern[str]:
    """What makes another name of a county: a capital («Dorset Police»), and animals, food and speech."""
    return re.compile(
        r"['’]?s?\s+(?:[A-Z]|(?:accent|apples?|beer|bitter|bred|cakes?|cattle|cheeses?|cider|cream|dialect|fayre|ham|"
        r"hotpot|lamb|ponies|pony|pudding|puddings|sausages?|sheep|sheepdogs?|spaniels?|teas?|terriers?|wool)\b)"
    )


@cache
def _capital_before() -> re.Pattern[str]:
    return re.compile(r"(?<![\w'’-])([A-Z][a-zà-ÿ]+)\s+\Z")


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(
        r"\b(?i:neighbour\w*|adjoining|transfer\w*|visit\w*|shared?|sharing|join(?:ed|tly|t)|compar\w+|merge\w*|former\w*|border\w*|"
        r"other\s+areas|elsewhere|unlike|moved|universit\w+|prison\w*)\b"
    )


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(r"\b(?:with|like|and|or|between|near|than|beyond|against)\s+(?:the\s+)?\Z")
