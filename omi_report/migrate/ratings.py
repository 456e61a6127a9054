"""Weights, the scores of sections, and how sections are judged → the rules of ratings.

What was fixed is written out: a criterion is scored by the mean of its questions and its summary question, and placed
on the bands by the score as printed; a section by the mean of its criteria; a thread by the mean of its questions.
"""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.migrate.layout import (
    all_but_comments_removed,
    key_of,
    lines_inserted,
    lines_removed,
    lines_replaced,
    pair_removed,
    pair_replaced,
)
from omi_report.migrate.page import Page, Plain
from omi_report.migrate.step import Step, Undecided
from omi_report.migrate.values import mappings_in, whole, without
from omi_report.problems import Edit
from omi_report.source.tree import Path

_QUESTIONS, _SUMMARY = 80, 20
"""The weights of a framework that states none."""


# ---- what cannot be decided ------------------------------------------------------------------------------------------


def undecided_ratings(page: Page) -> Iterator[Undecided]:
    """Yield what is wrong with the weights, and with how sections are judged."""
    former = [key for key in ("weights", "section_scores") if key in page.data]
    if former and "ratings" in page.data:
        message = f"the framework has «{former[0]}» and ratings"
        yield Undecided(page.at((former[0],), key=True), message, "remove what is no longer meant")
    yield from _undecided_weights(page)
    stated = page.data.get("section_scores")
    if stated not in (None, "published", "exact"):
        yield Undecided(page.at(("section_scores",)), "this says not how sections are scored", "use published or exact")
    for path, section in sections_of(page.data):
        if "judged_by" in section and section["judged_by"] not in ("cases", "grade"):
            hint = "use cases or grade"
            yield Undecided(page.at((*path, "judged_by")), "this says not how the section is judged", hint)


def _undecided_weights(page: Page) -> Iterator[Undecided]:
    weights = page.data.get("weights")
    if weights is None:
        return
    place = page.at(("weights",), key=True)
    known = {"questions", "summary", "without_summary"}
    if not isinstance(weights, dict) or not weights.keys() <= known:
        yield Undecided(place, "these are no weights", "weights are «questions», «summary» and «without_summary»")
        return
    questions, summary = _weight(weights, "questions", _QUESTIONS), _weight(weights, "summary", _SUMMARY)
    if questions is None or summary is None or min(questions, summary) < 0 or questions + summary != 100:
        yield Undecided(place, "the weights do not add up to 100", "they are shares of one score, in per cent")
    if weights.get("without_summary") not in (None, "unscorable", "questions-alone"):
        hint = "use unscorable or questions-alone"
        yield Undecided(page.at(("weights", "without_summary")), "this is no way to score without a summary", hint)


def _weight(weights: dict[str, Plain], key: str, otherwise: int) -> int | None:
    return otherwise if weights.get(key) is None else whole(weights[key])


# ---- the rules -------------------------------------------------------------------------------------------------------


def sections_of(data: dict[str, Plain]) -> Iterator[tuple[Path, dict[str, Plain]]]:
    """Yield each section with its path."""
    for at, section in mappings_in(data, "sections"):
        yield ("sections", at), section


def _rules(data: dict[str, Plain]) -> dict[str, dict[str, str]]:
    """The rules that a framework had, by the level that they are for."""
    rules: dict[str, dict[str, str]] = {}
    if any(section.get("judged_by") == "cases" for _, section in sections_of(data)):
        weights = data.get("weights") or {}
        rules["criterion"] = {"of": "questions", "take": "mean", "summary": str(_weight(weights, "summary", _SUMMARY))}
        if weights.get("without_summary") == "questions-alone":
            rules["criterion"]["without_summary"] = "questions-alone"
        rules["criterion"]["scale"] = "bands"
        rules["section"] = {"of": "criteria", "take": "mean"}
        if data.get("section_scores") != "exact":
            rules["section"]["scores"] = "printed"
        rules["section"]["scale"] = "bands"
    if data.get("threads"):
        rules["thread"] = {"of": "questions", "take": "mean"}
    return rules


