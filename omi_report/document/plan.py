"""The improvement plan of an area as a document of its own: a table of all actions, then each of them in full.

It is made of the same tree as a report, so that the same renderers make its files. It leads to no place of the report,
which is another file.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from omi_report.document.build import context_of
from omi_report.document.context import UNKNOWN, BuildContext
from omi_report.document.covers import cover
from omi_report.document.inlines import Inlines
from omi_report.document.notes import numbered
from omi_report.document.printed import line, plain
from omi_report.document.table_looks import table_role
from omi_report.document.tree import (
    Block,
    Blocks,
    DivisionBlock,
    Document,
    Fact,
    FactsBlock,
    ListBlock,
    ListItem,
    Meta,
    ParagraphBlock,
    Part,
    RowGroup,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
)
from omi_report.document.unlinked import unlinked
from omi_report.model.base import ReportDate, Text
from omi_report.model.facts import Recommended
from omi_report.model.plan import ProgressEntry
from omi_report.plan.planned import Planned
from omi_report.plan.standing import Standing, standings
from omi_report.plan.timing import has_come
from omi_report.plan.wording import counts_words, date_words, standing_words, state_words
from omi_report.problems import excerpt

_HEADING_ROOM = 90
"""So many characters of a recommendation that has no short form stand in its heading."""


def plan_document(plan: Planned, today: datetime.date) -> Document:
    """Return the plan of an area, in which nothing is wrong, as a document; how far it has come is told by a day.

    The area too has no errors: what the report says of its recommendations is printed.
    """
    builder = _Builder(plan, today, context_of(plan.inspection), context_of(plan.alone))
    parts = numbered(builder.parts(), builder.of_plan.language)
    return Document(builder.meta(), unlinked(tuple(parts)))


@dataclass(frozen=True)
class _Builder:
    """Makes the parts. ``report`` writes what the report says, ``of_plan`` what the plan does."""

    plan: Planned
    today: datetime.date
    report: BuildContext
    of_plan: BuildContext

    def label(self, key: str, /, **values: str | int) -> str:
        return self.of_plan.label(key, **values)

    @property
    def title(self) -> str:
        return self.of_plan.label("Improvement plan: %(name)s", name=self.plan.area.identity.area)

    def meta(self) -> Meta:
        """The plan is the area's own: it, and not the inspectorate, is its author."""
        area = self.plan.area
        name = area.identity.area
        return Meta(
            title=self.title,
            area=name,
            slug=area.slug,
            programme=area.framework.title,
            inspectorate=name,
            language=area.framework.language,
            stage="final",
            inspected=str(area.identity.inspected),
            published=self._submitted,
            keywords=(area.framework.title, name),
            terms=self.of_plan.language.terms,
        )

    @property
    def _submitted(self) -> str | None:
        submitted = self.plan.plan.submitted if self.plan.plan else None
        return str(submitted) if submitted else None

    def parts(self) -> Iterator[Part]:
        actions = standings(self.plan, self.today)
        yield cover(self.title, self.plan.area.framework.title, (FactsBlock(tuple(self._imprint()), "imprint"),))
        yield Part("standing", "standing", self.of_plan.label("Where the plan stands"), tuple(self._standing(actions)))
        yield Part("actions", "actions", self.of_plan.label("What is done"), tuple(self._answers(actions)))

    def _imprint(self) -> Iterator[Fact]:
        identity, label = self.plan.area.identity, self.of_plan.label
        today = ReportDate(self.today.year, self.today.month, self.today.day)
        dates = [
            (label("Inspected"), identity.inspected),
            (label("Published"), identity.published if identity.stage == "final" else None),
            (label("Submitted"), self.plan.plan.submitted if self.plan.plan else None),
            (label("As it stands on"), today),
        ]
        for term, date in dates:
            if date:
                yield Fact((term,), ((self._date(date),),))

    def _date(self, date: ReportDate) -> str:
        return date_words(date, self.of_plan.language)

    # --- the table ----------------------------------------------------------------------------------------

    def _standing(self, actions: tuple[Standing, ...]) -> Iterator[Block]:
        answered = {each.asked for each in actions}
        without = [each for each in self.plan.asked if each not in answered]
        counts = [counts_words(actions, self.of_plan.language)] if actions else []
        counts += [self._unanswered(without)] if without else []
        yield from (ParagraphBlock((f"{words}.",)) for words in counts)
        if not actions:
            return
        label = self.of_plan.label
        headings = (label("Action"), label("Owner"), label("Due"), label("Progress"))
        columns = tuple(TableColumn(heading) for heading in headings)
        groups = tuple(
            RowGroup(tuple(map(self._row, of_one)), self._heading(asked))
            for asked, of_one in groupby(actions, key=lambda each: each.asked)
        )
        caption = label("The actions, by %(term_recommendation)s")
        yield TableBlock(
            columns, groups, "table-1", 1, label("Table %(number)s", number=1), (caption,), role=table_role(columns)
        )

    def _unanswered(self, without: list[Recommended]) -> str:
        language, which = self.of_plan.language, [str(each.number) for each in without]
        return language.counted(
            "%(number)s of %(all)s %(terms_recommendation)s has no action: %(which)s",
            "%(number)s of %(all)s %(terms_recommendation)s have no action: %(which)s",
            len(without),
            all=len(self.plan.asked),
            which=language.join(which),
        )

    def _row(self, each: Standing) -> TableRow:
        action = each.action
        due = self._date(action.due) if action.due else UNKNOWN
        cells = (action.owner or UNKNOWN, due, standing_words(each, self.of_plan.language))
        return TableRow((self._begun(action.what),), tuple(TableCell((cell,)) for cell in cells))

    def _begun(self, text: Text) -> str:
        """The first paragraph of a text, with a mark where more follows."""
        words = line(self.of_plan.line(text))
        return f"{words} …" if len(self.of_plan.text(text)) > 1 else words

    def _heading(self, asked: Recommended | None) -> str:
        if asked is None:
            return self.of_plan.label("About no %(term_recommendation)s of the report")
        return f"{asked.number} {self._in_short(asked)}"

    def _in_short(self, asked: Recommended) -> str:
        return excerpt(plain(self.report.text(asked.in_short or asked.says)), _HEADING_ROOM)

    # --- each recommendation, with its actions in full ---------------------------------------------------

    def _answers(self, actions: tuple[Standing, ...]) -> Iterator[DivisionBlock]:
        for asked in self.plan.asked:
            here = [each for each in actions if each.asked == asked]
            blocks: Blocks = (
                ParagraphBlock((plain(self.report.text(asked.says)),)),
                *(block for each in here for block in self._action(each)),
            )
            if not here:
                blocks += (ParagraphBlock((self.of_plan.label("The plan has no action about it."),), role="quiet"),)
            place = f"recommendation-{asked.number}"
            yield DivisionBlock("group", 3, self._in_short(asked), blocks, place, label=str(asked.number))

    def _action(self, each: Standing) -> Iterator[Block]:
        action, label = each.action, self.of_plan.label
        said: list[tuple[str, str]] = [
            (label("Owner"), action.owner or ""),
            (label("Due"), self._date(action.due) if action.due else ""),
            (label("Progress"), standing_words(each, self.of_plan.language)),
        ]
        facts = tuple(Fact((term,), ((value,),)) for term, value in said if value)
        heading = label("Action %(name)s", name=action.id)
        blocks: Blocks = (*self.of_plan.text(action.what, level=5), FactsBlock(facts, "recommendation-facts"))
        entries = tuple(self._entry(entry) for entry in action.progress if has_come(entry.date, self.today))
        if entries:
            blocks += (ListBlock(entries),)
        yield DivisionBlock("group", 4, heading, blocks, f"action-{action.id}")

    def _entry(self, entry: ProgressEntry) -> ListItem:
        state = state_words(entry.state, self.of_plan.language)
        head: Inlines = (self.of_plan.label("%(date)s, %(state)s:", date=self._date(entry.date), state=state),)
        shown = self.of_plan.language.join(entry.evidence)
        evidence: Blocks = (
            (ParagraphBlock((self.of_plan.label("Evidence: %(evidence)s", evidence=shown),), role="quiet"),)
            if shown
            else ()
        )
        return ListItem((ParagraphBlock(head), *self.of_plan.text(entry.says, level=5), *evidence))
