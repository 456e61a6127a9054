"""The words and numbers that the program adds to a report."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from omi_report.document.context import BuildContext
from omi_report.document.inlines import EmphasisInline, FigureInline, FigureValue, MissingInline
from omi_report.document.tree import TableCell, TableRow
from omi_report.language.known import ENGLISH
from omi_report.language.message import message
from omi_report.scoring.results import Scored, Unscorable


def test_a_sentence_takes_more_than_characters(context: BuildContext) -> None:
    grade = EmphasisInline(("Good",), strong=True)
    words = context.sentence("Period: %(period)s. Area score: %(grade)s.", period="2024", grade=grade)
    assert words == ("Period: 2024. Area score: ", grade, ".")


def test_a_sentence_is_in_the_words_of_the_language(context: BuildContext) -> None:
    translated = replace(context, language=ENGLISH.with_terms({"All of %(place)s": "%(place)s, 100%% of it"}))
    assert translated.sentence("All of %(place)s", place="Northfold") == ("Northfold, 100% of it",)


def test_a_score_is_given_as_it_is_published(context: BuildContext) -> None:
    scored = context.score(Scored(Fraction(215, 3), message("mean")))
    assert scored == FigureInline("72%", FigureValue((72, 1)), "percent")


def test_a_missing_score_says_why(context: BuildContext) -> None:
    assert context.score(Unscorable(message("no cases"))) == MissingInline("not scored", "no cases")


def test_points_say_out_of_how_many(context: BuildContext) -> None:
    scored = context.score(Scored(Fraction(9), message("sum"), "points", Fraction(21)))
    assert scored == FigureInline("9 out of 21", FigureValue((9, 1)), "number")
    mean = context.score(Scored(Fraction(9, 4), message("mean"), "points", None, 1))
    assert mean == FigureInline("2.3", FigureValue((23, 10)), "number")


@pytest.mark.parametrize(("cells", "printed"), [(("1", None), ("1", "–")), (("", "2"), ("–", "2"))])
def test_a_cell_of_which_nothing_is_known_has_a_dash(
    context: BuildContext, cells: tuple[str | None, ...], printed: tuple[str, ...]
) -> None:
    expected = TableRow(("a",), tuple(TableCell((each,)) for each in printed), "total")
    assert context.row("a", *cells, role="total") == expected


def test_a_part_has_its_place_and_the_frameworks_words(context: BuildContext) -> None:
    placed = context.outline.parts[-1]
    part = context.part(placed)
    assert (part.id, part.kind, part.heading) == ("appendix-1", "standard-text", "How we score")
    assert (part.label, part.appendix, part.blocks) == ("Appendix 1", 1, ())
