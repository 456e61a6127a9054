"""The smallest count of suppressed exports → the policy on small counts."""

from __future__ import annotations

from omi_report.migrate.layout import pair_replaced
from omi_report.migrate.page import Plain
from omi_report.migrate.step import Step
from omi_report.migrate.values import whole

_FORMER, _KEY = "minimum_cell", "disclosure"


def _is_needed(data: dict[str, Plain]) -> bool:
    return _KEY not in data and (whole(data.get(_FORMER)) or 0) > 0


def _meant(data: dict[str, Plain]) -> dict[str, Plain]:
    policy = {"minimum": str(whole(data[_FORMER]))}
    return {_KEY if key == _FORMER else key: policy if key == _FORMER else value for key, value in data.items()}


DISCLOSURE = Step(
    f"{_FORMER} → {_KEY}",
    _FORMER,
    _is_needed,
    lambda page: [pair_replaced(page, (_FORMER,), [f"{_KEY}: {{minimum: {whole(page.value((_FORMER,)))}}}"])],
    _meant,
)
"""What was hidden in the data alone is from now on printed nowhere."""
