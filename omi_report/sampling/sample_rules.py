"""The problems of a sample that is kept in an area: OMI028 for its files, OMI270 to OMI273 for its rows."""

from __future__ import annotations

from omi_report.problems import Rule, Severity

HALF_A_SAMPLE = Rule(
    "OMI028",
    "half-a-sample",
    Severity.ERROR,
    "Of the two files of a sample one is missing, or the framework says nothing of how a sample is drawn.",
    "The cases alone do not tell how they were drawn. Nobody could repeat it, or say what the sample stands for.",
    "evidence/sample.csv",
    "evidence/sample.csv\nevidence/sampling.yaml",
)
SAMPLE_ROW = Rule(
    "OMI270",
    "sample-row",
    Severity.ERROR,
    "A case of the sample has no place in the order of the draw, or was withdrawn without a reason.",
    "The order says which case of the reserve is next, and the reasons show that nobody chose the cases.",
    "case,place,order,reason\nWX-007,withdrawn,7,",
    "case,place,order,reason\nWX-007,withdrawn,7,the file is in court",
)
SAMPLE_JUDGE = Rule(
    "OMI271",
    "sample-judge",
    Severity.ERROR,
    "A case of the sample is given to somebody who is not among the judges, to the same judge twice, or to an assessor "
    "of the team that has the case.",
    "A case is judged by somebody who has no part in it, and twice by two who do not see each other's answers.",
    "case,place,order,team,judge,second\nWX-007,sample,7,North,inspector-1,inspector-1",
    "case,place,order,team,judge,second\nWX-007,sample,7,North,inspector-1,assessor-2",
)

NOT_ALL_JUDGED = Rule(
    "OMI273",
    "sample-not-judged",
    Severity.ERROR,
    "The sheet of cases lacks cases of the sample.",
    "The scores would stand for fewer cases than were drawn, and the report would say otherwise.",
    "evidence/sample.csv: WX-007,sample\nevidence/cases.csv:",
    "evidence/sample.csv: WX-007,sample\nevidence/cases.csv: WX-007",
)

RULES = (HALF_A_SAMPLE, SAMPLE_ROW, SAMPLE_JUDGE, NOT_ALL_JUDGED)
