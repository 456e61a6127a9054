"""What stands in quotation marks, and what may."""

from __future__ import annotations

import pytest

from omi_report.prose.quoted import quoted_in


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("a « b » c «d»", ["« b »", "«d»"]),
        ("a »b« c", ["»b«"]),
        ("a ‹b› ›c‹", ["‹b›", "›c‹"]),
        ("a „b“ „c” ‚d‘ ‚e’", ["„b“", "„c”", "‚d‘", "‚e’"]),
        ("‚the offender’s plan‘", ["‚the offender’s plan‘"]),
        ('"a.\n\n"b.\n\n"c." d', ['"a.\n\n"b.\n\n"c."']),
        ("“a.\n\n“b.\n\n“c.” d", ["“a.\n\n“b.\n\n“c.”"]),
        ('He said: "a.\n\nb.\n\nc." d', ['"a.\n\nb.\n\nc."']),
        ("“a.\n\nb.” c", ["“a.\n\nb.”"]),
        ("« a.\n\n» b. » c", ["« a.\n\n» b. »"]),
        ("“a “b” c” d", ["“a “b” c”"]),
        ('"a "b" c" d', ['"a "b" c"']),
        ('A 5" gap.\n\nA 6" gap.', []),
        ("'the offenders' plan was good' a", ["'the offenders' plan was good'"]),
        ("‘It’s the offenders’ plan.’ a", ["‘It’s the offenders’ plan.’"]),
        ("'He said \"no\" to it' a \"'b'\"", ["'He said \"no\" to it'", "\"'b'\""]),
        ("the offenders' plans, the '90s and the area's", []),
        ('"' + "a " * 400 + 'b" c', ['"' + "a " * 400 + 'b"']),
    ],
)
def test_passages(text: str, passages: list[str]) -> None:
    assert [text[slice(*passage.span)] for passage in quoted_in(text).passages] == passages


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("a 'b' c 'd' e", []),
        ("a 'plans' b offenders' c", ["'plans' b offenders'"]),
        ("a ‘plans’ b offenders’ c", ["‘plans’ b offenders’"]),
        ("a 'the 'good' plan' b", ["'the 'good' plan'"]),
        ('a "b c.\n\nd', ['"b c.']),
        ("a “b c", ["“b c"]),
        ("a ‘b c", ["‘b c"]),
        ("'b c\n\n'd", ["'b c", "'d"]),
        ("'b c\n\nd.' e", ["'b c\n\nd.'"]),
        ("a 'b’ c", ["'b’"]),
        ("the '90s and the offender's", []),
    ],
)
def test_what_is_in_doubt(text: str, doubtful: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_in(text).doubtful] == doubtful
