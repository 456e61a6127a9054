"""What names a person in a text: a given name of the list, or what stands where only a name can stand.

A word is taken for a name only where it has a capital letter and the report never has it in small letters, so that no
list of family names is needed.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

from omi_report.lint.rules.people.given_names import ALSO_PLACES, ALSO_WORDS, NAMES
from omi_report.lint.rules.people.names import OF_SOMETHING, Name, names_in
from omi_report.model.area import Area
from omi_report.prose.nodes import Span
from omi_report.prose.stretches import Stretches
from omi_report.prose.view import BEGIN_MASK, MASK, view_of

_GIVEN = NAMES | ALSO_WORDS | ALSO_PLACES
_TITLES = frozenset("Mr Mrs Ms Miss Mx".split())
_PEERS = frozenset("Baron Baroness Lady Lord Viscount".split())
"""Titles of people in public life: a report cites their reviews."""

# Sorted within each group.
_ROLES = frozenset(
    "administrator assessor constable inspector keyworker magistrate manager mentor nurse officer practitioner "
    "psychologist sergeant supervisor therapist tutor volunteer worker".split()
)
_RELATIVES = frozenset(
    "aunt baby boyfriend brother child cousin daughter father friend girlfriend grandfather grandmother husband mother "
    "neighbour partner sister son stepdaughter stepson uncle victim wife".split()
)
_OWNERS = frozenset("a her his my our the their your".split())
_WORK = frozenset(
    "assessment case cases contact file files licence order plan plans record review spoke spoken supervision talked "
    "visit visits work".split()
)
_LINKS = frozenset("by for of on to with".split())
_GROUPS = frozenset(  # with a letter behind them these are no names: Class A, Plan B
    "annex appendix article band block category class cohort figure form grade group hepatitis level module option "
    "part phase plan point room schedule section site stage table team tier type unit vitamin wing zone".split()
)

_CAPITAL = r"(?:[A-Z]['’])?[A-Z][a-zà-ÿ]+(?:[-'’][A-Z][a-zà-ÿ]+)?"
_REACH = 40  # characters before a name in which the words stand that show what it is


def people_in(text: str, small: Container[str]) -> Iterator[Name]:
    """Yield what is taken for the name of a person, in the order of the text; ``small`` are words that are no names."""
    capitals = set(_word().findall(text))
    given = not _GIVEN.isdisjoint(capitals)
    if not given and _TITLES.isdisjoint(capitals) and all(word.lower() in small for word in capitals):
        return
    found = {name.start: name for name in names_in(text)}
    taken = Stretches(Span(name.start, name.start + len(name.text)) for name in found.values())
    done = 0
    prose = view_of(text).prose
    for match in _capitals().finditer(prose):
        if match.start() < done or match.start() in found or match[0].split()[0] in _PEERS:
            continue
        name = _name(prose, match, small)
        if name is not None and not taken.touch(Span(*match.span())):
            found[name.start] = name
            done = name.start + len(name.text)
    yield from (found[start] for start in sorted(found))


def known_people(area: Area) -> frozenset[str]:
    """Return the names of those whom the report names anyway: who inspected, who signs."""
    identity = area.identity
    names = {name for _file, name in area.ask(lambda kind: kind.people)}
    names |= {name for group in identity.team for name in group.names}
    return frozenset(names | {identity.chief_inspector or ""})


def _name(prose: str, match: re.Match[str], small: Container[str]) -> Name | None:
    """Say whether capitalised words are a name where they stand: the words around them show it."""
    words = tuple(match.group().split())
    parts = [part for word in words for part in re.split(r"['’-]", word) if len(part.rstrip(".")) > 1]
    if not OF_SOMETHING.isdisjoint(words) or any(part not in _GIVEN and part.lower() in small for part in parts):
        return None
    after = _capital_after().match(prose, match.end())
    if after and (after[1] in OF_SOMETHING or after[1].lower() in small):
        return None  # a longer name, of something else: «Elm Tree Centre», «Probation Board»
    before = prose[max(0, match.start() - _REACH) : match.start()]
    if _is_shown_before(before, len(words), match["initial"] is not None) or (
        len(words) == 2 and _is_shown_after(prose, before, match.end())
    ):
        return Name(match.start(), match.group(), words)
    return None


def _is_shown_before(before: str, count: int, initial: bool) -> bool:
    """Whether a role, a relative or somebody's case stands before one or two capitalised words, or an initial."""
    last = [word.strip("(,") for word in before.split()[-3:]]
    if initial:
        return not last or (last[-1].lower() not in _GROUPS and not before.endswith((".", "-", "/", "&", "'", "’")))
    if not last or before.rstrip()[-1:] in ".!?:;":
        return False
    if last[-1] in _RELATIVES:
        return any(word.lower() in _OWNERS for word in last[:-1])
    if count < 2:
        return False
    return last[-1] in _ROLES or (last[-1] in _LINKS and len(last) > 1 and last[-2] in _WORK)


def _is_shown_after(prose: str, before: str, end: int) -> bool:
    """Whether a role or an age stands behind a name, a quotation before it, or, in the beginning, what people do."""
    begins = not before.strip() or before.rstrip()[-1] in ".!?:"
    if _signs().search(before) or _aged().match(prose, end):
        return True
    behind = _role_behind().match(prose, end)
    return (behind is not None and behind[1] in _ROLES) or (begins and _verb().match(prose, end) is not None)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[A-Z][a-zà-ÿ]+")


@cache
def _capitals() -> re.Pattern[str]:
    """One or two capitalised words, or an initial and one of them."""
    return re.compile(
        rf"(?<![\w.'’/&-])(?:(?P<initial>[B-HJ-Z]\.?|[AI]\.)\s+{_CAPITAL}|{_CAPITAL}(?:\s+{_CAPITAL})?)(?!\w|\s+[A-Z]['’]?[a-z])"
    )


@cache
def _capital_after() -> re.Pattern[str]:
    return re.compile(r"\s+([A-Z][a-z]+)")


@cache
def _role_behind() -> re.Pattern[str]:
    return re.compile(
        r",\s+(?:the|an?|his|her|their)\s+(?:\w+\s+){0,3}?([a-z]+)(?=[,.;)]|\s+(?:had|was|is|knew|said|told))"
    )


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(
        r"\s+(?:had|has|was|is|said|told|knew|moved|lived|wrote|attended|missed|felt|thought|came|left|did)\b"
    )


@cache
def _signs() -> re.Pattern[str]:
    """The end of a quotation, or the last line of one that stands apart, and what is before the name of who said it."""
    mark = f"{MASK}?{BEGIN_MASK}"
    return re.compile(rf"(?:(?:[.,!?…][\"”’']|[\"”])\*{{0,2}}\s*[(–—-]|>[ \t]*{mark})\s*\Z")


@cache
def _aged() -> re.Pattern[str]:
    return re.compile(r"(?:,\s+|\s+\()(?:aged?\s+)?\d\d(?=[,.;:)]|\s+years)")
