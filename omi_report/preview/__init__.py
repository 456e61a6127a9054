"""A small server for one user on this machine, which shows files that are made again whenever something changes.

It is handed what makes a file (`attempt.Build`), and knows nothing of reports.
"""
