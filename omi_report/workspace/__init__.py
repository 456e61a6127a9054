"""Areas as they lie on a disk: finding them, their settings, checking many of them, and what is remembered."""
