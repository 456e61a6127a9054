"""All scores and ratings in a table, beside those of the inspection before; and the file that states some of them.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

from omi_report.document.kinds.blanks import blanks
from omi_report.document.later import inlines, rating_blocks, tree
from omi_report.document.part_kind import PartKind
from omi_report.language.terms import value_for
from omi_report.model import facts
from omi_report.model.base import Key, Number, QuestionNumber, ReportDate, SectionNumber, StatedScore, Text
from omi_report.model.constraints import OrSeveral
from omi_report.model.framework import Framework, FrameworkPart
from omi_report.model.kinds import Contents
from omi_report.model.rated import rated_things
from omi_report.model.rating_rules import OVERALL, Level
from omi_report.model.record import Record, field
from omi_report.numbering import as_printed
from omi_report.scoring.results import Scored
from omi_report.source.tree import Path

if TYPE_CHECKING:
    from typing import TypeAlias

    from omi_report.document.context import BuildContext
    from omi_report.model.outline import PlacedPart
    from omi_report.scoring.results import RatedResult, Result

    _Round: TypeAlias = dict[tuple[Level, str], str]


class StatedResult(Record):
    """A score and a rating as the area publishes them."""

    score: StatedScore | None = field(default=None, about="as published; left out where it is worked out")
    rating: Key | None = field(default=None, about="what inspectors judge, or where they depart from the rule")
    rating_reason: Text | None = field(default=None, about="on what the rating rests, or why they depart from the rule")


class PreviousRatings(Record):
    """The ratings of the inspection before this one, by their ids on today's scales."""

    inspected: ReportDate
    overall: Key | None = field(default=None, names="rating: overall")
    sections: dict[SectionNumber, Key] = field(default={}, names="section", holds="rating")
    criteria: dict[Number, Key] = field(default={}, names="criterion", holds="rating")
    key_questions: dict[QuestionNumber, Key] = field(default={}, names="key question", holds="rating")
    threads: dict[Key, Key] = field(default={}, names="thread", holds="rating")


class Ratings(Record):
    """``ratings.yaml``: the scores and ratings that have no file of their own, and those of the inspection before."""

    overall: StatedResult | None = field(default=None, names="overall")
    sections: dict[SectionNumber, StatedResult] = field(default={}, names="section", holds="result")
    threads: dict[Key, StatedResult] = field(default={}, names="thread", holds="result")
    previous: Annotated[PreviousRatings, OrSeveral()] | None = field(
        default=None, about="the ratings of the inspection before, or a list of several, the latest first"
    )


def _stated(ratings: Ratings) -> Iterator[tuple[Level, str, Path, StatedResult]]:
    if ratings.overall:
        yield "overall", OVERALL, ("overall",), ratings.overall
    for number, stated in ratings.sections.items():
        yield "section", number, ("sections", number), stated
    for name, stated in ratings.threads.items():
        yield "thread", name, ("threads", name), stated


def _stated_ratings(ratings: Ratings) -> Iterator[facts.StatedRating]:
    for level, number, path, stated in _stated(ratings):
        yield facts.StatedRating(level, number, path, stated.score, stated.rating, stated.rating_reason)


def _texts(ratings: Ratings) -> Iterator[facts.WrittenText]:
    for level, number, path, stated in _stated(ratings):
        if stated.rating_reason:
            what = f"{value_for(level)} {as_printed(number)}" if level != "overall" else level
            label = f"reason for the %(term_rating)s of {what}"
            about = (level, number) if level != "overall" else None
            yield facts.WrittenText(
                (*path, "rating_reason"), stated.rating_reason, label, manner="running", about=about
            )


