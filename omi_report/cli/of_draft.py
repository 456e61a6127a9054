"""The option ``--draft`` of commands on comments: a draft on which there are some."""

from __future__ import annotations

from collections.abc import Iterable

import click


def expect_draft(draft: int, named: Iterable[int | None]) -> None:
    """Refuse a draft that no comment names. ``named`` are the drafts of the comments, None where one names none."""
    drafts = sorted({each for each in named if each is not None})
    if draft not in drafts:
        told = ", ".join(f"draft {each}" for each in drafts)
        of = f"there are some on {told}" if drafts else "no comment names a draft"
        raise click.BadParameter(f"there is no comment on draft {draft}: {of}", param_hint="--draft")
