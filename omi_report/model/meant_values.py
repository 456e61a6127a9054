"""What was most likely meant by a value that is not written as it should be; imported when there is one.

Each function returns words for a hint, empty where nothing is likely.
"""

from __future__ import annotations

import re

from omi_report.model.base import ReportDate

_LOOKALIKES = str.maketrans("IlOo", "1100")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DATES = (
    re.compile(r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+)?(?P<month>[A-Za-z]{3,9})\.?,?\s+(?P<year>[0-9]{4})"),
    re.compile(r"(?:(?P<day>[0-9]{1,2})[./-])?(?P<month>[0-9]{1,2})[./-](?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4})[./-](?P<month>[0-9]{1,2})(?:[./-](?P<day>[0-9]{1,2}))?"),
)
_SHARE = re.compile(r"([0-9IlOo]+)\s*(?:of|out of|/)\s*([0-9IlOo]+)")
_NUMBER = re.compile(r"([0-9IlOo]+)(?:[.,]([0-9IlOo]{1,2}))?\s*(?:%|per cent)?")
_THOUSANDS = re.compile(r"([1-9][0-9]{0,2})(,[0-9]{3})+")
_SHORT_ITEM = re.compile(r"[\w./-]+")


def number_meant(found: str, *, whole: bool = False) -> str:
    """Say which number was meant by ``71%``, ``9I``, ``91,5`` or ``1,250``; ``whole`` where it has no decimals."""
    number = _plain_number(found.strip())
    return f"write {number}" if number and not (whole and "." in number) else ""


def percentage_meant(found: str) -> str:
    """Say which percentage, or which count and base, was meant: ``91,5``, ``5/6``, ``5of 6``."""
    share = _SHARE.fullmatch(found.strip())
    if share and _has_figure(found):
        return f"write {share[1].translate(_LOOKALIKES)} of {share[2].translate(_LOOKALIKES)}"
    return number_meant(found)


def list_meant(found: str) -> str:
    """Say how to write as a list what stands there as a line: ``1.5, 2.1``."""
    items = [item.strip() for item in found.split(",")]
    if "\n" in found or not all(items):
        return ""
    if all(_SHORT_ITEM.fullmatch(item) for item in items):
        return f"write [{', '.join(items)}]"
    return "begin it on a new line, after a hyphen and a space"


def date_meant(found: str) -> str:
    """Say which month or day was meant: ``September 2007``, ``5 November 2007``, ``05/11/2007``, ``2007-9``."""
    match = next((match for form in _DATES if (match := form.fullmatch(found.strip()))), None)
    if match is None:
        return ""
    month = match["month"]
    if not month.isdigit():
        month = str(_MONTHS.index(month[:3].lower()) + 1) if month[:3].lower() in _MONTHS else "0"
    try:
        written = ReportDate.parse(f"{match['year']}-{month:0>2}" + (f"-{match['day']:0>2}" if match["day"] else ""))
    except ValueError:
        return ""
    if written.day == 1 and month == match["month"]:  # a spreadsheet writes a month so
        return f"write {str(written)[:-3]}, or {written} if the day itself is meant"
    return f"write {written}"


def _plain_number(found: str) -> str:
    """A number in figures with a point; empty for what is none."""
    if _THOUSANDS.fullmatch(found):
        return found.replace(",", "")
    match = _NUMBER.fullmatch(found)
    if match is None or not _has_figure(found):
        return ""
    whole, decimals = (part.translate(_LOOKALIKES) if part else "" for part in match.groups())
    return f"{whole}.{decimals}" if decimals else whole


def _has_figure(found: str) -> bool:
    return any(character.isdigit() for character in found)
