"""The sample, the caseload, the budget and the approved premises.

Annotations are not put off (``from __future__``): pydantic would have to evaluate each of them on its own.
"""

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, Field

from omi_report.document.kinds.blanks import blanks
from omi_report.document.part_kind import PartKind
from omi_report.model import facts
from omi_report.model.base import Count, Percent, ReportDate, Strict, Text, Words
from omi_report.model.framework import Framework
from omi_report.model.kinds import Contents


class Share(Strict):
    """A group's share of the caseload."""

    group: Words
    percent: Percent


class MappaLevel(Strict):
    """Cases managed at one MAPPA level."""

    level: Annotated[int, Field(ge=1, le=3)]
    cases: Count
    percent: Percent


class Caseload(Strict):
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


class BudgetYear(Strict):
    """The revenue budget of a financial year, in pounds."""

    year: Annotated[Words, AfterValidator(_one_year)]
    revenue: Count


class ApprovedPremises(Strict):
    """An approved premises and its places."""

    name: Words
    places: Count


class Context(Strict):
    """``context.yaml``: the area's caseload, budget and premises."""

    caseload: Caseload | None = None
    sample_notes: tuple[Text, ...] = ()
    budget: tuple[BudgetYear, ...] = ()
    approved_premises: tuple[ApprovedPremises, ...] = ()


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
        yield facts.FiguresOfDay("the caseload", ("caseload", "date"), context.caseload.date)


def _breakdowns(context: Context) -> Iterator[facts.Breakdown]:
    caseload = context.caseload
    if caseload is None:
        return
    for name, shares in (("ethnicity", caseload.ethnicity), ("gender", caseload.gender)):
        portions = tuple(facts.Portion(share.percent) for share in shares)
        yield facts.Breakdown(("caseload", name), name, portions, caseload.total)
    levels = tuple(facts.Portion(level.percent, level.cases) for level in caseload.mappa)
    yield facts.Breakdown(("caseload", "mappa"), "the MAPPA levels", levels, caseload.total)


def _parts_of_wholes(context: Context) -> Iterator[facts.PartOfWhole]:
    caseload = context.caseload
    if caseload and caseload.ppo_cases is not None:
        yield facts.PartOfWhole(("caseload", "ppo_cases"), "PPO cases", caseload.ppo_cases, caseload.total)


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


KIND = PartKind(
    id="context",
    file="context.yaml",
    model=Context,
    texts=_texts,
    days=_days,
    breakdowns=_breakdowns,
    parts_of_wholes=_parts_of_wholes,
    is_tabular=True,
    unprinted=frozenset({"date"}),
    tables=_tables,
    charts=_charts,
    scaffold=_scaffold,
)
