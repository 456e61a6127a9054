"""Reports that tests make of an area, as they are published: as lines with styles, as a text, as a Word file.

They are made in another way than omi makes its own reports: with the headings and marks that reports of this kind have,
in several manners, so that what is recognised does not depend on one.
"""

from __future__ import annotations

import io
import random
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import docx

from omi_report.document.build import context_of
from omi_report.document.context import BuildContext
from omi_report.inspection import Inspection
from omi_report.model.framework import FrameworkPart
from omi_report.numbering import as_written
from omi_report.quantity import half_up
from omi_report.scoring.results import Scored


class Line(NamedTuple):
    """A paragraph: ``level`` is above 0 for a heading; ``cells`` are those of a row of a table."""

    text: str
    level: int = 0
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class Manner:
    """How a report is set: all of it may differ from one inspectorate to the next."""

    capitals: bool = True
    before_title: str = "General Criterion: "
    bullets: bool = True
    letters: str = "({})"
    colon: bool = True
    contents: bool = True
    width: int = 0
    """The lines are so wide; 0 where each paragraph is a line."""
    page: int = 0
    """So many lines are on a page, with a running head and a number; 0 where there are no pages."""
    headings: bool = True
    """Whether headings of a Word file have the styles of headings."""

    def title(self, text: str) -> str:
        return text.upper() if self.capitals else text


def random_manner(random_: random.Random) -> Manner:
    return Manner(
        capitals=random_.random() < 0.5,
        before_title=random_.choice(["General Criterion: ", "Criterion: ", ""]),
        bullets=random_.random() < 0.5,
        letters=random_.choice(["({})", "{})", "{}."]),
        colon=random_.random() < 0.5,
        contents=random_.random() < 0.7,
        width=random_.choice([0, 72, 95]),
        page=random_.choice([0, 38, 55]),
        headings=random_.random() < 0.5,
    )


PLAIN = Manner()


def lines_of(inspection: Inspection, manner: Manner = PLAIN) -> list[Line]:
    """Return the report of an area, paragraph by paragraph."""
    return list(_Writer(inspection, context_of(inspection), manner).lines())


