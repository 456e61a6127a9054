"""Figures: what the area states, as counts, bases and percentages that the prose can use."""
