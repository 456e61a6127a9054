"""Texts that make rules work hard: one thing said again and again, for each kind of thing that a rule looks for.

Rules take time that grows with the text. One that looks from each find back to the beginning takes four times as long
for twice the text.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from omi_report.document.kinds import PART_KINDS
from omi_report.inspection import Inspection, inspect
from omi_report.policy import Policy
from omi_report.source.snapshot import Snapshot

GOLDEN_AREA = Path(__file__).parent / "golden" / "westmark"
FILE = "criteria/1.1.yaml"

PIECES: Final = {
    "letters": "a ",
    "doubled words": "the the plan was made ",
    "per cents": "1% ",
    "per cents in words": "5 per cent ",
    "counts": "5 of 6 ",
    "counts in words": "five of the six trainees, ",
    "numbers": "12345 ",
    "decimals": "1.2 ",
    "brackets": "(",
    "closing brackets": ")",
    "braces": "{{",
    "figures": "{{ met }} ",
    "unknown figures": "{{ nothing }} ",
    "references": "{criterion}`1.2` ",
    "typed references": "see criterion 1.2 ",
    "typed appendices": "in Appendix 3 ",
    "code": "`",
    "stars": "**",
    "emphasis": "*word* ",
    "underscores": "_",
    "links": "[word](https://example.org) ",
    "addresses": "https://example.org ",
    "open links": "[word](",
    "square brackets": "[",
    "angle brackets": "<",
    "tags": "<b>word</b> ",
    "pictures": "![",
    "backslashes": "\\",
    "escapes": "\\* ",
    "spaces": " ",
    "double spaces": "word  word ",
    "commas": ",",
    "full stops": ".",
    "points": "a.b.c",
    "hyphens": "-",
    "hyphened words": "well-made-",
    "dashes": "– ",
    "quotation marks": '"',
    "quoted words": "'word' ",
    "curly quotation marks": "“word” ",
    "opening quotation marks": "‘word ",
    "apostrophes": "trainees' ",
    "long words": "organisation",
    "sentences": "The plan was made. ",
    "questions": "Why? ",
    "sentences without capitals": "the plan was made. ",
    "long sentences": "and so on ",
    "titles": "Mr. Smith ",
    "abbreviations": "PPO ",
    "expansions": "Prolific and Other Priority Offender (PPO) ",
    "initials": "J. S. ",
    "names": "Jane Smith ",
    "places": "a/b/c/",
    "file names": "report.pdf ",
    "mail": "jo@example.org ",
    "telephones": "01632 960 001 ",
    "dates": "1 May 2010 ",
    "ids": "A1234BC ",
    "people": "one woman aged 34 ",
    "American words": "color ",
    "misspelt words": "recieve ",
    "outdated terms": "offender manager ",
    "lists of letters": "a) one b) two ",
    "comparisons": "more than half, 40%, most ",
    "scores": "the score of 1.2 was 70% ",
    "differences": "a rise of 5 points from 10% to 20% ",
    "line ends": "\n      ",
    "short lines": "word\n      ",
    "paragraphs": "word\n\n      ",
    "items": "- word\n      ",
    "quoted lines": "> word\n      ",
    "headings": "# Word\n\n      ",
    "emphasised paragraphs": "**word\n\n      ",
}
"""What each text says again and again; a line end goes on with the indentation of the file."""


def long_text(piece: str, size: int) -> str:
    """Return the file of a criterion with one finding that says a piece until it has a size in characters."""
    return _criterion(f"  - |\n      Word {piece * (size // len(piece))}\n")


def many_texts(piece: str, size: int) -> str:
    """Return the file of a criterion with findings that say a piece, each once, until they have a size."""
    entry = f"  - |\n      {{number}} {piece.rstrip() or 'word'}\n"
    return _criterion("".join(entry.replace("{number}", f"Word{number}") for number in range(size // len(entry))))


def _criterion(findings: str) -> str:
    figures = "percentages:\n  met: {percent: 95, question: 1.1.1}"
    return f"criterion: 1.1\nscore: 80\n{figures}\nstrengths:\n{findings}"


def inspection_with(criterion: str) -> Inspection:
    """Return the golden area with another file for its first criterion."""
    found = inspect(Snapshot.of(GOLDEN_AREA).with_text(FILE, criterion), Policy(kinds=PART_KINDS))
    assert isinstance(found, Inspection)
    assert FILE not in found.area.unread
    return found
