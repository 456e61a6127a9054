"""A language server for inspections: what `omi validate` finds and what omi knows of an area, in any editor."""
