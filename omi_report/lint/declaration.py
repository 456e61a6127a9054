"""What a rule asks of the engine, declared above its check: `each_text`, `all_texts`, `whole`, `of_plan` and the like.

The declaration says in which languages a rule runs, whose texts it looks at and whether it sees quotations, so that
the check itself need not ask. ``holds`` and ``words`` are quick tests that leave out texts in which it finds nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple, TypeAlias, TypedDict, Unpack, overload

from omi_report.comments.commented import Commented
from omi_report.inspection import Inspection
from omi_report.language.tags import is_english
from omi_report.lint.checked_text import CheckedText, CheckedTexts
from omi_report.model.area import Prose
from omi_report.plan.planned import Planned
from omi_report.problems import Problem

Covers: TypeAlias = Literal["any", "en", "en-GB"]
"""The languages of the reports that a rule is for: any; any English; the English of Britain."""

Fact: TypeAlias = Callable[[Inspection], object]
"""Something that a rule asks of the whole area. What it returns is frozen, and its repr tells all of it."""

TextCheck: TypeAlias = Callable[[CheckedText], Iterable[Problem]]
TextsCheck: TypeAlias = Callable[[CheckedTexts], Iterable[Problem]]
WholeCheck: TypeAlias = Callable[[Inspection], Iterable[Problem]]
PlanCheck: TypeAlias = Callable[[Planned], Iterable[Problem]]
CommentsCheck: TypeAlias = Callable[[Commented], Iterable[Problem]]


class Wanted(NamedTuple):
    """Which texts a rule looks at.

    The rule runs for reports in ``language``. If some of the words that it looks for are of one language, ``knows``
    names that language, and OMI614 tells the writers of a report in another one.
    ``standard`` lets in the standard wording of a framework in the area's own folder. ``titles`` lets in the titles
    of stories and the like, which are no Markdown, and ``standard_titles`` those of such a framework too.
    ``quotations`` lets the rule see what is quoted from somebody.
    ``where`` says whether a text is wanted. One of ``holds`` must stand in the text, and one of ``words`` must be
    among the writer's own words, in small letters.
    ``facts`` are what a rule of one text asks of the area besides (`CheckedText.fact`): as long as they are the same,
    it does not look again at a text in which it found nothing.
    """

    language: Covers = "any"
    knows: Covers = "any"
    standard: bool = True
    titles: bool = False
    standard_titles: bool = False
    quotations: bool = True
    where: Callable[[Prose], bool] | None = None
    holds: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    facts: tuple[Fact, ...] = ()

    def takes(self, text: CheckedText) -> bool:
        """Say whether the rule looks at texts of this kind; what must stand in them is asked of all texts at once."""
        return (
            (self.standard or not text.is_standard)
            and (self.standard_titles or not text.is_standard_title)
            and (self.where is None or self.where(text.prose))
        )


class Options(TypedDict, total=False):
    """What a declaration may settle; the fields of ``Wanted`` say what each of them means."""

    language: Covers
    knows: Covers
    standard: bool
    titles: bool
    standard_titles: bool
    quotations: bool
    where: Callable[[Prose], bool]
    holds: tuple[str, ...]
    words: frozenset[str]
    facts: tuple[Fact, ...]


class EachText(NamedTuple):
    """A check that is handed one text at a time."""

    check: TextCheck
    wanted: Wanted


class AllTexts(NamedTuple):
    """A check that is handed all texts at once, in the order of the report, to compare them with each other."""

    check: TextsCheck
    wanted: Wanted


class Whole(NamedTuple):
    """A check that looks at all of an inspection at once."""

    check: WholeCheck
    language: Covers = "any"
    knows: Covers = "any"


class OfPlan(NamedTuple):
    """A check that looks at the improvement plan of an area. Nothing that it finds stops a report."""

    check: PlanCheck
    language: Covers = "any"
    knows: Covers = "any"


class OfComments(NamedTuple):
    """A check that looks at the comments on the drafts of an area. Nothing that it finds stops a report."""

    check: CommentsCheck
    language: Covers = "any"
    knows: Covers = "any"


Declaration: TypeAlias = EachText | AllTexts | Whole | OfPlan | OfComments


def each_text(**wanted: Unpack[Options]) -> Callable[[TextCheck], EachText]:
    """Declare a check that is handed one text at a time. See ``Wanted`` for what is settled here."""
    return lambda check: EachText(check, Wanted(**wanted))


def all_texts(**wanted: Unpack[Options]) -> Callable[[TextsCheck], AllTexts]:
    """Declare a check that is handed all texts at once. See ``Wanted`` for what is settled here."""
    return lambda check: AllTexts(check, Wanted(**wanted))


@overload
def whole(check: WholeCheck, /) -> Whole: ...
@overload
def whole(*, language: Covers = "any", knows: Covers = "any") -> Callable[[WholeCheck], Whole]: ...
def whole(
    check: WholeCheck | None = None, /, *, language: Covers = "any", knows: Covers = "any"
) -> Whole | Callable[[WholeCheck], Whole]:
    """Declare a check that looks at all of an inspection at once. See ``Wanted`` for what is settled here."""
    return Whole(check) if check else lambda declared: Whole(declared, language, knows)


def of_plan(check: PlanCheck) -> OfPlan:
    """Declare a check that looks at the improvement plan of an area."""
    return OfPlan(check)


def of_comments(check: CommentsCheck) -> OfComments:
    """Declare a check that looks at the comments on the drafts of an area."""
    return OfComments(check)


def covers(declared: Covers, tag: str) -> bool:
    """Say whether a rule that is for some languages is for a report whose language has a tag (``en-GB``, ``cy``)."""
    match declared:
        case "any":
            return True
        case "en":
            return is_english(tag)
        case "en-GB":
            return is_english(tag) and tag != "en-US"


def language_of(declaration: Declaration) -> Covers:
    """Return the languages of the reports that a check runs for."""
    return declaration.language if isinstance(declaration, Whole | OfPlan | OfComments) else declaration.wanted.language


def knows_words_of(declaration: Declaration, tag: str) -> bool:
    """Say whether a check runs for reports in a language and knows all the words that it looks for in it."""
    knows = declaration.knows if isinstance(declaration, Whole | OfPlan | OfComments) else declaration.wanted.knows
    return covers(language_of(declaration), tag) and covers(knows, tag)
