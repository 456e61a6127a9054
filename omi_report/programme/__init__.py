"""Many inspections as one: where each of them stands."""
