"""The report as a tree of plain data: parts in their order, with figures and references in their places."""
