"""OMI3xx: references."""
