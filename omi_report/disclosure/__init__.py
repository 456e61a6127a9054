"""Which figures may be shown, so that nobody can read or work out a small count."""
