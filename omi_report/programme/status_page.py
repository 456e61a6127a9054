"""Where inspections stand, as one page in the look of reports. It is for those who inspect, and says so."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from omi_report.document.covers import cover
from omi_report.document.inlines import LinkInline
from omi_report.document.table_looks import table_role
from omi_report.document.tree import (
    Block,
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
from omi_report.language.known import ENGLISH
from omi_report.programme.area_status import AreaStatus
from omi_report.programme.status_words import (
    NAMES,
    NOTHING,
    lack_words,
    names,
    next_words,
    plan_words,
    stage_words,
    step_words,
)

_UNREAD = "Cannot be read"


def status_document(statuses: Sequence[AreaStatus], today: datetime.date) -> Document:
    """Return where some inspections stand by a day, as a document: a table of all, then each of them."""
    day = ENGLISH.date(today.year, today.month, today.day)
    called = names(statuses)
    counted = f"{len(statuses)} inspection{'s' * (len(statuses) != 1)}"
    title = f"Where they stand: {counted}"
    programmes = ", ".join(_named(each.programme for each in statuses)) or "Inspections"
    meta = Meta(
        title=title,
        area=counted,
        slug="status",
        programme=programmes,
        inspectorate=", ".join(_named(each.inspectorate for each in statuses)) or "omi",
        language=ENGLISH.tag,
        stage="draft",
        inspected=today.isoformat(),
        drafted=today.isoformat(),
        draft="Internal",
    )
    head = FactsBlock((Fact(("As it stands on",), ((day,),)),), "imprint")
    parts = (
        cover(title, programmes, (head,)),
        Part("all", "standing", "All inspections", (_table(called, statuses),)),
        Part(
            "each",
            "standing",
            "Each inspection",
            tuple(_each(at, name, each) for at, (name, each) in enumerate(zip(called, statuses, strict=True), 1)),
        ),
    )
    return Document(meta, parts)


def _named(names: Iterator[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name]


def _table(called: Sequence[str], statuses: Sequence[AreaStatus]) -> TableBlock:
    columns = tuple(TableColumn(heading) for heading in ("Inspection", "Stage", "Next step")) + tuple(
        TableColumn(heading, figures=True) for heading in ("Errors", "Warnings", "TODOs")
    )
    rows = tuple(_row(at, name, each) for at, (name, each) in enumerate(zip(called, statuses, strict=True), 1))
    return TableBlock(
        columns, (RowGroup(rows),), "table-1", 1, "Table 1", ("The inspections",), role=table_role(columns)
    )


def _row(at: int, name: str, status: AreaStatus) -> TableRow:
    header = (LinkInline(f"#inspection-{at}", (name,)),)
    words = (stage_words(status), next_words(status)) if not status.refusal else (_UNREAD, NOTHING)
    known = not status.refusal or bool(status.counts.errors)
    counts = (status.counts.errors, status.counts.warnings, status.counts.todos)
    figures = (ENGLISH.figures(each) if known else NOTHING for each in counts)
    return TableRow(header, tuple(TableCell((cell,)) for cell in (*words, *figures)))


def _each(at: int, name: str, status: AreaStatus) -> DivisionBlock:
    return DivisionBlock("group", 3, name, tuple(_blocks(status)), f"inspection-{at}")


def _blocks(status: AreaStatus) -> Iterator[Block]:
    yield ParagraphBlock((status.path,), role="quiet")
    if status.refusal:
        yield from (ParagraphBlock((line,)) for line in status.refusal)
        return
    if status.missing:
        yield ParagraphBlock((f"It {lack_words(status)}:",))
        yield ListBlock(tuple(ListItem((ParagraphBlock((each,), tight=True),)) for each in status.missing))
    else:
        yield ParagraphBlock(("It lacks nothing.",))
    said = [("Stage", stage_words(status)), *((NAMES[each.step], step_words(each)) for each in status.steps)]
    if status.plan:
        said.append(("Actions", plan_words(status.plan)))
    yield FactsBlock(tuple(Fact((term,), ((value,),)) for term, value in said), "recommendation-facts")
