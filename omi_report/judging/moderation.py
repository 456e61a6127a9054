"""An area → how far its judges agree, which cases they are to discuss, and what was settled."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from omi_report.errors import PROBLEMS, NoEvidenceError, OmiError
from omi_report.evidence.unfinished import Unfinished, read_unfinished
from omi_report.inspection import Inspection
from omi_report.judging.agreement import Agreement, Direction, agreement, direction
from omi_report.judging.interim import interim_of
from omi_report.judging.swapped import ToDiscuss, to_discuss
from omi_report.model.framework import Framework
from omi_report.model.moderated import AgreedAnswer, Moderated
from omi_report.moderation.pairs import Pair, Paired, not_as_agreed, paired
from omi_report.source.places import AGREED_FILE, JUDGES_FILE, SECOND_FILE


class UnreadableModerationError(OmiError):
    """The second judgements of an area, or what was agreed on them, have errors."""

    status = PROBLEMS


@dataclass(frozen=True)
class Moderation:
    """The second judgements of an area beside the first, as far as both are there.

    ``scored`` is the area with the cases that are complete, by which scores are worked out; None where there are none.
    ``given`` counts the cases of the sample that have a second judge. ``others`` are agreed answers that the sheet of
    cases has otherwise, with what it has.
    """

    inspection: Inspection
    moderated: Moderated
    cases: Unfinished
    found: Paired
    scored: Inspection | None
    given: int
    others: tuple[tuple[AgreedAnswer, str], ...]

    @property
    def framework(self) -> Framework:
        """The framework of the area."""
        return self.inspection.framework

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """All answers that two have given."""
        return self.found.pairs

    @cached_property
    def twice(self) -> int:
        """How many cases were judged twice."""
        return len({pair.case for pair in self.pairs})

    @cached_property
    def whole(self) -> Agreement | None:
        """How far the judges agree in all; None where nobody has judged a case as the second."""
        return agreement(self.pairs, self.framework) if self.pairs else None

    @cached_property
    def by_question(self) -> dict[str, Agreement]:
        """How far they agree on each question that two have answered, in the order of the framework."""
        return {
            name: agreement(several, self.framework)
            for name in self.framework.questions
            if (several := [pair for pair in self.pairs if pair.question == name])
        }

    @cached_property
    def by_judges(self) -> dict[tuple[str, str], Agreement]:
        """How far each two judges agree, whichever of them was the first; by their ids in order."""
        found: dict[tuple[str, str], list[Pair]] = {}
        for pair in self.pairs:
            one, other = sorted(pair.judges)
            turned = pair if (one, other) == pair.judges else _turned(pair)
            found.setdefault((one, other), []).append(turned)
        return {both: agreement(several, self.framework) for both, several in sorted(found.items())}

    @cached_property
    def assessors(self) -> Direction | None:
        """How assessors of the area differ from inspectors who judged the same cases; None where nothing compares."""
        roles = {each.id: each.is_assessor for each in self.moderated.judges}
        compared = [
            (pair, roles[pair.judges[1]])
            for pair in self.pairs
            if {roles.get(judge) for judge in pair.judges} == {True, False}
        ]
        return direction(compared, self.framework)

    @cached_property
    def to_discuss(self) -> tuple[ToDiscuss, ...]:
        """The cases on which judges differ and nothing is settled, those first that would change most."""
        return to_discuss(self.found.open, self.scored, self.inspection)

    @property
    def settled(self) -> int:
        """How many answers that differed were settled."""
        return sum(pair.differs and pair.agreed is not None for pair in self.pairs)


def _turned(pair: Pair) -> Pair:
    return Pair(pair.case, pair.question, pair.second, pair.first, (pair.judges[1], pair.judges[0]), pair.now)


def moderation_of(inspection: Inspection) -> Moderation:
    """Return the second judgements of an area beside the first, whether all cases are judged by now or not.

    Raises NoEvidenceError where there are no second judgements, UnreadableModerationError where a file of moderation
    has errors, and UnreadableCasesError where the sheet of cases cannot be read.
    """
    shown = inspection.area.shown
    moderated = moderated_in(inspection)
    assert moderated.second is not None
    assert moderated.agreed is not None
    if not moderated.second:
        raise NoEvidenceError(
            f"{shown} has no second judgements: omi evidence import takes them in from the sheets «second», or write "
            f"them into {SECOND_FILE} (docs/how-to/moderation.md)"
        )
    cases = read_unfinished(inspection.snapshot, inspection.framework)
    if cases.answers is None:
        raise NoEvidenceError(f"{shown} has no evidence/cases.csv to put the second judgements beside")
    found = paired(cases, moderated.second, moderated.agreed, inspection.framework)
    sample = inspection.area.evidence.sample
    given = sum(bool(each.second) for each in (sample.inspected if sample else ()))
    others = tuple(not_as_agreed(cases, moderated.agreed))
    return Moderation(inspection, moderated, cases, found, _scored(inspection), given, others)


def moderated_in(inspection: Inspection) -> Moderated:
    """Return what an area keeps of moderation. Raises UnreadableModerationError where a file of it has errors."""
    moderated = inspection.area.evidence.moderated or Moderated()
    for kept, name in ((moderated.second, SECOND_FILE), (moderated.agreed, AGREED_FILE), ((), JUDGES_FILE)):
        where = inspection.snapshot.shown_path(name)
        first = next((each for each in inspection.problems if each.location.file == where), None)
        if kept is None or (first and name == JUDGES_FILE):
            said = f"{first.location}: {first.message}" if first else f"{where} has errors"
            raise UnreadableModerationError(f"{said} (omi validate shows all)")
    return moderated


def _scored(inspection: Inspection) -> Inspection | None:
    """The area with the cases by which it is scored: all of its sheet, or those that are complete so far."""
    evidence = inspection.area.evidence
    if evidence.cases is not None and evidence.sound:
        return inspection
    try:
        return interim_of(inspection).inspection
    except NoEvidenceError:
        return None
