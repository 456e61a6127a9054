"""How much omi reads, each limit with its reason. What goes beyond one is a problem that names it; nothing is cut.

An area is untrusted: a few bytes may claim to be a million rows. The largest real thing of each kind is named, and
the limit lies far above it and far below what takes minutes or all of a machine's memory. `docs/reference/limits.md`
has the same numbers for users.
"""

from __future__ import annotations

from typing import Final

# Files ----------------------------------------------------------------------------------------------------------------

FILES: Final = 10_000
"""In the folder of an area; the largest area has some seventy."""

TEXT_BYTES: Final = 4_000_000
"""Of a YAML file: a whole report is half a million bytes."""

FRAMEWORK_BYTES: Final = 4_000_000
"""Of a framework in the folder of a project; that of 2006 is a tenth of a million bytes."""

TEXT_VALUES: Final = 200_000
"""Values and keys in a YAML file. The largest file of a real area has two thousand; each takes half a kilobyte."""

PICTURE_BYTES: Final = 4_000_000
"""Of a picture: each is a part of the page that holds it."""

PICTURE_DOTS: Final = 30_000_000
"""Of a picture: a page at 600 dots an inch has 35 million, and no picture takes all of a page. Each takes three bytes
of memory or four, whatever a small file says."""

EVIDENCE_BYTES: Final = 64_000_000
"""Of a sheet: six times a national sample, since 42 areas of 110 cases with 200 answers each are ten million bytes."""

AREA_BYTES: Final = 512_000_000
"""Of all files of an area: they are all held until the report is made."""

SETTINGS_BYTES: Final = 1_000_000
"""Of `omi.toml` or `pyproject.toml`; settings are a few lines."""

PATTERNS: Final = 100
"""Patterns of paths in one list of the settings: each is held against the file of each problem."""

PATTERN_CHARACTERS: Final = 200
"""Characters of a pattern of paths."""

# Sheets of evidence ---------------------------------------------------------------------------------------------------

SHEET_ROWS: Final = 100_000
"""Rows of a sheet that hold anything: twenty national samples of 4,620 cases."""

SHEET_LINES: Final = 1_000_000
"""Lines of a sheet in which places are looked for: ten for each row."""

SHEET_COLUMNS: Final = 2_000
"""Columns of a sheet: ten times the questions of the framework that has most."""

SHEET_CELLS: Final = 2_000_000
"""Cells of a sheet: twice a national sample of 924,000. They are held as columns, and looked up one by one."""

CELL_CHARACTERS: Final = 32_767
"""Characters of a cell, as Excel has it."""

ROW_CHARACTERS: Final = 1_000_000
"""Characters of a row: five hundred for each of two thousand cells. A quotation mark left open makes one row of all."""

DRAW_NODES: Final = 500
"""Steps of the search for the fewest swaps that give a sample its minimums, which takes one to twenty. What is found by
then counts."""

# Workbooks ------------------------------------------------------------------------------------------------------------

WORKBOOK_BYTES: Final = 256_000_000
"""Of all that is unpacked of a workbook; a national sample unpacks to a tenth."""

WORKBOOK_PART_BYTES: Final = 128_000_000
"""Of one part of it, such as its sheet, counted while it is unpacked: a part's own word on its size may be wrong."""

WORKBOOK_PARTS: Final = 5_000
"""Parts packed in a workbook: Excel writes a dozen, and one more for each sheet, picture and comment."""

SHEETS: Final = 50
"""Sheets of a workbook with comments: omi writes four."""

MERGED_CELLS: Final = 100_000
"""Merged cells of a sheet: one for each row, in a sheet of the longest kind."""

LAST_ROW: Final = 1_048_576
"""The last row that Excel has: a row with a higher number was written by hand."""

SHARED_TEXTS: Final = 500_000
"""Different texts of a workbook: a sample has a few hundred, and an id for each row."""

XML_DEPTH: Final = 64
"""Elements inside each other; a sheet has six."""

XML_NAMES: Final = 2_000
"""Different names of elements and attributes in a part; a sheet has fifty."""

XML_ELEMENTS: Final = 6_000_000
"""Elements of a part: three for each cell."""

# Word files -----------------------------------------------------------------------------------------------------------

WORD_BYTES: Final = 64_000_000
"""Of a Word file, or a text, that is read: a report with its pictures is a tenth."""

WORD_UNPACKED_BYTES: Final = 256_000_000
"""Of all that is unpacked of it. Its pictures do not shrink, and its XML shrinks to a tenth."""

WORD_PART_BYTES: Final = 64_000_000
"""Of one part of it: the words of the longest report are five million bytes of XML. All of a part is held."""

WORD_RATIO: Final = 300
"""How many bytes come of each that is packed, in a part of a million bytes and more: XML of Word gives up to 40."""

WORD_PARTS: Final = 10_000
"""Parts packed in it: a few dozen, one for each picture and drawing."""

WORD_DEPTH: Final = 200
"""Elements inside each other: a picture in a table in a table has 40. The XML library that reads them stops at 256."""

WORD_NAMES: Final = 20_000
"""Different names in a part, and namespaces that it declares: each drawing declares three."""

WORD_ELEMENTS: Final = 2_000_000
"""Elements of a part: a report has a hundred thousand. Each takes two hundred bytes of memory."""

# PDFs that come back --------------------------------------------------------------------------------------------------

PDF_ANNOTATIONS: Final = 20_000
"""Annotations in it: a hundred on each page of a long report."""

PDF_NAMES: Final = 100_000
"""Branches of its tree of names; a report has a few hundred names on ten."""

PDF_LETTERS: Final = 100_000
"""Letters of a page: a full one has five thousand."""

PDF_SECONDS: Final = 120
"""Of a processor, in which it is read: a long report takes five. A page may be made to be painted without end."""

PDF_MEMORY: Final = 2_000_000_000
"""Bytes that it may take in reading, with the program itself, which takes a fifth."""

# Reports --------------------------------------------------------------------------------------------------------------

PDF_PAGES: Final = 2_000
"""Pages of a PDF: many times a whole report in large print. Pages of a millimetre would be laid out without end."""

KEPT_UNITS: Final = 200_000_000
"""Bytes of laid-out pages that are kept for the next build: a report takes about one million, each look of it anew."""

KEPT_ANSWERS: Final = 50_000_000
"""Bytes of what was found in areas that are kept for the next check: an area takes about 50,000."""

KEPT_OUTCOMES: Final = 5_000_000
"""Bytes of what is known of reports that were built: each takes about 10,000."""

# Problems -------------------------------------------------------------------------------------------------------------

SHEET_PROBLEMS: Final = 500
"""Problems of a kind that are shown of a sheet; the rest are counted. A column on a wrong scale has thousands."""

FILE_PROBLEMS: Final = 1_000
"""Problems of a kind that are shown of any other file; the rest are counted. Nobody reads the thousandth."""
