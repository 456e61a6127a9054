"""What stops an output: something outside of the area, so neither its writers' fault nor a problem."""

from __future__ import annotations


class OutputError(Exception):
    """An output could not be made; the message says to a user why and where."""
