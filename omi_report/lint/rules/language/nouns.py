"""Nouns in the singular and the plural, as far as their letters and the words beside them tell."""

from __future__ import annotations

import re

from omi_report.lint.rules.language.lexicon import is_common

AFTER_A_NOUN = (
    r"(?=\s*[.,;:)]|\s*\Z|\s+(?:after|again|ago|ahead|and|are|as|at|away|back|because|before|but|by|could|did|during|earlier|for|"
    r"from|had|has|have|if|in|is|later|of|on|or|should|than|that|to|under|was|were|when|where|which|who|whose|will|with|"
    r"would|[a-z]{3,}ly|[a-z]+ed|came|felt|found|gave|got|held|kept|knew|made|met|said|saw|thought|told|took|went)"
    r"(?![\w'’-]))"
)
"""What follows a noun that ends its phrase: a sign, a verb, a preposition."""

_FINITE = re.compile(r"\s+(?:was|were|is|are|had|has|have|did|could|should|would|will)\b")
"""A verb with a subject before it, so that the word before it is a noun."""

_NUMBERS = frozenset("two three four five six seven eight nine ten".split())

_SINGULAR_IN_S = frozenset(
    "access address always analysis as across basis besides bias bus business canvas chaos class congress "
    "consensus crisis cross crossroads diagnosis dress emphasis focus gas glass gross guess harness "
    "headquarters his hypothesis is its illness in-depth kindness less lens loss mass mess means minus "
    "miss news overseas pass perhaps plus premises press process progress series species stress status "
    "success surplus synopsis synthesis thanks this thus towards times us virus was witness works yes".split()
)
_ALSO_VERBS = frozenset(
    "access act aim answer appeal attempt audit balance benefit call care cause change charge claim "
    "comment complete concern conduct contact contract control cost cover crime date deal decline delay "
    "demand design display doubt drink drive drop drug end exercise experience express face fall fear "
    "feature file find fit focus force form function gain grant group guide head help hold hope house "
    "impact implement increase influence interest interview issue judge keep lack land last lead leave "
    "level license like limit line link list live look love make manage mark match matter mean measure "
    "meet mention merit mind miss monitor move name need note number object offer open order own part "
    "pass pay place plan play point position practise present process progress project promise prompt "
    "provide question raise range rate reach read record reduce reflect regard register release remain "
    "report request research rest result return review reward risk room run say score screen seek see "
    "seem sentence serve set share show sign sound speak stand start state stay step stop stress "
    "structure study suffer support suspect take talk target task tell tend test think thought time train "
    "transfer travel treat trial trust try turn use value view visit vote wait want warn waste watch wish "
    "witness wonder work worry".split()
)
_NO_NOUNS = frozenset(
    "able above active also available aware because been best better big both certain clear close common "
    "complete current different direct due early enough equal extra far fewer final fine first for formal "
    "former free full further general good great hard having high important in involved joint just key "
    "known large late later least less likely little local long low main major many minor missing more "
    "most much necessary new next not now of old on one only open other out over own past poor present "
    "previous proper quick ready real recent relevant right safe same second senior separate serious "
    "short similar simple single slow small so social some special specific still strong such sure than "
    "that the their them then these they third those though to together too true under up useful very "
    "weak well who whole wide with without wrong young years were was had have are is do did can could "
    "may should would will must what felt found met left told knew got made went came took gave held kept "
    "said saw thought inside outside staff people children women men police each half how why cent again "
    "ago away back down else ever even here however instead long maybe never nor often once per perhaps "
    "differ happen vary exist agree apply occur arise follow two three four five six seven eight nine ten "
    "quite rather since soon still there thus until upon via yet cause information evidence advice".split()
)
_NO_NOUN = re.compile(r".*(?:ed|ing|ly|ive|ous|ful|able|ible|less|ish|ward|ary|ic|al|ant|ent)")


def is_plural(word: str) -> bool:
    """Say whether a word in small letters is the plural of a common one, by its letters."""
    if not word.endswith("s") or word.endswith(("ss", "us", "is", "ics")) or word in _SINGULAR_IN_S:
        return False
    return singular_of(word) != ""


def holder_in(word: str) -> str:
    """Return who has something by a word such as «offender's»; empty where it has no 's, or is «it's» or its like."""
    stem, _, ending = word.replace("’", "'").partition("'")
    return stem if ending == "s" and stem not in _NOT_HOLDERS else ""


_NOT_HOLDERS = frozenset("it that there he she what who let here where how when".split())


def singular_of(word: str) -> str:
    """Return the singular of a plural in -s; empty where there is none."""
    if word.endswith("ies") and is_common(f"{word[:-3]}y"):
        return f"{word[:-3]}y"
    if is_common(word[:-1]):
        return word[:-1]
    return word[:-2] if word.endswith("es") and is_common(word[:-2]) else ""


def plural_of(word: str) -> str:
    """Return the plural of a noun in small letters; empty where it is none, or one already."""
    if word in _NO_NOUNS or word.endswith("s") or (_NO_NOUN.fullmatch(word) and word not in _NOUNS_ALL_THE_SAME):
        return ""
    plural = f"{word[:-1]}ies" if word.endswith("y") and word[-2:-1] not in "aeou" else f"{word}s"
    return plural if is_common(word) and is_common(plural) else ""


def several_of(match: re.Match[str]) -> str:
    """Return the plural of the noun in a match («several plan were»); empty where it is none, or may be a verb."""
    word = match["wrong"]
    number = match["said"].split()[0] in _NUMBERS and not match.string.startswith(" to ", match.end())
    if word in _ALSO_VERBS and not number and not _FINITE.match(match.string, match.end()):
        return ""
    return "" if word in _LARGE else plural_of(word)


_LARGE = frozenset("billion dozen hundred million thousand".split())
"""Numbers that stay as they are behind another one: three million."""

_NOUNS_ALL_THE_SAME = frozenset(
    "assessment agent client comment component department document element event appointment statement meeting "
    "incident parent patient payment objective initiative representative executive incentive alternative "
    "directive individual official relative topic clinic offering criminal original potential principal "
    "professional proposal referral student hospital disposal apartment training agreement arrangement "
    "requirement improvement sentencing finding hearing building library summary secretary".split()
)


def one_of(match: re.Match[str]) -> str:
    """Return the singular of the noun in a match («each cases were»); empty where it is none, or may be a verb."""
    word = match["wrong"]
    if not is_plural(word):
        return ""
    singular = singular_of(word)
    may_be_verb = match["said"].startswith(("each", "this", "another")) and singular not in SURELY_NOUNS
    return "" if may_be_verb and not _FINITE.match(match.string, match.end()) else singular


SURELY_NOUNS = frozenset(
    "agency area assessment boy case child course day girl hour letter man manager meeting month offence offender "
    "office officer partner period person prison prisoner programme sample school sentence service standard team "
    "victim way week woman year".split()
)


def is_singular(word: str) -> bool:
    """Say whether a word in small letters is a noun in the singular, or one that has no plural."""
    if word in _NO_PLURAL:
        return True
    known = word not in _NO_NOUNS and not word.endswith("s") and not _NO_NOUN.fullmatch(word)
    plural = f"{word[:-1]}ies" if word.endswith("y") and word[-2:-1] not in "aeou" else f"{word}s"
    return known and is_common(word) and is_common(plural)


_NO_PLURAL = frozenset("information evidence advice guidance progress help time need doubt training staffing".split())
