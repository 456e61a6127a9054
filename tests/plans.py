"""A plan that answers both recommendations of Westmark."""

from __future__ import annotations

PLAN = """\
submitted: 2024-10-14
recommendations:
  - recommendation: reviews
    actions:
      - id: monthly
        what: Reviews are held each month.
        owner: Head of Workshop
        due: 2024-11
  - recommendation: 2
    actions:
      - {id: written, what: A plan is written., owner: Office, due: 2024-12}
"""
