"""Which figures may be shown, so that no small count can be read or worked out."""
