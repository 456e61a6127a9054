"""What `omi validate` does: paths → areas, each checked with its settings, from the cache where nothing changed."""
