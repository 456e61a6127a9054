"""omi: compile an offender management inspection, kept as a folder of YAML, into its report."""

__version__ = "0.1.0"
