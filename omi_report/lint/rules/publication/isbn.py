"""OMI702: an ISBN is not one."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.model.isbn import fault_of, figures_of
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.places import IDENTITY_FILE

RULE = Rule(
    "OMI702",
    "isbn",
    Severity.ERROR,
    "The ISBN does not have 13 figures (or 10, before 2007), does not begin with 978 or 979, or has a wrong check "
    "digit. Or there is one, and the framework says that its reports have none.",
    "Libraries and booksellers cannot find the report under it, or find another book.",
    bad="isbn: 978 1 84099 112 5",
    good="isbn: 978 1 84099 121 5",
)

_HINT = "compare it with the number that was given for this report: a figure is wrong, or two have changed places"


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Work out the check digit of the area's ISBN."""
    isbn = inspection.area.identity.isbn
    if not isbn:
        return
    place = inspection.area.at(IDENTITY_FILE, ("isbn",))
    if inspection.framework.isbn == "none":
        message = f"«{isbn}» is given, and the framework says that its reports have no ISBN"
        hint = "remove it here, or «isbn: none» from the framework"
        yield RULE.at(place, message, hint, length=len(isbn))
        return
    if wrong := fault_of(figures_of(isbn)):
        yield RULE.at(place, f"«{isbn}» is not an ISBN: {wrong}", _HINT, length=len(isbn))
