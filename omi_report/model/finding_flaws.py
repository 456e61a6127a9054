"""Whether each kind of finding can be told from the others, be printed, and be answered as it asks to be."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.model.criterion import is_taken
from omi_report.model.findings import DEFAULT_FINDINGS, FindingKind
from omi_report.model.flaws import Flaw, twice
from omi_report.model.framework import Framework
from omi_report.model.kinds import Kinds
from omi_report.numbering import as_written, digits_of, letters_of
from omi_report.source.tree import Path


def finding_flaws(framework: Framework) -> Iterator[Flaw]:
    """Yield kinds of finding that share an id or a key, whose key is taken, or that must be answered and cannot be."""
    kinds = framework.findings
    yield from twice("kind of finding", [(("findings", at, "id"), each.id) for at, each in enumerate(kinds)])
    yield from twice("list of findings", [(("findings", at, "key"), each.key) for at, each in enumerate(kinds)])
    answerable = framework.answerable
    yield from _mark_flaws(framework)
    for at, each in enumerate(kinds):
        if is_taken(each.key):
            message = f"the key «{each.key}» stands for something else in the file of a %(term_criterion)s"
            yield Flaw(("findings", at, "key"), message, "give the list of findings another key")
        if each.urgent and each not in answerable:
            several = "%(terms_recommendation)s"
            message = (
                f"{several} must answer each «{each.singular}», and they answer no findings on the {each.side} side"
            )
            hint = "write «recommendations: yes», or «side: poor», or remove «urgent»"
            yield Flaw(("findings", at, "urgent"), message, hint, key=True)


def _mark_flaws(framework: Framework) -> Iterator[Flaw]:
    """Yield prefixes and numbers through the report of kinds without numbers, and prefixes that mean two things."""
    seen: dict[str, str] = {}
    for at, each in enumerate(framework.findings):
        if each.mark != "numbers":
            has = "have letters" if each.mark == "letters" else "have no marks"
            for key in ("prefix", "numbering"):
                if getattr(each, key) != FindingKind.defaults[key]:
                    message = f"«{key}» is about numbers, and {each.plural} {has}"
                    yield Flaw(("findings", at, key), message, f"write «mark: numbers», or remove «{key}»", key=True)
            continue
        if each.prefix is None:
            continue
        first = seen.setdefault(each.prefix.casefold(), each.plural)
        if first != each.plural:
            message = f"«{each.written('1')}» would be one of the {first} too"
            yield Flaw(("findings", at, "prefix"), message, "give each kind a prefix of its own")
        like = next((number for number in framework.numbers if _reads_like(each.prefix, number)), None)
        if like is not None:
            first_digits = digits_of(like).partition(".")[0]
            message = f"«{each.written(first_digits)}» would read like the number {as_written(like)}"
            yield Flaw(("findings", at, "prefix"), message, "choose another prefix")


def _reads_like(prefix: str, number: str) -> bool:
    """Whether findings with a prefix have numbers such as that of a section, a criterion or a question: Q1, QI 1.1."""
    return letters_of(number) == prefix.upper()


def unprinted_flaws(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Yield kinds of finding and of box in a report that has no part in which they are printed."""
    if any(part.kind not in kinds for part in framework.parts):
        return  # it may be meant for the part that is missing
    placed = [kinds[part.kind] for part in framework.parts]
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


def recommending_flaws(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Yield addressees that share an id, and what is said of recommendations in a report that has no part for them."""
    recommending = framework.recommendations
    addressees = [
        (("recommendations", "addressees", at, "id"), each.id) for at, each in enumerate(recommending.addressees)
    ]
    yield from twice("addressee", addressees)
    if any(part.kind not in kinds or kinds[part.kind].answers_criteria for part in framework.parts):
        return
    says_something = any(value != recommending.defaults[key] for key, value in recommending.items())
    places: list[tuple[Path, str]] = [(("recommendations",), "recommendations")] if says_something else []
    for at, kind in enumerate(framework.findings):
        places += [(("findings", at, key), key) for key in ("urgent", "recommendations") if getattr(kind, key)]
    printing = " or ".join(kind.id for kind in kinds.values() if kind.answers_criteria)
    for path, key in places:
        hint = f"add «- kind: {printing}» to the parts, or remove «{key}»"
        yield Flaw(path, "no part of the report holds %(terms_recommendation)s", hint, key=True)
