"""The two surveys: who answers, and how."""

from __future__ import annotations

from collections.abc import Mapping

from tests.invented.surveys import Asked, Survey

SURVEYS: Mapping[str, Survey] = {
    "people-on-probation": Survey(
        86,
        {
            "purpose-known": Asked(0.86),
            "respected": Asked(0.9),
            "took-part": Asked(0.66, 0.97),
            "help-found": Asked(0.62, 0.95),
            "reachable": Asked(0.74),
            "feels-safe": Asked(0.88),
            "asked-views": Asked(0.3, 0.97),
        },
        attributes={"sex": {"male": 70, "female": 30}},
    ),
    "staff": Survey(
        52,
        {
            "aim-known": Asked(0.86),
            "workload": Asked(0.45),
            "supervision": Asked(0.62, 0.96),
            "training": Asked(0.7),
            "wellbeing": Asked(0.8),
            "inclusion": Asked(0.86),
            "services-known": Asked(0.84),
        },
        attributes={"role": {"practitioner": 70, "manager": 12, "administrator": 18}},
    ),
}
