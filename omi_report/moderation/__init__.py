"""Second judgements of cases, and what was agreed on them: as an area keeps them, and which answers differ.

Nothing here counts in a figure or a score.
"""
