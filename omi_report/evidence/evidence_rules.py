"""The problems of reading evidence: OMI020 to OMI025 for the file, OMI220 to OMI226 for its cells."""

from __future__ import annotations

from omi_report.problems import Rule, Severity

NOT_A_TABLE = Rule(
    "OMI020",
    "not-a-table",
    Severity.ERROR,
    "A file of evidence cannot be read as a table: its characters, its quotation marks or the workbook are damaged.",
    "No figure of the report could be computed from it.",
    'C001,community,"excellent',
    "C001,community,excellent",
)
BAD_HEADING = Rule(
    "OMI021",
    "bad-heading",
    Severity.ERROR,
    "The first row of a file of evidence lacks the column of ids, or names a column twice.",
    "The headings say which question each answer belongs to.",
    "case,case_type,1.1.1,1.1.1",
    "case,case_type,1.1.1,1.1.2",
)
ROW_LENGTH = Rule(
    "OMI022",
    "row-length",
    Severity.ERROR,
    "A row has fewer or more cells than there are headings.",
    "A cell that is missing or added shifts every answer after it to another question.",
    "case,case_type,1.1.1,1.1.2\nC001,community,excellent",
    "case,case_type,1.1.1,1.1.2\nC001,community,excellent,poor",
)
MISPLACED_HEADINGS = Rule(
    "OMI023",
    "misplaced-headings",
    Severity.ERROR,
    "The first row of a sheet does not hold its headings: they stand further down, are missing, or are those of "
    "another sheet of the area.",
    "Without them nobody can say which question an answer belongs to.",
    "Sample of cases,,\ncase,case_type,1.1.1",
    "case,case_type,1.1.1",
)
SHIFTED_CELLS = Rule(
    "OMI024",
    "shifted-cells",
    Severity.ERROR,
    "The cells of a sheet stand under other headings, or beside other cases, than their own: columns were shifted or "
    "swapped, or one was sorted by itself.",
    "Every figure that is computed from them would be wrong, and most of the answers would still look right.",
    "case,case_type,1.1.1\nC001,poor,community\nC002,good,custody",
    "case,case_type,1.1.1\nC001,community,poor\nC002,custody,good",
)
NO_CASE = Rule(
    "OMI025",
    "no-case",
    Severity.ERROR,
    "A row of a sheet is no case and no respondent: it holds totals, headings once more, or a note.",
    "It would be counted as a case.",
    "C110,custody,poor\nTotal,,45",
    "C110,custody,poor",
)
FORMULA = Rule(
    "OMI026",
    "formula",
    Severity.ERROR,
    "A cell of a sheet begins as a formula does: with =, +, - or @, or with the wide form of one of these signs.",
    "A spreadsheet works it out when it opens the sheet, and shows and saves something else than stands there.",
    "case,case_type,1.1.1\n=1+1,community,poor",
    "case,case_type,1.1.1\nC002,community,poor",
)
ATTRIBUTE_AGAINST_ANSWERS = Rule(
    "OMI027",
    "attribute-against-answers",
    Severity.ERROR,
    "An attribute of a case does not go with its answers: several questions are answered that do not apply to such a "
    "case, or are not answered and do, and with another value of the attribute all would be right.",
    "Attributes settle which questions a case gets. One wrong value looks like many wrong answers.",
    "case,case_type,1.1.1,1.2.19,1.2.20,1.2.21\nC001,community,poor,good,good,poor",
    "case,case_type,1.1.1,1.2.19,1.2.20,1.2.21\nC001,licence,poor,good,good,poor",
)
UNKNOWN_COLUMN = Rule(
    "OMI220",
    "unknown-column",
    Severity.ERROR,
    "A column of evidence is neither a question nor an attribute that the framework declares.",
    "Its answers would be counted for nothing.",
    "case,case_typ,1.1.1",
    "case,case_type,1.1.1",
)
UNKNOWN_ANSWER = Rule(
    "OMI221",
    "unknown-answer",
    Severity.ERROR,
    "A cell holds an answer that is not on the scale of its question.",
    "Nobody can say on which side of the line it lies, and omi does not guess.",
    "C001,community,exellent",
    "C001,community,excellent",
)
ROW_ID = Rule(
    "OMI222",
    "row-id",
    Severity.ERROR,
    "A case has no id, or two cases have the same.",
    "A case that is entered twice counts twice in every figure.",
    "C001,community,excellent\nC001,community,excellent",
    "C001,community,excellent\nC002,community,excellent",
)
UNWANTED_ANSWER = Rule(
    "OMI223",
    "unwanted-answer",
    Severity.ERROR,
    "A case has an answer to a question that does not apply to cases of its kind.",
    "Either the answer or the attribute of the case is wrong, and both go into figures.",
    "case,case_type,1.2.19\nC001,community,poor",
    "case,case_type,1.2.19\nC001,community,",
)
MISSING_ANSWER = Rule(
    "OMI224",
    "missing-answer",
    Severity.ERROR,
    "A case has no answer to a question that applies to it.",
    "A blank is not an answer: it may stand for not relevant, or for an answer that was lost.",
    "case,case_type,1.2.4\nC001,community,",
    "case,case_type,1.2.4\nC001,community,not-relevant",
)
BAD_ATTRIBUTE = Rule(
    "OMI225",
    "bad-attribute",
    Severity.ERROR,
    "An attribute of a case is blank, or has a value that the framework does not declare.",
    "Attributes settle which questions a case gets, and which figures it counts for.",
    "case,case_type,1.1.1\nC001,comunity,poor",
    "case,case_type,1.1.1\nC001,community,poor",
)
MISSING_COLUMN = Rule(
    "OMI226",
    "missing-column",
    Severity.ERROR,
    "A file of evidence has no column for a question or an attribute of the framework.",
    "A score without one of its questions is the score of another criterion.",
    "case,case_type,1.1.1",
    "case,case_type,1.1.1,1.1.2",
)

RULES = (
    NOT_A_TABLE,
    BAD_HEADING,
    ROW_LENGTH,
    MISPLACED_HEADINGS,
    SHIFTED_CELLS,
    NO_CASE,
    FORMULA,
    ATTRIBUTE_AGAINST_ANSWERS,
    UNKNOWN_COLUMN,
    UNKNOWN_ANSWER,
    ROW_ID,
    UNWANTED_ANSWER,
    MISSING_ANSWER,
    BAD_ATTRIBUTE,
    MISSING_COLUMN,
)
