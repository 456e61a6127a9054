"""Which columns of an export would tell who somebody is, or hold free text: by headings, and by what stands there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from omi_report.importing.sheets.spellings import words_of

_WORDS = frozenset(
    "name names surname forename firstname lastname fullname username initials alias dob birth address postcode phone"
    " telephone mobile email mail ip crn pnc cro nhs passport officer inspector assessor judge interviewer signature"
    " signed respondentemail latitude longitude location".split()
)
_OFTEN_OTHERWISE = frozenset("address officer inspector assessor judge location mobile signed birth".split())
"""Words that stand in questions about work too: «planning to address what lay behind it»."""
_VERBS = frozenset(("name", "names"))
_OBJECTS = frozenset(
    "a all an any anybody anyone at each either every everybody everyone his her its one several somebody someone that"
    " the their them those who whoever whom".split()
)
"""What stands behind a verb, and behind no noun."""
_MOST_WORDS_OF_HEADING = 4
"""A heading with more words is a question."""
_FREE = frozenset("comment comments notes note remarks remark other specify feedback explain details text".split())
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){3,7}")


def why_personal(heading: str, values: Mapping[str, int]) -> str:
    """Say why a column should stay out of an area; nothing where it does not look personal."""
    words = words_of(heading)
    telling = _WORDS - _OFTEN_OTHERWISE if len(words) > _MOST_WORDS_OF_HEADING else _WORDS
    if any(word in telling and not _is_verb(words, at) for at, word in enumerate(words)):
        return "personal by its heading"
    cells = sum(values.values())
    if cells and _share(values, _MAIL, cells) > 0.3:
        return "personal: e-mail addresses"
    if cells and _share(values, _IP, cells) > 0.3:
        return "personal: IP addresses"
    if any(word in _FREE for word in words) or (cells and _is_free_text(values, cells)):
        return "free text"
    return ""


def _is_verb(words: Sequence[str], at: int) -> bool:
    """Whether «name» is what somebody does: «did the plan name an individual», and not «name of the officer»."""
    after = words[at + 1] if at + 1 < len(words) else ""
    return len(words) > _MOST_WORDS_OF_HEADING and at > 0 and words[at] in _VERBS and after in _OBJECTS


def _share(values: Mapping[str, int], pattern: re.Pattern[str], cells: int) -> float:
    return sum(count for text, count in values.items() if pattern.fullmatch(text)) / cells


def _is_free_text(values: Mapping[str, int], cells: int) -> bool:
    length = sum(len(text) * count for text, count in values.items()) / cells
    return length > 25 and len(values) * 2 > cells > 2


def looks_like_ids(values: Counter[str], rows: int) -> bool:
    """Say whether a column holds an id for each row: nearly all of them filled, nearly all different."""
    filled = sum(values.values())
    return rows > 0 and filled * 10 >= rows * 9 and len(values) * 10 >= filled * 9
