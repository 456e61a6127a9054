"""A framework → the area.yaml of a new area."""

from __future__ import annotations

import json
import textwrap
from typing import NamedTuple

from omi_report.model.attributes import name_of_attribute
from omi_report.model.framework import Framework
from omi_report.model.kinds import Kinds
from omi_report.source.places import IDENTITY_FILE
from omi_report.source.quoting import quoted


class NewArea(NamedTuple):
    """What is known of a new area.

    ``name`` is the area's, ``framework`` what area.yaml calls the framework, and ``inspected`` the month of the
    inspection (``2007-11``).
    """

    name: str
    framework: str
    inspected: str


def identity_text(area: NewArea, framework: Framework, kinds: Kinds) -> str:
    """Return the text of area.yaml, with what the framework's parts print of it."""
    drafted, reply_by, published = (_months_after(area.inspected, months) for months in (2, 3, 4))
    head = textwrap.dedent(f"""
        # Which inspection this is. Lines that begin with a number sign are comments for you; the report ignores them.
        area: {json.dumps(area.name, ensure_ascii=False)}
        framework: {quoted(area.framework)}
        stage: draft                # feedback: what is known; draft: for the area to check; final: for publication
        inspected: {area.inspected}
        # drafted: {drafted}          # when the area was sent the draft to check
        # draft: {{number: 1, watermark: yes, line_numbers: yes, reply_by: {reply_by}}}
        # published: {published}        # the month, or the day: {published}-15
    """).lstrip("\n")
    if framework.isbn == "needed":
        head += "# isbn: 978 0 00000 000 2\n"
    used = {part.kind: kinds[part.kind] for part in framework.parts if part.kind in kinds}
    if any((IDENTITY_FILE, "chief_inspector") in kind.prints for kind in used.values()):
        head += "# chief_inspector: Name\n"
    return head + _sample(framework) + "".join(kind.area_scaffold for kind in used.values())


def _sample(framework: Framework) -> str:
    """The sizes of the sample, where the framework divides it by an attribute."""
    listed = ", ".join(f"{quoted(value)}: 0" for value in framework.sample_values)
    divided = name_of_attribute(framework.sample_by, framework.attributes)
    cases = framework.english.label("%(Terms_case)s")
    return f"# {cases} in the sample, by {divided}.\nsample: {{{listed}}}\n" if listed else ""


def _months_after(date: str, months: int) -> str:
    """The month that lies so many months after that of a date."""
    year, month = (int(figures) for figures in date.split("-")[:2])
    years, month = divmod(month - 1 + months, 12)
    return f"{year + years:04}-{month + 1:02}"
