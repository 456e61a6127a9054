"""Texts in Markdown → trees of located nodes, with figures and references not yet looked up."""
