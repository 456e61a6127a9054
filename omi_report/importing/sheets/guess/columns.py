"""What each column of an export is taken for, and why the others are left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from omi_report.importing.sheets.guess.code_books import Codes, codes_for
from omi_report.importing.sheets.guess.guessed import Guess
from omi_report.importing.sheets.guess.personal import why_personal
from omi_report.importing.sheets.guess.placing import placed_values
from omi_report.importing.sheets.guess.read import ReadSheet
from omi_report.importing.sheets.headings import Heading
from omi_report.importing.sheets.spellings import value_form, words_of
from omi_report.model.evidence_map import IGNORED
from omi_report.problems import excerpt

_ASKS = frozenset(
    "am are can could did do does had has have how is should to was were what when where which who why will "
    "would".split()
)
_SHORTEST = 4
"""A question has so many words at the least."""

_MOST_ANSWERS = 12
"""So many different answers a question has at the most."""

_BY_WORDS = 85
"""How sure it is at the least that a value has the words of an answer."""

_NUMBER_OF_QUESTION = re.compile(r"\W*(?:(?:question|qn|qu|q)[\s_.:#-]*)?\d{1,3}(?:\.\d{1,3}){2,}(?!\d)", re.IGNORECASE)
_ORDINAL = re.compile(r"^\W*(?:[a-z]{1,8}[\s_.:#-]*)?\d{1,3}(?:[._]\d{1,3})*[a-z]?[\s.:)\]_-]+(?=\D)", re.IGNORECASE)

_TWO_FIT = "each of which has another that fits the same question: choose one of the two"
_READS_LIKE = "which read like questions and are taken for none"


def guessed_columns(read: ReadSheet, apart: Collection[int], codes: Codes) -> tuple[dict[int, Guess], dict[int, Guess]]:
    """Return what each column is taken for, and why the others are left out.

    ``apart`` are those of ids and the like, ``codes`` are what a code book says.
    """
    return _Columns(read, codes).guessed(apart)


@dataclass
class _Columns:
    """The columns of a sheet, as they are taken for something or left out."""

    read: ReadSheet
    codes: Codes
    taken: dict[int, Guess] = field(default_factory=dict)
    ignored: dict[int, Guess] = field(default_factory=dict)

    def guessed(self, apart: Collection[int]) -> tuple[dict[int, Guess], dict[int, Guess]]:
        headings = [each for each in self.read.headings.columns if each.column not in apart]
        likely = {each.column: guess for each in headings if (guess := self.read.matching.likely(each)) is not None}
        doubtful = {at: guess for at, guess in likely.items() if guess.confidence < 90 and not self._fits(at, guess)}
        by_name: dict[str, int] = {}
        fitting = [(guess, at) for at, guess in likely.items() if at not in doubtful]
        for guess, at in sorted(fitting, key=lambda each: (-each[0].confidence, each[1])):
            if guess.meant in by_name:
                self._rival(at, by_name[guess.meant], guess)
            else:
                by_name[guess.meant] = at
                self.taken[at] = guess
        for heading in headings:
            at = heading.column
            if at in self.taken or at in self.ignored:
                continue
            values = self.read.values.get(at, Counter())
            personal = why_personal(heading.joined, values)
            by_values = None if personal else self._attribute_by_values(values, by_name)
            if by_values is not None:
                by_name[by_values.meant] = at
                self.taken[at] = by_values
            else:
                self.ignored[at] = self._left_out(heading, values, personal, doubtful.get(at))
        return self.taken, self.ignored

    def _fits(self, at: int, guess: Guess) -> bool:
        """Whether half of what stands in a column, or more, are answers of what it is taken for."""
        values = self.read.values.get(at, Counter())
        return self._unplaced(values, guess.meant) * 2 <= sum(values.values())

    def _unplaced(self, values: Mapping[str, int], name: str) -> int:
        column, written = self.read.kind.columns[name], self.read.kind.written[name]
        return sum(placed_values(values, column, written, codes_for(self.codes, name)).unplaced.values())

    def _rival(self, at: int, first: int, guess: Guess) -> None:
        """A second column for what another is taken for already: one of the two is to be chosen, if it has answers."""
        headings, values = self.read.headings, self.read.values.get(at, Counter())
        key = excerpt(headings.key_of(first), 40)
        why = why_personal(headings.named(at), values)
        if not values or why or not self._fits(at, guess):
            self.ignored[at] = Guess(IGNORED, 95, why or f"«{key}» is taken for {guess.meant}")
        elif self._alike(first, at, guess.meant):
            self.ignored[at] = Guess(IGNORED, 95, f"says the same as «{key}»")
        else:
            self.ignored[at] = Guess(IGNORED, 95, f"«{key}» is taken for {guess.meant}: choose one of the two")
            other = excerpt(headings.key_of(at), 60)
            self.taken[first] = Guess(guess.meant, 50, f"«{other}» fits as well: choose one", _TWO_FIT)

    def _alike(self, first: int, second: int, name: str) -> bool:
        """Whether two columns say the same in each row, though perhaps in other words."""
        column, written = self.read.kind.columns[name], self.read.kind.written[name]
        codes = codes_for(self.codes, name)

        def meant(at: int) -> dict[str, str]:
            values = self.read.values.get(at, Counter())
            placed = placed_values(values, column, written, codes).answers
            return {
                text: placed[text].meant if text in placed else written.get(value_form(text), text) for text in values
            }

        both = meant(first), meant(second)
        pairs = ((" ".join(self.read.grid.at(line, at).split()) for at in (first, second)) for line in self.read.lines)
        return all(both[0].get(one, "") == both[1].get(other, "") for one, other in pairs)

    def _left_out(self, heading: Heading, values: Counter[str], personal: str, doubtful: Guess | None) -> Guess:
        """Why a column is left out; what reads like a question is for a person to look at."""
        if personal:
            return Guess(IGNORED, 95, personal)
        if doubtful is not None and values and self.read.kind.columns[doubtful.meant].kind == "question":
            why = f"its heading is like {doubtful.meant}, and what stands there is no answer to it"
            return Guess(IGNORED, 50, why, _READS_LIKE)
        if reads_like_question(heading.lowest) and 0 < len(values) <= _MOST_ANSWERS:
            names = self.read.matching.begun_by(heading)
            why = f"it may be {' or '.join(names[:3])}" if names else "it reads like a question, and is none of these"
            return Guess(IGNORED, 50, why, _READS_LIKE)
        return Guess(IGNORED, 95, "nothing in the framework is called so")

    def _attribute_by_values(self, values: Counter[str], taken: Mapping[str, int]) -> Guess | None:
        """The only attribute left that has all values of a column; yes and no tell nothing."""
        if len(values) < 2:
            return None
        kind = self.read.kind
        found = [
            name
            for name, column in kind.columns.items()
            if column.kind == "attribute"
            and name not in taken
            and set(column.answers) != {"yes", "no"}
            and self._are_answers(values, name)
        ]
        return Guess(found[0], 55, "its values") if len(found) == 1 else None

    def _are_answers(self, values: Mapping[str, int], name: str) -> bool:
        """Whether all that stands in a column is an answer of an attribute, or has the words of one."""
        written = self.read.kind.written[name]
        others = {value: count for value, count in values.items() if value_form(value) not in written}
        placed = placed_values(others, self.read.kind.columns[name], written, codes_for(self.codes, name))
        return not placed.unplaced and all(guess.confidence >= _BY_WORDS for guess in placed.answers.values())


def reads_like_question(heading: str) -> bool:
    """Say whether a heading asks something: by a question mark, its first word, or a number as questions have it."""
    words = words_of(_ORDINAL.sub("", heading))
    if _NUMBER_OF_QUESTION.match(heading):
        return True
    return len(words) >= _SHORTEST and (words[0] in _ASKS or heading.rstrip().endswith("?"))
