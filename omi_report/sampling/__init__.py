"""The sample of cases: drawn from a caseload, read from an area, kept whole, and given to those who judge it."""
