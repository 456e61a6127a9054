"""The area and the framework as models: what may stand in which file, and of what type."""
