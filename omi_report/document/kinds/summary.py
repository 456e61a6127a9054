"""The summary: a text for each section and thread, with the scores of the threads as published.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from omi_report.document.kinds.blanks import blanks
from omi_report.document.kinds.glance_keys import (
    PLAIN_ROOM,
    POINT_KEYS,
    ChosenPoints,
    KeyFigures,
    chosen_findings,
    figure_texts,
    point_texts,
)
from omi_report.document.later import tree
from omi_report.document.part_kind import PartKind
from omi_report.language.english import a
from omi_report.model.base import Key, SectionNumber, StatedScore, Text
from omi_report.model.criterion import Percentages
from omi_report.model.facts import (
    REPORT_SCOPE,
    ChosenFinding,
    FrameworkName,
    Lack,
    ScopeFigures,
    StatedRating,
    WrittenText,
)
from omi_report.model.framework import Framework
from omi_report.model.kinds import Contents
from omi_report.model.lines import Paragraphs
from omi_report.model.record import Record, field
from omi_report.numbering import as_printed

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.outline import PlacedPart


OPENER_ROOM = 420
"""How many characters an opener can have: it stands on one page with the charts of its section."""


class ThreadSummary(Record):
    """What the report says of a thread, with its score as published."""

    text: Text
    score: StatedScore | None = field(default=None, about="per cent, as published")


class Summary(Record):
    """``summary.yaml``: what is chosen for the glance, and one text per section and one per thread."""

    percentages: Percentages = field(default={}, about="figures that belong to no criterion")
    plain: Paragraphs | None = field(default=None, about="the report in plain words: short sentences, for anybody")
    key_figures: KeyFigures = field(default=(), about="up to five figures that are worth knowing first")
    strengths: ChosenPoints = field(default=(), about="up to three things that are done well")
    urgent: ChosenPoints = field(default=(), about="up to three things that must be put right first")
    sections: dict[SectionNumber, Text] = field(names="section")
    openers: dict[SectionNumber, Text] = field(
        default={}, about="each section in two or three sentences, for the page that it opens with", names="section"
    )
    threads: dict[Key, ThreadSummary] = field(default={}, names="thread")


class SummaryForGlance(Summary):
    """``summary.yaml``: what is chosen for the glance, in a report without a summary of this kind."""

    sections: dict[SectionNumber, Text] = field(default={}, names="section")


def _under(framework: Framework) -> "PartKind[Summary]":
    return KIND if framework.prints(KIND.id) else replace(KIND, model=SummaryForGlance)


def _texts(summary: Summary) -> Iterator[WrittenText]:
    if summary.plain:
        yield WrittenText(("plain",), summary.plain, "plain words", manner="running", room=PLAIN_ROOM)
    yield from figure_texts(summary.key_figures)
    for key in POINT_KEYS:
        yield from point_texts(key, getattr(summary, key))
    for number, text in summary.sections.items():
        label = f"summary of %(term_section)s {as_printed(number)}"
        yield WrittenText(("sections", number), text, label, manner="running", about=("section", number))
    for number, text in summary.openers.items():
        label = f"opener of %(term_section)s {as_printed(number)}"
        about = ("section", number)
        yield WrittenText(("openers", number), text, label, manner="running", about=about, room=OPENER_ROOM)
    for name, thread in summary.threads.items():
        label = f"summary of the %(term_thread)s {name}"
        yield WrittenText(("threads", name, "text"), thread.text, label, manner="running", about=("thread", name))


def _figures(summary: Summary) -> Iterator[ScopeFigures]:
    yield ScopeFigures(REPORT_SCOPE, ("percentages",), summary.percentages)


def _framework_names(summary: Summary) -> Iterator[FrameworkName]:
    for key in ("sections", "openers"):
        for number in getattr(summary, key):
            yield FrameworkName("section", (key, number), number, key=True)
    for name in summary.threads:
        yield FrameworkName("thread", ("threads", name), name, key=True)


def _chosen_findings(summary: Summary) -> Iterator[ChosenFinding]:
    for key in POINT_KEYS:
        yield from chosen_findings(key, getattr(summary, key))


def _stated_ratings(summary: Summary) -> Iterator[StatedRating]:
    for name, thread in summary.threads.items():
        yield StatedRating("thread", name, ("threads", name), thread.score)


def _lacking(area: Contents) -> Iterator[Lack]:
    summary, framework = area.content(KIND), area.framework
    for section in framework.sections if summary else ():
        if summary and section.number not in summary.sections:
            what = f"the summary has no text on %(term_section)s {as_printed(section.number)} ({section.title})"
            hint = f"write one below sections: {section.number}: …"
            yield Lack(KIND.file, what, ("sections",), hint, len("sections"))
    for thread in framework.threads if summary else ():
        if summary and thread.id not in summary.threads:
            what = f"the summary has no text on the %(term_thread)s «{thread.title}»"
            yield Lack(KIND.file, what, ("threads",), f"write one below threads: {thread.id}: …")


def _scaffold(framework: Framework) -> str:
    glance = _glance_scaffold(framework) if framework.prints("glance") else ""
    return glance + (_texts_scaffold(framework) if framework.prints(KIND.id) else "")


def _glance_scaffold(framework: Framework) -> str:
    """The keys of the glance, with the names that figures and findings have under the framework."""
    first = next(iter(framework.criteria))
    return blanks(f"""
        # What the report says at a glance. The figures stand there by their full names, so that they never differ from
        # those of the {framework.terms.criteria}: {first}/first-share. A finding leads on to where more is said:
        # {first}/its-id.
        plain: |
          TODO: the report in plain words and short sentences, for anybody who reads nothing else.
        # key_figures:                 # up to five
        #   - figure: {first}/first-share
        #     says: what it is of, in a few words that go on from it
        # strengths:                   # up to three
        #   - says: what was good, in a few words
        #     finding: {first}/its-id
        # urgent:                      # up to three
        #   - says: what must be done, in a few words
        #     finding: {first}/its-id
    """)


def _texts_scaffold(framework: Framework) -> str:
    sections = "\n".join(
        f"  {section.number}: |\n    TODO: {section.title}, in two or three paragraphs."
        for section in framework.sections
    )
    threads = "\n".join(
        f"  {thread.id}:\n{'' if _has_no_score(framework, thread.id) else _SCORE}"
        f"    text: |\n      TODO: {thread.title}, across the {framework.terms.sections}."
        for thread in framework.threads
    )
    terms, first = framework.terms, next(iter(framework.criteria))
    each = f"{terms.section} and {terms.thread}" if framework.threads else terms.section
    head = blanks(f"""
        # The summary: a text for each {each}. A figure of {a(terms.criterion)} is used by its full name:
        # {{{{ {first}/first-share }}}}.
    """)
    openers = _OPENERS if framework.prints("sections") else ""
    return f"{head}sections:\n{sections}\n{openers}" + (f"threads:\n{threads}\n" if threads else "")


_OPENERS = """\
# openers:                       # each in two or three sentences, for the page that it opens with
#   1: what was found there, in short
"""
_SCORE = "    # score: 70                # as published; left out where there is evidence\n"


def _has_no_score(framework: Framework, thread: str) -> bool:
    return not framework.rule_of("thread", thread).gives_score


def _build(placed: "PlacedPart", context: "BuildContext") -> "Iterator[tree.Part]":
    summary, framework = context.area.content(KIND), context.area.framework
    if summary is None:
        yield context.part(placed)
        return
    sections = [(section.title, summary.sections.get(section.number)) for section in framework.sections]
    threads = [(thread.title, summary.threads.get(thread.id)) for thread in framework.threads]
    texts = [*sections, *((title, thread and thread.text) for title, thread in threads)]
    yield context.part(
        placed,
        tuple(
            tree.DivisionBlock("summary-text", 3, title, context.text(text, level=4)) for title, text in texts if text
        ),
    )


KIND = PartKind(
    id="summary",
    order=60,
    file="summary.yaml",
    model=Summary,
    under=_under,
    prints=(("summary.yaml", "percentages"),),  # which the glance prints too
    texts=_texts,
    figures=_figures,
    report_figures=True,
    framework_names=_framework_names,
    chosen_findings=_chosen_findings,
    stated_ratings=_stated_ratings,
    lacking=_lacking,
    scaffold=_scaffold,
    build=_build,
)
