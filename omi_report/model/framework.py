"""An inspection framework: what is the same for every area inspected under it.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from omi_report.language.tags import PATTERN
from omi_report.model.base import Key, Number, OneOrMore, QuestionNumber, SectionNumber, Text, Words
from omi_report.model.boxes import BoxKind
from omi_report.model.constraints import Filled, Pattern, Range
from omi_report.model.findings import DEFAULT_FINDINGS, FindingKind, Side
from omi_report.model.recommending import Recommending
from omi_report.model.record import Record, field
from omi_report.numbering import as_printed
from omi_report.source.tree import Path


class Question(Record):
    """A question that inspectors answer about each case to which it applies."""

    id: QuestionNumber
    text: Words
    applies_to: dict[Words, OneOrMore] = field(default={}, about="only to cases with these attributes")
    threads: tuple[Key, ...] = ()
    summary: bool = field(default=False, about="the criterion's summary question, weighted apart")


class CriterionDefinition(Record):
    """A criterion: what good work looks like, and the questions by which it is judged."""

    number: Number
    title: Words
    statement: Text
    questions: tuple[Question, ...] = ()
    shows_performance: bool = field(default=False, about="the report prints the performance summary here")


class Section(Record):
    """A section of criteria, judged by cases (scores) or by grade."""

    number: SectionNumber
    title: Words
    judged_by: Literal["cases", "grade"]
    criteria: Annotated[tuple[CriterionDefinition, ...], Filled()]


class Band(Record):
    """A range of scores, from ``lowest`` per cent up to the next band, and what it means."""

    id: Key
    name: Words
    lowest: Annotated[int, Range(0, 100)]
    conclusion: Words
    urgent: bool = field(default=False, about="a recommendation must answer a criterion in this band")


class Grade(Record):
    """A grade for criteria that are not judged by cases, best first."""

    id: Key
    name: Words
    urgent: bool = field(default=False, about="a recommendation must answer a criterion with this grade")


class Thread(Record):
    """Questions of several sections that are scored together."""

    id: Key
    title: Words
    sections: tuple[SectionNumber, ...]


class Weights(Record):
    """How much of a criterion's score its questions and its summary question give, in per cent."""

    questions: Annotated[int, Range(0, 100)] = 80
    summary: Annotated[int, Range(0, 100)] = 20
    without_summary: Literal["unscorable", "questions-alone"] = field(
        default="unscorable", about="what becomes of a criterion whose summary question has no result"
    )


class Answer(Record):
    """An answer of a scale, and whether it counts as above the line, below it or not at all."""

    id: Key
    name: Words
    line: Literal["above", "below", "not-relevant"]


YES_NO = (Answer(id="yes", name="Yes", line="above"), Answer(id="no", name="No", line="below"))


class SurveyQuestion(Record):
    """A question put to service users, sentencers or staff."""

    id: Key
    text: Words
    answers: tuple[Answer, ...] = field(default=(), about="its own answers, where the survey's will not do")


class Survey(Record):
    """A survey: who was asked, and what. Above the line are the answers that count as positive."""

    id: Key
    title: Words
    answers: Annotated[tuple[Answer, ...], Filled()] = YES_NO
    questions: tuple[SurveyQuestion, ...] = ()

    def answers_to(self, question: SurveyQuestion) -> tuple[Answer, ...]:
        """Return the answers that a question of the survey can have."""
        return question.answers or self.answers


class StandardPassage(Record):
    """A headed passage of standard wording."""

    heading: Words
    text: Text


class FrameworkPart(Record):
    """A part of the report, in its place in the order of parts."""

    kind: Key
    id: Key | None = field(default=None, about="the name that a text refers to; the kind where it is left out")
    heading: Words | None = None
    appendix: bool = False
    text: Text | None = field(default=None, about="standard wording at the head of the part")
    blocks: tuple[StandardPassage, ...] = ()

    @property
    def name(self) -> str:
        """The name by which texts refer to the part."""
        return self.id or self.kind


class ScoreTexts(Record):
    """Standard wording around the chart and the tables of scores."""

    grades: Text | None = None
    threads: Text | None = None
    advice: Text | None = None


class OutdatedTerm(Record):
    """Words that a report should not use of people, and what to say instead.

    A plural in -s counts as well. A capital in a phrase makes its capitals count. With ``noun`` a
    phrase is meant only where no noun follows («the disabled», not «the disabled access»), with
    ``before`` only before these words.
    """

    avoid: OneOrMore
    say: Words
    why: Words | None = None
    noun: bool = field(default=False, about="only where no noun follows: «the disabled», not «the disabled entrance»")
    before: tuple[Words, ...] = field(default=(), about="only where one of these words follows")


class HouseStyle(Record):
    """What a programme settles about its language."""

    longest_sentence: Annotated[int, Range(1)] = field(default=40, about="in words; longer ones are noted")
    outdated_terms: tuple[OutdatedTerm, ...] = ()


