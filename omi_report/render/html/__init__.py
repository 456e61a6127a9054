"""A report → pages of HTML."""
