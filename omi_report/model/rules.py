"""The problems of shape: OMI1xx."""

from __future__ import annotations

from omi_report.problems import Rule, Severity

UNKNOWN_KEY = Rule(
    "OMI101",
    "unknown-key",
    Severity.ERROR,
    "A mapping holds a key that the format does not have.",
    "It is most often a misspelt key, and what stands under it would be left out of the report.",
)
MISSING_KEY = Rule(
    "OMI102",
    "missing-key",
    Severity.ERROR,
    "A key that the report needs is not there.",
    "Without it a sentence, a table or a whole part of the report would be empty.",
)
WRONG_TYPE = Rule(
    "OMI103",
    "wrong-type",
    Severity.ERROR,
    "A value is not of the type that stands here: a list for a text, a word for a number.",
    "The value cannot be printed, or would be printed as something else than was meant.",
)
NOT_ALLOWED = Rule(
    "OMI104",
    "not-allowed",
    Severity.ERROR,
    "A value is of the right type but not one of those that may stand here.",
    "A score of 640 or a stage called «finall» is a slip, and the report would repeat it.",
)
WRONG_NUMBER = Rule(
    "OMI105",
    "wrong-criterion",
    Severity.ERROR,
    "A criterion's number is not the one in its file's name, or is not in the framework.",
    "Findings filed under the wrong criterion are printed under the wrong heading.",
)
UNKNOWN_FRAMEWORK = Rule(
    "OMI106",
    "unknown-framework",
    Severity.ERROR,
    "The area names a framework that is neither shipped with omi nor a file of its folder.",
    "The framework settles sections, criteria, bands and wording: nothing can be checked without it.",
)
WRONG_JUDGEMENT = Rule(
    "OMI107",
    "wrong-judgement",
    Severity.ERROR,
    "A criterion judged by cases has a grade, or one judged by grade has a score.",
    "The framework settles how each criterion is judged, and the report has a place for that alone.",
)

RULES = (
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    NOT_ALLOWED,
    WRONG_NUMBER,
    UNKNOWN_FRAMEWORK,
    WRONG_JUDGEMENT,
)
