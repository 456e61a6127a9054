from __future__ import annotations

import pytest

from omi_report.scaffold.next_draft import with_draft
from omi_report.source.folder import read_source

CASES = {
    "nothing is said of drafts": (
        "area: North # the name\nstage: draft # for the area\ninspected: 2024-05\n",
        (
            "area: North # the name\nstage: draft # for the area\n"
            "drafted: 2024-06-03\ndraft: {number: 2}\ninspected: 2024-05\n"
        ),
    ),
    "there is no stage": (
        "# a comment\narea: North\n",
        "# a comment\ndrafted: 2024-06-03\ndraft: {number: 2}\narea: North\n",
    ),
    "the number is raised where it stands": (
        "area: North\ndrafted: 2024-05-01  # by post\ndraft:\n  number: 1  # the first\n  watermark: yes\n",
        "area: North\ndrafted: 2024-06-03  # by post\ndraft:\n  number: 2  # the first\n  watermark: yes\n",
    ),
    "there are other marks in braces": (
        "area: North\nstage: draft\ndraft: {watermark: yes}\n",
        "area: North\nstage: draft\ndrafted: 2024-06-03\ndraft: {number: 2, watermark: yes}\n",
    ),
    "there are other marks in lines": (
        "draft:\n  watermark: yes\narea: North\n",
        "drafted: 2024-06-03\ndraft:\n  number: 2\n  watermark: yes\narea: North\n",
    ),
    "the key has nothing in it": (
        "area: North\ndraft:\nstage: draft\n",
        "area: North\ndraft: {number: 2}\nstage: draft\ndrafted: 2024-06-03\n",
    ),
    "lines end as those of Windows": (
        "area: North\r\nstage: draft\r\ninspected: 2024-05\r\n",
        "area: North\r\nstage: draft\r\ndrafted: 2024-06-03\r\ndraft: {number: 2}\r\ninspected: 2024-05\r\n",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_the_number_and_the_date_are_written_and_nothing_else_changes(text: str, expected: str) -> None:
    file, problems = read_source("area.yaml", "area.yaml", text)
    assert not problems
    assert with_draft(file, 2, "2024-06-03") == expected


def test_without_a_date_none_is_written() -> None:
    file, _problems = read_source("area.yaml", "area.yaml", "area: North\ndraft: {number: 1}\n")
    assert with_draft(file, 7) == "area: North\ndraft: {number: 7}\n"
