"""What OMI501 says to write in the place of braces that are neither a figure nor a reference."""

from __future__ import annotations

import pytest

from omi_report.lint.rules.house_style.not_in_format import _meant


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("{ late } of cases", "write {{ late }} on one line"),
        ("{{ late | rest } of cases", "write {{ late | rest }} on one line"),
        ("{{ late\n}} of cases", "write {{ late }} on one line"),
        ("{criterion}4.6`)", "write {criterion}`4.6`, with backticks and no space"),
        ("{finding}`1.2/plans and more", "write {finding}`1.2/plans`, with backticks and no space"),
        ("{part}good-practice.", "write {part}`good-practice`, with backticks and no space"),
        ("{} and {!}", ""),
    ],
)
def test_the_hint_writes_what_was_meant(written: str, hint: str) -> None:
    assert _meant(written) == hint
