"""The sample, the caseload, the budget and the approved premises.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

from omi_report.document.kinds.blanks import blanks
from omi_report.document.later import tree
from omi_report.document.part_kind import PartKind
from omi_report.model import facts
from omi_report.model.attributes import names_of_values
from omi_report.model.base import Count, Percent, ReportDate, Text, Words
from omi_report.model.constraints import After, Range
from omi_report.model.framework import Framework
from omi_report.model.kinds import Contents
from omi_report.model.record import Record

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.outline import PlacedPart


class Share(Record):
    """A group's share of the caseload."""

    group: Words
    percent: Percent


class MappaLevel(Record):
    """Cases managed at one MAPPA level."""

    level: Annotated[int, Range(1, 3)]
    cases: Count
    percent: Percent


class Caseload(Record):
    """The area's caseload on a day."""

    date: ReportDate
    total: Count
    ethnicity: tuple[Share, ...] = ()
    gender: tuple[Share, ...] = ()
    mappa: tuple[MappaLevel, ...] = ()
    ppo_cases: Count | None = None
    ppo_definition: Text | None = None
    note: Text | None = None


def _one_year(value: str) -> str:
    match = re.fullmatch(r"([0-9]{4})[/–-]([0-9]{4}|[0-9]{2})", value)
    if match and f"{int(match[1]) + 1}"[-len(match[2]) :] != match[2]:
        raise ValueError(f"the years of «{value}» do not follow each other")
    return value


class BudgetYear(Record):
    """The revenue budget of a financial year, in pounds."""

    year: Annotated[Words, After(_one_year)]
    revenue: Count


class ApprovedPremises(Record):
    """An approved premises and its places."""

    name: Words
    places: Count


class Context(Record):
    """``context.yaml``: the area's caseload, budget and premises."""

    caseload: Caseload | None = None
    sample_notes: tuple[Text, ...] = ()
    budget: tuple[BudgetYear, ...] = ()
    approved_premises: tuple[ApprovedPremises, ...] = ()


_CASELOAD = "the caseload"


def _texts(context: Context) -> Iterator[facts.WrittenText]:
    for index, note in enumerate(context.sample_notes):
        yield facts.WrittenText(("sample_notes", index), note, f"context {index}")
    if context.caseload:
        for name in ("ppo_definition", "note"):
            text = getattr(context.caseload, name)
            if text:
                yield facts.WrittenText(("caseload", name), text, f"context {name}")


def _days(context: Context) -> Iterator[facts.FiguresOfDay]:
    if context.caseload:
        yield facts.FiguresOfDay(_CASELOAD, ("caseload", "date"), context.caseload.date)


def _breakdowns(context: Context) -> Iterator[facts.Breakdown]:
    caseload = context.caseload
    if caseload is None:
        return
    for name, shares in (("ethnicity", caseload.ethnicity), ("gender", caseload.gender)):
        portions = tuple(facts.Portion(share.percent) for share in shares)
        yield facts.Breakdown(("caseload", name), f"{name} groups", portions, caseload.total, _CASELOAD)
    levels = tuple(facts.Portion(level.percent, level.cases) for level in caseload.mappa)
    yield facts.Breakdown(("caseload", "mappa"), "MAPPA levels", levels, caseload.total, _CASELOAD)


def _stated_totals(context: Context) -> Iterator[facts.StatedTotal]:
    caseload = context.caseload
    if caseload and caseload.mappa:
        parts = tuple(Decimal(level.cases) for level in caseload.mappa)
        total = Decimal(caseload.total)
        yield facts.StatedTotal(("caseload", "total"), "MAPPA levels", "cases", parts, total, complete=False)


def _parts_of_wholes(context: Context) -> Iterator[facts.PartOfWhole]:
    caseload = context.caseload
    if caseload and caseload.ppo_cases is not None:
        yield facts.PartOfWhole(("caseload", "ppo_cases"), "PPO cases", caseload.ppo_cases, caseload.total, _CASELOAD)


def _tables(area: Contents) -> list[str]:
    context = area.content(KIND) or Context()
    shown = {"caseload": context.caseload, "budget": context.budget, "approved-premises": context.approved_premises}
    return [name for name, content in shown.items() if content]


def _charts(area: Contents) -> list[str]:
    caseload = (area.content(KIND) or Context()).caseload
    shown = {
        "sample": area.identity.sample,
        "gender": caseload and caseload.gender,
        "ethnicity": caseload and caseload.ethnicity,
    }
    return [name for name, content in shown.items() if content]


def _scaffold(_framework: Framework) -> str:
    return blanks("""
        # The area's caseload, budget and premises. Take the number sign away from what you know.
        sample_notes:
          - |
            TODO: how the sample was drawn.
        # caseload:
        #   date: 2007-03
        #   total: 5011
        #   ethnicity: [{group: White, percent: 93}, {group: Minority ethnic, percent: 6}]
        #   gender: [{group: Male, percent: 87}, {group: Female, percent: 13}]
        #   mappa: [{level: 1, cases: 575, percent: 12.2}]
        #   ppo_cases: 188
        # budget: [{year: 2006/2007, revenue: 23057000}]
        # approved_premises: [{name: Dickson House, places: 18}]
    """)


