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
            return counted("points of %(number)s rating", "sum of the points of %(number)s ratings", number)
        case "lowest":
            return _lowest(rule, number)
        case _:
            return _highest(rule, number)


def _mean(rule: RatingRule, n: int) -> Message:
    match level_of(rule):
        case "question":
            return counted("mean of %(number)s question", "mean of %(number)s questions", n)
        case "key-question":
            return counted("mean of %(number)s key question", "mean of %(number)s key questions", n)
        case "criterion":
            return counted("mean of %(number)s criterion", "mean of %(number)s criteria", n)
        case "section":
            return counted("mean of %(number)s section", "mean of %(number)s sections", n)
        case _:
            return counted("mean of %(number)s thread", "mean of %(number)s threads", n)


def _weighted(rule: RatingRule, n: int) -> Message:
    match level_of(rule):
        case "question":
            return counted("weighted mean of %(number)s question", "weighted mean of %(number)s questions", n)
        case "key-question":
            return counted("weighted mean of %(number)s key question", "weighted mean of %(number)s key questions", n)
        case "criterion":
            return counted("weighted mean of %(number)s criterion", "weighted mean of %(number)s criteria", n)
        case "section":
            return counted("weighted mean of %(number)s section", "weighted mean of %(number)s sections", n)
        case _:
            return counted("weighted mean of %(number)s thread", "weighted mean of %(number)s threads", n)


def _lowest(rule: RatingRule, n: int) -> Message:
    match level_of(rule):
        case "question":
            return counted("the one question", "lowest of %(number)s questions", n)
        case "key-question":
            return counted("the one key question", "lowest of %(number)s key questions", n)
        case "criterion":
            return counted("the one criterion", "lowest of %(number)s criteria", n)
        case "section":
            return counted("the one section", "lowest of %(number)s sections", n)
        case _:
            return counted("the one thread", "lowest of %(number)s threads", n)


def _highest(rule: RatingRule, n: int) -> Message:
    match level_of(rule):
        case "question":
            return counted("the one question", "highest of %(number)s questions", n)
        case "key-question":
            return counted("the one key question", "highest of %(number)s key questions", n)
        case "criterion":
            return counted("the one criterion", "highest of %(number)s criteria", n)
        case "section":
            return counted("the one section", "highest of %(number)s sections", n)
        case _:
            return counted("the one thread", "highest of %(number)s threads", n)


def nothing_left(rule: RatingRule, items: int, title: str) -> Message:
    """Say why there is no score: of all its items none has a result, or it has none."""
    match level_of(rule):
        case "question":
            if items:
                return message("none of its questions is relevant in any case")
            return message("it has no questions")
        case "criterion" if not items:
            return message("«%(section)s» has no criteria", section=title)
        case _ if items:
            return message("none of what it is made of has a result")
        case _:
            return message("there is nothing that it could be made of")


def missing_items(rule: RatingRule, lacking: int, items: int, title: str) -> Message:
    """Say how many of its items have no result, where that is why there is no score."""
    match level_of(rule):
        case "question":
            return counted(
                "the one question is relevant in no case",
                "%(lacking)s of the %(number)s questions are relevant in no case",
                items,
                lacking=lacking,
            )
        case "key-question":
            return counted(
                "the one key question has no result",
                "%(lacking)s of the %(number)s key questions have no result",
                items,
                lacking=lacking,
            )
        case "criterion":
            return counted(
                "the one criterion of «%(section)s» cannot be scored",
                "%(lacking)s of the %(number)s criteria of «%(section)s» cannot be scored",
                items,
                lacking=lacking,
                section=title,
            )
        case "section":
            return counted(
                "the one section has no result",
                "%(lacking)s of the %(number)s sections have no result",
                items,
                lacking=lacking,
            )
        case _:
            return counted(
                "the one thread has no result",
                "%(lacking)s of the %(number)s threads have no result",
                items,
                lacking=lacking,
            )
