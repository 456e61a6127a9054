"""OMI5xx: words: spelling, grammar, what is left to be written."""
