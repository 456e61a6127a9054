"""What a text can refer to, and the words that lead there."""

from __future__ import annotations

from dataclasses import dataclass

from omi_report.document.inlines import ReferenceInline
from omi_report.language.language import Language
from omi_report.model.framework import Framework
from omi_report.model.outline import Outline, PlacedFinding, PlacedPart, chart_id, criterion_id, section_id, table_id


@dataclass(frozen=True, slots=True)
class Referent:
    """A place of the report: its id, what it is called (criterion 1.2), and its title and number where it has them."""

    id: str
    name: str
    title: str = ""
    number: str = ""

    def full(self) -> ReferenceInline:
        """Refer to it by name and title: criterion 1.2 (Risk of harm); by its name alone where it has no title."""
        return ReferenceInline(self.id, f"{self.name} ({self.title})") if self.title else self.short()

    def short(self) -> ReferenceInline:
        """Refer to it by its name alone: criterion 1.2."""
        return ReferenceInline(self.id, self.name, "short")

    def number_first(self) -> ReferenceInline:
        """Refer to it by number and title: 1.2 Risk of harm."""
        return ReferenceInline(self.id, f"{self.number} {self.title}", "number-title")

    def title_first(self) -> ReferenceInline:
        """Refer to it by title and number: Risk of harm (1.2)."""
        return ReferenceInline(self.id, f"{self.title} ({self.number})", "title-number")


@dataclass(frozen=True, slots=True)
class References:
    """Every place of a report that can be referred to. Raises KeyError for a place that does not exist."""

    framework: Framework
    outline: Outline
    language: Language

    def of_role(self, role: str, name: str) -> Referent:
        """Return what a role of a text stands for: ``{criterion}`1.2` ``."""
        match role:
            case "criterion":
                return self.criterion(name)
            case "section":
                return self.section(name)
            case "finding":
                return self._finding(name)
            case "table":
                number = self.outline.tables[name]
                return Referent(table_id(number), self.language.label("Table %(number)s", number=number))
            case "chart":
                number = self.outline.charts[name]
                return Referent(chart_id(number), self.language.label("Chart %(number)s", number=number))
            case "part" | "appendix":
                return self._part(name, appendix=role == "appendix")
            case _:
                raise KeyError(role)

    def criterion(self, number: str) -> Referent:
        """Return a criterion by its number."""
        title = self.framework.criteria[number].title
        shown = self.framework.shown(number)
        name = self.language.label("%(term_criterion)s %(number)s", number=shown)
        return Referent(criterion_id(number), name, title, shown)

    def section(self, number: str) -> Referent:
        """Return a section by its number."""
        titles = {section.number: section.title for section in self.framework.sections}
        shown = self.framework.shown(number)
        name = self.language.label("%(term_section)s %(number)s", number=shown)
        return Referent(section_id(number), name, titles[number], shown)

    def part(self, placed: PlacedPart) -> Referent:
        """Return a part in its place; one without a heading has no name."""
        heading = placed.part.heading or ""
        if placed.appendix:
            return Referent(placed.id, self.language.label("Appendix %(number)s", number=placed.appendix), heading)
        return Referent(placed.id, heading)

    def _part(self, name: str, *, appendix: bool) -> Referent:
        placed = self.outline.part(name, appendix=appendix)
        if placed is None:
            raise KeyError(name)
        return self.part(placed)

    def _finding(self, name: str) -> Referent:
        return self.finding(self.outline.findings[name])

    def finding(self, placed: PlacedFinding) -> Referent:
        """Return a finding in its place.

        One whose number runs on through the report is called by it: AFI 3. One without a letter or a number is called
        by its kind, and by its first words where there are others of the kind under its criterion.
        """
        language = self.language
        named = {"number": self.framework.shown(placed.criterion), "finding": language.gettext(placed.kind.singular)}
        if not placed.mark:
            return Referent(placed.id, self._unmarked(placed, named))
        if placed.kind.runs_on:
            unbracketed = language.label("%(finding)s (%(letter)s)", finding=named["finding"], letter=placed.mark)
            return Referent(placed.id, placed.printed if placed.kind.prefix else unbracketed)
        if placed.kind.prefix:
            named["finding"] = placed.printed
            return Referent(placed.id, language.label("%(term_criterion)s %(number)s, %(finding)s", **named))
        words = language.label("%(term_criterion)s %(number)s, %(finding)s (%(letter)s)", **named, letter=placed.mark)
        return Referent(placed.id, words)

    def _unmarked(self, placed: PlacedFinding, named: dict[str, str]) -> str:
        """What a finding without a mark is called, told from the others of its list."""
        label = self.language.label
        if len(placed.listed) <= 1:
            return label("%(term_criterion)s %(number)s, %(finding)s", **named)
        if placed.opening:
            marks = self.language.quotes
            words = f"{marks[0]}{placed.opening}{marks[1]}"
            return label("%(term_criterion)s %(number)s, %(finding)s %(words)s", **named, words=words)
        place, count = placed.index + 1, len(placed.listed)
        # Translators: a finding that has no letter: criterion 1.2, observation 2 of 3.
        return label(
            "%(term_criterion)s %(number)s, %(finding)s %(place)s of %(count)s", **named, place=place, count=count
        )
