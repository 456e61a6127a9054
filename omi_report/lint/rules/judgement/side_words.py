"""The verdict of a finding that has no figures: nothing but praise, or a shortcoming and nothing that takes it back."""

from __future__ import annotations

import re
from functools import cache

PRAISE = frozenset("excellent impressive outstanding exemplary commendable good high strong strength well".split())
"""Words of which one stands in each praise."""

BLAME = frozenset(
    "too shortcoming shortcomings weaknesses failings deficiencies gaps inadequate poor weak insufficient "
    "unsatisfactory unacceptable failed need needed needs".split()
)
"""Words of which one stands in each shortcoming."""

_BE = r"(?:was|were|is|are|has\s+been|had\s+been|have\s+been|remained|remains?)"


def praise_in(words: str) -> re.Match[str] | None:
    """Return the praise of a finding that says nothing else."""
    found = _praise().search(words)
    return None if found is None or _less_than_praise().search(words) else found


def blame_in(words: str) -> re.Match[str] | None:
    """Return the shortcoming of a finding that has no word for what was well, or for what was done about it."""
    found = _blame().search(words)
    return None if found is None or _less_than_blame().search(words) else found


@cache
def _praise() -> re.Pattern[str]:
    degree = r"(?:(?:\w+ly|very|both|all)\s+)?"
    quality = r"of\s+(?:an?\s+)?(?:(?:consistently|very)\s+)?(?:excellent|good|high|outstanding)\s+(?:quality|standard)"
    done = r"well\s+(?:led|managed|organised|planned|run|supervised|supported|trained)"
    return re.compile(
        rf"\b{_BE}\s+{degree}(?:excellent|impressive|outstanding|exemplary|commendable|very\s+(?:good|high|strong)|{quality}|{done})\b|"
        rf"\b{_BE}\s+(?:consistently|uniformly)\s+(?:good|high|strong)\b|"
        rf"(?:\A|[.]\s)\W*(?:excellent|impressive|outstanding|exemplary)\s+[^.]{{1,60}}?\s{_BE}\b|"
        rf"\b{_BE}\s+an?\s+(?:\w+\s+)?strength\b",
        re.IGNORECASE,
    )


@cache
def _less_than_praise() -> re.Pattern[str]:
    """Words with which a finding speaks of anything that was not well, or of a part, or of another time."""
    return re.compile(
        r"\b(?:although|absen\w+|breach\w*|but|complain\w*|could|delay\w*|despite|earlier|elsewhere|except|fail\w*|few|fewer|"
        r"further|gaps?|however|if|improve\w*|in\s+places|inaccurate|inadequate|incomplete|inconsistent\w*|insufficient|lack\w*|"
        r"last|late|less|limited|little|miss\w+|more|need\w*|never|nevertheless|no|none|nor|not|often|once|one|only|other|others|"
        r"poor\w*|previous\w*|rarely|reoffend\w*|rest|seldom|should|some|sometimes|than|though|too|unable|until|unless|weak\w*|when|"
        r"where|whereas|while|without|would|yet|\w+n['’]t)\b",
        re.IGNORECASE,
    )


@cache
def _blame() -> re.Pattern[str]:
    degree = r"(?:(?:\w+ly|very|often|too\s+often|mostly|sometimes)\s+)?"
    bad = r"(?:inadequate|insufficient|poor|unacceptable|unsatisfactory|weak)"
    faults = r"(?:shortcomings?|weaknesses|failings|deficiencies|gaps)"
    return re.compile(
        rf"(?:\A|[.]\s)\W*(?:far\s+)?too\s+(?:few|little|many|much|often|rarely)\b|\bin\s+(?:far\s+)?too\s+many\s+cases\b|"
        rf"\bthere\s+(?:was|were|is|are)\s+(?!(?:few|no|fewer)\b)(?:\w+\s+){{0,2}}?{faults}\b|"
        rf"\b{_BE}\s+{degree}(?:of\s+)?{bad}\b|(?:\A|[.]\s)\W*{bad}\s+[^.]{{1,60}}?\s{_BE}\b|"
        rf"(?:\A|[.]\s)\W*(?:[\w'’-]+\s+){{1,5}}?(?:(?:had|have|has)\s+)?failed\s+to\b|"
        rf"\bneed(?:ed|s)?\s+(?:(?:considerable|much|significant|substantial|urgent)\s+)?(?:improvement|improving|to\s+improve)\b",
        re.IGNORECASE,
    )


@cache
def _less_than_blame() -> re.Pattern[str]:
    """Words with which a finding speaks of what was well, of what was done about something, or of another time."""
    return re.compile(
        r"\b(?:action|address\w*|although|appropriate\w*|aware|because|but|challeng\w+|chang(?:ed|es)|clear\w*|correct\w*|dealt|despite|"
        r"effective\w*|excellent|good|had\s+improved|however|if|identif\w+|improved|impressive|last|learn\w*|no\s+longer|nevertheless|"
        r"end(?:ed|ing)|once|overc[oa]me|previous\w*|earlier|prompt\w*|recognis\w+|reduc\w+|resolv\w+|since|strong|tackl\w+|though|thorough\w*|"
        r"timely|until|well|when|whenever|where|which|who|whose|yet)\b",
        re.IGNORECASE,
    )
