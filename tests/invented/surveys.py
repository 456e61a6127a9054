"""The answers of invented respondents to surveys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from tests.invented.chance import chance, one_of


@dataclass(frozen=True, slots=True)
class Asked:
    """How likely a respondent is to answer a question at all, and to answer yes."""

    yes: float
    answered: float = 1


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey: how many respondents it has, the chances of its questions, and the weights of its attributes."""

    respondents: int
    questions: Mapping[str, Asked]
    attributes: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


def answers(survey: Survey, random: Random) -> list[dict[str, str]]:
    """Make the rows of a survey; a respondent may leave questions out."""
    return [_row(str(number), survey, random) for number in range(1, survey.respondents + 1)]


def _row(respondent: str, survey: Survey, random: Random) -> dict[str, str]:
    known = {name: one_of(random, weights) for name, weights in survey.attributes.items()}
    return {"respondent": respondent} | known | {name: _answer(each, random) for name, each in survey.questions.items()}


def _answer(asked: Asked, random: Random) -> str:
    answered, yes = chance(random, asked.answered), chance(random, asked.yes)
    return ("yes" if yes else "no") if answered else ""
