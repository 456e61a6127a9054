"""Bare addresses, file names and paths."""

from __future__ import annotations

import pytest

from omi_report.prose.places import places_in


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("See prison-center.org/color.", ["prison-center.org/color"]),
        ("See color.org, and center.gov.uk.", ["color.org", "center.gov.uk"]),
        ("Write to color@center.org.uk.", ["color@center.org.uk"]),
        ("In color.html, report_color.txt and docs/color.PDF.", ["color.html", "report_color.txt", "docs/color.PDF"]),
        (r"In C:\color\center.txt, (D:/color).", [r"C:\color\center.txt", "D:/color"]),
        (r"In C:\My Program\color a.", [r"C:\My Program\color"]),
        (r"In \\server\color and color\center.", [r"\\server\color", r"color\center"]),
        ("In file:///srv/color, $HOME/color, a.html?b=color.", ["file:///srv/color", "$HOME/color", "a.html?b=color"]),
        ("In /srv/color, ~/color and ../color/a.", ["/srv/color", "~/color", "../color/a"]),
        ("Late.The plan and/or his/her center /or it, e.g. that; 1/2, 3.5 and 1.2.", []),
        (r"A \*b\* [c] \x and a\_b.", []),
    ],
)
def test_places(text: str, places: list[str]) -> None:
    assert [text[start:end] for start, end in places_in(text)] == places
