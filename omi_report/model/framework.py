"""An inspection framework: what is the same for every area inspected under it.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from omi_report.language.known import ENGLISH
from omi_report.language.language import Language
from omi_report.language.tags import PATTERN
from omi_report.language.terms import Terms
from omi_report.model.attributes import Attribute, Attributes
from omi_report.model.base import Key, Keys, Number, OneOrMore, SectionNumber, Text, Words
from omi_report.model.boxes import BoxKind
from omi_report.model.calendar import Calendar
from omi_report.model.constraints import Filled, Once, Pattern, Range
from omi_report.model.disclosure_policy import SAFE_MINIMUM, DisclosurePolicy
from omi_report.model.findings import DEFAULT_FINDINGS, FindingKind, Side
from omi_report.model.imprint import Imprint
from omi_report.model.questions import Answer, KeyQuestion, Question, Survey
from omi_report.model.rating_rules import NO_RATING, Level, LevelRules, RatingRule, Weight
from omi_report.model.recommending import Recommending
from omi_report.model.record import Record, field
from omi_report.model.sampling import Sampling
from omi_report.model.scales import Band, Scale
from omi_report.model.words import ProgrammeWords
from omi_report.numbering import as_printed
from omi_report.source.tree import Path


class CriterionDefinition(Record):
    """A criterion: what good work looks like, and the questions by which it is judged."""

    number: Number
    title: Words
    statement: Text
    questions: tuple[Question, ...] = ()
    key_questions: tuple[KeyQuestion, ...] = field(default=(), about="questions that are answered by several together")
    threads: Keys = field(default=(), about="the threads for which it counts, where these take criteria")
    rating: RatingRule | None = field(default=None, about="its own rule, in place of its section's")
    weight: Weight | None = field(default=None, about="per cent, where a weighted score takes criteria")
    shows: tuple[Key, ...] = field(default=(), about="tables and charts of other parts that are printed here instead")

    @property
    def asked(self) -> tuple[Question, ...]:
        """All its questions, those of its key questions after the others."""
        grouped = (question for key_question in self.key_questions for question in key_question.questions)
        return (*self.questions, *grouped)


class Section(Record):
    """A section of criteria."""

    number: SectionNumber
    title: Words
    rating: RatingRule | None = field(default=None, about="its own rule, in place of that of all sections")
    criteria_rating: RatingRule | None = field(default=None, about="the rule of its criteria, in place of that of all")
    weight: Weight | None = field(default=None, about="per cent, where a weighted score takes sections")
    criteria: Annotated[tuple[CriterionDefinition, ...], Filled()]


class Thread(Record):
    """What is rated together across sections: questions, or whatever its rule takes."""

    id: Key
    title: Words
    sections: Annotated[tuple[SectionNumber, ...], Filled(), Once()]
    rating: RatingRule | None = field(default=None, about="its own rule, in place of that of all threads")
    weight: Weight | None = field(default=None, about="per cent, where a weighted score takes threads")


class StandardPassage(Record):
    """A headed passage of standard wording."""

    heading: Words
    text: Text


class ScoreTexts(Record):
    """Standard wording around the chart and the tables of scores."""

    judged: Text | None = None
    threads: Text | None = None
    advice: Text | None = None


class FrameworkPart(Record):
    """A part of the report, in its place in the order of parts."""

    kind: Key
    id: Key | None = field(default=None, about="the name that a text refers to; the kind where it is left out")
    heading: Words | None = None
    appendix: bool = False
    text: Text | None = field(default=None, about="standard wording at the head of the part")
    texts: ScoreTexts = field(default=ScoreTexts(), about="standard wording around the scores")
    blocks: tuple[StandardPassage, ...] = ()
    answers: bool = field(
        default=False, about="whether each section shows how the questions of its criteria were answered"
    )

    @property
    def name(self) -> str:
        """The name by which texts refer to the part."""
        return self.id or self.kind


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
    before: Annotated[tuple[Words, ...], Once()] = field(default=(), about="only where one of these words follows")


class HouseStyle(Record):
    """What a programme settles about its language."""

    longest_sentence: Annotated[int, Range(1)] = field(default=40, about="in words; longer ones are noted")
    outdated_terms: tuple[OutdatedTerm, ...] = ()


ON_SCALE = "band of the scale "
"""What the names of a scale's bands are called in `Framework.names`, with the scale after it."""


