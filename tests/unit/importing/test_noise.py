"""Reports of which nothing is known: whatever stands in them, nothing fails, no word is lost, the files can be read."""

from __future__ import annotations

import random
import re

from hypothesis import given, settings, strategies as st

from omi_report.document.kinds import PART_KINDS
from omi_report.importing.area_files import Imported, imported
from omi_report.importing.reading import read_report
from omi_report.importing.titles import Titles
from omi_report.model.framework import Framework
from omi_report.model.shipped import load_framework
from omi_report.numbering import as_written
from omi_report.source.reader import read_tree
from tests.imported import tree, words, words_of

TITLES = {name: Titles(load_framework(name, PART_KINDS)) for name in ("omi-2006", "cci-2009", "pdu-2023")}
MARKS = ("(a) ", "(b) ", "- (c) ", "• ", "- ", "1. ", "2) ", "AFI 3 ", "* ", "# ", "(iv) ", "")
WORDS = (
    "plans were made late 82% 7.5 % 13 of the 14 five out of seven all six {{ name }} `code` *stars* **bold** | a "
    "<i>words</i> \\ back & amp; ^2^ ~x~ 60 to 69% £5 2006/2007 P 1.1 criterion 2.7 section 1 Appendix 4 [link](x) "
    "__v__ <b> ![p](q) :term ISBN: 978 1 84099 121 5 November 2007 'quoted' “curly” don’t self- harm == --- \u200b é "
    "http://x.org _u_ \u00ad"
).split(" ")


def lines_for(framework: Framework, random_: random.Random) -> list[str]:
    """Lines of titles, entries, tables, names and nonsense, in any order."""
    titles = [
        *(f"{as_written(number)} {each.title.upper()}" for number, each in framework.criteria.items()),
        *(kind.plural.capitalize() + ":" for kind in framework.findings),
        *(part.heading for part in framework.parts if part.heading),
        *(section.title for section in framework.sections),
        *(box.name for box in framework.boxes),
        *(addressee.heading for addressee in framework.recommendations.addressees),
    ]

    def line() -> str:
        said = " ".join(random_.choices(WORDS, k=random_.randrange(1, 25)))
        match random_.randrange(8):
            case 0 | 1 | 2:
                return random_.choice(titles)
            case 3:
                return random_.choice(("72%", "Good", "Well met", "", "", "\f"))
            case 4:
                return "\t".join(random_.choices(WORDS, k=random_.randrange(1, 6)))
            case _:
                return f"{random_.choice(MARKS)}{said}{random_.choice(('.', '', ':'))}"

    return [line() for _ in range(random_.randrange(5, 120))]


def read(text: str, titles: Titles) -> Imported:
    report = read_report(text.encode(), "report")
    called = titles.framework.framework
    return imported(report.pieces(titles), list(report.left), titles.framework, called, "report", titles)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(TITLES)), st.integers(0, 10**6), st.booleans())
def test_whatever_stands_in_a_report_no_word_is_lost(name: str, seed: int, blank: bool) -> None:
    titles = TITLES[name]
    text = ("\n\n" if blank else "\n").join(lines_for(titles.framework, random.Random(seed)))
    if not text.strip():
        return
    found = read(text, titles)
    for file, written in found.files.items():
        if file.endswith(".yaml"):
            _root, problems = read_tree(written, file)
            assert problems == []
            assert tree(written)
    said = words(re.sub(r"</?(?:i|b)>", " ", text))
    lost = said - words_of(found, titles.framework)
    marks = re.compile(r"[a-z]{1,2}|\d{1,3}|afi")
    assert {word: count for word, count in lost.items() if not marks.fullmatch(word)} == {}


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_any_text_is_an_area_or_a_line(text: str) -> None:
    titles = TITLES["omi-2006"]
    data = text.encode()
    try:
        report = read_report(data, "report")
    except Exception as error:
        assert type(error).__name__ in ("UnreadableReportError", "WordFileError")  # noqa: PT017
        return
    imported(report.pieces(titles), list(report.left), titles.framework, "omi-2006", "report", titles)