def _framework_names(ratings: Ratings) -> Iterator[facts.FrameworkName]:
    for level, number, path, _stated_result in _stated(ratings):
        if level != "overall":
            yield facts.FrameworkName(level, path, number, key=True)
    for path, previous in _rounds(ratings):
        for what, key, named in (
            ("section", "sections", previous.sections),
            ("criterion", "criteria", previous.criteria),
            ("key question", "key_questions", previous.key_questions),
            ("thread", "threads", previous.threads),
        ):
            for name in named:
                yield facts.FrameworkName(what, (*path, key, name), name, key=True)


def _rounds(ratings: Ratings) -> list[tuple[Path, PreviousRatings]]:
    """The inspections before this one with their places in the file, the latest first: one, or a list of them."""
    previous: PreviousRatings | tuple[PreviousRatings, ...] | None = ratings.previous
    if previous is None:
        return []
    if isinstance(previous, PreviousRatings):
        return [(("previous",), previous)]
    return [(("previous", at), each) for at, each in enumerate(previous)]


def _previous_ratings(ratings: Ratings) -> Iterator[facts.PreviousRating]:
    for path, previous in _rounds(ratings):
        yield from _ratings_of(path, previous)


def _ratings_of(path: Path, previous: PreviousRatings) -> Iterator[facts.PreviousRating]:
    if previous.overall:
        yield facts.PreviousRating("overall", OVERALL, (*path, "overall"), previous.overall)
    named: tuple[tuple[Level, str, dict[str, str]], ...] = (
        ("section", "sections", previous.sections),
        ("criterion", "criteria", previous.criteria),
        ("key-question", "key_questions", previous.key_questions),
        ("thread", "threads", previous.threads),
    )
    for level, key, entries in named:
        for name, rating in entries.items():
            yield facts.PreviousRating(level, name, (*path, key, name), rating)


def _dates_beside(ratings: Ratings) -> Iterator[facts.DateBeside]:
    for path, previous in _rounds(ratings):
        what = "the inspection before is dated"
        yield facts.DateBeside(what, (*path, "inspected"), "before", previous.inspected)


def _out_of_order(ratings: Ratings, _area: Contents) -> Iterator[facts.ContentFault]:
    """Earlier inspections that do not stand with the latest first, as their columns are printed."""
    for (_, later), (path, earlier) in pairwise(_rounds(ratings)):
        if earlier.inspected >= later.inspected:
            message = f"the inspection of {earlier.inspected} stands after that of {later.inspected}"
            hint = "put the latest first; each stands here once"
            yield facts.ContentFault((*path, "inspected"), message, hint)


def _tables(area: Contents) -> list[str]:
    return ["ratings"] if any(thing.rule.scale_id for thing in rated_things(area.framework).all) else []


def _scaffold(framework: Framework) -> str:
    things = [thing for thing in rated_things(framework).all if thing.rule.exists]
    lines = []
    for level, key in (("section", "sections"), ("thread", "threads")):
        judged = [thing for thing in things if thing.level == level and thing.rule.judgement]
        if judged:
            scale = framework.scale_of(judged[0].rule)
            rating = scale.bands[0].id if scale else ""
            lines += [f"# {key}:", *(f"#   {thing.number}: {{rating: {rating}}}" for thing in judged)]
    overall = framework.ratings.overall
    scale = framework.scale_of(overall)
    if overall.judgement and scale:
        lines += ["# overall:", f"#   rating: {scale.bands[0].id}"]
    listed = "".join(f"{line}\n" for line in lines)
    head = blanks("""
        # Ratings that have no file of their own, and those of the inspection before. Where inspectors depart from what
        # the rule gives, rating_reason says why. Take the number sign away from what you know.
    """)
    return f"{head}{listed}# previous:\n#   inspected: 2019-05\n"


def _shown(context: "BuildContext") -> "list[Result]":
    return [each for each in context.scores.results if each.rule.scale_id and each.level != "key-question"]


def _score_places(result: "Result", context: "BuildContext") -> "Iterator[str]":
    if result in _shown(context):
        yield "in the table of %(terms_rating)s"


