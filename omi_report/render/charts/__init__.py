"""Data → SVG, by pure functions."""
