"""How likely the work on each question is to be above the line, and in which cases the question is relevant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rate:
    """The chance of an answer above the line, among the cases in which the question is relevant.

    Relevant are, of the cases that the framework's ``applies_to`` leaves, those that have all the
    attributes of ``where``, are above the line in the question ``after``, are below it in
    ``failing`` and have a relevant answer to ``along``; and of these only the part ``share``. A
    case above the line in one of ``implied_by`` is so here too, one above it in ``excluded_by`` is
    not. ``lean`` moves the chance by attribute.
    """

    above: float
    share: float = 1
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    after: str = ""
    failing: str = ""
    along: str = ""
    implied_by: tuple[str, ...] = ()
    excluded_by: str = ""
    lean: Mapping[str, float] = field(default_factory=dict)

    @property
    def hangs_on_others(self) -> bool:
        """Whether other questions have to be answered first."""
        return bool(self.after or self.failing or self.along or self.implied_by or self.excluded_by)


MORE_THAN_LOW = {"roh": ("medium", "high", "very-high")}
HIGH = {"roh": ("high", "very-high")}
ADULT = {"victim_safety": ("yes",)}
CHILDREN = {"child_safeguarding": ("yes",)}
CHANGED = {"change_in_roh": ("yes",)}
SUPERVISED = {"supervision": ("yes",)}

RATES: Mapping[str, Rate] = {
    # 1.1 Preparing for sentence
    "1.1.2": Rate(0.9, share=0.7),
    "1.1.3": Rate(0.94),
    "1.1.4": Rate(0.93),
    "1.1.5": Rate(0.87),
    "1.1.6": Rate(0.45),
    "1.1.7": Rate(0.97),
    "1.1.8": Rate(0.93),
    "1.1.9": Rate(0.85, where={"case_type": ("community",)}),
    "1.1.10": Rate(0.88),
    "1.1.11": Rate(0.84),
    "1.1.12": Rate(0.76),
    "1.1.13": Rate(0.82),
    "1.1.14": Rate(0.78),
    "1.1.15": Rate(0.52),
    "1.1.16": Rate(0.55),
    "1.1.17": Rate(0.7),
    "1.1.18": Rate(0.8),
    "1.1.19": Rate(0.75),
    "1.1.20": Rate(0.6),
    # 1.2 Assessment of risk of harm
    "1.2.1": Rate(0.95),
    "1.2.2": Rate(0.86, after="1.2.1"),
    "1.2.3": Rate(0.8),
    "1.2.4": Rate(0.84),
    "1.2.5": Rate(0.84, where=MORE_THAN_LOW),
    "1.2.6": Rate(0.9),
    "1.2.7": Rate(0.88),
    "1.2.8": Rate(0.86),
    "1.2.9": Rate(0.78),
    "1.2.10": Rate(0.77, where=MORE_THAN_LOW),
    "1.2.11": Rate(0.9, where={"approved_premises": ("yes",)}),
    "1.2.12": Rate(0.9, where={"approved_premises": ("yes",)}),
    "1.2.13": Rate(0.95, where={"approved_premises": ("no",), **HIGH}),
    "1.2.14": Rate(0.46, after="1.2.5"),
    "1.2.15": Rate(0.62, where=MORE_THAN_LOW),
    "1.2.16": Rate(0.42, where=MORE_THAN_LOW),
    "1.2.17": Rate(0.45),
    "1.2.18": Rate(0.34, where=MORE_THAN_LOW, lean={"tier:4": 0.5}),
    "1.2.19": Rate(0.6, where=MORE_THAN_LOW),
    "1.2.20": Rate(0.55, where=MORE_THAN_LOW),
    "1.2.21": Rate(0.42),
    "1.2.22": Rate(0.3),
    # 1.3 Assessment of likelihood of reoffending
    "1.3.1": Rate(0.75),
    "1.3.2": Rate(0.88),
    "1.3.3": Rate(0.82),
    "1.3.4": Rate(0.77),
    "1.3.5": Rate(0.7, share=0.8),
    # 1.4 Assessment of offender engagement
    "1.4.1": Rate(0.84),
    "1.4.2": Rate(0.93),
    "1.4.3": Rate(0.66),
    "1.4.4": Rate(0.64),
    "1.4.5": Rate(0.5),
    "1.4.6": Rate(0.56, lean={"ethnicity:minority-ethnic": 0.5}),
    "1.4.7": Rate(0.4, share=0.6),
    # 1.5 Sentence planning
    "1.5.1": Rate(0.93),
    "1.5.2": Rate(0.9),
    "1.5.3": Rate(0.75, after="1.5.9"),
    "1.5.4": Rate(0.8, after="1.5.9"),
    "1.5.5": Rate(0.74, after="1.5.9"),
    "1.5.6": Rate(0.72, after="1.5.9", share=0.8),
    "1.5.7": Rate(0.85),
    "1.5.8": Rate(0.9),
    "1.5.9": Rate(0.95),
    "1.5.10": Rate(0.54, after="1.5.9"),
    "1.5.11": Rate(0.4, after="1.5.9"),
    "1.5.12": Rate(0.5, after="1.5.9", where=MORE_THAN_LOW),
    "1.5.13": Rate(0.45, after="1.5.9"),
    "1.5.14": Rate(0.48, after="1.5.9"),
    "1.5.15": Rate(0.44, after="1.5.9"),
    "1.5.16": Rate(0.42, after="1.5.9"),
    "1.5.17": Rate(0.46, after="1.5.9"),
    "1.5.18": Rate(0.42, after="1.5.9", where=MORE_THAN_LOW),
    "1.5.19": Rate(0.35, after="1.5.9", share=0.5),
    "1.5.20": Rate(0.5, after="1.5.9"),
    "1.5.21": Rate(0.52, after="1.5.9", share=0.8),
    "1.5.22": Rate(0.5, after="1.5.9", where=MORE_THAN_LOW),
    "1.5.23": Rate(0.38, after="1.5.9", share=0.7),
    "1.5.24": Rate(0.55, after="1.5.9", lean={"case_type:custody": -0.8}),
    # 2.1 Delivering the sentence plan
    "2.1.1": Rate(0.68),
    "2.1.2": Rate(0.74, share=0.9),
    "2.1.3": Rate(0.9),
    "2.1.4": Rate(0.85),
    "2.1.5": Rate(0.7, share=0.8),
    "2.1.6": Rate(0.72),
    "2.1.7": Rate(0.78),
    "2.1.8": Rate(0.5),
    "2.1.9": Rate(0.6),
    "2.1.10": Rate(0.5, share=0.85),
    "2.1.11": Rate(0.36, share=0.85),
    "2.1.12": Rate(0.5, share=0.85),
    "2.1.13": Rate(0.75),
    "2.1.14": Rate(0.48, where=SUPERVISED, share=0.6),
    "2.1.15": Rate(0.85, share=0.8),
    "2.1.16": Rate(0.85),
    "2.1.17": Rate(0.76, share=0.85),
    "2.1.18": Rate(0.82),
    "2.1.19": Rate(0.45, where=MORE_THAN_LOW, share=0.8),
    "2.1.20": Rate(0.65),
    "2.1.21": Rate(0.5),
    "2.1.22": Rate(0.55),
    "2.1.23": Rate(0.6),
    "2.1.24": Rate(0.5),
    # 2.2 Protecting the public by minimising risk of harm
    "2.2.1": Rate(0.8),
    "2.2.2": Rate(0.7, share=0.45),
    "2.2.3": Rate(0.75),
    "2.2.4": Rate(0.74, where=CHILDREN),
    "2.2.5": Rate(0.85),
    "2.2.6": Rate(0.9),
    "2.2.7": Rate(0.75),
    "2.2.8": Rate(0.84, where=MORE_THAN_LOW),
    "2.2.9": Rate(0.56),
    "2.2.10": Rate(0.6, share=0.6),
    "2.2.11": Rate(0.7, where=MORE_THAN_LOW),
    "2.2.12": Rate(0.62, where=ADULT),
    "2.2.13": Rate(0.45, where=HIGH, share=0.5),
    "2.2.14": Rate(0.55),
    "2.2.15": Rate(0.72),
    "2.2.16": Rate(0.62, where=CHANGED),
    "2.2.17": Rate(0.6, where=CHANGED),
    "2.2.18": Rate(0.52, where={"case_type": ("community", "licence")}),
    "2.2.19": Rate(0.38, where={"case_type": ("community", "licence")}),
    # 2.3 Victims
    "2.3.1": Rate(0.75),
    "2.3.2": Rate(0.82),
    "2.3.3": Rate(0.7),
    "2.3.4": Rate(0.64),
    "2.3.5": Rate(0.6),
    "2.3.6": Rate(0.48),
    "2.3.7": Rate(0.45),
    "2.3.8": Rate(0.4),
    "2.3.9": Rate(0.4),
    # 2.4 Ensuring containment and promoting compliance (punish)
    "2.4.1": Rate(0.97),
    "2.4.2": Rate(0.87),
    "2.4.3": Rate(0.93),
    "2.4.4": Rate(0.92),
    "2.4.5": Rate(0.86),
    "2.4.6": Rate(0.78),
    "2.4.7": Rate(0.8),
    "2.4.8": Rate(0.93),
    "2.4.9": Rate(0.85),
    "2.4.10": Rate(0.78),
    "2.4.11": Rate(0.85),
    "2.4.12": Rate(0.9),
    "2.4.13": Rate(0.82, share=0.7),
    "2.4.14": Rate(0.84, share=0.75),
    "2.4.15": Rate(0.75),
    "2.4.16": Rate(0.78, share=0.4),
    "2.4.17": Rate(0.52, after="2.4.16"),
    "2.4.18": Rate(0.82),
    "2.4.19": Rate(0.9),
    "2.4.20": Rate(0.74),
    "2.4.21": Rate(0.84),
    "2.4.22": Rate(0.6),
    "2.4.23": Rate(0.85),
    "2.4.24": Rate(0.76),
    # 2.5 Constructive interventions (help and change)
    "2.5.1": Rate(0.82, share=0.85),
    "2.5.2": Rate(0.8),
    "2.5.3": Rate(0.7),
    "2.5.4": Rate(0.7),
    "2.5.5": Rate(0.62),
    "2.5.6": Rate(0.8),
    "2.5.7": Rate(0.6),
    "2.5.8": Rate(0.85),
    "2.5.9": Rate(0.7),
    # 2.6 Restrictive interventions (control)
    "2.6.1": Rate(0.78, share=0.6),
    "2.6.2": Rate(0.92),
    "2.6.3": Rate(0.86),
    "2.6.4": Rate(0.93),
    "2.6.5": Rate(0.92),
    "2.6.6": Rate(0.88),
    "2.6.7": Rate(0.82, where=ADULT),
    "2.6.8": Rate(0.75, share=0.8),
    "2.6.9": Rate(0.72, where=MORE_THAN_LOW),
    # 2.7 Diversity issues
    "2.7.1": Rate(0.85),
    "2.7.2": Rate(0.8, share=0.35),
    "2.7.3": Rate(0.82, share=0.8),
    "2.7.4": Rate(0.88, share=0.16),
    "2.7.5": Rate(0.75, where={"basic_skills_need": ("yes",)}),
    "2.7.6": Rate(0.75),
    # 3.1 Achievement of initial outcomes
    "3.1.1": Rate(0.68),
    "3.1.2": Rate(0.86),
    "3.1.3": Rate(0.76),
    "3.1.4": Rate(0.86),
    "3.1.5": Rate(0.85),
    "3.1.6": Rate(0.85),
    "3.1.7": Rate(0.82),
    "3.1.8": Rate(0.75),
    "3.1.9": Rate(0.34),
    "3.1.10": Rate(0.52),
    "3.1.11": Rate(0.56),
    "3.1.12": Rate(0.42, where=ADULT),
    "3.1.13": Rate(0.35, implied_by=("3.1.18", "3.1.19", "3.1.20")),
    "3.1.14": Rate(0.7),
    "3.1.15": Rate(0.5, after="3.1.14"),
    "3.1.16": Rate(0.56),
    "3.1.17": Rate(0.2, implied_by=("3.1.16",)),
    "3.1.18": Rate(0.4),
    "3.1.19": Rate(0.42),
    "3.1.20": Rate(0.45),
    "3.1.21": Rate(0.66),
    "3.1.22": Rate(0.7),
    "3.1.23": Rate(0.38),
    "3.1.24": Rate(0.8),
    # 3.2 Sustainability of progress
    "3.2.1": Rate(0.76),
    "3.2.2": Rate(0.6, failing="3.2.1"),
    "3.2.3": Rate(0.84),
    "3.2.4": Rate(0.74),
    "3.2.5": Rate(0.5),
    "3.2.6": Rate(0.62, where=SUPERVISED),
    # 4.6 Commissioning of services: what was used with the offender, not how well the case was managed
    "4.6.1": Rate(0.58, share=0.5),
    "4.6.2": Rate(0.5, along="4.6.1", excluded_by="4.6.1"),
    "4.6.3": Rate(0.5),
    "4.6.4": Rate(0.74, share=0.45),
}

# A summary question is above the line where about this part of the case's other answers is.
BARS: Mapping[str, float] = {
    "1.1.21": 0.7,
    "1.2.23": 0.68,
    "1.3.6": 0.6,
    "1.4.8": 0.58,
    "1.5.25": 0.61,
    "2.1.25": 0.58,
    "2.2.20": 0.56,
    "2.3.10": 0.5,
    "2.4.25": 0.72,
    "2.5.10": 0.5,
    "2.6.10": 0.7,
    "2.7.7": 0.45,
    "3.1.25": 0.56,
    "3.2.7": 0.55,
}