def _build(placed: "PlacedPart", context: "BuildContext") -> "Iterator[tree.Part]":
    shown = _shown(context)
    yield context.part(placed, (_table(shown, context),) if shown else ())


def _table(shown: "list[Result]", context: "BuildContext") -> "tree.TableBlock":
    label, found = context.label, context.area.content(KIND)
    rounds = [previous for _path, previous in _rounds(found)] if found else []
    before = [{(each.level, each.number): each.rating for each in _ratings_of((), previous)} for previous in rounds]
    columns = [tree.TableColumn(label("%(Term_criterion)s")), tree.TableColumn(label("%(Term_score)s"), figures=True)]
    columns.append(tree.TableColumn(label("%(Term_rating)s")))
    columns += [
        tree.TableColumn(label("%(Term_rating)s in %(date)s", date=context.date(previous.inspected)))
        for previous in rounds
    ]
    caption = label("%(Terms_rating)s of %(area)s", area=context.area.identity.area)
    role = "ratings rounds" if len(rounds) > 1 else "ratings"
    return context.table("ratings", caption, tuple(columns), *_groups(shown, before, context), role=role)


def _groups(shown: "list[Result]", before: "list[_Round]", context: "BuildContext") -> "Iterator[tree.RowGroup]":
    """The rows of each section, under its name where it has no row itself; then threads and the whole."""
    for section in context.scores.sections:
        rows = tuple(_row(each, before, context) for each in (section, *section.criteria) if each in shown)
        if rows:
            yield tree.RowGroup(rows, "" if section in shown else context.section_name(section))
    others = [each for each in shown if each.level in ("thread", "overall")]
    if others:
        yield tree.RowGroup(tuple(_row(each, before, context) for each in others))


def _row(result: "Result", before: "list[_Round]", context: "BuildContext") -> "tree.TableRow":
    short = len(before) > 1  # so that all columns have room beside each other
    rating = inlines.joined(
        rating_blocks.given(result, context, short=short), *rating_blocks.departed_words(result, context, short=short)
    )
    cells = [tree.TableCell(_score(result, context)), tree.TableCell(rating)]
    for earlier_round in before:
        earlier = result.scale.named(earlier_round.get(result.key)) if result.scale else None
        cells.append(tree.TableCell((context.rating(earlier, result.scale, short=short) if earlier else "–",)))
    role = "" if result.level == "criterion" else "total"
    return tree.TableRow((_header(result, context),), tuple(cells), role)


def _score(result: "RatedResult", context: "BuildContext") -> "inlines.Inlines":
    if isinstance(result.score, Scored):
        return (context.score(result.score),)
    return ("–",)


def _header(result: "Result", context: "BuildContext") -> "inlines.Inline":
    match result.level:
        case "section":
            return context.section_name(result)
        case "criterion":
            return context.references.criterion(result.number).number_first()
        case "overall":
            return context.label("Overall")
        case _:
            return result.title


def _faults(part: FrameworkPart, framework: Framework) -> Iterator[facts.PartFault]:
    if not any(thing.rule.scale_id and thing.level != "key-question" for thing in rated_things(framework).all):
        message = f"nothing has a %(term_rating)s, so that the part «{part.name}» would be empty"
        yield facts.PartFault(("kind",), message, "give a rule of «ratings» a scale, or remove the part")


KIND = PartKind(
    id="ratings",
    part_faults=_faults,
    order=75,
    file="ratings.yaml",
    is_optional=True,
    holds_ratings=True,
    prints=(("ratings.yaml", "previous"),),
    model=Ratings,
    texts=_texts,
    framework_names=_framework_names,
    stated_ratings=_stated_ratings,
    previous_ratings=_previous_ratings,
    dates_beside=_dates_beside,
    faults=_out_of_order,
    tables=_tables,
    leads_to_criteria=True,
    scaffold=_scaffold,
    score_places=_score_places,
    build=_build,
)
