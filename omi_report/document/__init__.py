"""The report as a tree of parts: in order, numbered, with figures and references in their places."""
