"""Thanks, and the inspection team; both stand in area.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from omi_report.document.later import tree
from omi_report.document.part_kind import PartKind
from omi_report.model.facts import Lack
from omi_report.model.kinds import Contents
from omi_report.source.places import IDENTITY_FILE

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.outline import PlacedPart


def _lacking(area: Contents) -> Iterator[Lack]:
    if area.identity.acknowledgements is None:
        yield Lack(IDENTITY_FILE, f"{IDENTITY_FILE} has no acknowledgements")


def _build(placed: PlacedPart, context: BuildContext) -> Iterator[tree.Part]:
    identity = context.area.identity
    team = tuple(tree.Fact((role.role,), tuple((name,) for name in role.names)) for role in identity.team)
    yield context.part(
        placed, context.text(identity.acknowledgements), (tree.FactsBlock(team, "team"),) if team else ()
    )


_AREA_SCAFFOLD = """\
team:
  - role: Inspectors
    names: [TODO]
acknowledgements: |
  TODO: thank those who helped.
"""

KIND: PartKind[Any] = PartKind(
    id="acknowledgements",
    order=30,
    lacking=_lacking,
    prints=((IDENTITY_FILE, "team"), (IDENTITY_FILE, "acknowledgements")),
    area_scaffold=_AREA_SCAFFOLD,
    build=_build,
)
