"""OMI315: an abbreviation is one slip away from one in the list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.checked_text import CheckedTexts
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.people.given_names import NAMES
from omi_report.lint.rules.references.abbreviations import AbbreviationList, abbreviations_of
from omi_report.lint.rules.references.known_names import known_names, prose_of, values_of
from omi_report.lint.rules.references.letters import twisted
from omi_report.lint.rules.references.slips import is_slip, slip_of
from omi_report.lint.rules.references.unlisted import unlisted_uses
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.abbreviation import looks_abbreviated

RULE = Rule(
    "OMI315",
    "abbreviation-slip",
    Severity.WARNING,
    "A text, a title, a row of a table or the like has an abbreviation that is not in the list and differs by a "
    "letter, by two letters that changed places or by capitals from one that is.",
    "It is most often a slip of the pen: the published Hampshire report has MAAPA for MAPPA.",
    bad="Staff had been told the MAAPA level.",
    good="Staff had been told the MAPPA level.",
)


# Sorted. Abbreviations that are words in small letters.
_ORDINARY = frozenset(
    """
    aid aim ant arc art ask aspire bar base bat bid bit bus cap car care cast cat cop cope core cost dart data date den
    dip dot ear ease east eat fair fan fast fit focus gap get grip hat her hope hub ice idea inset its jar job lap law
    led lift link map mart mash mat mean met mind mix net nil not now oil one open out pace pad pal pan pass path pay
    peg pen pep pet pin pip pit plan pop pot prep prime raft ram ran rap rat reach ref rep rest rid rim rip road rota
    safe sand sap set sham ship shop sip sit smart sole spa star start stem step stop sum sure tag tap team tip top trip
    use vet war who wish yes
    """.split()
)
_SHORTEST = 3


@all_texts()
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Find the slips in every text."""
    listed = abbreviations_of(texts.inspection)
    for word, places in unlisted_uses(texts, listed).items():
        right = slip_of(word, listed)
        if right is None or not is_slip(word, len(places), listed) or word in twisted(texts.inspection):
            continue
        for text, use in places:
            start, end = use.offset, use.offset + len(word)
            if right.casefold() == word.casefold():
                message, hint = f"«{word}» is listed as «{right}»", f"write {right}"
                fix = text.fix(start, end, right)
            else:
                message = f"«{word}» is not in the list of abbreviations, and «{right}» is"
                hint, fix = f"write {right}, or add «{word}: …» to {listed.file}", None
            yield text.problem(RULE, start, end, message, hint, fix=fix)
    yield from _in_labels(texts, listed)
    yield from _in_other_letters(texts.inspection, listed)


def _in_labels(texts: CheckedTexts, listed: AbbreviationList) -> Iterator[Problem]:
    """Find slips in titles, captions, rows and the like, which are no texts."""
    inspection = texts.inspection
    origins = {id(text.prose.text.origin) for text in texts}
    for file, value in values_of(inspection):
        if id(value) in origins or file.name == listed.file:
            continue
        for use in listed.unlisted(prose_of(value)):
            right = slip_of(use.word, listed)
            known = use.word in inspection.framework.plain_capitals or use.word in twisted(inspection)
            if right is not None and not known:
                message = f"«{use.word}» is not in the list of abbreviations, and «{right}» is"
                hint = f"write {right}, or add «{use.word}: …» to {listed.file}"
                yield RULE.at(file.inside(value, use.offset), message, hint, length=len(use.word))


def _in_other_letters(inspection: Inspection, listed: AbbreviationList) -> Iterator[Problem]:
    """Find abbreviations that are written as words: Mappa, roh."""
    forms = {form.lower(): form for form in listed.forms if form.isalpha() and len(form) >= _SHORTEST}
    times = known_names(inspection).times
    found = {
        word: form
        for word in times
        if (form := forms.get(small := word.lower()) or forms.get(small.removesuffix("s")))
        and not looks_abbreviated(word)
        and small not in _ORDINARY
        and (word not in NAMES or times[form] < 2)  # Esi is a name, but not where only the list has ESI
    }
    if not found:
        return
    pattern = re.compile(rf"(?<![\w@./-])(?:{'|'.join(map(re.escape, found))})(?![\w@/-]|\.\w)")
    for file, value in values_of(inspection):
        for match in pattern.finditer(prose_of(value)):
            word, right = match.group(), found[match.group()]
            plural = "s" if word.lower() != right.lower() else ""
            message = f"«{word}» is listed as «{right}»"
            yield RULE.at(file.inside(value, match.start()), message, f"write {right}{plural}", length=len(word))
