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
_CALLS = (
    "related|relation|given|due|access|contribution|contribute|contributed|according|led|lead|leading|subject|"
    "similar|compared|referred|attention|known|said|likely|linked|tailored|added"
)
_BE = "was|were|is|are|be|been|being|not"
_FEW = (
    "many|much|few|little|late|long|early|rare|vague|weak|small|large|complex|difficult|easily|easy|quickly|slowly|far"
)
_MORE = (
    "better|worse|larger|smaller|higher|lower|greater|longer|shorter|earlier|later|older|younger|wider|weaker|"
    "stronger|sooner|quicker|slower|poorer|further"
)
_NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|a"
_AMOUNT = "half|average|usual|expected|in|at|for|that|those|any|ever|before|the|an?|one|two|three|four|five|six"
_NAMED = (
    "offenders?|cases?|plans?|needs?|police|courts?|risks?|area|provision|sentence|officers?|managers?|"
    "appropriate|victims?|reports?|staff|public|service|team|work|same|first|other|new|most"
)
_NOTHING_MORE = r"(?!\s+(?:be|improve|improves|change|changes|differ|vary|remain|become|have|not)\b)"


class Confusion(NamedTuple):
    """A word that is wrong between others, and the right one.

    One of the words or phrases of ``before``, parted by bars, stands before it, if there are any: a star is any word,
    and # a number. ``after`` is a pattern of what follows.
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
    Confusion(
        "principal", "principle", "in", r"(?:\s*[.,;]|\s+(?:to|that|with|by|but|for|it|they|he|she|there|this)\b)"
    ),
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
    # to, too, two
    Confusion("too", "to", "", rf"\s+(?:{_THE}|them|him|whom|which|be|ensure|make|provide|what|whether|how)\b"),
    Confusion("too", "to", f"{_CALLS}", r"\s+(?!many\b|much\b|few\b|little\b|late\b|often\b|long\b|early\b)(?=[a-z])"),
    Confusion(
        "two", "to", "", r"\s+(?:be|ensure|make|provide|the|their|its|a|an|those|these|whom|which|do|have|see)\b"
    ),
    Confusion(
        "two",
        "too",
        f"{_BE}|came|began|started|far|took|takes",
        rf"\s+(?:{_FEW}|often|soon|high|low)\b(?!\s+(?!of\b|to\b|for\b|in\b|and\b)[a-z])",
    ),
    Confusion("to", "too", f"{_BE}|come|came|much|takes|took|taken", rf"\s+(?:{_FEW})\b"),
    Confusion("to", "too", "which|had|made|paid|gave|given|by|on|with|and|in|at|from|for|of", r"\s+(?:few|little)\b"),
    # than, then, that
    Confusion("then", "than", f"{_LESS}|{_MORE}|other", r"(?!\s+(?:was|were|is|had|did|went|came)\b)\s+(?=[\w\ufffc])"),
    Confusion("then", "than", "rather|other", r"\s+(?=[\w\ufffc])"),
    Confusion("then", "than", "more *|less *|fewer *", rf"\s+(?:{_QUANTITY}|had|were|was|is)\b"),
    Confusion("that", "than", f"{_MORE}|fewer|rather|other", rf"\s+(?:{_AMOUNT}|\d)"),
    Confusion("that", "than", "more|less", rf"\s+(?:half|average|usual|expected|\d|{_NUMBERS})"),
    Confusion(
        "then", "them", "of|with|to|for|about|between|against", r"\s*(?:[.,;]|\Z|\s(?:and|in|at|to|for|were|was|had)\b)"
    ),
    Confusion("then", "the", "of|with|to|for|in|on|under|against|all", rf"\s+(?=(?:{_NAMED})\b)"),
    # form, from
    Confusion(
        "form",
        "from",
        "came|come|comes|coming|was different|were different|is different|very different|apart|away|far|benefit|"
        "benefited|suffer|suffered|received|heard|learned|learnt|moved|ranging|ranged|resulted|resulting|arising|arose|"
        "collected|taken|obtained|drawn|suffering|transferred|released|excluded|advice|information|support|feedback|"
        "evidence|money|funding|returned|went|gone|protected",
        rf"\s+(?:{_THE}|other|those|that|them|him|whom|which|each|all|both|one|two|three|local|various|several)\b",
    ),
    # those that sound alike
    Confusion(
        "weak",
        "week",
        f"#|a|per|each|every|last|next|this|that|same|previous|following|{_NUMBERS}",
        r"(?:\s*[.,;)]|\s+(?:stage|review|period|course|before|after|of|or|in|at|for|programme)\b)",
    ),
    Confusion("latter", "later", "#|days|weeks|months|years|hours|time|much|year|week|month|sooner or"),
    Confusion("later", "latter", "the", r"(?:\s*[.,;]|\s+(?:of|was|were|is|are|had|has)\b)"),
    Confusion(
        "lead",
        "led",
        "has|have|had|was|were|been|being",
        r"\s+(?:to|jointly|by|the|well|them|him)\b(?!\s+(?:roles?|officers?))",
    ),
    Confusion("lead", "leads", "this|it", r"\s+(?:to|the)\b"),
    Confusion("use", "used", f"{_BE}", r"\s+(?:to|as|in|by|for|with|when|well|more)\b"),
    Confusion("suppose", "supposed", f"{_BE}", r"\s+to\b"),
    Confusion("excess", "access", "", r"\s+to\b(?!\s+requirements)"),
    Confusion(
        "assess", "access", "good|better|easy|ready|equal|limited|restricted|no|of|had|have|gain|gained", r"\s+to\b"
    ),
    Confusion("instant", "instance", "for|one|every|each|another"),
    Confusion(
        "thought",
        "through",
        "went|go|goes|going|gone|worked|work|passed|carried|came|put|got|all|halfway|right",
        r"\s+(?=[a-z])",
    ),
    Confusion("through", "thought", "", r"\s+that\s+(?:the|it|they|he|she|there|this|these|we)\b(?!\s+[a-z]+ing)"),
    Confusion(
        "though", "thought", "they|we|he|she|i|who|was|were|been|be|staff|is", r"\s+(?:that|it|of|to|they|this)\b"
    ),
    Confusion(
        "though",
        "through",
        "go|went|goes|going|gone|put|come|came|get|got|carried|worked|work|passed|followed|achieved",
        r"\s+(?=[a-z])",
    ),
    Confusion("though", "through", "", r"\s+(?:into|which|whom)\b"),
    Confusion(
        "new",
        "knew",
        "who|they|we|he|she|staff|officers|managers|offenders",
        r"\s+(?:that|how|what|who|when|where|why|of|about|whether|the|their|his|her)\b",
    ),
    Confusion(
        "who",
        "how",
        "indicated|show|shows|showed|about|of|set out|explain|explained|describe|described",
        r"\s+(?:many|much|few|often|long|well|far|serious|best|to)\b",
    ),
    Confusion(
        "how",
        "who",
        "those|people|offenders|staff|officers|anyone|everyone|someone|somebody|all|victims|prisoners|children|men|women|managers|person",
        r"\s+(?:was|were|had|have|has|did|do|are|is|would|could|should|came|took|made|need|needed|work|worked)\b",
    ),
    Confusion("as", "has", "it|he|she|area|framework|service|team|and", r"\s+been\b"),
    Confusion("being", "been", "has|have|had", r"(?!\s+(?:able|in)\b)"),
    Confusion("been", "being", "was|were|is|are|was not|were not|is not|are not|was also|were also"),
    Confusion(
        "by",
        "be",
        f"{_MODAL}|will|can|cannot|may|might|to|not",
        r"\s+(?!(?:now|then|the|and)\b)(?:[a-z]{3,}ed|made|given|seen|taken|done|held|able|used|in|of)\b",
    ),
    Confusion(
        "council",
        "counsel",
        "took|take|takes|taking|legal|defence|wise|to|queen's|king's|leading",
        r"(?!\s+(?:tax|house|houses|flat|flats|estate|services|staff|and|officers?|members|meetings?|housing|had|was|has)\b)\s*(?:[.,;]|\s(?:from|of|for|in|on|about|before)\b)",
    ),
    Confusion("counsel", "council", "city|county|district|borough|parish|town|local|unitary|the", r"(?!\s+(?:for)\b)"),
    Confusion("country", "county", "", r"\s+councils?\b"),
    Confusion("contract", "contact", "in|into|made|regular|telephone|direct|frequent|weekly|no|lost", r"\s+with\b"),
    Confusion("formally", "formerly", "", r"\s+known\s+as\b"),
    Confusion("adverse", "averse", f"{_BE}|not", r"\s+to\b"),
    Confusion(
        "discrete", "discreet", "a|in", r"\s+(?:way|manner|conversations?|enquir(?:y|ies)|inquir(?:y|ies)|fashion)\b"
    ),
    Confusion(
        "proceeding",
        "preceding",
        "the",
        r"\s+(?:days?|weeks?|months?|years?|inspection|period|paragraphs?|chapters?|section)\b",
    ),
    Confusion("proceed", "precede", f"{_MODAL}|to|not", rf"\s+(?:{_THE}|release|it|any)\b"),
    Confusion("proceeded", "preceded", "was|were|had|is|been", r"\s+(?:by|the)\b"),
    Confusion(
        "maybe",
        "may be",
        "it|there|they|this|that|which|who|he|she|these",
        r"\s+(?:a|an|the|that|of|to|in|too|more|less|no|some|able|[a-z]{3,}ed|[a-z]{3,}ful|[a-z]{3,}al|[a-z]{3,}ent)\b",
    ),
    Confusion("everyday", "every day", "", r"(?:\s*[.;]|\s+(?:of|at|in|for|by|and\s+(?:night|week))\b)"),
    Confusion("born", "borne", "was|were|is|be|been|not", r"\s+(?:out|in\s+mind|by)\b"),
    Confusion("bare", "bear", f"to|{_MODAL}|not|must|will", r"\s+(?:in\s+mind|witness|out|the|this|these)\b"),
    Confusion("causal", "casual", "", r"\s+(?:labour|work|worker|workers|relationship|staff|clothes)\b(?!\s+between)"),
    Confusion("casual", "causal", "", r"\s+(?:link|links|factor|factors|connection|relationship\s+between)\b"),
    Confusion("site", "sight", "lose|lost|loses|losing|catch|caught|plain|first", r"\s+(?:of|in)\b|(?=\s*[.,;])"),
    Confusion(
        "perspective",
        "prospective",
        "a|an|the|any|each|some|with",
        r"\s+(?:employers?|tenants?|landlords?|parents?|partners?|candidates?|staff|students?|placements?)\b",
    ),
    Confusion("moral", "morale", "staff|low|high|raise|raised|poor|good|affected|team|improve|improved"),
    Confusion("moral", "morale", "", r"\s+(?:among|amongst|was|had|is|in|at|of\s+(?:the\s+)?staff)\b"),
    Confusion("personal", "personnel", "", r"(?:\s*[.,;]|\s+(?:in|at|of|had|have|was|were|from|who|with|to|on)\b)"),
    Confusion("affect", "effect", "", r"\s+(?:on|upon)\b"),
    Confusion(
        "off", "of", "*tion|*ment|*ity|*ness|*ance|*ence|risk|use|rest|half|part|copy|kind|type", r"(?=\s+[\w\ufffc])"
    ),
    Confusion(
        "no",
        "not",
        f"{_BE}|had|has|have|did|does|do|{_MODAL}|will|may",
        r"\s+(?:been|always|yet|be|have|only|enough)\b",
    ),
    Confusion(
        "though",
        "thought",
        "most|many|some|all|half|others|offenders|managers|officers|inspectors|people|victims|practitioners|judges",
        r"\s+(?:that|it|they|the|this|their|he|she|we|there)\b",
    ),
    Confusion(
        "complimentary",
        "complementary",
        "programmes were|programmes are|services were|services are|roles were|roles are|approaches were|skills were",
    ),
    Confusion(
        "principal", "principle", "matter of|question of|point of|issue of", r"(?:\s*[.,;]|\s+(?:that|and|to)\b)"
    ),
    Confusion("lead", "led", "which", r"\s+to\s+[^.;]{0,40}\b(?:last|later|earlier|was|were|had)\b"),
    Confusion("dependant", "dependent", "", r"\s+(?:on|upon)\b"),
)
