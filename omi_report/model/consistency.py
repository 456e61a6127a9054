"""Whether a framework is consistent: each number and each id stands for one thing, and for something."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.language.terms import THINGS
from omi_report.model import shape_rules as rules
from omi_report.model.attribute_flaws import attribute_flaws
from omi_report.model.criterion import is_taken
from omi_report.model.findings import DEFAULT_FINDINGS
from omi_report.model.flaws import Flaw, Place, twice
from omi_report.model.framework import CriterionDefinition, Framework
from omi_report.model.kinds import Kinds
from omi_report.model.part_files import file_flaws, shown_flaws
from omi_report.model.questions import KeyQuestion, Question
from omi_report.model.rating_flaws import rating_flaws
from omi_report.model.scale_flaws import scale_flaws
from omi_report.model.shape import find_value
from omi_report.numbering import as_written, digits_of, letters_of
from omi_report.problems import Problem, closest
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Path


def inconsistencies(framework: Framework, file: SourceFile, kinds: Kinds) -> list[Problem]:
    """Return the flaws of a framework that is a file of its area as problems, each at its place."""
    return [
        flaw.rule.at(file.at(flaw.path, key=flaw.key), flaw.message, flaw.hint, length=_length(flaw, file))
        for flaw in flaws(framework, kinds)
    ]


def _length(flaw: Flaw, file: SourceFile) -> int:
    return len(str(flaw.path[-1])) if flaw.key else len(find_value(file, flaw.path) or " ")


def flaws(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Yield every flaw that would break scoring, references or the outline, in the programme's words for things.

    ``kinds`` are the kinds of part that there are.
    """
    english = framework.english
    for flaw in _flaws(framework, kinds):
        yield flaw._replace(message=english.in_terms(flaw.message), hint=english.in_terms(flaw.hint))


