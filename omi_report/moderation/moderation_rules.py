"""The problems of the files of moderation: OMI275 for second judgements, OMI276 for agreed answers."""

from __future__ import annotations

from omi_report.problems import Rule, Severity

SECOND_ROW = Rule(
    "OMI275",
    "second-judgement",
    Severity.ERROR,
    "A second judgement does not say who judged, or names somebody who is not among the judges or who judged the case "
    "first as well, or its case is none of the area's.",
    "What two judges agree on can be said only of two people who judged the same case.",
    "case,first,judge,1.1.1\nC001,inspector-1,,poor",
    "case,first,judge,1.1.1\nC001,inspector-1,assessor-2,poor",
)
AGREED_ROW = Rule(
    "OMI276",
    "agreed-answer",
    Severity.ERROR,
    "A row of the agreed answers lacks something: the case, the question, the answer, who agreed on it, when or why; "
    "or what stands there is no question, no answer or no day.",
    "The file shows who changed an answer, when and why. It can show nothing if that is missing.",
    "case,question,first,second,agreed,who,when,why\nC001,1.1.1,poor,good,good,,2008-05-14,",
    "case,question,first,second,agreed,who,when,why\n"
    "C001,1.1.1,poor,good,good,inspector-1 and assessor-2,2008-05-14,the letter was on file",
)

RULES = (SECOND_ROW, AGREED_ROW)
