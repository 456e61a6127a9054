"""OMI5xx: language and house style."""
