"""Language tags such as ``cy`` and ``en-GB``: a language of ISO 639, and a region of ISO 3166 after a hyphen."""

from __future__ import annotations

import re
from typing import NamedTuple

PATTERN = r"^[a-z]{2,3}(-[A-Z]{2})?$"

_REGIONS = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT
    JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY
    MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ
    OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST
    SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS
    YE YT ZA ZM ZW
    """.split()
)


class LanguageTag(NamedTuple):
    """A language tag in its two parts; ``region`` may be empty."""

    language: str
    region: str = ""


def parse_tag(text: str) -> LanguageTag:
    """Read a tag. Raises ValueError, with words for a user, for what is no tag or names an unknown region."""
    if not re.fullmatch(PATTERN, text):
        raise ValueError("a language is written as a tag, such as en-GB")
    language, _, region = text.partition("-")
    if region == "UK":
        raise ValueError(f"the region of the United Kingdom is GB: {language}-GB")
    if region and region not in _REGIONS:
        raise ValueError(f"there is no region {region}: en-GB is English of the United Kingdom")
    return LanguageTag(language, region)


def is_english(tag: str) -> bool:
    """Say whether a tag stands for English of any region."""
    return tag.partition("-")[0] == "en"
