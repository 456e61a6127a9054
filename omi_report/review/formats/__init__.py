"""The differences between two reports as texts: JSON for programs, Markdown for comments on a change."""
