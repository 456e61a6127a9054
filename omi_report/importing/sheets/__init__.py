"""Exports of judged cases and of surveys → the sheets of evidence of an area, by a map that the area keeps.

``headings`` finds where the columns of the map stand in a sheet, ``rows`` which of its rows are cases, ``answers``
which answer each cell is; ``taken`` puts the three together for one sheet, ``merging`` joins what several sheets say of
a case, and ``written`` writes the sheet of evidence. What is wrong comes back by cause (``causes``), never cell by
cell. All of it is pure: `omi_report.workspace` reads and writes the files.
"""
