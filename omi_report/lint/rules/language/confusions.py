"""Words that are taken for each other, with the words beside them that tell which is meant, as data.

Only what cannot be right is listed: «to effect a change» and «to many people» are left alone.
"""

from __future__ import annotations

from typing import NamedTuple

_MODAL = "could|should|would|must"
_THE = "the|their|his|her|its|our|this|these|those|an?|any"
_DONE = "been|had|done|made|seen|taken|given|known|gone|held|put|got|led|shown|[a-z]{2,}ed"
_DO = "be|ensure|make|do|improve|see|provide|have|go|get|take|work|attend|address|reduce|meet|help"
_QUANTITY = r"half|one|two|three|four|five|six|seven|eight|nine|ten|the|an?|that|those|average|expected|in|any|\d+"
_STATE = r"not|also|all|being|given|seen|made|held|no|several|many|few|often|always|able|unable|[a-z]{2,}ed"
_LESS = "more|less|fewer|greater|higher|lower|larger|smaller|rather"
_OWNED = "accommodation|attitudes?|behaviour|employment|families|lives|needs|offending|own|sentences?|victims"
_IN = "about|address|by|for|from|in|into|of|on|to|with|within|improve|change|reduce|met|meet"
_SENSE = r"(?:\s+(?:on|upon|of|in|was|were|is|had|has)\b|\s*[.,;]|\s*\Z)"
_BADLY = "adversely|badly|negatively|seriously|severely"
_MUCH = r"(?!(?:many|much|few|little|late|often|long|early|high|low|quickly|slowly|soon|far)\b)"
_END = r"(?:\s*[.,;]|\s+(?:to|for|and)\b)"
_NOTHING_MORE = r"(?!\s+(?:be|improve|improves|change|changes|differ|vary|remain|become|have|not)\b)"


class Confusion(NamedTuple):
    """A word that is wrong between others, and the right one.

    One of the words or phrases of ``before``, parted by bars, stands before it, if there are any; ``after`` is a
    pattern of what follows.
    """

    wrong: str
    right: str
    before: str = ""
    after: str = ""


CONFUSIONS = (
    Confusion("of", "have", f"{_MODAL}|might|ought to", rf"\s+(?:not\s+)?(?:{_DONE})\b"),
    Confusion("their", "there", "", r"\s+(?:is|are|was|were|has\s+been|have\s+been|had\s+been|appears|seemed)\b"),
    Confusion("there", "their", "", r"\s+own\b"),
    Confusion("there", "their", _IN, rf"\s+(?:{_OWNED})\b"),
    Confusion("they're", "their", "", rf"\s+(?:{_OWNED})\b"),
    Confusion("they’re", "their", "", rf"\s+(?:{_OWNED})\b"),
    Confusion("affect", "effect", "a|an|no|little|adverse|significant|lasting|immediate|the|its|any", _SENSE),
    Confusion("affect", "effect", "into|took|taken|takes|take"),
    Confusion("effected", "affected", _BADLY),
    Confusion("effected", "affected", "people|families|children|victims|those|offenders|staff", r"\s+by\b"),
    Confusion("effect", "affect", f"did not|does not|do not|{_BADLY}", rf"\s+(?:{_THE})\b"),
    Confusion("principle", "principal", "the|its|their|our", r"\s+(?:aims?|author|causes?|concerns?|officers?)\b"),
    Confusion(
        "principle", "principal", "the|its|their|our", r"\s+(?:reasons?|purposes?|sources?|tasks?|objectives?)\b"
    ),
    Confusion("principal", "principle", "in", r"(?:\s*[.,;]|\s+(?:to|that|with|by|but|for)\b)"),
    Confusion("principals", "principles", "basic|core|general|guiding|underlying"),
    Confusion("principal", "principle", "basic|guiding|underlying"),
    Confusion("lead", "led", "has|have|had", r"\s+(?:to|the)\s+(?!roles?\b|officers?\b)(?=[a-z])"),
    Confusion("lead", "led", "was|were|is|are|been|being", r"\s+by\b"),
    Confusion("practice", "practise", f"{_MODAL}|can|able to|chance to|opportunity to|opportunities to", _NOTHING_MORE),
    Confusion("advice", "advise", f"{_MODAL}|can|did not|does not", rf"\s+(?:{_THE}|them|him)\b"),
    Confusion("advise", "advice", "of|good|legal|specialist|expert|written|the|gave|given|sought|their"),
    Confusion("licence", "license", f"{_MODAL}|cannot|did not|does not", rf"\s+(?:{_THE}|them|him)\b"),
    Confusion("compliment", "complement", "full|staff|staffing", r"\s+(?:of|was|had|is)\b"),
    Confusion(
        "complimentary", "complementary", "", r"\s+(?:to|roles?|skills|services|work|programmes|approach(?:es)?)\b"
    ),
    Confusion(
        "loose",
        "lose",
        f"to|not|did|may|might|can|will|{_MODAL}",
        r"\s+(?:the|their|his|her|its|contact|touch|track|sight|focus|out|interest|momentum|accommodation|it)\b",
    ),
    Confusion(
        "loosing", "losing", "", r"\s+(?:the|their|his|her|its|contact|touch|track|sight|focus|interest|momentum)\b"
    ),
    Confusion("lose", "loose", "too|was|were", r"\s*[.,;]"),
    Confusion("then", "than", _LESS, rf"\s+(?:{_QUANTITY})\b"),
    Confusion("than", "then", "since|until|just|by|and|but", r"\s+(?:was|were|had|went|did|took|made|they|he|she)\b"),
    Confusion(
        "off",
        "of",
        "number|majority|range|lack|quality|most|some|each|none|out|because|instead|evidence|level",
        r"\s+(?:the|these|those|their|its|our|all|cases|plans|offenders|staff)\b",
    ),
    Confusion("of", "off", "signed|kicked|switched", r"(?:\s*[.,;]|\s+(?:by|the|on|in|at|before|and)\b)"),
    Confusion(
        "too",
        "to",
        "able|unable|ought|order|failed|due|according|prior|relation|response|regard",
        rf"\s+{_MUCH}(?=[a-z])",
    ),
    Confusion("too", "to", "likely|need|needs|needed|wanted|tried|continued|began|started|seemed", rf"\s+(?:{_DO})\b"),
    Confusion(
        "to", "too", "was|were|is|are|not|much", rf"\s+(?:late|often|vague|weak|difficult|early|small|complex){_END}"
    ),
    Confusion("to", "too", "far|all", r"\s+(?:many|much|few|long|little|often|easily|easy)\b"),
    Confusion("where", "were", "they|we|there|you", rf"\s+(?!needed\b|required\b)(?:{_STATE})\b"),
    Confusion("where", "were", "who|which", r"\s+(?:not|being|often|also)\b"),
    Confusion("were", "where", "cases|areas|instances|situations|examples|places", r"\s+(?:there|it|he|she|they|we)\b"),
    Confusion("we're", "were", "who|which|they|there|plans|cases|officers|staff", r"\s+(?:not|[a-z]{2,}ed)\b"),
    Confusion("we’re", "were", "who|which|they|there|plans|cases|officers|staff", r"\s+(?:not|[a-z]{2,}ed)\b"),
)
