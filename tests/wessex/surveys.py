"""The four surveys: who answers, and how."""

from __future__ import annotations

from collections.abc import Mapping

from tests.invented.surveys import Asked, Survey

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
