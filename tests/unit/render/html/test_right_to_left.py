"""Words from right to left stand by themselves in the markup."""

from __future__ import annotations

import pytest

from omi_report.render.html.right_to_left import isolated


def bdi(words: str, language: str) -> str:
    return f'<bdi lang="{language}" dir="rtl">{words}</bdi>'


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("محمد", "ar"),
        ("عبد الله بن محمد", "ar"),
        ("پروین", "fa"),
        ("فاطمہ", "ur"),
        ("שרה כהן", "he"),
        ("שָׁלוֹם", "he"),
        ("كلية 34 الآداب", "ar"),
        ("جامعة القاهرة (كلية الآداب)", "ar"),
    ],
)
def test_a_run_of_words_is_one_element(words: str, language: str) -> None:
    assert (
        isolated(f"<p>We thank {words}, and 12 others.</p>")
        == f"<p>We thank {bdi(words, language)}, and 12 others.</p>"
    )


def test_what_stands_around_a_name_is_not_part_of_it() -> None:
    assert isolated("شمس, כהן") == f"{bdi('شمس', 'ar')}, {bdi('כהן', 'he')}"
    assert isolated("(شمس) 12") == f"({bdi('شمس', 'ar')}) 12"
    assert isolated("«שרה», Ann and כהן.") == f"«{bdi('שרה', 'he')}», Ann and {bdi('כהן', 'he')}."


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Plain, Ελληνικά and Добро</p>",
        "<p>61·5٪ of ٤٢ cases</p>",
        '<a title="محمد">x</a>',
        "<!-- محمد -->",
        "<svg><text>محمد</text></svg>",
        "<style>a::after { content: 'محمد' }</style>",
    ],
)
def test_the_rest_stays_as_it_is(markup: str) -> None:
    assert isolated(markup) == markup
