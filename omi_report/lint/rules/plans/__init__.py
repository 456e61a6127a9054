"""OMI8xx: improvement plans."""
