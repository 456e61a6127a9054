"""OMI7xx: publication."""
