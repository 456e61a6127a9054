"""OMI417: a sentence is worded for the good share of its figure and shows the rest, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import groupby

from omi_report.evidence.figures import lookup
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.judgement.findings import kind_of
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.nodes import Substitution
from omi_report.quantity import Quantity, percent_text

RULE = Rule(
    "OMI417",
    "turned-figure",
    Severity.WARNING,
    "A sentence shows what is left of a figure (| rest) and has no word for what was missing or wrong; or an area for "
    "improvement says what was not done and shows the share in which it was. Only figures that answer a question are "
    "looked at, for these are shares of work done well.",
    "The sentence then says the opposite of what inspectors found.",
    bad="strengths:\n  - Plans were comprehensive in {{ plan-full | rest }} of cases.",
    good="strengths:\n  - Plans were comprehensive in {{ plan-full }} of cases.",
)


_LACKING = (
    r"no|not|nor|none|never|neither|nobody|nothing|without|cannot|fail\w*|late\w*|miss(?!ion)\w*|lack\w*|absent|absence\s+of|too|only|"
    r"just|little|few\w*|less|poor\w*|weak\w*|worse|delay\w*|slow\w*|gaps?|left|leav\w+|rest|remain\w*|others?|wrong\w*|"
    r"un(?!der|ion|ique|it|iform|less|paid|til)\w{4,}|in(?:adequa|suffic|accura|comple|approp|consis|effec|ade)\w*|"
    r"dis(?:advan|agre|appo|belie|courag|engag|joint|like|order|organi|propor|regard|rupt|satis)\w*|mis(?!sion)\w{4,}|"
    r"overl(?!ap)\w+|neglect\w*|ignor\w*|omit\w*|below|short\w*|hard\w*|\w+n['’]t|declin\w*|refus\w*|den(?:y|ied)|incorrect\w*"
)


@each_text(language="en", standard=False, where=lambda prose: prose.manner != "value", holds=("{{",))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each sentence that shows figures that answer a question."""
    kind = kind_of(text.prose, text.framework)
    by_sentence = groupby(text.view.parsed.substitutions, lambda node: text.view.sentence_at(node.offset))
    for sentence, nodes in by_sentence:
        if sentence is not None:
            yield from _of_sentence(text, (sentence.start, sentence.end), tuple(nodes), kind.side if kind else "")


def _of_sentence(
    text: CheckedText, span: tuple[int, int], nodes: tuple[Substitution, ...], side: str
) -> Iterator[Problem]:
    figures = [(node, share) for node in nodes if (share := _share(text, node)) is not None]
    rests = [(node, share) for node, share in figures if "rest" in node.filters]
    lacking = _plainly_lacking() if side == "good" else _lacking()
    if rests and not lacking.search(text.words, *span):
        node, share = rests[0]
        left = percent_text(100 - (share.percent or Fraction()), share.places)
        message = f"{left}% is what is left of «{node.name}», and the sentence says nothing of what was not so"
        yield _problem(text, node, message, "leave out | rest, or say what was missing")
    elif side == "poor" and not rests and len(nodes) == 1 and figures and _plain(nodes[0]) and _is_denied(text, span):
        node, share = figures[0]
        done = percent_text(share.percent or Fraction(), share.places)
        message = f"{done}% is the share in which «{node.name}» was done well, and the sentence says what was not"
        yield _problem(text, node, message, f"write {{{{ {node.name} | rest }}}}, or say what was done")


def _problem(text: CheckedText, node: Substitution, message: str, hint: str) -> Problem:
    return text.problem(RULE, node.offset, node.offset + node.length, message, hint)


def _share(text: CheckedText, node: Substitution) -> Quantity | None:
    """The figure of a substitution, if its entry answers a question and has a percentage."""
    figure = text.figures.get(lookup(text.prose.scope, node.name))
    quantity = figure.quantity if figure and figure.answers else None
    return quantity if isinstance(quantity, Quantity) and quantity.percent is not None else None


def _plain(node: Substitution) -> bool:
    return not node.filters


def _is_denied(text: CheckedText, span: tuple[int, int]) -> bool:
    return bool(_denied().search(text.words, *span)) and not _small().search(text.words, *span)


@cache
def _lacking() -> re.Pattern[str]:
    """Words for what was missing, wrong or left over, of which a sentence with a rest has one."""
    return re.compile(
        rf"\b(?:{_LACKING}|absen\w+|concern\w*|difficult\w*|problem\w*|out\s+of|rather|instead|same|under|except\w*|worr\w+|bad\w*|"
        r"low\w*|need\w*|breach\w*|against)\b",
        re.IGNORECASE,
    )


@cache
def _plainly_lacking() -> re.Pattern[str]:
    """Those that say it of the work itself, and not of what the work was about (a breach, a concern, a need)."""
    return re.compile(rf"\b(?:{_LACKING}|difficult\w*)\b", re.IGNORECASE)


@cache
def _denied() -> re.Pattern[str]:
    """What was not done, said of the cases of the figure."""
    return re.compile(
        r"\b(?:did|was|were|had|has|have|is|are|could|does|do)\s+not\b|\b(?:missing|lacked|lacking|absent)\b",
        re.IGNORECASE,
    )


@cache
def _small() -> re.Pattern[str]:
    """Words with which a share is called too small, or a sentence turns."""
    return re.compile(
        r"\b(?:only|just|no\s+more|fewer|less|barely|under|below|but|although|though|however|yet|while|whereas|even|which|"
        r"who|that|where|when|if|enough|always|and)\b",
        re.IGNORECASE,
    )
