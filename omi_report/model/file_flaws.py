"""Whether the file of each part of a framework can be told from others, and whether criteria show what they can."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from omi_report.model import shape_rules as rules
from omi_report.model.flaws import Flaw
from omi_report.model.framework import Framework
from omi_report.model.kinds import Kinds
from omi_report.model.part_files import part_file
from omi_report.model.places_in_framework import criteria_in
from omi_report.source.places import COMMENTS_FILE, IDENTITY_FILE, PLAN_FILE

_OTHERS = {
    IDENTITY_FILE: "what says which inspection this is",
    PLAN_FILE: "the improvement plan, which no report holds",
    COMMENTS_FILE: "the comments on drafts, which no report holds",
}
"""The files of an area that are no part's, and what each is."""


def file_flaws(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Yield the parts whose own file in an area would be that of something else, or would have no name."""
    used = {part.kind for part in framework.parts}
    names = Counter(part.name for part in framework.parts)  # of one given twice, that is said
    others = _OTHERS | {kind.file: f"the part «{kind.id}»" for kind in kinds.values() if kind.id in used}
    for at, part in enumerate(framework.parts):
        kind = kinds.get(part.kind)
        if kind is None or not kind.of_part:
            continue
        if part.id is None:
            message = f"a part of the kind «{part.kind}» has no id"
            hint = "add «id: …»: its file in an area is named by it"
            yield Flaw(("parts", at, "kind"), message, hint, rule=rules.MISSING_KEY)
        elif names[part.id] == 1 and (file := part_file(part.id)) in others:
            message = f"the file {file} would be this part's, and it is that of {others[file]}"
            yield Flaw(("parts", at, "id"), message, "give the part another id")
        elif part.id in framework.criteria:
            criterion = f"{framework.terms.criterion} {part.id}"
            message = f"the figures of the part «{part.id}» would have the names of those of the {criterion}"
            yield Flaw(("parts", at, "id"), message, "give the part another id")


def shown_flaws(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Yield what criteria show twice, and whole parts that one shows: nothing would be left in their own place."""
    parts = {part.name for part in framework.parts if part.kind in kinds and kinds[part.kind].is_display}
    seen: set[str] = set()
    for path, criterion in criteria_in(framework):
        for at, name in enumerate(criterion.shows):
            place = (*path, "shows", at)
            if name in seen:
                message = f"«{name}» is shown by another criterion too, and is printed once"
                yield Flaw(place, message, "refer to it there: {table}`…`")
            elif name in parts:
                message = f"«{name}» is a part of the report, and nothing would be left of it"
                yield Flaw(place, message, "name a table or chart of a part that has several blocks")
            seen.add(name)
