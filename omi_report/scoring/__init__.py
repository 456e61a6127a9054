"""Scoring: published scores → sections, threads and bands (Appendix 4 of the published report)."""
