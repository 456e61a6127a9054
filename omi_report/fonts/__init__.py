"""The characters that the fonts of a report have."""
