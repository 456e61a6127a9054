"""A report → a Word file (Office Open XML, ISO/IEC 29500): text, styles, numbering, notes, and the package of them all.

Only this folder imports python-docx.
"""
