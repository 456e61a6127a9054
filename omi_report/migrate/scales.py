"""The bands and the two lists of grades of a framework → its scales."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from omi_report.migrate.layout import all_but_comments_removed, key_of, lines_removed, lines_replaced
from omi_report.migrate.page import Page, Plain
from omi_report.migrate.step import Step, Undecided, renaming
from omi_report.migrate.values import whole, without
from omi_report.problems import Edit

PERFORMANCE_SCALE = "performance-grades"
"""The id of the scale of a national performance framework."""


class _List(NamedTuple):
    key: str
    scale: str
    name: str
    several: str = ""

    @property
    def named(self) -> dict[str, str]:
        """The first lines of the scale."""
        return {"id": self.scale, "name": self.name} | ({"several": self.several} if self.several else {})


LISTS = (
    _List("bands", "bands", "Band"),
    _List("grades", "grades", "Grade", "Grades"),
    _List("performance_grades", PERFORMANCE_SCALE, "Grade"),
)
"""The former lists, each with the id and the name of the scale that it becomes."""


def undecided_scales(page: Page) -> Iterator[Undecided]:
    """Yield what is wrong with the bands, so that nobody can say which scale they are."""
    data = page.data
    present = [each.key for each in LISTS if each.key in data]
    if not present:
        return
    if "scales" in data:
        hint = "move these into the scales by hand, or remove the list that is no longer meant"
        yield Undecided(page.at((present[0],), key=True), f"the framework has «{present[0]}» and scales", hint)
        return
    if not isinstance(data.get("bands"), list) or not data["bands"]:
        yield Undecided(page.at((present[0],), key=True), "the framework has no bands", "add them as «bands: …»")
        return
    lowest: dict[int, int] = {}
    for at, band in enumerate(data["bands"]):
        value = whole(band.get("lowest")) if isinstance(band, dict) else None
        if value is None or not 0 <= value <= 100:
            place = page.at(("bands", at, "lowest"))
            yield Undecided(place, "the lowest score of this band is not known", "write it as a whole number to 100")
        elif value in lowest:
            yield Undecided(page.at(("bands", at, "lowest")), f"two bands begin at {value}", "give each its own score")
        else:
            lowest[value] = at
    if lowest and min(lowest) > 0:
        place = page.at(("bands",), key=True)
        yield Undecided(place, f"scores under {min(lowest)} fall into no band", "let the lowest band begin at 0")


# ---- in order --------------------------------------------------------------------------------------------------------


def _falling(bands: list[Plain]) -> list[int]:
    """The places of the bands, best first."""
    return sorted(range(len(bands)), key=lambda at: -(whole(bands[at]["lowest"]) or 0))


def is_out_of_order(data: dict[str, Plain]) -> bool:
    """Say whether the bands of a framework stand in another order than best first."""
    bands = data.get("bands")
    return isinstance(bands, list) and _falling(bands) != list(range(len(bands)))


def _ordering(page: Page) -> Iterator[Edit]:
    order = _falling(page.data["bands"])
    extents = [page.extents["bands", at] for at in range(len(order))]
    if page.extents["bands",].kind == "flow":
        for place, at in zip(extents, order, strict=True):
            yield page.replacement(place.start, place.end, page.source(extents[at].start, extents[at].end))
        return
    found = [page.lines_of(("bands", at)) for at in range(len(order))]
    ends = [*(each.lead for each in found[1:]), found[-1].stop]
    entries = [page.lines[each.lead - 1 : end - 1] for each, end in zip(found, ends, strict=True)]
    block = found[0]._replace(first=found[0].lead, stop=ends[-1])
    yield lines_replaced(page, block, [line for at in order for line in entries[at]])


def _ordered(data: dict[str, Plain]) -> dict[str, Plain]:
    return data | {"bands": [data["bands"][at] for at in _falling(data["bands"])]}


IN_ORDER = Step("bands: in order, best first", "bands", is_out_of_order, _ordering, _ordered)


# ---- as scales -------------------------------------------------------------------------------------------------------


def _has_lists(data: dict[str, Plain]) -> bool:
    return any(each.key in data for each in LISTS)


def _edits(page: Page) -> Iterator[Edit]:
    margin = key_of(page, ("bands",))[0].column - 1
    written = [f"{' ' * margin}scales:"]
    for each in LISTS:
        if each.key not in page.data:
            continue
        lines = page.lines_of((each.key,))
        if page.data[each.key]:
            written += _scale(page, each, margin)
        if each.key != "bands":
            yield lines_removed(page, lines) if page.data[each.key] else all_but_comments_removed(page, lines)
    yield lines_replaced(page, page.lines_of(("bands",)), written)


def _scale(page: Page, each: _List, margin: int) -> list[str]:
    lines = page.lines_of((each.key,))
    start, end = key_of(page, (each.key,))
    first = page.lines[start.line - 1]
    block = [f"{first[: start.column - 1]}bands{first[end.column - 1 :]}", *page.lines[lines.first : lines.stop - 1]]
    above = [] if each.key == "bands" else page.lines[lines.lead - 1 : lines.first - 1]
    space = " " * margin
    return [
        *(f"{space}  {line.lstrip()}" for line in above),
        *(f"{space}  {'-' if key == 'id' else ' '} {key}: {value}" for key, value in each.named.items()),
        *(f"    {line}" if line else line for line in block),
    ]


def _meant(data: dict[str, Plain]) -> dict[str, Plain]:
    scales = [{**each.named, "bands": data[each.key]} for each in LISTS if data.get(each.key)]
    return without(data, *(each.key for each in LISTS)) | {"scales": scales}


SCALES = Step("bands and grades → scales", "bands", _has_lists, _edits, _meant)


# ---- answers ---------------------------------------------------------------------------------------------------------


def undecided_answers(page: Page) -> Iterator[Undecided]:
    """Yield a framework that has its answers twice."""
    if "scale" in page.data and "answers" in page.data:
        place = page.at(("scale",), key=True)
        yield Undecided(place, "the framework has «scale» and answers", "remove the one that is no longer meant")


ANSWERS = renaming("scale", "answers")
