"""Runs the rules over an inspection. It goes through the texts once, and hands each to the rules that want it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from omi_report.inspection import Inspection
from omi_report.lint.checked_text import CheckedText, CheckedTexts
from omi_report.lint.clean_texts import CleanTexts, digest_of
from omi_report.lint.declaration import (
    AllTexts,
    Declaration,
    EachText,
    OfComments,
    OfPlan,
    Wanted,
    Whole,
    covers,
    language_of,
)
from omi_report.lint.kept import with_safe_fixes
from omi_report.lint.text_index import TextIndex
from omi_report.lint.titles import titles_of
from omi_report.model.area import Prose
from omi_report.problems import Problem, Rule
from omi_report.prose.view import view_of
from omi_report.stages import has_reached


class CheckedRule(NamedTuple):
    """A rule with the check that looks for it."""

    rule: Rule
    check: Declaration


class _Asked(NamedTuple):
    """A check of each text, and its bit in what is known of a text."""

    check: EachText
    bit: int


def check(inspection: Inspection, checks: Iterable[CheckedRule], clean: CleanTexts | None = None) -> list[Problem]:
    """Run checks over an inspection and return all that they find, unsorted, in the programme's words for things.

    ``clean`` is what an earlier run of the same checks found out about texts, under the same framework. It saves work
    and changes nothing in what is returned; what this run finds out is put into it.
    """
    tag, stage = inspection.area.framework.language, inspection.area.identity.stage
    each: list[_Asked] = []
    together: list[AllTexts] = []
    found: list[Problem] = []
    for at, checked in enumerate(checks):
        if not covers(language_of(checked.check), tag) or not has_reached(stage, checked.rule.since):
            continue
        match checked.check:
            case EachText() as asked:
                each.append(_Asked(asked, 1 << at))
            case AllTexts() as asked:
                together.append(asked)
            case Whole(function):
                found += function(inspection)
            case OfPlan() | OfComments():
                pass  # what stands beside the report is looked at by itself (omi_report.lint.beside)
    facts = {asked.bit: asked.check.wanted.facts for asked in each if asked.check.wanted.facts}
    again = clean.changed(inspection, facts) if clean is not None else 0
    texts = TextIndex([_checked(inspection, prose) for prose, _parsed in inspection.texts])
    titles = TextIndex([_checked(inspection, prose) for prose in titles_of(inspection.area)])
    found += _in_each(texts, each, clean, again)
    found += _in_each(titles, [asked for asked in each if asked.check.wanted.titles], clean, again)
    for asked in together:
        seen = [*_seen_by(asked.wanted, texts), *(_seen_by(asked.wanted, titles) if asked.wanted.titles else ())]
        found += asked.check(CheckedTexts(inspection, tuple(seen)))
    english = inspection.area.framework.english
    return with_safe_fixes([each.in_words(english.in_terms) for each in found], [*texts.texts, *titles.texts])


def _checked(inspection: Inspection, prose: Prose) -> CheckedText:
    return CheckedText(inspection, prose, view_of(prose.text))


def _in_each(texts: TextIndex, each: Sequence[_Asked], clean: CleanTexts | None, again: int) -> Iterator[Problem]:
    """Run checks over the texts that they want. Where a check found nothing in a text before, it does not look.

    ``again`` are the bits of the checks that look whatever they found.
    """
    digests = [digest_of(text) for text in texts.texts] if clean is not None else []
    known = [clean.known.get(digest, 0) & ~again for digest in digests] if clean is not None else [0] * len(texts.texts)
    own = [text.without_quotations() for text in texts.texts]
    unclean = [0] * len(texts.texts)
    for (check_text, wanted), bit in each:
        seen = texts.texts if wanted.quotations else own
        for number in texts.wanted_by(wanted):
            if known[number] & bit:
                continue
            text = seen[number]
            text.watch.asked = set()
            problems = list(check_text(text))
            yield from problems
            if problems or not text.watch.asked.issubset(wanted.facts):
                unclean[number] |= bit
    if clean is not None:
        asked = sum(bit for _check, bit in each)
        for digest, bits in zip(digests, unclean, strict=True):
            clean.found[digest] = clean.found.get(digest, 0) | asked & ~bits


def _seen_by(wanted: Wanted, texts: TextIndex) -> Iterator[CheckedText]:
    """The texts that a rule wants, as it wants to see them."""
    for number in texts.wanted_by(wanted):
        yield texts.texts[number] if wanted.quotations else texts.texts[number].without_quotations()
