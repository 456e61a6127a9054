"""Each question about cases with its result: how many cases were above the line, of how many, and the per cent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from omi_report.document.later import inlines, rating_blocks, tree
from omi_report.document.part_kind import PartKind
from omi_report.model.facts import Lack, PartFault
from omi_report.quantity import percent_text
from omi_report.source.places import IDENTITY_FILE

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.framework import CriterionDefinition, Framework, FrameworkPart
    from omi_report.model.kinds import Contents
    from omi_report.model.outline import PlacedPart
    from omi_report.model.questions import Question
    from omi_report.scoring.results import QuestionResult, RatedResult, Result

FIGURES = 3
"""How many columns of figures a table has."""


def _table_name(number: str) -> str:
    """The name by which a text refers to the table of a criterion; no table of an area's own has a stroke in it."""
    return f"questions/{number}"


def _tables(area: Contents) -> list[str]:
    return [_table_name(each.number) for each in _asking(area.framework)] if _is_answered(area) else []


def _asking(framework: Framework) -> list[CriterionDefinition]:
    """The criteria that have questions."""
    return [criterion for criterion in framework.criteria.values() if criterion.asked]


def _is_answered(area: Contents) -> bool:
    return area.evidence.cases is not None and area.evidence.sound


def _lacking(area: Contents) -> Iterator[Lack]:
    if not _is_answered(area):
        what = "there is no evidence/cases.csv, so that no %(term_question)s has a result"
        yield Lack(IDENTITY_FILE, what, hint="add the evidence, or set the stage to draft")


def _faults(part: FrameworkPart, framework: Framework) -> Iterator[PartFault]:
    if not _asking(framework) or not framework.can_have_evidence:
        message = (
            f"no %(term_question)s about %(terms_case)s can be answered, so that the part «{part.name}» would be empty"
        )
        yield PartFault(
            ("kind",), message, "give the %(terms_criterion)s «questions» and «answers», or remove the part"
        )


def _score_places(result: Result, context: BuildContext) -> Iterator[str]:
    """The tables of questions, below those of a criterion or a key question."""
    owner = {"criterion": result.number, "key-question": result.owner}.get(result.level, "")
    is_asked = owner in {each.number for each in _asking(context.area.framework)}
    if is_asked and context.scores.criteria[owner].questions and (result.score or result.rating):
        yield f"below the %(terms_question)s of %(term_criterion)s {context.area.framework.shown(owner)}"


def _build(placed: PlacedPart, context: BuildContext) -> Iterator[tree.Part]:
    results = {each.id: each for found in context.scores.criteria.values() for each in found.questions}
    if not results:
        words = context.label("No results of single %(terms_question)s are known.")
        yield context.part(placed, (tree.ParagraphBlock((words,)),))
        return
    blocks: list[tree.Block] = []
    for section in context.area.framework.sections:
        asking = [each for each in section.criteria if each.asked]
        if asking and len(context.area.framework.sections) > 1:
            place = context.references.section(section.number)
            heading = context.label("%(Term_section)s %(number)s: %(title)s", number=place.number, title=section.title)
            blocks.append(tree.HeadingBlock(3, (heading,)))
        blocks += (_table(each, results, context) for each in asking)
    yield context.part(placed, tuple(_explanation(list(results.values()), context)), tuple(blocks))


# --- what the figures are -----------------------------------------------------------------------------------


def _explanation(results: list[QuestionResult], context: BuildContext) -> Iterator[tree.ParagraphBlock]:
    """What was counted, and what is not shown and why."""
    framework, label = context.area.framework, context.label
    answers = (each for question in framework.questions.values() for each in framework.answers_to(question))
    above = dict.fromkeys(context.language.gettext(each.name) for each in answers if each.line == "above")
    yield _paragraph(
        context.language.counted(
            "The figures come from a sample of %(cases)s %(term_case)s.",
            "The figures come from a sample of %(cases)s %(terms_case)s.",
            context.scores.cases or 0,
            cases=context.language.figures(context.scores.cases or 0),
        ),
        label(
            "For each %(term_question)s the tables say in how many %(terms_case)s it was relevant (the base), "
            "in how many of these the work was above the line, and what percentage of the base that is."
        ),
        label("Above the line are %(terms_case)s with the answer: %(answers)s.", answers=context.language.join(above)),
    )
    shown = [each for each in results if not _is_hidden(each, context)]
    if any(0 < each.base < framework.minimum_base for each in shown):
        yield _paragraph(
            label("Where the base is under %(minimum)s, there is no percentage.", minimum=framework.minimum_base)
        )
    if len(shown) < len(results):
        yield _paragraph(
            label("Some figures are left out: a very small count could be read from them, or be worked out.")
        )


