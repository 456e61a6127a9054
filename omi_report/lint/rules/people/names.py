"""Names of people in a text: given names by a list, and whatever stands after Mr, Mrs, Ms or Miss."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from omi_report.lint.rules.people.given_names import ALSO_PLACES, ALSO_WORDS, NAMES
from omi_report.prose.nodes import Span
from omi_report.prose.stretches import Stretches
from omi_report.prose.view import MASK, begins_sentence, view_of

_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]{2,})*"

_TITLES = frozenset("Dr Miss Mr Mrs Ms Mx".split())
_AT = frozenset("across around in near outside throughout".split())
_QUALITIES = frozenset(
    "Blessing Charity Comfort Faith Grace Harmony Hope Joy Mercy Patience Trinity Unity Will".split()
)
_PLACE_WORDS = frozenset("across around at between for from in near of outside through throughout to".split())

OF_SOMETHING = frozenset(  # sorted
    """
    Abbey Academy Act Advice Aid Alliance Army Association Authority Avenue Award Awards Bequest Board Building
    Bureau Bursary Campaign Care Centre Charity Church Citizens City Clinic Close Club College Committee Company
    Concern Council Counselling County Court Crescent Cup Direct Drive Education Endowment Estate Fellowship Force
    Forum Foundation Fund Gallery Garden Gardens Gate Grange Group Health Helpline Hospice Hospital Hostel Hotel
    House Housing Infirmary Inquiry Inspectorate Institute Island Justice Lane League Lecture Legal Library Line
    Lodge Manor Medal Memorial Mill Ministries Ministry Mission Museum Network Office Outreach Park Partnership
    Place Point Premises Prison Prize Programme Project Report Review Rights Road Room Scheme Scholarship School
    Service Services Shield Society Square Station Street Studio Suite Support Syndrome Terrace Test Theatre Tower
    Town Trophy Trust Unit University Victims View Way Welfare Wharf Wing Workshop
    """.split()
)
"""A capitalised word beside one of these is the name of something else than a person."""

_CHARITIES = frozenset(
    "Elizabeth Fry, Helen Bamber, Josephine Butler, Leonard Cheshire, Marie Curie, Octavia Hill, Sue Ryder".split(", ")
)
"""People of history whose names are those of charities and of what these run."""

_ALSO_SURNAMES = frozenset("Green Hall Hill Law Ward".split())
_DAYS = frozenset(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)
_BEFORE_OTHER_NAMES = frozenset(
    "Dame HMP HMYOI King Lady Lord Operation Port Prince Princess Queen Saint Sir St".split()
)


class Name(NamedTuple):
    """A name at an offset of a text; ``words`` are those by which a pseudonym is known."""

    start: int
    text: str
    words: tuple[str, ...]


def is_of_something(word: str) -> bool:
    """Say whether a capitalised word shows that a name is not that of a person, or is that of a month or a day."""
    return word in OF_SOMETHING or word in _DAYS


def names_in(text: str) -> Iterator[Name]:
    """Yield what is taken for the name of a person, in the order of the text."""
    bare = _without_idioms(view_of(text).prose)
    titled = [Span(match.start(), match.end()) for match in _titled().finditer(bare)]
    in_titled = Stretches(titled)
    for start, end in titled:
        words = tuple(bare[start:end].split()[1:])
        if len(words[-1]) > 1 and OF_SOMETHING.isdisjoint(words):
            yield Name(start, bare[start:end], words)
    done = 0
    for match in _capital().finditer(bare):
        if match.start() < done or in_titled.hold(match.start()):
            continue
        word = match.group().split("-")[0]
        if word in NAMES or _is_name_here(bare, match.start(), word):
            last = _surname_after(bare, match.start(), match.end())
            if last is not None and not _is_part_of_another(bare, match.start()):
                done = last
                if _is_of_history(bare, match.start(), last):
                    continue
                yield Name(match.start(), bare[match.start() : last], tuple(bare[match.start() : last].split()))


def _is_name_here(text: str, offset: int, word: str) -> bool:
    """Say whether a word that may also be something else is a name where it stands."""
    if word in ALSO_WORDS:
        if begins_sentence(text, offset):
            return word not in _QUALITIES and _does_something().match(text, offset + len(word)) is not None
        return not _is_at_a_place(text, offset)
    return word in ALSO_PLACES and not begins_sentence(text, offset) and not _is_after_place_word(text, offset)


def _is_at_a_place(text: str, offset: int) -> bool:
    """Say whether «in» or «near» stands before a name: «in Milton Keynes»."""
    before = _before().search(text, max(0, offset - 40), offset)
    return before is not None and before[1].lower() in _AT


def _is_after_place_word(text: str, offset: int) -> bool:
    before = _before().search(text, max(0, offset - 40), offset)
    return before is not None and before[1].lower() in _PLACE_WORDS


_MOST_NAMES = 6
"""Words with capitals behind a given name that are looked at: in a list of names each would look through the rest."""


def _surname_after(text: str, start: int, end: int) -> int | None:
    """The end of a name with its surname; None where it is the beginning of the name of something else."""
    whole, last = end, end
    for _ in range(_MOST_NAMES):
        after = _after().match(text, last)
        if after is None or _is_abbreviation(after[1]):
            break
        is_owned = text[end : end + 1] in ("'", "’")
        if after[1] in OF_SOMETHING:
            return None
        if after[1] in _ALSO_SURNAMES and (is_owned or _is_after_place_word(text, start)):
            return None
        if last == end and not is_owned:
            whole = after.end()
        last = after.end()
    return None if _thing_after().match(text, whole) else whole


def _is_abbreviation(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1


def _is_part_of_another(text: str, offset: int) -> bool:
    """Say whether the words before make it a name of something else: «the Elizabeth Fry», «St Mary», «Nurse Jane»."""
    before = _before().search(text, max(0, offset - 40), offset)
    if before is None:
        return False
    word = before[1]
    if word.lower() in ("a", "an", "the") or word in _BEFORE_OTHER_NAMES or word in OF_SOMETHING:
        return True
    capital = word[0].isupper() and not _is_abbreviation(word) and word not in _TITLES | _DAYS
    return capital and word not in NAMES and not begins_sentence(text, before.start())


def _is_of_history(text: str, start: int, end: int) -> bool:
    """Say whether a name is that of somebody after whom a thing is called, of an author, or of a charity."""
    if _called_after().search(text, max(0, start - 40), start):
        return True
    return " ".join(text[start:end].split()).removesuffix("'s").removesuffix("’s") in _CHARITIES or (
        len(text[start:end].split()) > 1 and _made_by().search(text, max(0, start - 40), start) is not None
    )


def _without_idioms(prose: str) -> str:
    """Mask names that stand in an idiom, character by character."""
    return _idiom().sub(lambda match: MASK * len(match.group()), prose)


@cache
def _idiom() -> re.Pattern[str]:
    return re.compile(
        r"\bPeter\s+to\s+pay\s+Paul\b|\bTom,?\s+Dick,?\s+(?:and|or)\s+Harry\b|\bJekyll\s+and\s+Hyde\b|\bGuy\s+Fawkes\b"
        r"|\bJoe\s+(?:Bloggs|Public)\b|\bJack\s+(?:of\s+all\s+trades|the\s+lad)\b|\bUncle\s+(?:Sam|Tom)\b|\bHeath\s+Robinson\b"
        r"|\bBig\s+Ben\b|\bJohn\s+Bull\b|\bSimon\s+says\b"
    )


@cache
def _does_something() -> re.Pattern[str]:
    """What people do, and words that begin a sentence do not."""
    return re.compile(
        r"\s+(?:said|told|wrote|rang|moved|lived|attended|missed|felt|thought|agreed|refused|asked|met|knew|now|never|"
        r"(?:had|was|has)\s+(?:been|told|said|taken|moved|missed|gone|given|sentenced|released|recalled|arrested|serving))\b"
    )


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?<!\w['’])(?=[^\W\d_a-z]){_WORD}")


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:Mr|Mrs|Ms|Miss|Mx)\.?\s+(?=[^\W\d_a-z])(?:{_WORD}\s+(?=[^\W\d_a-z]))?{_WORD}")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"({_WORD})(?:(?<=\bSt)\.)?[ \t]*\n?[ \t]*\Z")


@cache
def _thing_after() -> re.Pattern[str]:
    return re.compile(r"\s+(?:centre|course|group|hospital|hostel|house|programme|project|scheme|trust|unit)\b")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s)?\s+(?=[^\W\d_a-z])({_WORD})")


@cache
def _called_after() -> re.Pattern[str]:
    """What stands before somebody after whom a thing is called."""
    return re.compile(
        r"(?i)\b(?:named|called|christened)\s+(?:after|for|in\s+honour\s+of)\s+(?:the\s+(?:late\s+)?)?\Z"
        r"|\b(?:portraits?|statues?|busts?|biograph(?:y|ies)|autobiography|(?:life|works|novels|plays)\s+and\s+\w+)\s+of\s+\Z"
    )


@cache
def _made_by() -> re.Pattern[str]:
    """What only an author can have made. A poem, a song or a picture may be that of somebody in a case."""
    return re.compile(
        r"(?i)\b(?:plays?|novels?|films?|operas?|musicals?|ballets?|symphon(?:y|ies)|concertos?|comed(?:y|ies)|sonnets?|"
        r"traged(?:y|ies)|thrillers?|textbooks?|books?)\s+(?:was\s+|were\s+)?(?:written\s+)?(?:by|of)\s+\Z"
    )
