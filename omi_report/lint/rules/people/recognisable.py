"""OMI612: an exact age, an ethnic group and an offence stand together."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.marks import mark, one_line
from omi_report.lint.rules.people.descriptions import ETHNICITY, OFFENCE
from omi_report.lint.rules.people.stories import told
from omi_report.lint.subject import Subject
from omi_report.model.area import Prose
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI612",
    "recognisable-person",
    Severity.INFO,
    "One paragraph, or one example of good practice, gives an exact age, an ethnic group and an offence by its name.",
    "A changed name hides nobody whom these three describe: in most areas they fit a handful of people.",
    bad="Matt, a black man aged 36, was given a community order for robbery.",
    good="Matt, a black man in his thirties, was given a community order.",
)

_NOT_A_RANGE = r"(?!\s*[-–]|\s+(?:to|(?:and|or)\s+(?:above|below|over|older|under|younger|\d))\b)"
_AGE = lazy_regex(
    rf"\b(?:aged\s+(?P<aged>\d{{1,2}})\b{_NOT_A_RANGE}"
    r"|(?<!\bto\s)(?<!\bover\s)(?<!\bunder\s)(?<!\band\s)(?<!\bor\s)(?<!\bleast\s)(?<!\bthan\s)"
    r"(?P<old>\d{1,2})[\s-]years?[\s-](?:old|of\sage)\b(?![\s-](?:and|or)\b))"
)
_ETHNICITY = lazy_regex(ETHNICITY)
_OFFENCE = lazy_regex(OFFENCE)
_PARAGRAPH_END = lazy_regex(r"\n\s*\n")


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Find ages, and look around them for the other two."""
    stories = {id(each.value) for each in told(subject.area) if each.is_story}
    for prose, _parsed in subject.texts:
        if prose.file == subject.area.framework_file or not ("aged" in prose.text or "year" in prose.text):
            continue
        for age in _AGE.finditer(prose.text):
            around = prose.text if id(prose.text.origin) in stories else _around(prose, age.start())
            ethnicity = _ETHNICITY.search(around)
            offence = _OFFENCE.search(around) if ethnicity else None
            if ethnicity and offence:
                place = mark(subject, prose, age.start(), age.end())
                message = (
                    f"an exact age ({age['aged'] or age['old']}), an ethnic group («{one_line(ethnicity.group())}») "
                    f"and an offence («{one_line(offence.group())}») stand together"
                )
                hint = "give the age in tens (in his thirties), or leave out what is not needed"
                yield RULE.at(place.start, message, hint, length=place.length)
                break


def _around(prose: Prose, offset: int) -> str:
    """The paragraph around an age; of a story, which is about one person, the whole text is looked at."""
    ends = [0, *(match.end() for match in _PARAGRAPH_END.finditer(prose.text)), len(prose.text)]
    start = max(end for end in ends if end <= offset)
    return prose.text[start : min(end for end in ends if end > offset)]
