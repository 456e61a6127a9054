"""What groups of service users said, each with figures of its own.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from omi_report.document.kinds.blanks import blanks
from omi_report.document.later import tree
from omi_report.document.part_kind import PartKind
from omi_report.model import facts
from omi_report.model.base import Key, Text, Words
from omi_report.model.criterion import Percentages
from omi_report.model.framework import Framework
from omi_report.model.kinds import Contents
from omi_report.model.record import Record
from omi_report.source.quoting import quoted
from omi_report.source.tree import Path

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.outline import PlacedPart


class ServiceUserGroup(Record):
    """What one group of service users said."""

    id: Key
    title: Words
    percentages: Percentages = {}
    text: Text


class ServiceUsers(Record):
    """``service-users.yaml``: the views of offenders, victims, courts."""

    groups: tuple[ServiceUserGroup, ...]


def _texts(found: ServiceUsers) -> Iterator[facts.WrittenText]:
    for index, group in enumerate(found.groups):
        yield facts.WrittenText(
            ("groups", index, "text"), group.text, f"service users: {group.id}", group.id, "running"
        )


def _titles(found: ServiceUsers) -> Iterator[Path]:
    return (("groups", index, "title") for index in range(len(found.groups)))


def _figures(found: ServiceUsers) -> Iterator[facts.ScopeFigures]:
    for index, group in enumerate(found.groups):
        yield facts.ScopeFigures(group.id, ("groups", index, "percentages"), group.percentages)


def _unique_names(found: ServiceUsers) -> Iterator[facts.UniqueName]:
    for index, group in enumerate(found.groups):
        yield facts.UniqueName("id", "", ("groups", index, "id"), group.id)


def _stories(found: ServiceUsers) -> Iterator[facts.PersonalEntry]:
    for index in range(len(found.groups)):
        yield facts.PersonalEntry(("groups", index, "title"), ("groups", index, "text"))


def _open_records(found: ServiceUsers) -> Iterator[facts.OpenRecord]:
    for group in found.groups:
        yield facts.OpenRecord({"id": _address(group), "title": group.title, "text": group.text}, group.id)


def _address(group: ServiceUserGroup) -> str:
    return f"service-users-{group.id}"


def _lacking(area: Contents) -> Iterator[facts.Lack]:
    found = area.content(KIND)
    if found is not None and not found.groups:
        yield facts.Lack(KIND.file, f"{KIND.file} has no groups")


def _scaffold(framework: Framework) -> str:
    head = blanks(f"""
        # What people said of the service, a group at a time. Figures are named, as in the {framework.terms.criteria}.
    """)
    groups = [(survey.id, survey.title) for survey in framework.surveys] or [("first-group", "TODO")]
    listed = "".join(
        f"  - id: {name}\n    title: {quoted(title)}\n    text: |\n      TODO: how many were asked, what they said.\n"
        for name, title in groups
    )
    return f"{head}groups:\n{listed}"


def _build(placed: "PlacedPart", context: "BuildContext") -> "Iterator[tree.Part]":
    found = context.area.content(KIND)
    yield context.part(
        placed,
        tuple(
            tree.DivisionBlock("group", 3, group.title, context.text(group.text, group.id, level=4), _address(group))
            for group in (found.groups if found else ())
        ),
    )


KIND = PartKind(
    id="service-users",
    order=110,
    file="service-users.yaml",
    model=ServiceUsers,
    texts=_texts,
    titles=_titles,
    figures=_figures,
    own_scopes=True,
    unique_names=_unique_names,
    stories=_stories,
    open_table=facts.OpenTable("service_users", ("id", "title", "text")),
    open_records=_open_records,
    lacking=_lacking,
    scaffold=_scaffold,
    build=_build,
)
