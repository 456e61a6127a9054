"""The answers of invented respondents to surveys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from tests.invented.chance import chance


@dataclass(frozen=True, slots=True)
class Asked:
    """How likely a respondent is to answer a question at all, and to answer yes."""

    yes: float
    answered: float = 1


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey: how many respondents it has, and the chances of its questions."""

    respondents: int
    questions: Mapping[str, Asked]


def answers(survey: Survey, random: Random) -> list[dict[str, str]]:
    """Make the rows of a survey; a respondent may leave questions out."""
    return [
        {"respondent": str(number)} | {name: _answer(asked, random) for name, asked in survey.questions.items()}
        for number in range(1, survey.respondents + 1)
    ]


def _answer(asked: Asked, random: Random) -> str:
    answered, yes = chance(random, asked.answered), chance(random, asked.yes)
    return ("yes" if yes else "no") if answered else ""
