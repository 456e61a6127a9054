"""Settling what judges differ on: the answers go into the sheet of cases, and what was agreed into its own file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from omi_report import limits
from omi_report.build import expect_unchanged
from omi_report.errors import OmiError, OutputError, SystemRefusalError
from omi_report.evidence.grids import read_grids
from omi_report.evidence.read import CASES
from omi_report.evidence.sheet import NotATableError
from omi_report.evidence.sheet_titles import AREA_KEY, DRAW_KEY, FRAMEWORK_KEY, NAME_KEY
from omi_report.evidence.tabulate import form_of_id
from omi_report.files import put, read_regular
from omi_report.inspection import Inspection
from omi_report.judging.differences import Settling, answer_meant, differences_workbook, read_settlings, told
from omi_report.judging.moderation import Moderation, moderation_of
from omi_report.model.moderated import AgreedAnswer
from omi_report.model.sample_record import draw_mark
from omi_report.moderation.cells import with_answers
from omi_report.moderation.pairs import Pair, names_of_answers
from omi_report.moderation.trail import with_rows
from omi_report.problems import meant_or_all
from omi_report.remarks.read_error import name_in_file
from omi_report.sheets import expect_place
from omi_report.source.places import AGREED_FILE, JUDGES_FILE
from omi_report.together import write_together
from omi_report.visible import visible
from omi_report.workspace.own_workbooks import expect_made_for
from omi_report.workspace.reasons import fault_of_reason, is_line_of_words, plain_line, told_of_people


class SettlingError(OmiError):
    """Something cannot be settled; the message has every reason, one a line, and nothing was written."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What was settled: the new rows of the trail, and how many of these change the sheet of cases.

    ``before`` counts what was wanted and had been agreed on already.
    """

    rows: tuple[AgreedAnswer, ...]
    changed: int
    before: int


def settlings_in(path: Path, inspection: Inspection) -> list[Settling]:
    """Read what somebody has filled into a sheet of differences.

    Raises SystemRefusalError where the file cannot be read, SettlingError where it is no such sheet, and
    MadeForAnotherError where it is none of this area's.
    """
    try:
        grids = read_grids(read_regular(path.resolve(), limits.EVIDENCE_BYTES), str(path))
    except OSError as error:
        raise SystemRefusalError(f"{path} cannot be read: {error.strerror or error}") from error
    except NotATableError as error:
        raise SettlingError(f"{path}: {error.message}") from error
    expect_made_for(inspection, inspection.snapshot, grids)
    found, wrong = read_settlings(grids)
    if wrong:
        raise SettlingError(wrong[0])
    return found


def settle(inspection: Inspection, wanted: Sequence[Settling], when: date, *, dry_run: bool = False) -> Settled:
    """Write what judges have agreed on: answers into the sheet of cases, and a row for each into the trail.

    All is written or nothing. Raises SettlingError with everything that cannot be settled, OutputError where a
    file cannot be written, and as `moderation_of`.
    """
    found = moderation_of(inspection)
    pairs = {(form_of_id(pair.case), pair.question): pair for pair in found.pairs}
    wrong: list[str] = []
    rows: list[AgreedAnswer] = []
    before = 0
    taken: dict[tuple[str, str], str] = {}
    for each in wanted:
        pair = pairs.get((form_of_id(each.case), each.question))
        answer = answer_meant(found.framework, each.question, each.answer)
        problems = list(_wrong(each, pair, answer, found))
        wrong += [told(each, message) for message in problems]
        if problems or pair is None or answer is None:
            continue
        if taken.setdefault((pair.case, pair.question), answer) != answer:
            wrong.append(told(each, "it is settled in two ways here"))
        elif pair.agreed and pair.agreed.agreed == answer == pair.now:
            before += 1
        elif (pair.case, pair.question) not in {(row.case, row.question) for row in rows}:
            rows.append(_row(each, pair, answer, when))
    if wrong:
        raise SettlingError("nothing was settled:" + "".join(f"\n  {each}" for each in wrong))
    changes = {
        (form_of_id(row.case), row.question): row.agreed
        for row in rows
        if pairs[form_of_id(row.case), row.question].now != row.agreed
    }
    if rows and not dry_run:
        _write(inspection, rows, changes)
    return Settled(tuple(rows), len(changes), before)


def _row(each: Settling, pair: Pair, answer: str, when: date) -> AgreedAnswer:
    who = plain_line(each.who) or " and ".join(pair.judges)
    return AgreedAnswer(
        pair.case, pair.question, pair.first, pair.second, answer, who, when.isoformat(), plain_line(each.why)
    )


def _wrong(each: Settling, pair: Pair | None, answer: str | None, found: Moderation) -> Iterator[str]:
    """Yield why something cannot be settled."""
    framework = found.framework
    if each.question not in framework.questions:
        yield f"there is no such question: {meant_or_all(each.question, framework.questions)}"
        return
    if pair is None:
        yield "two judges have not both answered it"
        return
    if answer is None:
        yield f"«{visible(each.answer)}» is no answer to it: {meant_or_all(each.answer, _answers(found, each))}"
    if each.seen is not None:
        seen = tuple(answer_meant(framework, each.question, text) for text in each.seen)
        if seen != (pair.first, pair.second):
            yield "the answers are others by now than here: write the sheet anew (omi evidence agreement --sheet)"
    for text, name, what in ((each.who, "who", "those who agreed on it"), (each.why, "why", "the reason")):
        line = plain_line(text)
        if not line:
            if name == "why" or not all(pair.judges):
                yield f"say {what} (--{'reason' if name == 'why' else name}, or the column «{name}» of a sheet)"
        elif name == "why" and (fault := fault_of_reason(line)):
            yield fault
        elif not is_line_of_words(line):
            yield f"give {what} in a line of words"
        elif told := told_of_people(line):
            yield f"{what} are named by {told}: write the short names that {JUDGES_FILE} has"


def _answers(found: Moderation, each: Settling) -> Iterable[str]:
    return names_of_answers(found.framework, each.question)


def _write(inspection: Inspection, rows: Sequence[AgreedAnswer], changes: dict[tuple[str, str], str]) -> None:
    snapshot = inspection.snapshot
    expect_unchanged(snapshot)
    trail = snapshot.files.get(AGREED_FILE)
    files: dict[str, bytes | None] = {
        AGREED_FILE: with_rows(trail.data if trail else None, rows, snapshot.shown_path(AGREED_FILE))
    }
    if changes:
        name = f"{CASES}.csv"
        if name not in snapshot.files:
            raise OutputError(
                f"{snapshot.shown_path(f'{CASES}.xlsx')} is a workbook, into which omi writes no answers: move it out "
                "of the area and take it in with omi evidence import, or save it as CSV"
            )
        files[name] = with_answers(snapshot.files[name].data, name, snapshot.shown_path(name), changes)
    write_together(snapshot.folder, files)


def with_defaults(wanted: Iterable[Settling], who: str, why: str) -> list[Settling]:
    """Return what is to be settled, with those who agreed, and the reason, where it does not say them."""
    return [replace(each, who=each.who or who, why=each.why or why) for each in wanted]


def write_differences(found: Moderation, path: Path) -> None:
    """Write the sheet of differences. Raises OutputError where there is a file, or where it would lie in an area."""
    expect_place(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, differences_workbook(found, _marks(found.inspection)))
    except FileExistsError:
        raise OutputError(f"{path} is there already, and may be filled in: name another file") from None
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}") from error


def _marks(inspection: Inspection) -> dict[str, str]:
    sample = inspection.area.evidence.sample
    return {
        AREA_KEY: name_in_file(inspection.snapshot.slug),
        NAME_KEY: inspection.area.identity.area,
        FRAMEWORK_KEY: inspection.framework.framework,
        **({DRAW_KEY: draw_mark(sample.drawn)} if sample else {}),
    }
