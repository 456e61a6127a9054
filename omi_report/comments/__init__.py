"""What was said of the drafts of a report, and what became of it."""
