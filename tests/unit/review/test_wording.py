from __future__ import annotations

from hypothesis import given, strategies as st

from omi_report.document.inlines import (
    AbbreviationInline,
    EmphasisInline,
    FigureInline,
    FigureValue,
    Inlines,
    LinkInline,
    NoteInline,
    ReferenceInline,
)
from omi_report.document.printed import line
from omi_report.review.wording import are_same, runs_between
from tests.unit.document.trees import values_of


def told(old: Inlines, new: Inlines) -> str:
    marks = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
    return "".join(marks[run.fate].format(run.text) for run in runs_between(old, new))


def test_words_that_changed_are_told_and_the_others_stay() -> None:
    assert told(("Plans were late in most cases.",), ("Plans were seldom late in cases.",)) == (
        "Plans were{+ seldom+} late in [-most -]cases."
    )


def test_a_phrase_that_was_replaced_is_told_as_one() -> None:
    assert told(("done in good time",), ("done far too late",)) == "done [-in good time-]{+far too late+}"


def test_lines_that_break_elsewhere_are_the_same() -> None:
    assert are_same(runs_between(("one two\nthree",), ("one\ntwo three",)))


def test_a_number_with_its_point_is_one_word() -> None:
    assert told(("In 12.5 of 1,250",), ("In 12.4 of 1,250",)) == "In [-12.5-]{+12.4+} of 1,250"


def test_a_figure_is_the_same_only_with_its_name() -> None:
    one, other = (FigureInline("82%", FigureValue(), "percent", name) for name in ("1.1/a", "1.1/b"))
    assert are_same(runs_between((one,), (one,)))
    assert not are_same(runs_between((one,), (other,)))


def test_a_reference_is_the_same_whatever_letter_its_place_has() -> None:
    old, new = ReferenceInline("finding-1.1-x", "1.1 (b)"), ReferenceInline("finding-1.1-x", "1.1 (c)")
    assert are_same(runs_between((old,), (new,)))
    moved = ReferenceInline("finding-1.2-x", "1.2 (a)")
    assert not are_same(runs_between((old,), (moved,)))
    assert are_same(runs_between((old,), (moved,), {"finding-1.1-x": "finding-1.2-x"}.__getitem__))


def test_a_note_is_the_same_whatever_number_it_has() -> None:
    old, new, other = (NoteInline("n", (words,), number) for words, number in (("a", 1), ("a", 2), ("b", 1)))
    assert are_same(runs_between((old,), (new,)))
    assert not are_same(runs_between((old,), (other,)))


def test_an_abbreviation_is_the_same_whether_or_not_it_says_what_it_stands_for() -> None:
    told_here, plain = (AbbreviationInline("SPOs", "Senior Probation Officers"), " saw it"), ("SPOs saw it",)
    assert are_same(runs_between(told_here, plain))
    assert are_same(runs_between(plain, told_here))


def test_emphasis_and_links_are_kept_around_what_stays_and_what_changes() -> None:
    old = ("See ", LinkInline("https://example.org", ("the old page",)), " now")
    new = ("See ", LinkInline("https://example.org", ("the new page",)), " now")
    found = runs_between(old, new)
    assert [(run.fate, run.text) for run in found] == [
        ("same", "See the "), ("deleted", "old"), ("inserted", "new"), ("same", " page now"),
    ]  # fmt: skip
    assert found[1].children == (LinkInline("https://example.org", ("old",)),)
    assert runs_between((EmphasisInline(("a b",)),), (EmphasisInline(("a b",)),))[0].children == (
        EmphasisInline(("a b",)),
    )


LINES = st.lists(values_of(Inlines), max_size=1).map(lambda found: found[0] if found else ())


@given(old=LINES, new=LINES)
def test_what_stays_and_what_came_are_the_new_words_and_with_what_went_the_old_ones(old: Inlines, new: Inlines) -> None:
    found = runs_between(old, new)
    assert "".join(run.text for run in found if run.fate != "deleted").split() == line(new).split()
    assert are_same(runs_between(new, new))
    backwards = runs_between(new, old)
    assert "".join(run.text for run in backwards if run.fate != "deleted").split() == line(old).split()
