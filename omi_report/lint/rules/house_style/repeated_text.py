"""OMI516: a paragraph stands in the area twice, or a sentence in one text."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.checked_text import CheckedText, CheckedTexts
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.judgement.findings import kind_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI516",
    "repeated-text",
    Severity.WARNING,
    "A paragraph of eight words or more stands in the area a second time, word for word, or a sentence of six words or "
    "more in the same text.",
    "It was pasted twice, or copied and never changed, and readers meet the same finding again.",
    bad="improvements:\n  - No plan for the coming year had yet been written.\n"
    "  - No plan for the coming year had yet been written.",
    good="improvements:\n  - No plan for the coming year had yet been written.",
)

_FEWEST_WORDS = 8
_FEWEST_OF_SENTENCE = 6

_BLANK = "TODO"
"""How a text begins that is still to be written, as OMI701 says of each."""


@all_texts()
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Remember every paragraph with its place, and report those that were seen before."""
    first: dict[str, tuple[CheckedText, int]] = {}
    for text in texts:
        yield from _sentences(text)
        for start, end in text.view.paragraphs:
            words = text.text[start:end].split()
            if len(words) < _FEWEST_WORDS or words[0].startswith(_BLANK):
                continue
            said = " ".join(words)
            earlier, offset = first.setdefault(said, (text, start))
            if (earlier, offset) != (text, start):
                place, before = text.at(start), earlier.at(offset)
                is_here = before.file == place.file
                where = f"line {before.line}" if is_here else f"{earlier.prose.file}:{before.line}"
                message, hint = _said(text, earlier, where)
                yield text.problem(RULE, start, end, message, hint)


def _sentences(text: CheckedText) -> Iterator[Problem]:
    """Find the sentences that stand in one text twice; a whole paragraph that does is found as that."""
    seen: dict[str, int] = {}
    for sentence in text.view.sentences:
        words = text.text[sentence.start : sentence.end].split()
        if sentence.setting == "cell" or len(words) < _FEWEST_OF_SENTENCE or words[0].startswith(_BLANK):
            continue
        earlier = seen.setdefault(" ".join(words), sentence.start)
        alone = any(start == sentence.start and end <= sentence.end + 1 for start, end in text.view.paragraphs)
        if earlier != sentence.start and not (alone and len(words) >= _FEWEST_WORDS):
            message = f"this sentence stands in the text a second time: it is that of line {text.at(earlier).line}"
            yield text.problem(RULE, sentence.start, sentence.end, message, "remove one, or say what is different here")


def _said(text: CheckedText, earlier: CheckedText, where: str) -> tuple[str, str]:
    """Say what stands twice, with the other place, and what to do."""
    hint = "remove one, or say what is different here"
    if text.prose.manner == earlier.prose.manner == "recommended":
        return f"this recommendation is made a second time: it is that of {where}", hint
    what = "paragraph" if len(text.view.paragraphs) > 1 else "finding"
    if text.prose.manner == earlier.prose.manner == "finding":
        here, there = (kind_of(each.prose, text.framework) for each in (text, earlier))
        if here and there and {here.side, there.side} == {"good", "poor"}:
            message = f"this {what} stands on both sides: here under {here.plural}, at {where} under {there.plural}"
            return message, "remove it from one of the two lists"
        return f"this {what} stands here a second time: it is that of {where}", hint
    return f"this paragraph stands here a second time: it is that of {where}", hint