def _paragraph(*sentences: str) -> tree.ParagraphBlock:
    return tree.ParagraphBlock((" ".join(sentences),))


# --- tables -------------------------------------------------------------------------------------------------


def _table(
    criterion: CriterionDefinition, results: dict[str, QuestionResult], context: BuildContext
) -> tree.TableBlock:
    """The questions of a criterion, those of each key question by themselves; what each of these comes to."""
    label = context.label
    groups = []
    if criterion.questions:
        groups.append(tree.RowGroup(_rows(criterion.questions, results, context)))
    for each in criterion.key_questions:
        own = _total(context.scores.key_questions[each.id], context)
        groups.append(tree.RowGroup((*_rows(each.questions, results, context), *own), each.text))
    whole = tuple(_total(context.scores.criteria[criterion.number], context))
    if whole:
        groups.append(tree.RowGroup(whole))
    place = context.references.criterion(criterion.number)
    caption = label("%(Terms_question)s of %(criterion)s, %(title)s", criterion=place.name, title=place.title)
    columns = [
        tree.TableColumn(label("%(Term_question)s")),
        tree.TableColumn(label("Above the line"), figures=True),
        tree.TableColumn(label("Base"), figures=True),
        tree.TableColumn(label("Per cent"), figures=True),
    ]
    return context.table(_table_name(criterion.number), caption, tuple(columns), *groups, role="some questions")


def _rows(
    questions: Iterable[Question], results: dict[str, QuestionResult], context: BuildContext
) -> tuple[tree.TableRow, ...]:
    return tuple(_row(results[each.id], context) for each in questions)


def _row(result: QuestionResult, context: BuildContext) -> tree.TableRow:
    shown = f"{context.area.framework.shown(result.id)} {result.text}"
    mark = context.label("(summary %(term_question)s)")
    header = (f"{shown} ", inlines.MarkedInline("quiet", (mark,))) if result.summary else (shown,)
    if not result.base:
        return tree.TableRow(header, (_instead(f"– {context.label('relevant in no %(term_case)s')}"),))
    if _is_hidden(result, context):
        return tree.TableRow(header, (_instead(context.label("left out")),))
    figures = context.language.figures
    cells = ((figures(result.count),), (figures(result.base),), _percent(result, context))
    return tree.TableRow(header, tuple(tree.TableCell(cell) for cell in cells))


def _instead(words: str) -> tree.TableCell:
    """A cell in place of all figures of a row."""
    return tree.TableCell((words,), FIGURES, "note")


def _is_hidden(result: QuestionResult, context: BuildContext) -> bool:
    """Whether its figures are left out; that it is relevant in no case tells of nobody."""
    return bool(result.base) and result.id in context.hidden.questions


def _percent(result: QuestionResult, context: BuildContext) -> inlines.Inlines:
    if result.base < context.area.framework.minimum_base:
        return ("–",)
    share = Fraction(100 * result.count, result.base)
    value = inlines.FigureValue(share.as_integer_ratio(), result.count, result.base)
    return (inlines.FigureInline(context.language.percent(percent_text(share, 0)), value, "percent"),)


def _total(result: RatedResult, context: BuildContext) -> Iterator[tree.TableRow]:
    """The score and the rating of a key question or a criterion, where it has any."""
    if result.score is None and result.rating is None:
        return
    if result.score is None:
        words = "%(Term_rating)s of the %(term_key_question)s", "%(Term_rating)s of the %(term_criterion)s"
    else:
        words = "%(Term_score)s of the %(term_key_question)s", "%(Term_score)s of the %(term_criterion)s"
    header = (context.label(words[result.level == "criterion"]),)
    found = [context.score(result.score)] if result.score is not None else []
    if result.rating:
        found += [*([", "] if found else []), context.rating(result.rating, result.scale)]
    found += rating_blocks.departed_words(result, context)
    yield tree.TableRow(header, (tree.TableCell(inlines.joined(*found), FIGURES, "figure"),), "total")


KIND: PartKind[Any] = PartKind(
    id="questions",
    order=76,
    part_faults=_faults,
    lacking=_lacking,
    tables=_tables,
    score_places=_score_places,
    build=_build,
)
