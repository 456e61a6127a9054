"""Words that describe people: ethnic and other groups, offences, and the words for those whom they are said of.

The ethnic groups are those of the censuses of 2001 to 2021 and the nationalities met most often in British courts; the
offences are called as in the Home Office's counting rules and in newspapers.
"""

from __future__ import annotations

# Sorted within each pattern; a space stands for any space or hyphen.
_PERSON = (
    "adults? boys? cases? child children defendants? fathers? females? girls? interviewees? males? man managers? men "
    "mothers? offenders? officers? parents? people persons? prisoners? residents? respondents? sentencers? staff "
    "students? teenagers? trainees? users? victims? wom[ae]n workers? youths?"
)
_BLACK_OR_WHITE = "black white"  # without a person beside them these are colours
_ETHNIC = (
    "Afghan African Albanian Arab Asian Bangladeshi Bulgarian Caribbean Chinese Eritrean Gypsy Indian Iranian Iraqi "
    "Irish Jamaican Kosovan Kurdish Latvian Lithuanian Nigerian Pakistani Polish Portuguese Roma Romanian Somali "
    "Sudanese Syrian Tamil Traveller Turkish Ukrainian Vietnamese Zimbabwean"
)
_MIXED = "(?:dual|mixed)_(?:ethnicity|heritage|parentage|race)"
_MINORITY = "(?:(?:black_and_)?minority_ethnic|ethnic_minority|BAME|BME)"
_OF_A_GROUP = (
    "bisexual blind Buddhist Christian deaf disabled female foreign_national gay Hindu homosexual Jewish lesbian "
    "Muslim pregnant Sikh transgender"
)
_MEMBERS = "foreign_nationals girls? Gypsies Hindus Jews Muslims Sikhs Travellers wom[ae]n"
_OFFENCE = (
    "affray arson assault(?:ed|ing|s)? blackmail(?:ed|ing)? burglar(?:y|ies) burgled criminal_damage "
    "dangerous_driving domestic_(?:abuse|violence) driving_while_disqualified drink_(?:drive|driving) "
    "drug_(?:dealing|trafficking) false_imprisonment fraud grievous_bodily_harm handling_stolen_goods harassment "
    "indecent_(?:assault|exposure|images) kidnap(?:ped|ping)? manslaughter money_laundering murder(?:ed)? "
    "perverting_the_course rap(?:e|ed|ing) robb(?:ed|ery|eries) sex(?:ual)?_(?:assaults?|offences?) shop_?lifting "
    "stabb(?:ed|ing) stalk(?:ed|ing) terrorism theft threats_to_kill violent_disorder wounding"
)


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})".replace("_", r"[\s-]")


_QUALIFIED = r"(?:\s+(?:African|and|Asian|British|Caribbean|female|Irish|male|minority|other|young))*"

ETHNICITY = (
    rf"(?:\b(?i:{_any(_BLACK_OR_WHITE)}){_QUALIFIED}\s+{_any(_PERSON)}|\b{_any(_ETHNIC)}|\b(?i:{_any(_MIXED)}))\b"
)
"""A pattern for words that say which ethnic group somebody is of: «a black man», «Turkish», «of mixed race»."""

OFFENCE = rf"\b(?i:{_any(_OFFENCE)})\b"
"""A pattern for an offence that is called by its name."""

GROUP = (
    rf"(?:(?i:black)|{_any(_ETHNIC)}|(?i:{_any(_MINORITY)})|(?i:{_any(_MIXED)})|{_any(_OF_A_GROUP)})"
    rf"{_QUALIFIED}\s+{_any(_PERSON)}\b|{_any(_MEMBERS)}\b"
)
"""A pattern for members of a group that is small in most areas. Men and white people are not among them."""

PERSONAL_ATTRIBUTES = frozenset(
    "age age_band age_group disability ethnicity faith gender language nationality religion sex sexuality".split()
)
"""The attributes of cases that describe a person rather than a sentence, by the names that frameworks give them."""
