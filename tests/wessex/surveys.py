"""The answers of invented respondents to the four surveys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from tests.wessex.chance import chance


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


SURVEYS: Mapping[str, Survey] = {
    "staff": Survey(
        64,
        {
            "well-informed": Asked(0.84),
            "professional-management": Asked(0.92),
            "positive-leadership": Asked(0.74, 0.95),
            "trainee-support": Asked(0.8, 0.2),
            "supervision-monthly": Asked(0.82),
            "supervision-quality": Asked(0.86, 0.95),
            "sickness-process": Asked(0.95),
            "appraisal-done": Asked(0.9),
            "appraisal-plan": Asked(0.78, 0.9),
            "rem-form": Asked(0.72),
            "training-needs": Asked(0.55),
        },
    ),
    "sentencers": Survey(
        26,
        {
            "liaison-effective": Asked(0.76),
            "fdr-quality": Asked(0.88, 0.95),
            "sdr-quality": Asked(0.84, 0.95),
            "lcjb-engagement": Asked(0.8, 0.7),
            "monitoring-known": Asked(0.3, 0.9),
        },
    ),
    "offenders": Survey(
        38,
        {
            "new-skills": Asked(0.5, 0.42),
            "prompt-start": Asked(0.6, 0.3),
            "preparation": Asked(0.8, 0.3),
            "planning-involvement": Asked(0.38, 0.9),
            "victim-awareness": Asked(0.5, 0.85),
            "rules-fair": Asked(0.85, 0.95),
            "rules-explained": Asked(0.92),
            "think-offending": Asked(0.78),
            "reoffend-less": Asked(0.76, 0.95),
            "think-victims": Asked(0.52, 0.95),
        },
    ),
    "victims": Survey(12, {"conditions-influence": Asked(0.68, 0.9)}),
}


def answers(survey: Survey, random: Random) -> list[dict[str, str]]:
    """Make the rows of a survey; a respondent may leave questions out."""
    return [
        {"respondent": str(number)} | {name: _answer(asked, random) for name, asked in survey.questions.items()}
        for number in range(1, survey.respondents + 1)
    ]


def _answer(asked: Asked, random: Random) -> str:
    answered, yes = chance(random, asked.answered), chance(random, asked.yes)
    return ("yes" if yes else "no") if answered else ""
