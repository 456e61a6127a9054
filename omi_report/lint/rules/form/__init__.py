"""OMI5xx: text that is damaged, vanishes or changes its form."""
