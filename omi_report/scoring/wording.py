"""What is said of a score: where it comes from, or why there is none."""

from __future__ import annotations

from omi_report.language.message import Message, counted, message
from omi_report.model.rating_rules import LEVEL_OF, Level, RatingRule


def level_of(rule: RatingRule) -> Level | None:
    """Return the level of what a rule takes."""
    return LEVEL_OF.get(rule.of or "")


def basis_of(rule: RatingRule, number: int) -> Message:
    """Say of how many items a score was taken, and how: ``mean of 5 questions``."""
    match rule.take:
        case "mean":
            return _mean(rule, number)
        case "weighted":
            return _weighted(rule, number)
        case "sum":
            return counted(
                "points of %(number)s %(term_rating)s", "sum of the points of %(number)s %(terms_rating)s", number
            )
        case "lowest":
            return _lowest(rule, number)
        case _:
            return _highest(rule, number)


def _mean(rule: RatingRule, n: int) -> Message:
    match level_of(rule):
        case "question":
            return counted("mean of %(number)s %(term_question)s", "mean of %(number)s %(terms_question)s", n)
        case "key-question":
            return counted("mean of %(number)s %(term_key_question)s", "mean of %(number)s %(terms_key_question)s", n)
        case "criterion":
            return counted("mean of %(number)s %(term_criterion)s", "mean of %(number)s %(terms_criterion)s", n)
        case "section":
            return counted("mean of %(number)s %(term_section)s", "mean of %(number)s %(terms_section)s", n)
        case _:
            return counted("mean of %(number)s %(term_thread)s", "mean of %(number)s %(terms_thread)s", n)


def _weighted(rule: RatingRule, n: int) -> Message:
    match level_of(rule):
        case "question":
            return counted(
                "weighted mean of %(number)s %(term_question)s", "weighted mean of %(number)s %(terms_question)s", n
            )
        case "key-question":
            return counted(
                "weighted mean of %(number)s %(term_key_question)s",
                "weighted mean of %(number)s %(terms_key_question)s",
                n,
            )
        case "criterion":
            return counted(
                "weighted mean of %(number)s %(term_criterion)s", "weighted mean of %(number)s %(terms_criterion)s", n
            )
        case "section":
            return counted(
                "weighted mean of %(number)s %(term_section)s", "weighted mean of %(number)s %(terms_section)s", n
            )
        case _:
            return counted(
                "weighted mean of %(number)s %(term_thread)s", "weighted mean of %(number)s %(terms_thread)s", n
            )


def _lowest(rule: RatingRule, n: int) -> Message:
    match level_of(rule):
        case "question":
            return counted("the one %(term_question)s", "lowest of %(number)s %(terms_question)s", n)
        case "key-question":
            return counted("the one %(term_key_question)s", "lowest of %(number)s %(terms_key_question)s", n)
        case "criterion":
            return counted("the one %(term_criterion)s", "lowest of %(number)s %(terms_criterion)s", n)
        case "section":
            return counted("the one %(term_section)s", "lowest of %(number)s %(terms_section)s", n)
        case _:
            return counted("the one %(term_thread)s", "lowest of %(number)s %(terms_thread)s", n)


def _highest(rule: RatingRule, n: int) -> Message:
    match level_of(rule):
        case "question":
            return counted("the one %(term_question)s", "highest of %(number)s %(terms_question)s", n)
        case "key-question":
            return counted("the one %(term_key_question)s", "highest of %(number)s %(terms_key_question)s", n)
        case "criterion":
            return counted("the one %(term_criterion)s", "highest of %(number)s %(terms_criterion)s", n)
        case "section":
            return counted("the one %(term_section)s", "highest of %(number)s %(terms_section)s", n)
        case _:
            return counted("the one %(term_thread)s", "highest of %(number)s %(terms_thread)s", n)


def nothing_left(rule: RatingRule, items: int, title: str) -> Message:
    """Say why there is no score: of all its items none has a result, or it has none."""
    match level_of(rule):
        case "question":
            if items:
                return message("none of its %(terms_question)s is relevant in any %(term_case)s")
            return message("it has no %(terms_question)s")
        case "criterion" if not items:
            return message("«%(section)s» has no %(terms_criterion)s", section=title)
        case _ if items:
            return message("none of what it is made of has a result")
        case _:
            return message("there is nothing that it could be made of")


def missing_items(rule: RatingRule, lacking: int, items: int, title: str) -> Message:
    """Say how many of its items have no result, where that is why there is no score."""
    match level_of(rule):
        case "question":
            return counted(
                "the one %(term_question)s is relevant in no %(term_case)s",
                "no %(term_case)s is relevant to %(lacking)s of the %(number)s %(terms_question)s",
                items,
                lacking=lacking,
            )
        case "key-question":
            return counted(
                "the one %(term_key_question)s has no result",
                "there is no result of %(lacking)s of the %(number)s %(terms_key_question)s",
                items,
                lacking=lacking,
            )
        case "criterion" if not title:
            return counted(
                "the one %(term_criterion)s cannot be scored",
                "%(lacking)s of the %(number)s %(terms_criterion)s cannot be scored",
                items,
                lacking=lacking,
            )
        case "criterion":
            return counted(
                "the one %(term_criterion)s of «%(section)s» cannot be scored",
                "%(lacking)s of the %(number)s %(terms_criterion)s of «%(section)s» cannot be scored",
                items,
                lacking=lacking,
                section=title,
            )
        case "section":
            return counted(
                "the one %(term_section)s has no result",
                "there is no result of %(lacking)s of the %(number)s %(terms_section)s",
                items,
                lacking=lacking,
            )
        case _:
            return counted(
                "the one %(term_thread)s has no result",
                "there is no result of %(lacking)s of the %(number)s %(terms_thread)s",
                items,
                lacking=lacking,
            )
