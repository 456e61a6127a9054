"""Files in which others comment on a draft: what goes out, what comes back, and where in the report it belongs."""
