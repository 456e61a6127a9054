"""OMI6xx: people and disclosure."""