class Framework(Record):
    """``frameworks/NAME.yaml``: sections, criteria, questions, scoring rules and standard wording."""

    framework: Words
    title: Words
    report_title: Text = field(about="the report's title; {{ area }} stands for the area's name")
    inspectorate: Words
    language: Annotated[str, Pattern(PATTERN, "a language is written as a tag, such as en-GB")] = "en-GB"
    sections: Annotated[tuple[Section, ...], Filled()]
    bands: Annotated[tuple[Band, ...], Filled()]
    grades: tuple[Grade, ...] = ()
    threads: tuple[Thread, ...] = ()
    weights: Weights = Weights()
    section_scores: Literal["published", "exact"] = field(
        default="published", about="the mean of the criteria's scores as published (rounded), or of the exact ones"
    )
    scale: tuple[Answer, ...] = ()
    minimum_base: Annotated[int, Range(1)] = field(default=10, about="under it, counts are given and no percentages")
    minimum_cell: Annotated[int, Range(1)] = field(default=5, about="smaller counts are left out of suppressed exports")
    attributes: dict[str, OneOrMore] = field(default={}, about="what is known of a case, with its values")
    surveys: tuple[Survey, ...] = ()
    performance_grades: tuple[Grade, ...] = ()
    score_texts: ScoreTexts = ScoreTexts()
    plain_capitals: tuple[Words, ...] = field(
        default=(),
        about="words in capitals that the list of abbreviations need not explain, beside TV, NHS and the like",
    )
    house_style: HouseStyle = HouseStyle()
    findings: Annotated[tuple[FindingKind, ...], Filled()] = field(
        default=DEFAULT_FINDINGS, about="the kinds of finding, in the order of the report"
    )
    recommendations: Recommending = Recommending()
    boxes: tuple[BoxKind, ...] = field(default=(), about="the kinds of box that criteria and parts may have")
    parts: Annotated[tuple[FrameworkPart, ...], Filled()]

    @cached_property
    def criteria(self) -> dict[str, CriterionDefinition]:
        """Every criterion by its number, in order."""
        return {criterion.number: criterion for section in self.sections for criterion in section.criteria}

    @cached_property
    def section_of(self) -> dict[str, Section]:
        """The section of each criterion, by the criterion's number."""
        return {criterion.number: section for section in self.sections for criterion in section.criteria}

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by its id."""
        return {question.id: question for criterion in self.criteria.values() for question in criterion.questions}

    @cached_property
    def surveys_by_id(self) -> dict[str, Survey]:
        """Every survey by its id."""
        return {survey.id: survey for survey in self.surveys}

    def shown(self, number: str) -> str:
        """Return the number of a section, criterion or question as a report prints it."""
        return as_printed(self.numbers.get(number, number))

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The numbers of sections, criteria and questions by their names; they know how they are written."""
        sections = (section.number for section in self.sections)
        return {number: number for number in (*sections, *self.criteria, *self.questions)}

    def band_of(self, score: int) -> Band:
        """Return the band of a rounded score, in per cent."""
        falling = sorted(self.bands, key=lambda band: -band.lowest)
        return next((band for band in falling if score >= band.lowest), falling[-1])

    def kinds_on(self, side: Side) -> tuple[FindingKind, ...]:
        """Return the kinds of finding on one side."""
        return tuple(kind for kind in self.findings if kind.side == side)

    @property
    def answerable(self) -> tuple[FindingKind, ...]:
        """The kinds of finding that recommendations answer: those on the poor side, and where they stand under each."""
        return tuple(kind for kind in self.findings if kind.side == "poor" or kind.recommendations)

    def names(self, what: str) -> list[str]:
        """Return the names that the framework has for criteria, sections and the like.

        Raises KeyError for a word that stands for nothing in a framework.
        """
        return {
            "criterion": lambda: list(self.criteria),
            "section": lambda: [section.number for section in self.sections],
            "thread": lambda: [thread.id for thread in self.threads],
            "band": lambda: [band.id for band in self.bands],
            "grade": lambda: [grade.id for grade in self.grades],
            "performance grade": lambda: [grade.id for grade in self.performance_grades],
            "addressee": lambda: [each.id for each in self.recommendations.addressees],
            "kind of box": lambda: [kind.id for kind in self.boxes],
            "case type": lambda: list(self.attributes.get("case_type", ())),
        }[what]()

    def prose(self) -> Iterator[tuple[Path, Text]]:
        """Yield every Markdown text of the framework and its path in the file."""
        yield ("report_title",), self.report_title
        for index, section in enumerate(self.sections):
            for inner, criterion in enumerate(section.criteria):
                yield ("sections", index, "criteria", inner, "statement"), criterion.statement
        for name in ("grades", "threads", "advice"):
            text = getattr(self.score_texts, name)
            if text:
                yield ("score_texts", name), text
        for index, part in enumerate(self.parts):
            if part.text:
                yield ("parts", index, "text"), part.text
            for inner, block in enumerate(part.blocks):
                yield ("parts", index, "blocks", inner, "text"), block.text
