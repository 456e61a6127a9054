"""The numbers and names by which offices know a person: by their shape, and by the words that stand before them.

References to a place on a map are among them, which lead to nobody but look the same.

A shape alone is taken for a number only where nothing else looks like it. After its words («PNC», «prison number») a
number is found in any case and spacing, and whether its check letter is right or not.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, TypeAlias, get_args

Kind: TypeAlias = Literal[
    "prison", "pnc", "cro", "nhs", "insurance", "crn", "urn", "plate", "address", "account", "other", "postcode", "grid"
]
"""A kind of identifier. In its pattern the group ``number`` is the identifier where words before it show what it is."""

_NO = r"(?:\s+(?i:number|no|num|nr|id|ref|reference))?[\s.:#]{1,3}"
_NUMBER = r"\s+(?i:number|no|num|nr|id|ref|reference)[\s.:#]{1,3}"
_COURTS = r"(?:Crown|County|Youth|High|Family|Magistrates['’]?|Supreme|Coroners['’]?)"
_STREET = "Avenue|Close|Court|Crescent|Drive|Gardens|Grove|Lane|Mews|Place|Rise|Road|Row|Square|Street|Terrace|Walk|Way"
_POSTCODE_AREAS = (  # of Great Britain, Northern Ireland, the Isle of Man and the Channel Islands
    "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|B|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|E|FK|FY|"
    "GL|GU|GY|G|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|L|ME|MK|ML|M|NE|NG|NN|NP|NR|NW|"
    "N|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|S|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|"
    "WF|WN|WR|WS|WV|W|YO|ZE"
)

# The letters of National Insurance are those that HM Revenue and Customs gives (National Insurance Manual, NIM39110).
_INSURANCE = r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b"

_PATTERNS: dict[Kind, str] = {
    "prison": (
        r"(?<![\w/.-])(?:[A-Z]\d{4}[A-Z]{2}|[a-z]\d{4}[a-z]{2})(?![\w/-])"
        rf"|\b(?i:prison(?:er)?(?:['’]s)?|nomi?s){_NUMBER}(?P<number>[A-Za-z]{{1,2}}\s?\d{{4,6}}(?:\s?[A-Za-z]{{2}})?)\b"
        r"|\b(?i:prisoner|nomis)[\s:]{1,2}(?P<number2>[A-Z]{1,2}\d{4,6}(?:\s?[A-Z]{2})?)\b"
    ),
    "pnc": (
        rf"\bP\.?N\.?C\.?{_NO}(?P<number>(?:\d{{4}}|\d{{2}})\s?/\s?\d{{3,7}}\s?[A-Za-z]?)(?![\w/])"
        r"|(?<![\w/])(?P<year>(?:19|20)?\d{2})/(?P<serial>\d{4,7})(?P<letter>[A-HJ-NP-RT-Z])(?![\w/])"
    ),
    "cro": (
        rf"\bC\.?R\.?O\.?{_NO}(?P<number>(?i:SF)?\d{{1,6}}\s?/\s?\d{{2,6}}\s?[A-Za-z]?)(?![\w/])"
        r"|(?<![\w/])(?:(?P<serial>\d{4,6})/(?P<year>\d{2})|SF(?P<file_year>\d{2})/(?P<file>\d{4,6}))"
        r"(?P<letter>[A-HJ-NP-RT-Z])(?![\w/])"
    ),
    "nhs": (
        rf"\b(?i:nhs){_NO}(?P<number>\d{{3}}[\s-]?\d{{3}}[\s-]?\d{{4}})(?![\s-]?\d)"
        r"|(?<![\d£])(?<!\d[\s-])(?P<digits>\d{3}(?:[\s-]\d{3}[\s-]\d{4}|\d{7}))(?![\s-]?\d)"
    ),
    "insurance": (
        rf"\b{_INSURANCE}|\b(?i:national\s+insurance|nino|ni){_NO}(?P<number>(?i:{_INSURANCE}))"
        r"|\b(?!bg|gb|kn|nk|nt|tn|zz)[a-ceghj-pr-tw-z][a-ceghj-nprtw-z]\d{6}[a-d]\b"
    ),
    "crn": (
        r"(?<![\w/.-])[A-Z]\d{6}(?![\w/-])"
        rf"|\b(?i:crn|case\s+reference){_NO}(?P<number>[A-Za-z]{{1,2}}\s?\d{{4,7}}|\d{{5,7}})(?![\w/-])"
    ),
    "urn": (
        r"(?<![\w/])\d{2}(?:[A-Z]{2}\d{7}|/[A-Z0-9]{2}/\d{1,7}/\d{2})(?![\w/])"
        rf"|\b(?i:urn|unique\s+reference){_NO}(?P<number>[\dA-Za-z]{{2,}}(?:[\s/][\dA-Za-z]{{2,}}){{0,3}})(?<=\d)(?![\w/])"
    ),
    "plate": (
        r"(?<![\w/.-])(?:[A-HJ-PR-Y]{2}[0-7]\d\s?[A-HJ-PR-Z]{3}|[A-HJ-NPR-TV-Y]\d{1,3}\s?[A-HJ-PR-Z]{3}"
        r"|[A-HJ-PR-Z]{3}\s?\d{1,3}[A-HJ-NPR-TV-Y])(?![\w/-])"
    ),
    "address": (
        r"(?<![\w£.,/-])(?P<number>(?:(?i:flat|room|unit)\s+\d{1,3}[A-Za-z]?,?\s+)?\d{1,3}[A-Za-z]?,?\s+"
        rf"(?!{_COURTS}\s)(?:[A-Z][a-z'’]+\s+){{1,3}}(?:{_STREET}))\b(?!['’]|\s+[A-Z])"
    ),
    "account": (
        r"(?<![\w.+@/-])@[A-Za-z]\w{2,}(?![\w.]*@)"
        r"|\b(?i:facebook|instagram|twitter|tiktok|snapchat|linkedin|x)\.com/(?P<number>[\w./-]*\w)"
    ),
    "other": (
        r"\b(?P<what>(?i:passport|(?:driving\s+)?licen[cs]e|crime|incident|hospital|patient|home\s+office|visor|file|"
        r"pupil|tenancy|benefit|payroll|warrant|bank\s+account|custody|police)(?:\s+(?i:number|no|num|nr|reference|ref|id))?)"
        r"[\s.:#]{1,3}(?P<number>(?=[A-Za-z/-]{0,6}\d)[A-Z\d](?:[A-Z\d]|[/-](?=[A-Z\d])){4,20})(?![\w/])"
    ),
    "grid": r"\b[A-Z]{2}\s?\d{3,5}\s\d{3,5}\b",  # of the Ordnance Survey, which identifies nobody
    "postcode": (
        rf"(?<![\w/])(?:{_POSTCODE_AREAS})(?:\d{{1,2}}|\d[A-Z])\s?\d[ABD-HJLNP-UW-Z]{{2}}(?![\w/-])"
        rf"|(?<![\w/])(?:{_POSTCODE_AREAS.lower()})(?:\d{{1,2}}|\d[a-z])"
        r"\s?(?!1st|2nd|3rd)\d[abd-hjlnp-uw-z]{2}(?![\w/-])"
    ),
}


@cache
def pattern_of(kind: Kind) -> re.Pattern[str]:
    """Return the pattern for a kind of identifier."""
    return re.compile(_PATTERNS[kind])


def number_in(match: re.Match[str]) -> tuple[int, int]:
    """Return where an identifier stands: without the words before it that show what it is."""
    for name in ("number", "number2"):
        if match.re.groupindex.get(name) and match[name] is not None:
            return match.span(name)
    return match.span()


def is_identifier(text: str, offset: int) -> bool:
    """Say whether the word at an offset is a part of an identifier of any kind, which no list can explain."""
    start, end = max(0, offset - 60), offset + 60
    return any(
        match.start() <= offset < match.end()
        for kind in get_args(Kind)
        for match in pattern_of(kind).finditer(text, start, end)
    )
