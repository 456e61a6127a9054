"""Rows of tables in texts that are called as figures are, and give them another percentage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from omi_report.inspection import Inspection, remembered
from omi_report.lint.checked_text import CheckedTexts
from omi_report.lint.rules.figures.reckoning import per_cent
from omi_report.problems import Problem, Rule
from omi_report.prose.nodes import plain_inlines
from omi_report.quantity import Quantity


@remembered
def _by_label(inspection: Inspection) -> dict[str, tuple[str, Fraction] | None]:
    """The figures by their labels in small letters: the full name and the percentage; None where two share a label."""
    found: dict[str, tuple[str, Fraction] | None] = {}
    for name, named in inspection.percentages.items():
        quantity, label = inspection.figures.get(name), named.percentage.label
        if label and isinstance(quantity, Quantity) and quantity.percent is not None:
            key = " ".join(label.casefold().split())
            found[key] = None if key in found else (name, Fraction(quantity.percent))
    return found


def wrong_labels(texts: CheckedTexts, rule: Rule) -> Iterator[Problem]:
    """Find the rows with one percentage and the label of one figure, which has another percentage."""
    for text in texts:
        for table in text.view.tables:
            for row in table.rows:
                written = [(cell, plain_inlines(cell.children).strip()) for cell in row]
                known = _by_label(texts.inspection).get(" ".join(written[0][1].casefold().split()))
                shares = [(at, match) for at, (_, words) in enumerate(written) if (match := _share().fullmatch(words))]
                if known is None or len(shares) != 1:
                    continue
                (column, share), (name, value) = shares[0], known
                right = per_cent(value, len(share["places"] or ""))
                heading = plain_inlines(table.heads[column].children)
                if right != f"{share['number']}%" and not any(map(str.isdigit, heading)):
                    message = f"{share['number']}% here, and «{name}», which is called so, is {right}"
                    hint = f"write {{{{ {name} }}}}, or call the row otherwise"
                    yield text.problem(rule, *written[column][0].span, message, hint)


@cache
def _share() -> re.Pattern[str]:
    return re.compile(r"(?P<number>[0-9]{1,3}(?:\.(?P<places>[0-9]+))?)\s?(?:%|per\s+cent)")
