"""The files of a new area."""
