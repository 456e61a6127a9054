"""An invented programme with four kinds of finding and three of boxes, and an area that has some of each."""

from __future__ import annotations

from pathlib import Path

from tests.changes import change
from tests.conftest import write_files

VISITS = {
    "area.yaml": """\
area: Northfold
framework: framework.yaml
inspected: 2024-05
""",
    "framework.yaml": """\
framework: care-visits
title: Visits to Places of Care
report_title: A visit to {{ area }}
inspectorate: The Care Visitors
scales:
  - id: bands
    name: Band
    bands:
      - {id: good, name: Good, lowest: 70, conclusion: This was good.}
      - {id: poor, name: Poor, lowest: 0, conclusion: This was poor.}
ratings:
  criterion: {of: questions, take: mean, summary: 20, scale: bands}
  section: {of: criteria, take: mean, scores: printed, scale: bands}
sections:
  - number: 1
    title: Living there
    criteria:
      - {number: 1.1, title: Rooms and meals, statement: Rooms are warm and meals are good.}
      - {number: 1.2, title: Safety, statement: Everybody is safe.}
findings:
  - {id: practice, key: good_practice, singular: good practice, plural: good practice, side: good, box: yes}
  - {id: improvement, key: improvements, singular: area for improvement, plural: areas for improvement, side: poor}
  - id: concern
    key: concerns
    singular: cause of concern
    plural: causes of concern
    side: poor
    mark: numbers
    box: yes
    urgent: yes
    recommendations: yes
  - {id: observation, key: observations, singular: observation, plural: observations, side: neutral, mark: none}
boxes:
  - {id: good-example, name: Good practice example, side: good}
  - {id: poor-example, name: Poor practice example, side: poor}
  - {id: case-study, name: Case study, side: neutral}
recommendations:
  criteria: optional
  addressees:
    - {id: service, heading: 'The service should:'}
    - {id: council, heading: 'The council should:'}
    - {id: region, heading: 'The region should:'}
disclosure: {none: The tests count each of a few people.}
parts:
  - {kind: title-page}
  - {kind: contents, heading: Contents}
  - {kind: recommendations, heading: Recommendations}
  - {kind: sections}
""",
    "criteria/1.1.yaml": """\
criterion: 1.1
score: 82
percentages:
  warm: 97
  ate: 5 of 6
good_practice:
  - id: garden
    text: |
      In {{ warm }} of the rooms it was warm.
  - The cook asked everybody what he or she liked.
improvements:
  - id: late-meals
    text: |
      Meals were late at weekends.
observations:
  - id: building
    text: |
      The building is from the century before last.
  - Nobody had left in the year before the visit.
boxes:
  - kind: good-example
    id: kitchen
    title: A kitchen for everybody
    pseudonyms: [Mary]
    text: |
      Mary now eats with {{ ate | count }} people of her floor.
  - kind: case-study
    text: |
      The move was planned over four months.
""",
    "criteria/1.2.yaml": """\
criterion: 1.2
score: 31
concerns:
  - id: night-staff
    text: |
      There were too few staff at night; see also {finding}`1.1/building`.
  - id: medicines
    text: |
      Medicines were kept in an open cupboard.
boxes:
  - kind: poor-example
    id: alarm
    text: |
      An alarm rang for a long time, see {finding}`1.2/night-staff`.
""",
    "recommendations.yaml": """\
recommendations:
  - id: posts
    to: region
    text: |
      Pay for two more posts at night.
    findings: [1.2/night-staff]
    deadline: 2024-09
    owner: Director of Care
  - id: rota
    to: service
    text: |
      Have somebody on each floor at night.
    criteria: [1.2]
    findings: [1.2/night-staff, 1.2/medicines]
    deadline: within four weeks
  - to: service
    text: |
      Bring meals in time.
    criteria: [1.1]
  - id: lock
    to: service
    text: |
      Lock the cupboard.
    findings: [1.2/medicines]
  - to: region
    text: |
      Let other services hear of the garden.
""",
}
"""The area with its framework, by file name."""


def write_visits(folder: Path, changes: dict[str, tuple[str, str]] | None = None) -> Path:
    """Write the area into a folder and return it; ``changes`` give for a file a text in it and what stands there."""
    write_files(folder, VISITS)
    for name, (old, new) in (changes or {}).items():
        change(folder / name, old, new)
    return folder