class Framework(Record):
    """``frameworks/NAME.yaml``: sections, criteria, questions, scoring rules and standard wording."""

    framework: Words
    title: Words
    report_title: Text = field(about="the report's title; {{ area }} stands for the area's name")
    inspectorate: Words
    language: Annotated[str, Pattern(PATTERN, "a language is written as a tag, such as en-GB")] = "en-GB"
    words: ProgrammeWords = field(default=ProgrammeWords(), about="the programme's own words for things")
    sections: Annotated[tuple[Section, ...], Filled()]
    scales: tuple[Scale, ...] = field(default=(), about="what scores and judgements can come to")
    ratings: LevelRules = field(default=LevelRules(), about="how scores and ratings are made, level by level")
    threads: tuple[Thread, ...] = ()
    answers: tuple[Answer, ...] = field(default=(), about="the answers to questions about cases")
    isbn: Literal["needed", "none"] = field(
        default="needed", about="whether its reports have an ISBN when they are published, or none ever"
    )
    minimum_base: Annotated[int, Range(1)] = field(default=10, about="under it, counts are given and no percentages")
    disclosure: DisclosurePolicy = field(
        default=DisclosurePolicy(minimum=SAFE_MINIMUM), about="how small a count is never printed, or why all are"
    )
    attributes: Attributes = field(default={}, about="what is known of a case, with its values")
    sample_by: Words = field(default="case_type", about="the attribute whose values divide the sample in area.yaml")
    sampling: Sampling | None = field(default=None, about="how the cases are drawn that are inspected, and by whom")
    surveys: tuple[Survey, ...] = ()
    plain_capitals: Annotated[tuple[Words, ...], Once()] = field(
        default=(),
        about="words in capitals that the list of abbreviations need not explain, beside TV, NHS and the like",
    )
    house_style: HouseStyle = HouseStyle()
    findings: Annotated[tuple[FindingKind, ...], Filled()] = field(
        default=DEFAULT_FINDINGS, about="the kinds of finding, in the order of the report"
    )
    recommendations: Recommending = Recommending()
    boxes: tuple[BoxKind, ...] = field(default=(), about="the kinds of box that criteria and parts may have")
    calendar: Calendar = field(default=Calendar(), about="by when each step after an inspection is due")
    imprint: Imprint = field(default=Imprint(), about="licence, contact, other formats, how to complain")
    parts: Annotated[tuple[FrameworkPart, ...], Filled()]

    @cached_property
    def criteria(self) -> dict[str, CriterionDefinition]:
        """Every criterion by its number, in order."""
        return {criterion.number: criterion for section in self.sections for criterion in section.criteria}

    @cached_property
    def shown_elsewhere(self) -> frozenset[str]:
        """The names of the tables and charts that are printed under a criterion, and not in their own part."""
        return frozenset(name for criterion in self.criteria.values() for name in criterion.shows)

    @cached_property
    def section_of(self) -> dict[str, Section]:
        """The section of each criterion, by the criterion's number."""
        return {criterion.number: section for section in self.sections for criterion in section.criteria}

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by its id."""
        return {question.id: question for criterion in self.criteria.values() for question in criterion.asked}

    @cached_property
    def key_questions(self) -> dict[str, KeyQuestion]:
        """Every key question by its id."""
        return {each.id: each for criterion in self.criteria.values() for each in criterion.key_questions}

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """The bands of all scales, in order."""
        return tuple(band for scale in self.scales for band in scale.bands)

    @cached_property
    def scales_by_id(self) -> dict[str, Scale]:
        """Every scale by its id."""
        return {scale.id: scale for scale in self.scales}

    def rule_of(self, level: Level, name: str = "") -> RatingRule:
        """Return the rule by which something is rated: a criterion, a section, a thread, a key question, the whole.

        Raises KeyError for a name that the framework does not have.
        """
        match level:
            case "key-question":
                return self.key_questions[name].rating or self.ratings.key_question
            case "criterion":
                return self.criteria[name].rating or self.section_of[name].criteria_rating or self.ratings.criterion
            case "section":
                section = next(each for each in self.sections if each.number == name)
                return section.rating or self.ratings.section
            case "thread":
                thread = next(each for each in self.threads if each.id == name)
                return thread.rating or self.ratings.thread
            case "overall":
                return self.ratings.overall
            case "question":
                return NO_RATING

    def scale_of(self, rule: RatingRule) -> Scale | None:
        """Return the scale of a rule's ratings; None where it gives none."""
        return self.scales_by_id.get(rule.scale_id or "")

    def prints(self, kind: str) -> bool:
        """Say whether the report has a part of a kind."""
        return any(part.kind == kind for part in self.parts)

    @property
    def sample_values(self) -> tuple[str, ...]:
        """The values by which an area says how large its sample is; none where the framework has no such attribute."""
        return self.attributes[self.sample_by].ids if self.sample_by in self.attributes else ()

    def attributes_of(self, survey: str | None = None) -> dict[str, Attribute]:
        """Return what is known of each case, or of each who answered a survey."""
        if survey is None:
            return self.attributes
        return self.surveys_by_id[survey].attributes if survey in self.surveys_by_id else {}

    @property
    def can_have_evidence(self) -> bool:
        """Whether its questions have answers, so that an area can have a sample of cases."""
        return bool(self.answers) or any(question.answers for question in self.questions.values())

    def answers_to(self, question: Question) -> tuple[Answer, ...]:
        """Return the answers that a question about cases can have."""
        return question.answers or self.answers

    @cached_property
    def surveys_by_id(self) -> dict[str, Survey]:
        """Every survey by its id."""
        return {survey.id: survey for survey in self.surveys}

    @cached_property
    def terms(self) -> Terms:
        """What things are called in the messages to those who write a report."""
        return self.words.terms

    @cached_property
    def english(self) -> Language:
        """The language of these messages: English with the programme's words."""
        return ENGLISH.with_terms(self.words.by_ours)

    def shown(self, number: str) -> str:
        """Return the number of a section, criterion or question as a report prints it."""
        return as_printed(self.numbers.get(number, number))

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The numbers of sections, criteria and questions by their names; they know how they are written."""
        sections = (section.number for section in self.sections)
        return {number: number for number in (*sections, *self.criteria, *self.questions, *self.key_questions)}

    def kinds_on(self, side: Side) -> tuple[FindingKind, ...]:
        """Return the kinds of finding on one side."""
        return tuple(kind for kind in self.findings if kind.side == side)

    @property
    def answerable(self) -> tuple[FindingKind, ...]:
        """The kinds of finding that recommendations answer: those on the poor side, and where they stand under each."""
        return tuple(kind for kind in self.findings if kind.side == "poor" or kind.recommendations)

    def band_names(self, scale: str) -> dict[str, str]:
        """Return the names of the bands of a scale by their ids; none for an unknown scale."""
        found = self.scales_by_id.get(scale)
        return {band.id: band.name for band in found.bands} if found else {}

    def names(self, what: str) -> list[str]:
        """Return the names that the framework has for criteria, sections and the like.

        Raises KeyError for a word that stands for nothing in a framework.
        """
        if what.startswith(ON_SCALE):
            return list(self.band_names(what.removeprefix(ON_SCALE)))
        return {
            "scale": lambda: list(self.scales_by_id),
            "criterion": lambda: list(self.criteria),
            "section": lambda: [section.number for section in self.sections],
            "key question": lambda: list(self.key_questions),
            "thread": lambda: [thread.id for thread in self.threads],
            "addressee": lambda: [each.id for each in self.recommendations.addressees],
            "kind of box": lambda: [kind.id for kind in self.boxes],
            "sample": lambda: list(self.sample_values),
        }[what]()

    def prose(self) -> Iterator[tuple[Path, Text]]:
        """Yield every Markdown text of the framework and its path in the file."""
        yield ("report_title",), self.report_title
        for index, section in enumerate(self.sections):
            for inner, criterion in enumerate(section.criteria):
                yield ("sections", index, "criteria", inner, "statement"), criterion.statement
        for index, part in enumerate(self.parts):
            for name in ("judged", "threads", "advice"):
                text = getattr(part.texts, name)
                if text:
                    yield ("parts", index, "texts", name), text
            if part.text:
                yield ("parts", index, "text"), part.text
            for inner, block in enumerate(part.blocks):
                yield ("parts", index, "blocks", inner, "text"), block.text
        for inside, text in self.imprint.texts:
            yield ("imprint", *inside), text
