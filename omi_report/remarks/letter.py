"""The answer to those who commented on a draft, as a document of its own: each comment, the decision and the reason.

It is made of the same tree as a report, so that the same renderers make its files. It names nobody who commented.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from omi_report.comments.own_words import ONLY_MARKED, TO_BE_MOVED, TO_GO
from omi_report.document.build import context_of
from omi_report.document.context import BuildContext
from omi_report.document.covers import cover
from omi_report.document.inlines import Inlines, joined
from omi_report.document.tree import (
    Block,
    CalloutBlock,
    DivisionBlock,
    Document,
    Fact,
    FactsBlock,
    Meta,
    ParagraphBlock,
    Part,
)
from omi_report.inspection import Inspection
from omi_report.model.base import ReportDate
from omi_report.model.comments import Comment
from omi_report.remarks.answers import (
    AnsweredComment,
    are_alike,
    counts_words,
    decision_words,
    lines_of,
    reasons_not_ready,
    still_stands,
)
from omi_report.review.marks import marked
from omi_report.review.wording import runs_between

_FIRST_WORDS = 40
"""So many words of a passage say which it is, where none of them is to be changed."""


def letter_document(
    inspection: Inspection,
    answers: tuple[AnsweredComment, ...],
    draft: int | None = None,
    dated: ReportDate | None = None,
) -> Document:
    """Return the letter that answers the comments on a draft, or on all drafts. The area has no errors.

    ``dated`` is the day of the letter, which is not printed where it is None.
    """
    builder = _LetterBuilder(context_of(inspection), answers, draft, dated)
    return Document(builder.meta(), tuple(builder.parts()))


@dataclass(frozen=True)
class _LetterBuilder:
    context: BuildContext
    answers: tuple[AnsweredComment, ...]
    draft: int | None
    dated: ReportDate | None

    def label(self, key: str, /, **values: str | int) -> str:
        return self.context.label(key, **values)

    @property
    def title(self) -> str:
        name = self.context.area.identity.area
        if self.draft is None:
            return self.label("Answer to the comments on the draft report: %(name)s", name=name)
        return self.label("Answer to the comments on draft %(number)s: %(name)s", number=self.draft, name=name)

    def meta(self) -> Meta:
        area = self.context.area
        framework, name = area.framework, area.identity.area
        return Meta(
            title=self.title,
            area=name,
            slug=area.slug,
            programme=framework.title,
            inspectorate=framework.inspectorate,
            language=framework.language,
            stage="final",
            inspected=str(area.identity.inspected),
            keywords=(framework.title, name),
            terms=self.context.language.terms,
        )

    def parts(self) -> Iterator[Part]:
        language, area = self.context.language, self.context.area
        reasons = tuple(ParagraphBlock((words,)) for words in reasons_not_ready(self.answers, language))
        date = (Fact((self.label("Date"),), ((self._date(self.dated),),)),) if self.dated else ()
        imprint = FactsBlock(
            (
                *date,
                Fact((self.label("Inspected"),), ((self.context.date(area.identity.inspected),),)),
                Fact((self.label("From"),), ((area.framework.inspectorate,),)),
            ),
            "imprint",
        )
        notice = (CalloutBlock("notice", reasons),) if reasons else ()
        yield cover(self.title, area.framework.title, (*notice, imprint))
        counts = tuple(ParagraphBlock((words,)) for words in counts_words(self.answers, language))
        yield Part("counts", "counts", self.label("In short"), counts)
        if self.answers:
            yield Part("answers", "answers", self.label("Each comment"), tuple(self._by_place()))

    def _by_place(self) -> Iterator[DivisionBlock]:
        for number, (_home, of_place) in enumerate(groupby(self.answers, key=lambda each: each.home), 1):
            several = tuple(of_place)
            blocks = tuple(self._answer(each) for each in several)
            yield DivisionBlock("group", 3, self._where(several[0]), blocks, f"place-{number}")

    def _where(self, answer: AnsweredComment) -> str:
        if not answer.home:
            return self.label("The report as a whole")
        if answer.is_lost:
            return self.label("A place that the report does not have (%(place)s)", place=answer.home)
        return answer.place.title if answer.place else answer.home

    def _answer(self, answer: AnsweredComment) -> DivisionBlock:
        heading = self.label("Comment %(name)s", name=answer.comment.id)
        facts = tuple(Fact((term,), values) for term, values in self._facts(answer) if values)
        blocks: tuple[Block, ...] = (FactsBlock(facts, "recommendation-facts"),)
        return DivisionBlock("group", 4, heading, blocks, f"comment-{answer.comment.id}")

    def _facts(self, answer: AnsweredComment) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
        comment = answer.comment
        if comment.date:
            yield self.label("Date"), ((self._date(comment.date),),)
        if comment.draft is not None and self.draft is None:
            yield self.label("Draft"), ((str(comment.draft),),)
        yield self.label("About"), self._about(comment)
        yield self.label("Said"), tuple((line,) for line in answer.says)
        if answer.own_words == ONLY_MARKED and not answer.says:
            yield self.label("Said"), ((self.label("Nothing: the words were marked."),),)
        yield self.label("Asked for"), _values(comment.proposed) or self._asked_without_words(answer)
        yield self.label("Decision"), ((decision_words(comment, self.context.language),),)
        yield self.label("Reason"), _values(comment.answer)
        if comment.changed and not answer.is_not_there:
            yield self.label("Now"), self._changed(answer, comment.changed)

    def _about(self, comment: Comment) -> tuple[Inlines, ...]:
        """The words that a comment is about: the first of them, where they are many and none is to be changed."""
        words = (comment.quoted or "").split()
        if comment.proposed or comment.changed or len(words) <= _FIRST_WORDS:
            return _values(comment.quoted)
        return ((f"{' '.join(words[:_FIRST_WORDS])} …",),)

    def _asked_without_words(self, answer: AnsweredComment) -> tuple[Inlines, ...]:
        """What was asked for by a mark alone, in the words of the letter."""
        asked = {
            TO_GO: self.label("To leave these words out"),
            TO_BE_MOVED: self.label("To move these words elsewhere"),
        }
        return ((asked[answer.own_words],),) if answer.own_words in asked else ()

    def _changed(self, answer: AnsweredComment, new: str) -> tuple[Inlines, ...]:
        """The words as they are now. What became of those that were there is marked as in a redline, if that is known.

        It is not where only some of the new words were written down: then the others are not deleted.
        """
        before, after = (" ".join(each.split()) for each in (answer.comment.quoted or "", new))
        if not before or not are_alike(before, after):
            return _values(new)
        runs = runs_between((before,), (after,))
        now = answer.place.words if answer.place else ""
        if any(still_stands(run.text, now) for run in runs if run.fate == "deleted"):
            return _values(new)
        language = self.context.language
        shown = (run.children if run.fate == "same" else (marked(run.fate, run.children, language),) for run in runs)
        return (joined(*(inline for children in shown for inline in children)),)

    def _date(self, date: ReportDate) -> str:
        return self.context.language.date(date.year, date.month, date.day)


def _values(text: str | None) -> tuple[Inlines, ...]:
    return tuple((line,) for line in lines_of(text)) if text else ()
