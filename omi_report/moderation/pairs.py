"""Second judgements beside the sheet of cases → pairs of answers, and what became of those that differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from omi_report.evidence.tabulate import form_of_id
from omi_report.evidence.unfinished import Unfinished, applies
from omi_report.model.framework import Framework
from omi_report.model.moderated import AgreedAnswer, SecondCase
from omi_report.moderation.trail import by_cell


@dataclass(frozen=True, slots=True)
class Pair:
    """A question of a case that two people have answered, each by the id of the answer.

    ``first`` is what the first had answered before anything was agreed, ``now`` what the sheet of cases has. ``judges``
    are the first and the second; the first is empty where nobody knows. ``agreed`` is the last row of the trail about
    it, None where nothing was settled.
    """

    case: str
    question: str
    first: str
    second: str
    judges: tuple[str, str]
    now: str
    agreed: AgreedAnswer | None = None

    @property
    def differs(self) -> bool:
        """Whether the two had answered differently."""
        return self.first != self.second

    @property
    def is_open(self) -> bool:
        """Whether they had, and nothing was settled."""
        return self.differs and self.agreed is None


@dataclass(frozen=True, slots=True)
class Paired:
    """All pairs, by case in the order of the second judgements, and what has no pair.

    ``waiting`` are cases of the second judgements that the sheet does not have yet. ``alone`` are the cases and
    questions that the second alone has answered, such as questions that do not apply to the case by its attributes.
    """

    pairs: tuple[Pair, ...] = ()
    waiting: tuple[str, ...] = ()
    alone: tuple[tuple[str, str], ...] = ()

    @property
    def open(self) -> tuple[Pair, ...]:
        """The pairs that differ and are not settled."""
        return tuple(pair for pair in self.pairs if pair.is_open)


def paired(
    cases: Unfinished, second: Iterable[SecondCase], trail: Iterable[AgreedAnswer], framework: Framework
) -> Paired:
    """Put second judgements beside the sheet of cases.

    An answer to a question that does not apply to a case is no pair, whatever the other has answered.
    """
    rows = {form_of_id(case): row for row, case in enumerate(cases.ids)}
    settled = by_cell(trail)
    pairs: list[Pair] = []
    waiting: list[str] = []
    alone: list[tuple[str, str]] = []
    for judged in second:
        row = rows.get(form_of_id(judged.case))
        if row is None:
            waiting.append(judged.case)
            continue
        case = cases.ids[row]
        there = cases.values(row, (*framework.attributes, *framework.questions))
        for name, answer in judged.answers.items():
            now = there.get(name)
            if now is None or applies(framework.questions[name], there) is False:
                if _counts(name, answer, framework):
                    alone.append((case, name))
                continue
            known = settled.get((form_of_id(case), name), ())
            first = known[0].first or now if known else now
            # the second judge may have answered anew since then: that is not settled
            agreed = known[-1] if known and known[-1].second in ("", answer) else None
            pairs.append(Pair(case, name, first, answer, (judged.first, judged.judge), now, agreed))
    return Paired(tuple(pairs), tuple(waiting), tuple(alone))


def _counts(question: str, answer: str, framework: Framework) -> bool:
    return line_of(framework, question, answer) != "not-relevant"


def line_of(framework: Framework, question: str, answer: str) -> str:
    """Return on which side of the line an answer to a question lies."""
    answers = framework.answers_to(framework.questions[question])
    return next(each.line for each in answers if each.id == answer)


def not_as_agreed(cases: Unfinished, trail: Iterable[AgreedAnswer]) -> list[tuple[AgreedAnswer, str]]:
    """Return the last agreed answer of each cell that the sheet of cases has otherwise, with what it has.

    A case that the sheet does not have is left out: nobody counts it.
    """
    rows = {form_of_id(case): row for row, case in enumerate(cases.ids)}
    found: list[tuple[AgreedAnswer, str]] = []
    for (case, question), several in by_cell(trail).items():
        row = rows.get(case)
        if row is None:
            continue
        now = cases.values(row, [question]).get(question, "")
        if now != several[-1].agreed:
            found.append((several[-1], now))
    return found


def names_of_answers(framework: Framework, question: str) -> Mapping[str, str]:
    """Return the names of the answers to a question by their ids."""
    return {each.id: each.name for each in framework.answers_to(framework.questions[question])}
