"""Two editions of a report compared: what was added, removed, moved and changed, as data, and as a report of its own.

Everything here goes from documents to values. Nothing is read, and nothing is printed.
"""
