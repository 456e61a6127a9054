"""The parts of a report, each with all that its template needs and nothing of another part.

Texts are blocks of prose in which every figure and reference is resolved. Ids are those of the
report (``criterion-1.2``); nothing but ids ties one part to another.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from omi_report.document.kinds.context import ApprovedPremises, BudgetYear, MappaLevel, Share
from omi_report.model.base import ReportDate
from omi_report.model.identity import TeamRole
from omi_report.prose.nodes import Blocks
from omi_report.scoring.results import CriterionResult, SectionResult, ThreadResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What every part has. ``appendix`` is its number among the appendices, 0 for other parts.

    ``kind`` is the name of the part's template.
    """

    kind: str
    id: str
    heading: str
    appendix: int = 0
    introduction: Blocks = ()


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents: ``number`` is "1", "1.2" or empty; ``appendix`` as for parts."""

    id: str
    heading: str
    level: int
    number: str = ""
    appendix: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TitlePage(Part):
    """The cover."""

    area: str
    inspectorate: str
    programme: str
    inspected: ReportDate
    published: ReportDate | None
    isbn: str
    stage: str
    notice: Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreword(Part):
    """The foreword and who signs it."""

    text: Blocks
    signatory: str
    office: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgements(Part):
    """Thanks, and the inspection team by role."""

    text: Blocks
    team: tuple[TeamRole, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents(Part):
    """The list of parts, sections and criteria."""

    entries: tuple[ContentsEntry, ...]


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation; ``first_used`` is the entry of the contents under which it is used first."""

    short: str
    expansion: str
    first_used: ContentsEntry | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviations(Part):
    """The list of abbreviations."""

    entries: tuple[Abbreviation, ...]


@dataclass(frozen=True, slots=True)
class TitledText:
    """A text under a heading; ``id`` is empty where nothing refers to it."""

    heading: str
    text: Blocks
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary(Part):
    """One text for each section and thread."""

    texts: tuple[TitledText, ...]


@dataclass(frozen=True, slots=True)
class GradedCriterion:
    """A row of the table of grades; ``grade`` is empty where none is recorded."""

    number: str
    title: str
    grade: str


@dataclass(frozen=True, slots=True)
class NumberedTable:
    """The number of a table or chart and the introduction above it."""

    number: int
    introduction: Blocks = ()


@dataclass(frozen=True, slots=True)
class ThreadTable:
    """The table of one thread's score."""

    thread: ThreadResult
    table: NumberedTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores(Part):
    """Scores of the sections judged by cases, grades of the others, threads, and advice to readers."""

    area: str
    inspected: ReportDate
    sections: tuple[SectionResult, ...]
    chart: NumberedTable | None
    grades: tuple[GradedCriterion, ...]
    graded_sections: str
    grades_table: NumberedTable | None
    threads: tuple[ThreadTable, ...]
    advice: Blocks
    bands: tuple[BandLegend, ...]


@dataclass(frozen=True, slots=True)
class BandLegend:
    """A band for the legend: from ``lowest`` per cent up to ``highest``; ``rank`` 0 is the best."""

    name: str
    lowest: int
    highest: int
    rank: int


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A numbered recommendation and the criteria that it answers. ``also`` are further ids that lead to it."""

    id: str
    number: int
    text: Blocks
    criteria: tuple[CriterionLink, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CriterionLink:
    """A criterion as something to link to."""

    number: str
    title: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendations(Part):
    """The numbered recommendations."""

    recommendations: tuple[Recommendation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSteps(Part):
    """What happens after publication."""

    text: Blocks


@dataclass(frozen=True, slots=True)
class Story:
    """An example of good practice under its criterion."""

    id: str
    title: str
    criterion: CriterionLink
    text: Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodPractice(Part):
    """The stories."""

    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceUsers(Part):
    """What offenders, victims and courts said."""

    groups: tuple[TitledText, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A lettered finding. ``also`` are further ids that lead to it."""

    id: str
    letter: str
    text: Blocks
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingList:
    """The findings of one kind under their heading; ``kind`` is the key of the kind."""

    kind: str
    heading: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class PerformanceSummary:
    """The grades of the performance framework by domain, as printed under a criterion."""

    number: int
    period: str
    source: str
    domains: tuple[tuple[str, str], ...]
    area_grade: str
    appendix: int
    appendix_id: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion with its findings; ``conclusion`` is empty where the framework gives none."""

    id: str
    number: str
    title: str
    statement: Blocks
    result: CriterionResult
    findings: tuple[FindingList, ...]
    conclusion: str
    conclusion_reason: Blocks = ()
    performance: PerformanceSummary | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Part):
    """A section and its criteria."""

    number: str
    result: SectionResult
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Metric:
    """A row of the performance table. Figures are printed as they are; empty ones are not known."""

    name: str
    grade: str
    actual: str
    target: str
    national: str
    previous: str
    note: str


@dataclass(frozen=True, slots=True)
class PredictedMetric:
    """A measure that is held against a prediction in place of a target."""

    name: str
    grade: str
    actual: str
    predicted: str
    difference: str
    significance: str


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain of the performance framework."""

    name: str
    grade: str
    metrics: tuple[Metric, ...]
    information: tuple[Metric, ...]
    predicted: tuple[PredictedMetric, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance(Part):
    """Results in the national performance framework."""

    period: str
    source: str
    area_grade: str
    note: Blocks
    table: int
    domains: tuple[Domain, ...]
    grades: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseloadTable:
    """The caseload on a day, with what its figures do not say."""

    number: int
    date: ReportDate
    total: int
    ethnicity: tuple[Share, ...]
    gender: tuple[Share, ...]
    mappa: tuple[MappaLevel, ...]
    ppo_cases: int | None
    ppo_definition: Blocks
    note: Blocks


@dataclass(frozen=True, slots=True)
class SampleChart:
    """How many cases of each type the sample holds."""

    number: int
    cases: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ShareChart:
    """How the caseload divides into groups, in per cent."""

    number: int
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(Part):
    """The sample, the caseload, the budget and the approved premises."""

    area: str
    sample: SampleChart | None
    sample_notes: tuple[Blocks, ...]
    caseload: CaseloadTable | None
    gender: ShareChart | None
    ethnicity: ShareChart | None
    budget: tuple[BudgetYear, ...]
    budget_table: int
    premises: tuple[ApprovedPremises, ...]
    premises_table: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardText(Part):
    """A part of standard wording: headed passages, the same in every report."""

    blocks: tuple[TitledText, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. ``language`` is a tag such as en-GB; dates are those of the area."""

    title: str
    area: str
    slug: str
    subject: str
    inspectorate: str
    language: str
    stage: str
    inspected: ReportDate
    published: ReportDate | None
    keywords: tuple[str, ...]
    isbn: str = ""
    parts: tuple[Part, ...] = field(default=())
