"""A draft's Word file that came back: the comments in it, and what was changed."""
