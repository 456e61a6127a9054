"""`omi why`: where a number stands in a report, and what it comes from."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.errors import MISUSE, PROBLEMS
from omi_report.source.places import IDENTITY_FILE

if TYPE_CHECKING:
    from omi_report.document.places import Place
    from omi_report.inspection import Inspection
    from omi_report.model.area import Area
    from omi_report.model.framework import Question
    from omi_report.problems import Location
    from omi_report.scoring.results import CriterionResult, SectionResult, ThreadResult


@click.command("why")
@click.argument("first", metavar="NUMBER")
@click.argument("second", metavar="AREA")
def command(first: str, second: str) -> None:
    """Show every place in the report of AREA where NUMBER stands, and how it comes about.

    NUMBER is a figure as it is printed, the name of a percentage, or the number of a question, a
    criterion, a section or a thread. The two may stand in either order.

    Exit status: 0 found, 1 it stands nowhere or the area cannot be read, 2 misuse.

    \b
    Examples:
      omi why "63%" areas/hampshire
      omi why "five of the six" areas/hampshire
      omi why areas/hampshire 1.2/screening-done
      omi why areas/hampshire 1.2
      omi why areas/hampshire 1.2.7
    """
    from omi_report.cli.score import read_area

    folder, wanted = _told_apart(first, second)
    if not wanted.strip():
        raise click.UsageError("NUMBER is empty: write it as it is printed, for example «63%»")
    inspection = read_area(folder)
    area = inspection.area
    blocks = _explain(inspection, wanted.strip())
    if not blocks:
        click.echo(
            f"omi: «{wanted}» stands nowhere in the report of {area.identity.area}{_hint(area, wanted)}", err=True
        )
        sys.exit(PROBLEMS)
    click.echo("\n\n".join(blocks))


def _told_apart(first: str, second: str) -> tuple[Path, str]:
    """Tell the area from the number: the area is the one that is a folder."""
    from omi_report.source.places import is_area

    for folder, wanted in ((second, first), (first, second)):
        if is_area(Path(folder)):
            return Path(folder), wanted
    click.echo(f"omi: neither «{first}» nor «{second}» is the folder of an area", err=True)
    sys.exit(MISUSE)


def _explain(inspection: Inspection, wanted: str) -> list[str]:
    """A block of text for each thing that the number is: a figure, a score, or a number in a text."""
    from omi_report.document.places import Wanted, places_of

    area, figures, language = inspection.area, inspection.figures, inspection.language
    scores = _scores(inspection)
    if wanted in scores:
        return [_score_block(area, scores[wanted], wanted)]
    question = area.framework.questions.get(wanted)
    names = frozenset(name for name in figures if wanted in (name, name.split("/", 1)[1])) | _asking(area, question)
    found = list(places_of(area, figures, Wanted(wanted, names, language)))
    named: dict[str, list[Place]] = {name: [] for name in sorted(names)}
    for place in found:
        if place.name:
            named.setdefault(place.name, []).append(place)
    blocks = [_question_block(area, question)] if question else []
    blocks += [_figure_block(area, name, places) for name, places in named.items()]
    if not names and not question:
        looked_for = Wanted(wanted, language=language)
        blocks += [
            _score_block(area, result, key)
            for key, result in scores.items()
            if (shown := _shown(result)) and looked_for.is_shown_by(shown)
        ]
    literal = [place for place in found if not place.name]
    if literal:
        blocks.append("\n".join(["Written in the text or a table, with no figure behind it:", *_place_lines(literal)]))
    return blocks


def _figure_block(area: Area, name: str, places: list[Place]) -> str:
    from omi_report.evidence.derivation import derivation

    named = next((each for each in area.named_percentages() if each.full_name == name), None)
    if named is None:
        return "\n".join([f"{name}: not defined", *_place_lines(places)])
    lines = [f"{name}, defined in {area.at(named.file, named.path, key=True)}"]
    lines += [f"  {step}" for step in derivation(area, named)]
    lines.append(f"  stands in {_count(len(places), 'place')}:" if places else "  stands in no text")
    return "\n".join([*lines, *(f"  {line}" for line in _place_lines(places))])


def _asking(area: Area, question: Question | None) -> frozenset[str]:
    """The names of the figures that answer a question about cases."""
    return frozenset(
        named.full_name
        for named in area.named_percentages()
        if question and named.percentage.question == question.id and named.percentage.survey is None
    )


def _question_block(area: Area, question: Question) -> str:
    from omi_report.evidence.derivation import derivation
    from omi_report.model.area import Named
    from omi_report.model.criterion import Percentage

    all_cases = Percentage.model_validate({"question": question.id})
    head, *steps = derivation(area, Named("", question.id, "", (), all_cases))
    return "\n".join([head[:1].upper() + head[1:], *(f"  {step}" for step in steps)])


def _score_block(area: Area, result: CriterionResult | SectionResult | ThreadResult, key: str) -> str:
    from omi_report.cli.score_detail import detail_lines

    head = f"Score, {_score_place(area, key)}: in the summary of scores"
    if key in area.framework.criteria:
        head += f" and at the head of criterion {key}"
    return "\n".join([head, *(f"  {line}".rstrip() for line in detail_lines(area, result))])


def _score_place(area: Area, key: str) -> Location:
    from omi_report.model.criterion import criterion_file

    if key in area.criteria:
        criterion = area.criteria[key]
        return area.at(criterion_file(key), ("score",) if criterion.score is not None else ())
    for file, stated in area.ask(lambda kind: kind.thread_scores):
        if key in stated.scores:
            return area.at(file, (*stated.path, key))
    texts = (prose for prose in area.prose() if prose.about == ("section", key))
    return next((area.at(prose.file, prose.path) for prose in texts), area.at(IDENTITY_FILE))


def _place_lines(places: list[Place]) -> list[str]:
    lines = []
    for place in places:
        lines += [f"  {place.location}: {place.where}", f"    {place.sentence}"]
    return lines


def _scores(inspection: Inspection) -> dict[str, CriterionResult | SectionResult | ThreadResult]:
    scores = inspection.scores
    found: dict[str, CriterionResult | SectionResult | ThreadResult] = {}
    for section in scores.sections:
        found[section.number] = section
        found |= {criterion.number: criterion for criterion in section.criteria}
    return found | {thread.id: thread for thread in scores.threads}


def _shown(result: CriterionResult | SectionResult | ThreadResult) -> str:
    from omi_report.scoring.results import Scored

    return f"{result.score.rounded}%" if isinstance(result.score, Scored) else ""


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def _hint(area: Area, wanted: str) -> str:
    names = [named.full_name for named in area.named_percentages()]
    nearest = difflib.get_close_matches(wanted, names, n=1)
    return f": did you mean {nearest[0]}?" if nearest else ""