def _build(placed: "PlacedPart", context: "BuildContext") -> "Iterator[tree.Part]":
    found = context.area.content(KIND) or Context()
    yield context.part(
        placed,
        tuple(_sample(found, context)),
        tuple(_caseload(found.caseload, context)) if found.caseload else (),
        tuple(_budget(found.budget, context)) if found.budget else (),
        tuple(_premises(found.approved_premises, context)) if found.approved_premises else (),
    )


def _sample(found: Context, context: "BuildContext") -> "Iterator[tree.Block]":
    sample, label = context.area.identity.sample, context.label
    if not (sample or found.sample_notes):
        return
    yield tree.HeadingBlock(3, (label("The sample"),))
    for note in found.sample_notes:
        yield from context.text(note, level=4)
    if not sample:
        return
    figures, capital = context.language.figures, context.language.capital
    framework = context.area.framework
    names = names_of_values(framework.sample_by, sample, framework.attributes)
    rows = [
        tree.ChartRow(capital(name), ((figures(cases),),), tree.Bar((cases, 1)))
        for name, cases in zip(names, sample.values(), strict=True)
    ]
    rows.append(tree.ChartRow(label("All cases"), ((figures(sum(sample.values())),),), role="total"))
    yield context.chart(
        "sample",
        label("Cases in the sample by type"),
        (tree.TableColumn(label("Type of case")), tree.TableColumn(label("Cases"), figures=True)),
        tree.ChartGroup(tuple(rows)),
        maximum=max(sample.values()),
    )


def _caseload(caseload: Caseload, context: "BuildContext") -> "Iterator[tree.Block]":
    label = context.label
    yield tree.HeadingBlock(3, (label("The caseload"),))
    yield context.table(
        "caseload",
        label(
            "Caseload of %(area)s at the end of %(date)s",
            area=context.area.identity.area,
            date=context.date(caseload.date),
        ),
        (
            tree.TableColumn(label("Caseload")),
            tree.TableColumn(label("Cases"), figures=True),
            tree.TableColumn(label("Share"), figures=True),
        ),
        tree.RowGroup(tuple(_caseload_rows(caseload, context))),
        role="few figures-2",
        notes=(*context.text(caseload.note, level=4), *context.text(caseload.ppo_definition, level=4)),
    )
    if caseload.gender:
        yield _shares("gender", label("Caseload by gender"), caseload.gender, context)
    if caseload.ethnicity:
        yield _shares("ethnicity", label("Caseload by ethnicity"), caseload.ethnicity, context)


def _caseload_rows(caseload: Caseload, context: "BuildContext") -> "Iterator[tree.TableRow]":
    label, figures = context.label, context.language.figures
    yield context.row(label("Total (orders and licences)"), figures(caseload.total), None, role="total")
    for share in caseload.ethnicity + caseload.gender:
        yield context.row(share.group, None, context.percent(share.percent))
    for level in caseload.mappa:
        name = label("MAPPA level %(level)s", level=level.level)
        yield context.row(name, figures(level.cases), context.percent(level.percent))
    if caseload.ppo_cases is not None:
        yield context.row(label("PPO cases"), figures(caseload.ppo_cases), None)


def _shares(name: str, caption: str, shares: tuple[Share, ...], context: "BuildContext") -> "tree.ChartBlock":
    rows = tuple(
        tree.ChartRow(share.group, ((context.percent(share.percent),),), tree.Bar(share.percent.as_integer_ratio()))
        for share in shares
    )
    columns = (tree.TableColumn(context.label("Group")), tree.TableColumn(context.label("Share"), figures=True))
    return context.chart(name, caption, columns, tree.ChartGroup(rows))


def _budget(years: tuple[BudgetYear, ...], context: "BuildContext") -> "Iterator[tree.Block]":
    label = context.label
    yield tree.HeadingBlock(3, (label("Budget"),))
    yield context.table(
        "budget",
        label("Total revenue budget by financial year"),
        (tree.TableColumn(label("Year")), tree.TableColumn(label("Budget"), figures=True)),
        tree.RowGroup(tuple(context.row(each.year, f"£{context.language.figures(each.revenue)}") for each in years)),
        role="few figures-1",
    )


def _premises(premises: tuple[ApprovedPremises, ...], context: "BuildContext") -> "Iterator[tree.Block]":
    label = context.label
    yield tree.HeadingBlock(3, (label("Approved premises"),))
    yield context.table(
        "approved-premises",
        label("Approved premises and their places"),
        (tree.TableColumn(label("Premises")), tree.TableColumn(label("Places"), figures=True)),
        tree.RowGroup(tuple(context.row(each.name, context.language.figures(each.places)) for each in premises)),
        role="few figures-1",
    )


KIND = PartKind(
    id="context",
    order=140,
    file="context.yaml",
    model=Context,
    texts=_texts,
    days=_days,
    breakdowns=_breakdowns,
    stated_totals=_stated_totals,
    parts_of_wholes=_parts_of_wholes,
    is_tabular=True,
    unprinted=frozenset({"date"}),
    tables=_tables,
    charts=_charts,
    scaffold=_scaffold,
    build=_build,
)