def _is_needed(data: dict[str, Plain]) -> bool:
    judged = any("judged_by" in section for _, section in sections_of(data))
    return "weights" in data or "section_scores" in data or (judged and "ratings" not in data)


def _edits(page: Page) -> Iterator[Edit]:
    rules = _rules(page.data)
    former = [key for key in ("weights", "section_scores") if key in page.data]
    if not rules:
        yield from (all_but_comments_removed(page, page.lines_of((key,))) for key in former)
        return
    if not former:
        scales = page.lines_of(("scales",))
        yield lines_inserted(page, scales.stop, ["", *_written(page, rules, ("scales",), {})])
        return
    comments = {"criterion": _inside(page, "weights"), "section": _inside(page, "section_scores")}
    place = page.lines_of((former[0],))
    if len(former) > 1:
        lines = page.lines_of((former[1],))
        above = page.lines[lines.lead - 1 : lines.first - 1]
        comments["section"] = [*(line.strip() for line in above), *comments["section"]]
        yield lines_removed(page, lines)
    yield lines_replaced(page, place, _written(page, rules, (former[0],), comments))


def _written(
    page: Page, rules: dict[str, dict[str, str]], beside: Path, comments: dict[str, list[str]]
) -> Iterator[str]:
    space = " " * (key_of(page, beside)[0].column - 1)
    yield f"{space}ratings:"
    of_none = (comment for level, found in comments.items() if level not in rules for comment in found)
    yield from (f"{space}  {comment}" for comment in of_none)
    for level, rule in rules.items():
        yield from (f"{space}  {comment}" for comment in comments.get(level, ()))
        yield f"{space}  {level}: {{{', '.join(f'{key}: {value}' for key, value in rule.items())}}}"


def _inside(page: Page, key: str) -> list[str]:
    """The comments in the lines of a key."""
    if key not in page.data:
        return []
    return page.comments_in(page.lines_of((key,)))


def _meant(data: dict[str, Plain]) -> dict[str, Plain]:
    rules = _rules(data)
    return without(data, "weights", "section_scores") | ({"ratings": rules} if rules else {})


RATINGS = Step("weights and section_scores → ratings", "weights", _is_needed, _edits, _meant)


# ---- sections --------------------------------------------------------------------------------------------------------


def _judged_by(data: dict[str, Plain]) -> bool:
    return any("judged_by" in section for _, section in sections_of(data))


def _by_grade(data: dict[str, Plain]) -> str:
    """The rule for criteria that are judged by grade; without grades they never had one."""
    has_grades = any(scale.get("id") == "grades" for _, scale in mappings_in(data, "scales"))
    return "{judgement: grades}" if has_grades else "none"


def _section_edits(page: Page) -> Iterator[Edit]:
    for path, section in sections_of(page.data):
        if section.get("judged_by") == "grade":
            pairs = ["rating: none", f"criteria_rating: {_by_grade(page.data)}"]
            yield pair_replaced(page, (*path, "judged_by"), pairs)
        elif "judged_by" in section:
            yield pair_removed(page, (*path, "judged_by"))


def _sections_meant(data: dict[str, Plain]) -> dict[str, Plain]:
    rule: Plain = {"judgement": "grades"} if _by_grade(data) != "none" else "none"
    return data | {"sections": [_section_meant(section, rule) for section in data["sections"]]}


def _section_meant(section: Plain, rule: Plain) -> Plain:
    if not isinstance(section, dict) or "judged_by" not in section:
        return section
    kept = without(section, "judged_by")
    return kept | {"rating": "none", "criteria_rating": rule} if section["judged_by"] == "grade" else kept


SECTIONS = Step("judged_by → the rules of each section", "sections", _judged_by, _section_edits, _sections_meant)
