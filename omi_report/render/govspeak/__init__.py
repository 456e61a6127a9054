"""A report as Govspeak, the Markdown that GOV.UK publishes: escapes (marks in texts), inlines, blocks, the whole."""
