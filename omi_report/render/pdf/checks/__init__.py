"""Looks at the pages of a report after their layout, and says what went wrong on them."""
