"""The recommendations of a report → a plan that answers each of them, with every blank marked TODO."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from omi_report.model.facts import Recommended
from omi_report.model.plan import PLAN
from omi_report.problems import excerpt
from omi_report.scaffold.area import SCHEMA_FOLDER

_ROOM = 90

_HEAD = """\
# What is done about each recommendation, by whom and by when, and how far it has come. No report holds anything of it:
# it may be changed after publication. `omi plan` shows what is late; `omi validate` says what is wrong.

# submitted: 2008-03-14     when the plan was sent

recommendations:
"""

_ACTION = """\
        what: TODO
        # owner: Head of Training       the role that sees to it, not a name
        # due: 2008-06                  a month or a day
"""

_PROGRESS = """\
        # progress:
        #   - date: 2008-04-30
        #     state: finished           or under-way, or dropped; under-way if left out
        #     says: How far it has come, in a sentence or two.
        #     evidence: [What shows it]
"""


def plan_text(asked: Iterable[Recommended]) -> str:
    """Return the text of a new plan. Its first action has all that may be said of one, in comments."""
    return f"# yaml-language-server: $schema={SCHEMA_FOLDER}/{PLAN.id}.json\n{_HEAD}{''.join(_entries(asked))}"


def _entries(asked: Iterable[Recommended]) -> Iterator[str]:
    for each in asked:
        name = each.name or str(each.number)
        said = excerpt(" ".join((each.in_short or each.says).split()), _ROOM)
        yield f"  # {each.number}: {said}\n  - recommendation: {name}\n    actions:\n"
        yield f"      - id: {each.name or 'recommendation'}-{1 if each.name else each.number}\n{_ACTION}"
        if each.number == 1:
            yield _PROGRESS
