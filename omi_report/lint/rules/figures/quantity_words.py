"""Words for quantities, and the percentages that each of them can stand for.

Inspectorates that define such words differ. Education Scotland, for one («Terms we use in the inspection process»):
almost all over 90%, most 75 to 90%, majority 50 to 74%, less than half 15 to 49%, few up to 15%. Where no definition
is published with the report, readers go by plain English. The limits here are therefore wide: outside of them no
reader would accept the word.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from omi_report.quantity import half_up


@dataclass(frozen=True, slots=True)
class Limits:
    """From ``low`` to ``high`` per cent; ``above`` and ``below`` leave out the limit itself."""

    low: Fraction
    high: Fraction
    above: bool = False
    below: bool = False

    def allow(self, percent: Fraction) -> bool:
        """Say whether a percentage lies within the limits."""
        over = percent > self.low if self.above else percent >= self.low
        return over and (percent < self.high if self.below else percent <= self.high)

    def __str__(self) -> str:
        low, high = _whole(self.low), _whole(self.high)
        if low == "100" or high == "0":
            return f"{low}%"
        match self.low > 0, self.high < 100:
            case True, False:
                more = f"over {low}%" if self.above else f"{low}% or more"
                return f"{more} but not all" if self.below else more
            case False, True:
                less = f"under {high}%" if self.below else f"{high}% or less"
                return f"{less} but not none" if self.above else less
            case _:
                return f"{'over ' if self.above else ''}{low} to {'under ' if self.below else ''}{high}%"


def _whole(value: Fraction) -> str:
    return f"{int(value)}" if value < 1 else f"{half_up(value)}"


def _limits(low: float, high: float, *, above: bool = False, below: bool = False) -> Limits:
    return Limits(Fraction(low), Fraction(high), above, below)


SOME = _limits(0, 50, above=True, below=True)
MOST = _limits(50, 100, above=True, below=True)
ALL = _limits(99.5, 100)
NONE = _limits(0, 0.5, below=True)

_NOT_SUPERLATIVE = r"(?<!\bthe )(?<!\bat )(?<!\bits )(?<!\bfar )(?<!\bour )(?<!\bhis )(?<!\bher )(?<!\btheir )"
_NOT_AN_ADVERB = (
    r"(?! (?:affected|at|common|commonly|frequent|frequently|important|in need|likely|often|recent|recently|serious|"
    r"urgent|vulnerable)\b)"
)
_NOT_OF_ALL = (
    r"(?<!\babove )(?<!\bacross )(?<!\bafter )(?<!\bamong )(?<!\band )(?<!\bat )(?<!\bby )(?<!\bfor )(?<!\bfrom )"
    r"(?<!\bnot )(?<!\bof )(?<!\bover )(?<!\btaking )(?<!\bto )(?<!\bwith )"
)
_NOT_ALTOGETHER = r"(?! but\b| (?:day|month|the way|together|week|year)\b)"
_NOT_A_PERIOD = r"(?! (?:day|evening|hour|month|morning|other|quarter|time|week|year|\d|second|third|fourth)\b)"
_NOT_COUNTED = r"(?<!\bfirst )(?<!\blast )(?<!\bnext )(?<!\bpast )(?<!\bquite a )(?<!\bgood )(?<!\bthe )(?<!\bevery )"

# Longer phrases stand before those that they contain; a space stands for any space. What goes before or after a word
# and changes its meaning is excluded: the most common, of all cases, every month, the past few weeks.
PHRASES: tuple[tuple[str, Limits], ...] = (
    (r"(?:almost|nearly|practically|virtually) (?:all|every|everybody|everyone)", _limits(85, 100, below=True)),
    (r"(?:almost|virtually) (?:no|nobody|none)|(?:hardly|scarcely) any", _limits(0, 15)),
    (r"not (?:all|every|everybody|everyone)", _limits(0, 100, below=True)),
    (r"(?:great|huge|overwhelming|vast) majority", _limits(75, 100, below=True)),
    (r"(?:clear|considerable|large|substantial) majority", _limits(60, 100, below=True)),
    (r"(?:bare|narrow|slight|slim|small) majority", _limits(50, 65, above=True)),
    (r"(?:small|tiny) minority", _limits(0, 30, above=True)),
    (r"majority", MOST),
    (r"minority(?! ethnic)", SOME),
    (_NOT_SUPERLATIVE + r"most" + _NOT_AN_ADVERB, MOST),
    (r"very few", _limits(0, 20, above=True)),
    (_NOT_COUNTED + r"few(?!er)", _limits(0, 35, above=True)),
    (r"(?:none|not one|not a single one)(?: of (?:the|these|those|them))?", NONE),
    (_NOT_OF_ALL + r"(?:(?<!\bin )all|(?<=\bin )all(?= \w))" + _NOT_ALTOGETHER, ALL),
    (_NOT_OF_ALL + r"every (?:single )?one of (?:the|these|those|them)", ALL),
    (_NOT_OF_ALL + r"every" + _NOT_A_PERIOD, ALL),
    (_NOT_OF_ALL + r"(?:everybody|everyone)", ALL),
    (r"without exception", ALL),
)

# «A third had not» is a share, «a third attempt» is not.
_A_SHARE = r"(?= (?:are|did|do|got|had|have|in|is|of|received|the|their|were|was)\b| ?[^\w ])"

# Fractions, with how far from each of them a figure may be and still be called by its name.
FRACTIONS: tuple[tuple[str, Fraction, int], ...] = (
    (r"one (?:in|out of) (?:ten|10)|(?:a|one)[ -]tenth" + _A_SHARE, Fraction(10), 3),
    (r"one (?:in|out of) five|(?:a|one)[ -]fifth" + _A_SHARE, Fraction(20), 3),
    (r"one (?:in|out of) four|(?:a|one)[ -]quarter" + _A_SHARE, Fraction(25), 4),
    (r"one (?:in|out of) three|(?:a|one)[ -]third" + _A_SHARE, Fraction(100, 3), 4),
    (r"two[ -]fifths", Fraction(40), 4),
    (r"(?<!\band a )(?<!\bfirst )(?<!\bsecond )(?<!\bother )(?<!\blatter )half", Fraction(50), 5),
    (r"three[ -]fifths", Fraction(60), 4),
    (r"two (?:in|out of) three|two[ -]thirds", Fraction(200, 3), 4),
    (r"three (?:in|out of) four|three[ -]quarters", Fraction(75), 4),
    (r"four (?:in|out of) five|four[ -]fifths", Fraction(80), 4),
    (r"nine[ -]tenths|nine (?:in|out of) (?:ten|10)", Fraction(90), 3),
)
NOT_A_FRACTION = (
    r"(?![- ]?(?:day|hour|term|time|way|year|yearly)s?\b| (?:an?|of an|of the|of) (?:day|hour|mile|year)\b|-)"
)

# What goes before a fraction: how far below and above it a figure may then be; None stands for no limit.
FAR = None
LEADS: tuple[tuple[str, int | None, int | None], ...] = (
    (r"(?:a little|just|slightly) (?:less than|below|under)|almost|close to|nearly|not quite", 9, 0),
    (r"(?:a little|just|slightly) (?:above|more than|over)", 0, 9),
    (r"(?:well )?(?:below|fewer than|less than|under)", FAR, 0),
    (r"(?:well )?(?:above|more than|over)", 0, FAR),
    (r"at least|no fewer than|no less than", -1, FAR),
    (r"at most|no more than|not more than|up to", FAR, -1),
)
ABOUT = r"about|approximately|around|roughly|some"


def fitting(percent: Fraction) -> str:
    """Return plain words for a percentage."""
    for limit, words in ((99.5, "all"), (90, "nearly all"), (75, "most"), (50.5, "more than half"), (49.5, "half")):
        if percent >= limit:
            return words
    return "fewer than half" if percent > 20 else "few" if percent >= 0.5 else "none"
