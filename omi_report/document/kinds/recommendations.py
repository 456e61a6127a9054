"""The numbered recommendations, each with what it answers, to whom it is made and by when.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from omi_report.document.later import inlines, tree
from omi_report.document.part_kind import PartKind
from omi_report.model import facts
from omi_report.model.base import FindingName, Identified, Key, Number, Text, Words
from omi_report.model.constraints import Filled
from omi_report.model.framework import Framework
from omi_report.model.kinds import Contents
from omi_report.model.lines import Line
from omi_report.model.recommending import Deadline, Recommending
from omi_report.model.record import Record, field
from omi_report.source.tree import Path

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.addresses import Address
    from omi_report.model.outline import PlacedPart

SHORT_ROOM = 62
"""How many characters there is room for in the short form of a recommendation."""


class Recommendation(Identified):
    """One recommendation: what it answers, and to whom it is made."""

    address_prefix: ClassVar[str] = "recommendation"
    is_numbered: ClassVar[bool] = True

    text: Text
    in_short: Line | None = field(
        default=None, about="a short form, for the glance: Complete every Risk of Harm analysis"
    )
    to: Key | None = field(default=None, about="one of the framework's addressees", names="addressee")
    criteria: tuple[Number, ...] = field(
        default=(), about="the criteria whose findings it answers: [1.2]", names="criterion"
    )
    findings: tuple[FindingName, ...] = field(
        default=(), about="the findings under which it is printed as well: [1.2/late-plans]"
    )
    deadline: Deadline | None = field(default=None, about="a month, a day or words: 2024-03")
    owner: Words | None = field(default=None, about="who sees to it: Head of Safeguarding")


class Recommendations(Record):
    """``recommendations.yaml``: the numbered recommendations and what happens next."""

    recommendations: tuple[Recommendation, ...]
    next_steps: Text | None = None


@lru_cache(maxsize=8)
def recommendations_model(asked: Recommending) -> type[Recommendations]:
    """Return the model of the file under what a framework asks of each recommendation."""
    declared: dict[str, Any] = {}
    annotations: dict[str, Any] = {}
    if asked.addressees:
        declared["to"] = Recommendation.keys["to"].needed()
        annotations["to"] = Key
    if asked.criteria == "needed":
        declared["criteria"] = Recommendation.keys["criteria"].needed()
        annotations["criteria"] = Annotated[tuple[Number, ...], Filled()]
    common = {"__doc__": Recommendation.__doc__, "__annotations__": annotations}
    entry = type("Recommendation", (Recommendation,), declared | common)
    listed = {"recommendations": field(), "__annotations__": {"recommendations": tuple[entry, ...]}}  # type: ignore[valid-type]
    return type("Recommendations", (Recommendations,), listed | {"__doc__": Recommendations.__doc__})


def printed_order(asked: Recommending, found: Recommendations) -> tuple[int, ...]:
    """Return the places of the recommendations in their file, in the order of the report."""
    return asked.order_of(tuple(each.to for each in found.recommendations))


def _texts(asked: Recommending, found: Recommendations) -> Iterator[facts.WrittenText]:
    numbers = {at: number for number, at in enumerate(printed_order(asked, found), start=1)}
    for index, each in enumerate(found.recommendations):
        path = ("recommendations", index, "text")
        label = f"%(term_recommendation)s {numbers[index]}"
        yield facts.WrittenText(path, each.text, label, manner="recommended")
        if each.in_short:
            path, label = ("recommendations", index, "in_short"), f"{label} in short"
            yield facts.WrittenText(path, each.in_short, label, manner="note", room=SHORT_ROOM)
    if found.next_steps:
        yield facts.WrittenText(
            ("next_steps",), found.next_steps, "%(terms_recommendation)s next_steps", manner="recommended"
        )


def _answered(found: Recommendations, key: str) -> Iterator[tuple[Path, str]]:
    """What the lists of criteria, or of findings, name, each with its path."""
    for index, each in enumerate(found.recommendations):
        for inner, name in enumerate(getattr(each, key)):
            yield ("recommendations", index, key, inner), name


def _deadlines(found: Recommendations) -> Iterator[facts.DateBeside]:
    for index, each in enumerate(found.recommendations):
        if each.deadline:
            path = ("recommendations", index, "deadline")
            what = "the %(term_recommendation)s is due"
            yield facts.DateBeside(what, path, "after", each.deadline.date, each.deadline.words)


def _titles(found: Recommendations) -> Iterator[Path]:
    """The deadlines in words."""
    return (each.path for each in _deadlines(found) if each.date is None)


def _unique_names(found: Recommendations) -> Iterator[facts.UniqueName]:
    for index, each in enumerate(found.recommendations):
        if each.id:
            yield facts.UniqueName("id", "", ("recommendations", index, "id"), each.id)
    for key, what in (("criteria", "criterion"), ("findings", "finding")):
        for path, name in _answered(found, key):
            yield facts.UniqueName(what, str(path[1]), path, name)


def _framework_names(found: Recommendations) -> Iterator[facts.FrameworkName]:
    for path, number in _answered(found, "criteria"):
        yield facts.FrameworkName("criterion", path, number)
    for index, each in enumerate(found.recommendations):
        if each.to is not None:
            yield facts.FrameworkName("addressee", ("recommendations", index, "to"), each.to)


def _citations(found: Recommendations) -> Iterator[facts.Citation]:
    for path, number in _answered(found, "criteria"):
        yield facts.Citation(number, path, "answers")


def _answered_findings(found: Recommendations) -> Iterator[facts.AnsweredFinding]:
    for path, name in _answered(found, "findings"):
        yield facts.AnsweredFinding(path, name)


def _recommended(asked: Recommending, found: Recommendations) -> Iterator[facts.Recommended]:
    for number, at in enumerate(printed_order(asked, found), start=1):
        each = found.recommendations[at]
        path, deadline = ("recommendations", at), str(each.deadline or "")
        yield facts.Recommended(path, number, each.id, each.text, each.in_short, deadline, each.owner or "")


def _open_records(asked: Recommending, found: Recommendations) -> Iterator[facts.OpenRecord]:
    numbers = {at: number for number, at in enumerate(printed_order(asked, found), start=1)}
    for at, each in enumerate(found.recommendations):
        deadline = str(each.deadline) if each.deadline else None
        yield facts.OpenRecord(
            {"number": numbers[at], "text": each.text, "criteria": list(each.criteria)}
            | {"to": each.to, "findings": list(each.findings), "deadline": deadline, "owner": each.owner}
        )


def _lacking(area: Contents) -> Iterator[facts.Lack]:
    found = area.content(KIND)
    if found is not None and not found.recommendations:
        yield facts.Lack(KIND.file, f"{KIND.file} has no %(terms_recommendation)s")


def _scaffold(framework: Framework) -> str:
    first, asked = next(iter(framework.criteria)), framework.recommendations
    needed = asked.criteria == "needed"
    poor = " and ".join(kind.plural for kind in framework.answerable) or "findings"
    what = (
        f"each with the {framework.terms.criteria} whose {poor} it answers" if needed else "each with what it answers"
    )
    under = [kind.plural for kind in framework.findings if kind.recommendations]
    lines = [
        f"# The {framework.terms.recommendations} in the order of the report, {what}.",
        "# The id of each, its address in the report for good, is written by `omi ids`, or by you: «- id: on-time».",
    ]
    if asked.addressees:
        lines.append("# They are made to one of these, and are printed below the heading of each:")
        lines += [f"#   {each.id:16} {each.heading}" for each in asked.addressees]
    lines += [
        "recommendations:",
        "  - text: |",
        "      TODO: what is to be done, as a whole sentence.",
        "    in_short: TODO",
    ]
    if asked.addressees:
        lines.append(f"    to: {asked.addressees[0].id}")
    lines.append(f"    {'' if needed else '# '}criteria: [{first}]")
    if under:
        lines.append(f"    # findings: [{first}/its-id]     prints it under {' and '.join(under)} as well")
    lines += ["    # deadline: 2024-03           a month, a day or words", "    # owner: who sees to it"]
    if framework.prints("next-steps"):
        lines += ["next_steps: |", "  TODO: what happens after publication."]
    return "".join(f"{line}\n" for line in lines)


def _build(placed: "PlacedPart", context: "BuildContext") -> "Iterator[tree.Part]":
    found = context.area.content(KIND)
    asked = context.area.framework.recommendations
    order = printed_order(asked, found) if found else ()
    numbered = [(number, at) for number, at in enumerate(order, start=1)]
    if not asked.addressees or found is None:
        yield context.part(placed, (_list(numbered, context),))
        return
    groups = []
    for addressee in asked.addressees:
        made = [(number, at) for number, at in numbered if found.recommendations[at].to == addressee.id]
        if made:
            groups.append(tree.DivisionBlock("addressee", 3, addressee.heading, (_list(made, context),)))
    yield context.part(placed, tuple(groups))


def _list(numbered: list[tuple[int, int]], context: "BuildContext") -> "tree.ListBlock":
    """Recommendations, given by their numbers and places, under their numbers."""
    items = tuple(_item(*recommended(at, context), context) for _number, at in numbered)
    return tree.ListBlock(items, numbered[0][0] if numbered else 1, "recommendation-list")


def _item(each: Recommendation, address: "Address", context: "BuildContext") -> "tree.ListItem":
    return tree.ListItem(
        (*_short_form(each, context), *context.text(each.text), *_facts(each, context)), address.id, address.also
    )


def _short_form(each: Recommendation, context: "BuildContext") -> "Iterator[tree.ParagraphBlock]":
    """The short form, as the head of the card."""
    for block in context.text(each.in_short):
        if isinstance(block, tree.ParagraphBlock):
            yield tree.ParagraphBlock(block.children, role="in-short")


def recommended(at: int, context: "BuildContext") -> "tuple[Recommendation, Address]":
    """Return the recommendation at a place of its file, and its address."""
    found = context.area.content(KIND)
    assert found is not None
    return found.recommendations[at], context.outline.entries[Recommendation.address_prefix][at]


def _facts(each: Recommendation, context: "BuildContext") -> "Iterator[tree.FactsBlock]":
    """By when it is to be carried out, who sees to it, and what it answers."""
    found: list[tuple[str, tuple[inlines.Inlines, ...]]] = []
    if each.deadline:
        found.append((context.label("By when"), ((_deadline(each.deadline, context),),)))
    if each.owner:
        found.append((context.label("Owner"), ((each.owner,),)))
    found.append((context.label("Answers"), tuple(_answers(each, context))))
    facts = tuple(tree.Fact((term,), values) for term, values in found if values)
    if facts:
        yield tree.FactsBlock(facts, "recommendation-facts")


def _answers(each: Recommendation, context: "BuildContext") -> "Iterator[inlines.Inlines]":
    """The criteria that a recommendation answers, each with how it was rated, and the findings."""
    references = context.references
    for number in each.criteria:
        result = context.scores.criteria.get(number)
        rated = (" ", context.rating(result.rating, result.scale)) if result and result.rating else ()
        yield (references.criterion(number).title_first(), *rated)
    for name in each.findings:
        yield (references.finding(context.outline.findings[name]).short(),)


def _deadline(deadline: Deadline, context: "BuildContext") -> str:
    return context.date(deadline.date) if deadline.date else str(deadline)


def due(recommendation: Recommendation, context: "BuildContext") -> "Iterator[tree.ParagraphBlock]":
    """Yield by when a recommendation is to be carried out, and by whom, where that is said."""
    deadline, owner = recommendation.deadline, recommendation.owner
    said = []
    if deadline:
        said.append(context.label("Deadline: %(date)s", date=_deadline(deadline, context)))
    if owner:
        said.append(context.label("Owner: %(name)s", name=owner))
    if said:
        yield tree.ParagraphBlock(("; ".join(said),), role="due")


def _under(framework: Framework) -> PartKind[Recommendations]:
    asked = framework.recommendations
    return replace(
        KIND,
        model=recommendations_model(asked),
        texts=partial(_texts, asked),
        open_records=partial(_open_records, asked),
        recommended=partial(_recommended, asked),
        printed_order=partial(printed_order, asked),
    )


KIND = PartKind(
    id="recommendations",
    order=80,
    file="recommendations.yaml",
    model=Recommendations,
    under=_under,
    texts=partial(_texts, Recommending()),
    titles=_titles,
    dates_beside=_deadlines,
    unique_names=_unique_names,
    framework_names=_framework_names,
    citations=_citations,
    answered_findings=_answered_findings,
    open_table=facts.OpenTable(
        "recommendations",
        ("number", "text", "criteria", "id", "to", "findings", "deadline", "owner"),
        Recommendation.address_prefix,
    ),
    open_records=partial(_open_records, Recommending()),
    recommended=partial(_recommended, Recommending()),
    answers_criteria=True,
    leads_to_criteria=True,
    lacking=_lacking,
    scaffold=_scaffold,
    build=_build,
)
