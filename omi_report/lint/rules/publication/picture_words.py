"""OMI714: the words for a picture say nothing to those who cannot see it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText, CheckedTexts
from omi_report.lint.declaration import all_texts
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.nodes import TextPicture, nodes

RULE = Rule(
    "OMI714",
    "picture-words",
    Severity.WARNING,
    "The words for those who cannot see a picture are the name of a file, a word such as «photograph» alone, or the "
    "same as the caption, which they hear as well.",
    "A screen reader reads them in the place of the picture: they have to say what it shows.",
    bad='text: |\n  ![DSC_0042.jpg](images/office.jpg "The new office in Melchester")\n  Photograph: the area',
    good='text: |\n  ![A waiting room with a play corner](images/office.jpg "The new office in Melchester")\n'
    "  Photograph: the area",
)

_HINT = "say in a few words what it shows"


@all_texts(titles=True)
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Look at the words of each picture in a text, and of each that is a block."""
    captions = {
        (text.prose.file, text.prose.path[:-1]): text.text for text in texts if text.prose.path[-1:] == ("caption",)
    }
    for text in texts:
        if text.prose.path[-1:] == ("alt",):
            caption = captions.get((text.prose.file, text.prose.path[:-1]), "")
            yield from _problem(text, 0, text.text, caption)
        elif "![" in text.text:
            for node in nodes(text.view.parsed.blocks):
                if isinstance(node, TextPicture):
                    yield from _problem(text, text.text.index("[", node.offset) + 1, node.alt, node.caption)


def _problem(text: CheckedText, start: int, alt: str, caption: str) -> Iterator[Problem]:
    said = alt.strip()
    if _is_file().fullmatch(said):
        message = f"«{said}» is the name of a file, and says nothing of the picture"
    elif _is_bare().fullmatch(said):
        message = f"«{said}» does not say what the picture shows"
    elif said.casefold().rstrip(".") == caption.strip().casefold().rstrip("."):
        message = "the words for those who cannot see the picture are its caption, so that they hear it twice"
    else:
        return
    yield text.problem(RULE, start, start + len(alt), message, _HINT)


@cache
def _is_file() -> re.Pattern[str]:
    """«office.jpg», and what cameras and telephones call their pictures: «DSC_0042», «IMG-20240102-WA0001»."""
    return re.compile(
        r"\S+\.(?:jpe?g|png|svg|gif|webp|heic)|(?:DSC[FN]?|IMG|PXL|P|Screenshot|Image|Picture)[_ -]?\d[\w .-]*",
        re.IGNORECASE,
    )


@cache
def _is_bare() -> re.Pattern[str]:
    """A word for pictures alone, in English: those of another language are words that say something."""
    return re.compile(
        r"(?:an?\s+|the\s+)?(?:picture|photo(?:graph)?|image|drawing|diagram|map|logo|chart|figure|icon)\.?",
        re.IGNORECASE,
    )
