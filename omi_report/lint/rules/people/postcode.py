"""OMI607: a postcode is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.published import found
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI607",
    "postcode",
    Severity.WARNING,
    "A value of the area that will be published holds a full postcode. The framework's standard wording, which gives "
    "the inspectorate's address, is passed over.",
    "About fifteen households share a postcode. An office's own may stand: say so in a comment.",
    bad="He had been moved to a flat in SO14 7LP.",
    good="He had been moved to a flat in Southampton.",
)

_AREAS = (  # of Great Britain, Northern Ireland, the Isle of Man and the Channel Islands
    "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|B|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|E|FK|FY|"
    "GL|GU|GY|G|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|L|ME|MK|ML|M|NE|NG|NN|NP|NR|NW|"
    "N|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|S|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|"
    "WF|WN|WR|WS|WV|W|YO|ZE"
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find postcodes in every published value of the area's own."""
    for each in found(inspection, _postcode(), standard=False):
        message = f"{each.text} is a postcode"
        hint = "name the town; the address of an office may stand: say so in a comment"
        yield RULE.at(each.place, message, hint, length=each.length)


@cache
def _postcode() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/])(?:{_AREAS})(?:\d{{1,2}}|\d[A-Z])\s?\d[ABD-HJLNP-UW-Z]{{2}}(?![\w/-])")