def _flaws(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    yield from _parts(framework, kinds)
    yield from _headings(framework, kinds)
    for each in (*file_flaws(framework, kinds), *shown_flaws(framework, kinds)):
        yield Flaw(each.path, each.message, each.hint, rule=each.rule)
    yield from _led_nowhere(framework, kinds)
    yield from _findings(framework)
    yield from _unprinted(framework, kinds)
    yield from _recommendations(framework, kinds)
    yield from _names(framework)
    yield from _sections(framework)
    yield from _threads(framework)
    yield from _questions(framework)
    yield from scale_flaws(framework)
    yield from rating_flaws(framework)


def _names(framework: Framework) -> Iterator[Flaw]:
    """Numbers and ids that are given twice."""
    sections = framework.sections
    yield from twice(
        "%(term_section)s", [(("sections", at, "number"), each.number) for at, each in enumerate(sections)]
    )
    yield from _two_things(framework)
    yield from _words(framework)
    yield from twice("%(term_criterion)s", [((*path, "number"), each.number) for path, each in _criteria(framework)])
    yield from twice("%(term_question)s", [((*path, "id"), question.id) for path, question in _asked(framework)])
    yield from attribute_flaws(framework)
    yield from twice("%(term_key_question)s", [(path, each.id) for path, each in _key_questions(framework)])
    for name, what in _LISTS.items():
        yield from twice(what, [((name, at, "id"), each.id) for at, each in enumerate(getattr(framework, name))])
    for at, survey in enumerate(framework.surveys):
        path: Path = ("surveys", at, "questions")
        yield from twice(
            "%(term_question)s of the survey",
            [((*path, inner, "id"), each.id) for inner, each in enumerate(survey.questions)],
        )


def _key_questions(framework: Framework) -> Iterator[tuple[Path, KeyQuestion]]:
    for path, criterion in _criteria(framework):
        for at, each in enumerate(criterion.key_questions):
            yield (*path, "key_questions", at, "id"), each


_LISTS = {
    "scales": "scale",
    "threads": "%(term_thread)s",
    "answers": "answer",
    "surveys": "survey",
    "boxes": "kind of box",
}
"""The lists of a framework whose entries are known by an id, and what each entry is."""


def _two_things(framework: Framework) -> Iterator[Flaw]:
    """Numbers that a section has and a criterion, a question or a thread too: nobody can ask for one of the two."""
    named: dict[str, str] = {}
    numbered: list[tuple[str, Path, str]] = [
        *(("%(term_section)s", ("sections", at, "number"), each.number) for at, each in enumerate(framework.sections)),
        *(("%(term_criterion)s", (*path, "number"), each.number) for path, each in _criteria(framework)),
        *(("%(term_question)s", (*path, "id"), each.id) for path, each in _asked(framework)),
        *(("%(term_thread)s", ("threads", at, "id"), each.id) for at, each in enumerate(framework.threads)),
        *(("%(term_key_question)s", path, each.id) for path, each in _key_questions(framework)),
    ]
    for what, path, number in numbered:
        if named.setdefault(number, what) != what:
            hint = "put letters before one of the two numbers (Q1), or choose another"
            yield Flaw(path, f"there is a {named[number]} «{number}» and a {what} «{number}»", hint)


def _words(framework: Framework) -> Iterator[Flaw]:
    """Words of the programme that stand for two things, or for one thing that has omi's word."""
    taken: dict[str, str] = {}
    for thing, one, several in zip(THINGS, framework.terms[::2], framework.terms[1::2], strict=True):
        own = getattr(framework.words, thing) is not None
        for key, word in (("one", one), ("several", several)):
            other = taken.setdefault(word.casefold(), thing)
            if other == thing:
                continue
            meant, key_at = (thing, key) if own else (other, "one")
            message = f"the word «{word}» stands for a {other.replace('_', ' ')} and for a {thing.replace('_', ' ')}"
            yield Flaw(("words", meant, key_at), message, "give each a word of its own: readers tell them apart by it")


def _criteria(framework: Framework) -> Iterator[tuple[Path, CriterionDefinition]]:
    for at, section in enumerate(framework.sections):
        for inner, criterion in enumerate(section.criteria):
            yield ("sections", at, "criteria", inner), criterion


def _asked(framework: Framework) -> Iterator[tuple[Path, Question]]:
    for path, criterion in _criteria(framework):
        for at, question in enumerate(criterion.questions):
            yield (*path, "questions", at), question
        for at, key_question in enumerate(criterion.key_questions):
            for inner, question in enumerate(key_question.questions):
                yield (*path, "key_questions", at, "questions", inner), question


def _parts(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Unknown kinds of part, kinds that may stand once and stand twice, and names that two parts share."""
    seen: set[str] = set()
    named: list[Place] = []
    for at, part in enumerate(framework.parts):
        path: Path = ("parts", at, "kind")
        kind = kinds.get(part.kind)
        if kind is None:
            nearest = closest(part.kind, list(kinds))
            hint = f"did you mean «{nearest[0]}»?" if nearest else f"use {', '.join(kinds)}"
            yield Flaw(path, f"there is no kind of part «{part.kind}»", hint, rule=rules.NOT_ALLOWED)
        elif part.kind in seen and not kind.repeats:
            several = ", ".join(each.id for each in kinds.values() if each.repeats)
            hint = f"a report has one part of each kind (several only of {several}): remove one of the two"
            yield Flaw(path, f"there is a second part of the kind «{part.kind}»", hint)
        else:
            named.append((("parts", at, "id" if part.id else "kind"), part.name))
        seen.add(part.kind)
    yield from twice("part", named)


def _headings(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Parts without a heading, of kinds that have none of their own."""
    for at, part in enumerate(framework.parts):
        kind = kinds.get(part.kind)
        if kind is not None and not kind.names_itself and not part.heading:
            hint = "add «heading: …»: the contents and the texts that refer to the part call it by its heading"
            yield Flaw(("parts", at, "kind"), f"the part «{part.name}» has no heading", hint, rule=rules.MISSING_KEY)


def _led_nowhere(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Parts that lead to the criteria, in a report that has no part in which these are printed."""
    placed = [kinds[part.kind] for part in framework.parts if part.kind in kinds]
    leading = [kind.id for kind in placed if kind.leads_to_criteria]
    if not leading or any(kind.holds_criteria for kind in placed):
        return
    printing = " or ".join(kind.id for kind in kinds.values() if kind.holds_criteria)
    named = ", ".join(dict.fromkeys(leading))
    hint = f"add «- kind: {printing}», or remove the parts that lead there: {named}"
    yield Flaw(("parts",), "no part prints the %(terms_section)s, and the report refers to them", hint, key=True)


def _findings(framework: Framework) -> Iterator[Flaw]:
    """Kinds of finding that share an id or a key, or whose key stands for something else in a criterion's file."""
    kinds = framework.findings
    yield from twice("kind of finding", [(("findings", at, "id"), each.id) for at, each in enumerate(kinds)])
    yield from twice("list of findings", [(("findings", at, "key"), each.key) for at, each in enumerate(kinds)])
    for at, each in enumerate(kinds):
        if is_taken(each.key):
            message = f"the key «{each.key}» stands for something else in the file of a %(term_criterion)s"
            yield Flaw(("findings", at, "key"), message, "give the list of findings another key")


def _unprinted(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Kinds of finding and of box in a report that has no part in which they are printed."""
    placed = [kinds[part.kind] for part in framework.parts if part.kind in kinds]
    criteria = any(kind.holds_criteria for kind in placed)
    printing = [kind.id for kind in kinds.values() if kind.holds_criteria]
    if not criteria and framework.findings is not DEFAULT_FINDINGS:
        for at, each in enumerate(framework.findings):
            hint = f"add «- kind: {' or '.join(printing)}» to the parts, or remove the kind"
            yield Flaw(("findings", at, "id"), f"no part prints findings of the kind «{each.id}»", hint)
    if not criteria and not any(kind.holds_boxes for kind in placed):
        printing += [kind.id for kind in kinds.values() if kind.holds_boxes]
        for at, box in enumerate(framework.boxes):
            hint = f"add «- kind: {' or '.join(printing)}» to the parts, or remove the kind"
            yield Flaw(("boxes", at, "id"), f"no part prints boxes of the kind «{box.id}»", hint)


def _recommendations(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Addressees that share an id, and what is said of recommendations in a report that has no part for them."""
    addressees = framework.recommendations.addressees
    yield from twice(
        "addressee", [(("recommendations", "addressees", at, "id"), each.id) for at, each in enumerate(addressees)]
    )
    if any(kinds[part.kind].answers_criteria for part in framework.parts if part.kind in kinds):
        return
    places: list[tuple[Path, str]] = [(("recommendations",), "recommendations")] if addressees else []
    for at, kind in enumerate(framework.findings):
        places += [(("findings", at, key), key) for key in ("urgent", "recommendations") if getattr(kind, key)]
    printing = " or ".join(kind.id for kind in kinds.values() if kind.answers_criteria)
    for path, key in places:
        hint = f"add «- kind: {printing}» to the parts, or remove «{key}»"
        yield Flaw(path, "no part of the report holds %(terms_recommendation)s", hint, key=True)


def _sections(framework: Framework) -> Iterator[Flaw]:
    """Criteria whose number is that of another section: readers look for 3.1 in section 3.

    Letters do not count, and a number without dots may stand in any section.
    """
    for path, criterion in _criteria(framework):
        section = framework.sections[int(path[1])]
        digits, home = digits_of(criterion.number), digits_of(section.number)
        if "." in digits and not digits.startswith(f"{home}."):
            stands = f"stands in %(term_section)s {as_written(section.number)}"
            message = f"the %(term_criterion)s {as_written(criterion.number)} {stands}"
            meant = next((each for each in framework.sections if digits.startswith(f"{digits_of(each.number)}.")), None)
            other = as_written(meant.number) if meant else digits.rpartition(".")[0]
            hint = f"number it {letters_of(criterion.number)}{home}.…, or move it to %(term_section)s {other}"
            yield Flaw((*path, "number"), message, hint)


def _threads(framework: Framework) -> Iterator[Flaw]:
    numbers = [section.number for section in framework.sections]
    for at, thread in enumerate(framework.threads):
        for inner, number in enumerate(thread.sections):
            if number not in numbers:
                yield Flaw(
                    ("threads", at, "sections", inner),
                    f"there is no %(term_section)s {number}",
                    f"the framework has {', '.join(numbers)}",
                )


def _questions(framework: Framework) -> Iterator[Flaw]:
    """Questions that name unknown attributes or threads, and criteria with more than one summary question."""
    threads = [thread.id for thread in framework.threads]
    known = f"the framework has {', '.join(threads)}" if threads else "the framework has no %(terms_thread)s"
    carrying: list[tuple[Path, tuple[str, ...]]] = [
        *((path, question.threads) for path, question in _asked(framework)),
        *((path, criterion.threads) for path, criterion in _criteria(framework)),
        *((path[:-1], each.threads) for path, each in _key_questions(framework)),
    ]
    for path, named in carrying:
        for at, thread in enumerate(named):
            if thread not in threads:
                yield Flaw((*path, "threads", at), f"there is no %(term_thread)s «{thread}»", known)
    for path, question in _asked(framework):
        for attribute, values in question.applies_to.items():
            place: Path = (*path, "applies_to", attribute)
            if attribute not in framework.attributes:
                yield Flaw(place, f"there is no attribute «{attribute}»", "declare it under attributes", key=True)
                continue
            known_values = framework.attributes[attribute].ids
            for value in values:
                if value not in known_values:
                    hint = f"it is one of {', '.join(known_values)}"
                    yield Flaw(place, f"the attribute {attribute} has no value «{value}»", hint)
    for path, criterion in _criteria(framework):
        grouped = [((*path, "key_questions", at), each) for at, each in enumerate(criterion.key_questions)]
        for place, name, asked in (
            (path, f"%(term_criterion)s {criterion.number}", criterion.questions),
            *((inner, f"the %(term_key_question)s {each.id}", each.questions) for inner, each in grouped),
        ):
            if sum(question.summary for question in asked) > 1:
                message = f"{name} has more than one summary %(term_question)s"
                yield Flaw((*place, "questions"), message, "leave «summary: yes» at one of them", key=True)
