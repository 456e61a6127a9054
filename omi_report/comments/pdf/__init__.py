"""A PDF that came back: the annotations in it."""
