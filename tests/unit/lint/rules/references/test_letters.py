"""Whether the letters of an abbreviation stand for words."""

import pytest

from omi_report.lint.rules.references.letters import fits


@pytest.mark.parametrize(
    ("name", "expansion", "right"),
    [
        ("MAPPA", "Multi-Agency Public Protection Arrangements", True),
        ("MAPPA", "Multi-Agency Protection Arrangements", False),
        ("MAPPA", "Multi-Agency Public Safety Arrangements", False),
        ("ViSOR", "Violent and Sexual Offender Register", True),
        ("OGRS2", "Offender Group Reconviction Scale 2", True),
        ("PSRs", "Pre-sentence reports", True),
        ("ETE", "Employment, training and education", True),
        ("ETE", "Employment and education", False),
    ],
)
def test_every_word_but_a_small_one_gives_its_first_letter(name: str, expansion: str, right: bool) -> None:
    assert fits(name, expansion) is right
