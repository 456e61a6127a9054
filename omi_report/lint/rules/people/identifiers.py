"""The numbers and names by which offices know a person: by their shape, and by the words that stand before them.

References to a place on a map are among them, which lead to nobody but look the same.

A shape alone is taken for a number only where nothing else looks like it. After its words («PNC», «prison number») a
number is found in any case and spacing, and whether its check letter is right or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, TypeAlias, get_args

Kind: TypeAlias = Literal[
    "prison",
    "pnc",
    "cro",
    "nhs",
    "insurance",
    "crn",
    "urn",
    "plate",
    "address",
    "account",
    "other",
    "postcode",
    "grid",
    "initials",
]

_NO = r"(?:\s+(?:number|no|num|nr|id|ref|reference))?[\s.:#(]{1,3}"
_NUMBER = r"\s+(?:number|no|num|nr|id|ref|reference)[\s.:#(]{1,3}"
_ID = r"\s+(?:number|no|num|nr|id|ref|reference)"
_NO_APART = rf"(?:{_ID}(?:,?\s+(?:is|was|which\s+(?:is|was)))?[\s.,:;#(–—-]{{1,4}}|[\s.:#(]{{1,3}})"
"""Before a number that looks like nothing else: commas, dashes and «is» may stand behind «id» and the like."""
_REACH = 60
_PERSONS = (
    "offender prisoner victim person user client trainee child boy girl man woman resident inmate witness complainant "
    "defendant case"
).split()
_OF_SOMEBODY = (
    "arrest behaviour brother case children daughter death family father file home mother offences parents "
    "partner plan recall record release sentence sister son supervision victim wife"
).split()
_COURTS = r"(?:Crown|County|Youth|High|Family|Magistrates['’]?|Supreme|Coroners['’]?)"
_STREET = "Avenue|Close|Court|Crescent|Drive|Gardens|Grove|Lane|Mews|Place|Rise|Road|Row|Square|Street|Terrace|Walk|Way"
_POSTCODE_AREAS = (  # of Great Britain, Northern Ireland, the Isle of Man and the Channel Islands
    "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|B|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|E|FK|FY|"
    "GL|GU|GY|G|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|L|ME|MK|ML|M|NE|NG|NN|NP|NR|NW|"
    "N|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|S|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|"
    "WF|WN|WR|WS|WV|W|YO|ZE"
)

# The letters of National Insurance are those that HM Revenue and Customs gives (National Insurance Manual, NIM39110).
# QQ is given to nobody: forms print it as an example, and those who make a number up take it from there.
_INSURANCE = (
    r"(?:(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ)"
    r"(?P<apart>[\s-]?)\d{2}[\s-]?\d{2}[\s-]?\d{2}[\s-]?[A-D]\b"
)

_SHAPES: dict[Kind, str] = {
    "prison": (r"(?<![\w/.-])(?:[A-Z]\d{4}[A-Z]{2}|[a-z]\d{4}[a-z]{2}|[A-HJ-Z]\s(?!19|20)\d{4}\s[A-Z]{2})(?![\w/-])"),
    "pnc": r"(?<![\w/])(?P<year>(?:19|20)?\d{2})/(?P<serial>\d{4,7})(?P<letter>[A-HJ-NP-RT-Z])(?![\w/])",
    "cro": (
        r"(?<![\w/])(?:(?P<serial>\d{4,6})/(?P<year>\d{2})|SF(?P<file_year>\d{2})/(?P<file>\d{4,6}))"
        r"(?P<letter>[A-HJ-NP-RT-Z])(?![\w/])"
    ),
    "nhs": r"(?<![\d£])(?<!\d[\s-])\d{3}(?:[\s-]\d{3}[\s-]\d{4}|\d{7})(?![\s-]?\d)",
    "insurance": rf"\b{_INSURANCE}|\b(?!bg|gb|kn|nk|nt|tn|zz)[a-ceghj-pr-tw-z][a-ceghj-nprtw-z]\d{{6}}[a-d]\b",
    "crn": r"(?<![\w/.-])[A-Z]\d{6}(?![\w/-])",
    "urn": r"(?<![\w/])\d{2}(?:[A-Z]{2}\d{7}|/[A-Z0-9]{2}/\d{1,7}/\d{2})(?![\w/])",
    "plate": (
        r"(?<![\w/.-])(?:[A-HJ-PR-Y]{2}[0-7]\d\s?[A-HJ-Z]{3}|[A-HJ-NPR-TV-Y]\d{1,3}\s?[A-HJ-Z]{3}"
        r"|[A-HJ-Z]{3}\s?\d{1,3}[A-HJ-NPR-TV-Y])(?![\w/-])"
    ),
    "address": (
        r"(?<![\w£.,/-])(?:(?:[Ff]lat|[Rr]oom|[Uu]nit)\s+\d{1,3}[A-Za-z]?,?\s+)?\d{1,3}[A-Za-z]?,?\s+"
        rf"(?!{_COURTS}\s)(?:[A-Z][a-z'’]+\s+){{1,3}}(?:{_STREET})\b(?!['’]|\s+[A-Z])"
    ),
    "account": r"(?<![\w.+@/-])@[A-Za-z]\w{2,}(?![\w.]*@|\w*:)",
    "postcode": (
        rf"(?<![\w/])(?:{_POSTCODE_AREAS})(?:\d{{1,2}}|\d[A-Z])\s?\d[ABD-HJLNP-UW-Z]{{2}}(?![\w/-])"
        rf"|(?<![\w/])(?:{_POSTCODE_AREAS.lower()})(?:\d{{1,2}}|\d[a-z])"
        r"\s?(?!1st|2nd|3rd)\d[abd-hjlnp-uw-z]{2}(?![\w/-])"
    ),
    "initials": r"(?<![\w.])[A-Z]\.\s?[A-Z]\.(?:\s?[A-Z]\.)?(?!\w)",
    "grid": r"\b[A-Z]{2}\s?\d{3,5}\s\d{3,5}\b",  # of the Ordnance Survey, which identifies nobody
}
"""The kinds that are told by their shape alone. In a pattern the group ``letter`` is a check letter."""

_NAMED: dict[Kind, tuple[tuple[str, ...], str]] = {
    "prison": (
        ("prison", "nomis", "noms"),
        (
            rf"\b(?:prison(?:er)?(?:['’]s)?|nomi?s){_NUMBER}(?P<number>[a-z]{{1,2}}\s?\d{{4,6}}(?:\s?[a-z]{{2}})?)\b"
            r"|\b(?:prisoner|nomis)[\s:]{1,2}(?P<number2>(?-i:[A-Z]{1,2}\d{4,6}(?:\s?[A-Z]{2})?))\b"
        ),
    ),
    "pnc": (
        ("pnc", "p.n.c"),
        rf"\bp\.?n\.?c\.?{_NO_APART}(?P<number>(?:\d{{4}}|\d{{2}})\s?/\s?\d{{3,7}}\s?[a-z]?)(?![\w/])",
    ),
    "cro": (
        ("cro", "c.r.o"),
        rf"\bc\.?r\.?o\.?{_NO_APART}(?P<number>(?:sf)?\d{{1,6}}\s?/\s?\d{{2,6}}\s?[a-z]?)(?![\w/])",
    ),
    "nhs": (("nhs",), rf"\bnhs{_NO}(?P<number>\d{{3}}[\s-]?\d{{3}}[\s-]?\d{{4}})(?![\s-]?\d)"),
    "insurance": (
        ("insurance", "nino", "ni "),
        rf"\b(?:national\s+insurance|nino|ni){_NO}(?P<number>{_INSURANCE})",
    ),
    "crn": (
        ("crn", "case reference"),
        rf"\b(?:crn|case\s+reference){_NO}(?P<number>[a-z]{{1,2}}\s?\d{{4,7}}|\d{{5,7}})(?![\w/-])",
    ),
    "urn": (
        ("urn", "unique"),
        rf"\b(?:urn|unique\s+reference){_NO}(?P<number>[\da-z]{{2,}}(?:[\s/][\da-z]{{2,}}){{0,3}})(?<=\d)(?![\w/])",
    ),
    "plate": (
        ("registration", "plate", "reg ", "car ", "van ", "vehicle", "motor", "lorry", "taxi"),
        (
            r"\b(?:registration|plate|reg|car|van|vehicle|motor(?:cycle|bike)|lorry|taxi)\b[^.;\d]{0,25}?"
            r"(?<![\w/.-])(?P<number>[a-z]{2}\d{2}\s?[a-z]{3})(?![\w/-])"
        ),
    ),
    "account": (
        (".com/",),
        r"\b(?:facebook|instagram|twitter|tiktok|snapchat|linkedin|x)\.com/(?P<number>[\w./-]*\w)",
    ),
    "other": (
        tuple("passport licen crime incident hospital patient office visor file pupil tenancy".split())
        + tuple("benefit payroll warrant account custody police".split()),
        (
            r"\b(?P<what>(?:passport|(?:driving\s+)?licen[cs]e|crime|incident|hospital|patient|home\s+office|visor|file|pupil|"
            r"tenancy|benefit|payroll|warrant|bank\s+account|custody|police)(?:\s+(?:number|no|num|nr|reference|ref|id))?)"
            r"[\s.:#]{1,3}(?P<number>(?-i:(?=[A-Za-z/-]{0,6}\d)[A-Z\d](?:[A-Z\d]|[/-](?=[A-Z\d])){4,20}))(?![\w/])"
        ),
    ),
    "initials": (
        (*_PERSONS, *_OF_SOMEBODY, "mr", "ms", "miss", "mx"),
        (
            rf"\b(?:{'|'.join(_PERSONS)}|(?:{'|'.join(_OF_SOMEBODY)})\s+(?:of|on|for)|service\s+user)\s+"
            r"(?P<number>(?-i:[A-Z]{2}))\b(?![-/&’'])"
            r"|\b(?-i:Mr|Mrs|Ms|Miss|Mx)\.?\s+(?P<number2>(?-i:[A-Z]))\b(?!\.?\s+(?-i:[A-Z][a-z])|[-/&’'])"
        ),
    ),
}
"""The kinds that are told by the words before them, in any case: one of some words must stand in a text, in small
letters, before the pattern is tried; its group ``number`` is the identifier."""


def shape_of(kind: Kind) -> re.Pattern[str] | None:
    """Return the pattern of the shape of a kind of identifier; None where it has no shape of its own."""
    return _shape(kind) if kind in _SHAPES else None


def named_in(kind: Kind, small: str) -> re.Pattern[str] | None:
    """Return the pattern of a kind with the words before it, if a text in small letters has one of these words."""
    words, _pattern = _NAMED.get(kind, ((), ""))
    return _named(kind) if any(word in small for word in words) else None


@cache
def _shape(kind: Kind) -> re.Pattern[str]:
    return re.compile(_SHAPES[kind])


@cache
def _named(kind: Kind) -> re.Pattern[str]:
    return re.compile(_NAMED[kind][1], re.IGNORECASE)


def identifiers_in(kind: Kind, text: str) -> Iterator[re.Match[str]]:
    """Yield the identifiers of a kind in a text: those with their words first, and then others by their shape."""
    named = named_in(kind, text.lower())
    taken: list[tuple[int, int]] = []
    if named is not None:
        for match in named.finditer(text):
            taken.append(number_in(match))
            yield match
    shape = shape_of(kind)
    if shape is not None:
        for match in shape.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                yield match


def number_in(match: re.Match[str]) -> tuple[int, int]:
    """Return where an identifier stands: without the words before it that show what it is."""
    for name in ("number", "number2"):
        if name in match.re.groupindex and match[name] is not None:
            return match.span(name)
    return match.span()


def is_identifier(text: str, offset: int) -> bool:
    """Say whether the word at an offset is a part of an identifier of any kind, which no list can explain."""
    start = max(0, offset - _REACH)
    around = text[start : offset + _REACH]
    return any(
        match.start() <= offset - start < match.end()
        for kind in get_args(Kind)
        for match in identifiers_in(kind, around)
    )
