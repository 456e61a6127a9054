"""Fixing the structure tree of the PDF, which is what screen readers and other readers of tags go by.

``repair`` is the whole of it. On the way the tags pass through these modules:

``boxes``, ``bind``
    what was laid out, and WeasyPrint's tags beside it: a tree of HTML elements with their marks
``join``
    what was broken over lines and pages becomes one element again
``shape``, with ``paragraphs``, ``lists``, ``contents``, ``links``, ``figures``, ``tables``
    HTML elements become standard structure types
``tables`` with ``headers``, ``links``
    what can be known only of the whole: headers of cells, descriptions of links
``artifacts``, ``write``
    back into the file

docs/reference/pdf.md says what is fixed and why.
"""

from omi_report.render.pdf.tags.repair import repair

__all__ = ["repair"]
