"""OMI263: the caption of a chart or table names another attribute of the cases than the one that it shows."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.checked_text import by_itself
from omi_report.lint.declaration import whole
from omi_report.problems import Location, Problem, Rule, Severity
from omi_report.source.tree import Scalar, walk

RULE = Rule(
    "OMI263",
    "caption-attribute",
    Severity.WARNING,
    "The caption of a chart of cases has the name of one attribute (sex, ethnicity, type of case), and the chart shows "
    "another, which the caption does not name.",
    "Two captions were changed over, or an entry was copied and not finished; nothing in the chart gives it away.",
    bad="chart: {caption: Cases in the sample by sex, data: {attribute: ethnicity}}",
    good="chart: {caption: Cases in the sample by ethnicity, data: {attribute: ethnicity}}",
)


@whole(language="en")
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold the caption of each chart against the attributes that it is made of."""
    framework = inspection.framework
    names = {key: (each.name or key).replace("_", " ").casefold() for key, each in framework.attributes.items()}
    for file, source in inspection.area.files.items():
        if source.root is None or "attribute:" not in source.text or not names:
            continue
        for node in walk(source.root):
            yield from _of_chart(node, names, inspection.area.at(file).file)


def _of_chart(chart: object, names: dict[str, str], file: str) -> Iterator[Problem]:
    data, caption = (chart.get("data"), chart.get("caption")) if isinstance(chart, dict) else (None, None)
    if not isinstance(data, dict) or not isinstance(caption, Scalar) or "survey" in data:
        return
    where = data.get("where")
    narrowed = where.keys() if isinstance(where, dict) else ()
    shown = {str(each) for each in (*data.values(), *narrowed) if isinstance(each, Scalar)} & names.keys()
    if not shown:
        return
    named = {key for key, name in names.items() if by_itself(name).search(caption)}
    if len(named) == 1 and named.isdisjoint(shown):
        (other,), own = named, " and ".join(f"«{names[each]}»" for each in sorted(shown))
        message = f"the caption speaks of «{names[other]}», and the chart shows the attribute {own}"
        place = Location(file, *caption.start)
        yield RULE.at(place, message, "correct the caption, or the attribute of the chart", length=len(caption))
