"""A fix for a fault of WeasyPrint 70 in the breaking of lines, put into it while it lays out a report.

tests/unit/render/pdf/test_line_filling.py says when a version of WeasyPrint no longer needs it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import inline


@contextmanager
def lines_filled() -> Iterator[None]:
    """Fix a fault of WeasyPrint 70: a line that is broken after its first word for want of room for a space.

    It happens where the words before a link or figure fill a line to its last three or four points. They
    fit, but with the space after them they do not, and then WeasyPrint goes back to the first break.
    """
    split = inline.split_first_line

    def split_first_line(text: str, style: Any, context: Any, width: Any, *rest: Any, **more: Any) -> Any:
        result = split(text, style, context, width, *rest, **more)
        resumes_at = result[2]
        if resumes_at is None or not text.endswith(" ") or resumes_at != len(text.split(" ", 1)[0].encode()) + 1:
            return result
        words = split(text.rstrip(" "), style, context, width, *rest, **more)
        fits = words[2] is None and words[3] <= width
        return split(text, style, context, None, *rest, **more) if fits else result

    inline.split_first_line = split_first_line
    try:
        yield
    finally:
        inline.split_first_line = split
