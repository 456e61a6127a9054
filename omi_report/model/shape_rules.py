"""The problems of shape: OMI1xx."""

from __future__ import annotations

from omi_report.problems import Rule, Severity

UNKNOWN_KEY = Rule(
    "OMI101",
    "unknown-key",
    Severity.ERROR,
    "A mapping holds a key that the format does not have.",
    "It is most often a misspelt key, and what stands under it would be left out of the report.",
    bad="strenghts:\n  - Plans were on time.",
    good="strengths:\n  - Plans were on time.",
)
MISSING_KEY = Rule(
    "OMI102",
    "missing-key",
    Severity.ERROR,
    "A key that the report needs is not there, or has no value.",
    "Without it a sentence, a table or a whole part of the report would be empty.",
    bad="recommendations:\n  - text: progress is reviewed every month",
    good="recommendations:\n  - text: progress is reviewed every month\n    criteria: [1.2]",
)
WRONG_TYPE = Rule(
    "OMI103",
    "wrong-type",
    Severity.ERROR,
    "A value is not of the type that stands here: a list for a text, a word for a number.",
    "The value cannot be printed, or would be printed as something else than was meant.",
    bad="score: about 64",
    good="score: 64",
)
NOT_ALLOWED = Rule(
    "OMI104",
    "not-allowed",
    Severity.ERROR,
    "A value is of the right type but not one of those that may stand here.",
    "A score of 640 or a stage called «finall» is a slip, and the report would repeat it.",
    bad="score: 640",
    good="score: 64",
)
WRONG_NUMBER = Rule(
    "OMI105",
    "wrong-criterion",
    Severity.ERROR,
    "A criterion's number is not the one in its file's name, or is not in the framework.",
    "Findings filed under the wrong criterion are printed under the wrong heading.",
    bad="# criteria/1.3.yaml\ncriterion: 1.2",
    good="# criteria/1.3.yaml\ncriterion: 1.3",
)
UNKNOWN_FRAMEWORK = Rule(
    "OMI106",
    "unknown-framework",
    Severity.ERROR,
    "The area names a framework that is not there: it neither comes with omi or a plug-in, nor is it a file of the "
    "area's folder, nor one of the folder of frameworks that the project's settings name.",
    "The framework settles sections, criteria, bands and wording: nothing can be checked without it.",
    bad="framework: omi-2007",
    good="framework: omi-2006",
)
WRONG_JUDGEMENT = Rule(
    "OMI107",
    "wrong-judgement",
    Severity.ERROR,
    "A score or a rating is stated where the framework has none: of a criterion that inspectors judge, a score; of a "
    "thread without a scale, a rating.",
    "The framework settles how everything is rated, and the report has a place for that alone.",
    bad="criterion: 4.1     # inspectors judge it\nscore: 64",
    good="criterion: 4.1     # inspectors judge it\nrating: partly-met",
)
INCONSISTENT_FRAMEWORK = Rule(
    "OMI108",
    "inconsistent-framework",
    Severity.ERROR,
    "The framework contradicts itself. One number, id or heading stands for two things, or a name for nothing; a "
    "criterion or a question stands where another number belongs; all answers lie on one side of the line; something "
    "is said that the report would print nowhere; weights do not add up to 100, the bands of a scale are out of order, "
    "or a rule of rating cannot be worked out. Or the area has a sample of cases, and the framework no answers to its "
    "questions.",
    "Scores would be worked out wrongly, and a reference could lead to two places.",
    bad="ratings:\n  section: {of: criteria, take: lowest, scale: band}   # the scale is called bands",
    good="ratings:\n  section: {of: criteria, take: lowest, scale: bands}",
)
UNKNOWN_LANGUAGE = Rule(
    "OMI109",
    "unknown-language",
    Severity.ERROR,
    "The framework asks for a report in a language that omi has no words for, or in one that there is not.",
    "Headings, captions and figures would be in English among texts in another language.",
    bad="language: en-UK",
    good="language: en-GB",
)

RULES = (
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    NOT_ALLOWED,
    WRONG_NUMBER,
    UNKNOWN_FRAMEWORK,
    WRONG_JUDGEMENT,
    INCONSISTENT_FRAMEWORK,
    UNKNOWN_LANGUAGE,
)