class _Writer:
    def __init__(self, inspection: Inspection, context: BuildContext, manner: Manner) -> None:
        self.area, self.framework = inspection.area, inspection.framework
        self.inspection, self.context, self.manner = inspection, context, manner

    def lines(self) -> Iterator[Line]:
        yield Line(str(self.framework.report_title).replace("{{ area }}", ""))
        yield Line(self.area.identity.area)
        yield Line(f"Inspected in {self.context.date(self.area.identity.inspected)}")
        if self.manner.contents:
            yield from self.list_of_contents()
        for part in self.framework.parts:
            yield from getattr(self, part.kind.replace("-", "_"), self.nothing)(part)

    def nothing(self, _part: FrameworkPart) -> Iterator[Line]:
        yield from ()

    def heading(self, part: FrameworkPart) -> Line:
        return Line(self.manner.title(part.heading or ""), 1)

    def list_of_contents(self) -> Iterator[Line]:
        yield Line(self.manner.title("Contents"), 1)
        page = 3
        for part in self.framework.parts:
            if part.heading:
                yield Line(f"{self.manner.title(part.heading)}\t{page}")
                page += 1
        for number, criterion in self.framework.criteria.items():
            yield Line(f"{as_written(number)} {self.manner.title(criterion.title)}\t{page}")
            page += 1

    def prose(self, text: Any, scope: str = "summary") -> Iterator[Line]:
        for paragraph in self.context.texts.words(text, scope).split("\n\n"):
            yield Line(" ".join(paragraph.split()))

    def content(self, kind: str) -> Any:
        return next((part for name, _kind, part in self.area.contents() if name == f"{kind}.yaml"), None)

    def foreword(self, part: FrameworkPart) -> Iterator[Line]:
        content = self.content("foreword")
        yield self.heading(part)
        yield from self.prose(content.text)
        yield Line(content.signatory)
        if content.office:
            yield Line(content.office)

    def acknowledgements(self, part: FrameworkPart) -> Iterator[Line]:
        yield self.heading(part)
        yield from self.prose(self.area.identity.acknowledgements)
        for role in self.area.identity.team:
            yield Line(f"{role.role}: {', '.join(role.names)}")

    def abbreviations(self, part: FrameworkPart) -> Iterator[Line]:
        yield self.heading(part)
        for short, long in self.content("abbreviations").root.items():
            yield Line(f"{short}\t{long}", cells=(short, long))

    def summary(self, part: FrameworkPart) -> Iterator[Line]:
        content = self.content("summary")
        yield self.heading(part)
        for section in self.framework.sections:
            yield Line(section.title, 2)
            yield from self.prose(content.sections[section.number])
        for thread in self.framework.threads:
            yield Line(thread.title, 2)
            yield from self.prose(content.threads[thread.id].text)

    def recommendations(self, part: FrameworkPart) -> Iterator[Line]:
        content = self.content("recommendations")
        yield self.heading(part)
        yield Line("The following is needed:")
        word = self.framework.terms.criteria
        addressees = self.framework.recommendations.addressees
        for group in addressees or (None,):
            if group:
                yield Line(group.heading, 2)
            own = [each for each in content.recommendations if not group or each.to == group.id]
            for number, each in enumerate(own, 1):
                text = " ".join(self.context.texts.words(each.text).split())
                named = f" ({word} {', '.join(map(as_written, each.criteria))})" if each.criteria else ""
                yield Line(f"{number}. {text}{named}")

    def next_steps(self, part: FrameworkPart) -> Iterator[Line]:
        yield self.heading(part)
        yield from self.prose(self.content("recommendations").next_steps)

    def good_practice(self, part: FrameworkPart) -> Iterator[Line]:
        yield self.heading(part)
        yield Line("These are examples of what worked well here.")
        for story in self.content("good-practice").stories:
            yield Line(story.title, 2)
            yield Line(f"{self.framework.inspectorate} {self.framework.terms.criterion} {as_written(story.criterion)}")
            yield from self.prose(story.text, story.criterion)

    def service_users(self, part: FrameworkPart) -> Iterator[Line]:
        yield self.heading(part)
        for group in self.content("service-users").groups:
            yield Line(group.title, 2)
            yield from self.prose(group.text, group.id)

    def text(self, part: FrameworkPart) -> Iterator[Line]:
        yield self.heading(part)
        yield from self.prose(self.content(part.name).text, part.name)

    def sections(self, _part: FrameworkPart) -> Iterator[Line]:
        for section in self.framework.sections:
            yield Line(f"{section.number}. {self.manner.title(section.title)}", 1)
            for criterion in section.criteria:
                yield from self.criterion(criterion.number)

    def criterion(self, number: str) -> Iterator[Line]:
        definition, found = self.framework.criteria[number], self.area.criteria[number]
        yield Line(f"{as_written(number)} {self.manner.before_title}{self.manner.title(definition.title)}", 2)
        yield from self.prose(definition.statement)
        rule = self.framework.rule_of("criterion", number)
        scale = self.framework.scale_of(rule)
        if rule.judgement and scale:
            yield Line(next(band.name for band in scale.bands if band.id == found.rating))
        elif isinstance(score := self.context.scores.criteria[number].score, Scored):
            yield Line(self.context.language.percent(str(half_up(score.value))))
        for kind in self.framework.findings:
            yield Line(f"{kind.plural[:1].upper()}{kind.plural[1:]}{':' if self.manner.colon else ''}", 3)
            for index, finding in enumerate(found.of_kind(kind)):
                mark = kind.mark_at(index)
                written = f"{self.manner.letters.format(mark)} " if mark else "• "
                before = "- " if self.manner.bullets and mark else ""
                first, *rest = self.prose(finding.text, number)
                yield Line(f"{before}{written}{first.text}")
                yield from rest
        yield Line("Conclusion:")
        yield Line(f"Performance against this {self.framework.terms.criterion} was good.")


def as_text(lines: list[Line], manner: Manner = PLAIN) -> bytes:
    """Return a report as a text: a line for each paragraph, or wrapped, and on pages."""
    written: list[str] = []
    for line in lines:
        if manner.width:
            written += textwrap.wrap(line.text, manner.width, break_on_hyphens=False, tabsize=8) or [""]
        else:
            written.append(line.text)
        if not line.cells:
            written.append("")
    if not manner.page:
        return "\n".join(written).encode()
    pages = [written[at : at + manner.page] for at in range(0, len(written), manner.page)]
    return "\f".join(
        "\n".join(["A report of an inspection", "", *page, "", f"                    {number}"])
        for number, page in enumerate(pages, 1)
    ).encode()


def as_word(lines: list[Line], manner: Manner = PLAIN) -> bytes:
    """Return a report as a Word file: headings have their styles, unless the manner has none; abbreviations a table."""
    document = docx.Document()
    table = None
    for line in lines:
        if line.cells:
            table = table or document.add_table(0, len(line.cells))
            for cell, text in zip(table.add_row().cells, line.cells, strict=True):
                cell.text = text
            continue
        table = None
        style = f"Heading {line.level}" if line.level and manner.headings else None
        document.add_paragraph(line.text, style=style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
