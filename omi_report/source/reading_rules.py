"""The problems of reading: OMI0xx."""

from __future__ import annotations

from omi_report.problems import Rule, Severity

NOT_YAML = Rule(
    "OMI001",
    "not-yaml",
    Severity.ERROR,
    "The file is not valid YAML, so nothing in it can be read.",
    "A figure in a file that cannot be read would be missing from the report without a word.",
    bad="strengths:\n  - {{ met }} of trainees were met on the first day.",
    good="strengths:\n  - |\n    {{ met }} of trainees were met on the first day.",
)
DUPLICATE_KEY = Rule(
    "OMI002",
    "duplicate-key",
    Severity.ERROR,
    "The same key stands twice in one mapping.",
    "YAML readers keep the last one and drop the first in silence.",
    bad="percentages:\n  late: 12\n  met: 95\n  late: 14",
    good="percentages:\n  late: 12\n  met: 95\n  late-again: 14",
)
TAB = Rule(
    "OMI003",
    "tab",
    Severity.ERROR,
    "A line is indented with a tab.",
    "YAML is indented with spaces; a tab looks the same and means something else.",
    bad="percentages:\n\tlate: 12",
    good="percentages:\n  late: 12",
)
NOT_UTF8 = Rule(
    "OMI004",
    "not-utf-8",
    Severity.ERROR,
    "The file holds bytes that are not UTF-8 text.",
    "Pound signs and Welsh letters would come out wrong in the report.",
    bad="text: It cost \\xa3560,000.   # saved as Windows-1252: the pound sign is the byte A3",
    good="text: It cost £560,000.      # saved as UTF-8",
)
SEVERAL_DOCUMENTS = Rule(
    "OMI005",
    "several-documents",
    Severity.ERROR,
    "The file holds a second YAML document after a line of three hyphens.",
    "Each file of an area is one document; a second one would be left out of the report.",
    bad="criterion: 1.2\n---\nscore: 64",
    good="criterion: 1.2\nscore: 64",
)
ANCHORS = Rule(
    "OMI006",
    "anchors",
    Severity.ERROR,
    "The file repeats parts of itself by anchors and aliases, beyond a small budget.",
    "A few lines of nested aliases can grow to more text than a machine can hold.",
    bad="a: &a [x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c]",
    good="a: [x, x, x, x, x]",
)
TAG = Rule(
    "OMI007",
    "tag",
    Severity.ERROR,
    "A value carries a YAML tag, such as !!python/object.",
    "The type of a value is settled by the format of the file, never by the file itself.",
    bad="score: !!int 64",
    good="score: 64",
)
EMPTY = Rule(
    "OMI008",
    "empty-file",
    Severity.ERROR,
    "The file holds nothing, or nothing but comments.",
    "A file that belongs to an area has keys that the report needs.",
    bad="# to be written",
    good="text: |\n  This was a careful inspection.\nsignatory: Ada Quill",
    since="draft",
)
UNREADABLE = Rule(
    "OMI009",
    "unreadable",
    Severity.ERROR,
    "The file cannot be opened: it is a folder, a link, too large or closed to this user.",
    "An area reads only ordinary files inside its own folder.",
    bad="criteria/1.2.yaml -> ../../old/1.2.yaml",
    good="criteria/1.2.yaml",
)
UNKNOWN_FILE = Rule(
    "OMI010",
    "unknown-file",
    Severity.ERROR,
    "A file stands in the area folder that no part of the report reads.",
    "It is most often a misspelt name, and its contents would be missing from the report.",
    bad="forword.yaml",
    good="foreword.yaml",
)
MISSING_FILE = Rule(
    "OMI011",
    "missing-file",
    Severity.ERROR,
    "A file that the area needs is not there.",
    "Without it a part of the report would be empty.",
    bad="criteria/1.1.yaml\ncriteria/1.3.yaml",
    good="criteria/1.1.yaml\ncriteria/1.2.yaml\ncriteria/1.3.yaml",
)
TOO_DEEP = Rule(
    "OMI012",
    "too-deep",
    Severity.ERROR,
    "Lists and mappings are nested more deeply than any file of an area needs.",
    "The file is damaged or was made to exhaust the program.",
    bad="score: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[64]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
    good="score: 64",
)
MERGE_CONFLICT = Rule(
    "OMI013",
    "merge-conflict",
    Severity.ERROR,
    "The file holds the marks that git leaves where two people have changed the same lines.",
    "One of the two versions must be chosen: nobody but the writers knows which.",
    bad="<<<<<<< HEAD\nscore: 64\n=======\nscore: 65\n>>>>>>> second-reading",
    good="score: 65",
)
LOOK_ALIKE = Rule(
    "OMI014",
    "look-alike",
    Severity.ERROR,
    "A character only looks like one that YAML is written with: a no-break space in an indent, a dash or a bullet in "
    "the place of the hyphen of a list, an invisible character before a key.",
    "YAML takes it for a word, so the file cannot be read, or an item becomes a part of the one above it.",
    bad="strengths:\n  – Plans were on time.",
    good="strengths:\n  - Plans were on time.",
)

RULES = (
    NOT_YAML,
    DUPLICATE_KEY,
    TAB,
    NOT_UTF8,
    SEVERAL_DOCUMENTS,
    ANCHORS,
    TAG,
    EMPTY,
    UNREADABLE,
    UNKNOWN_FILE,
    MISSING_FILE,
    TOO_DEEP,
    MERGE_CONFLICT,
    LOOK_ALIKE,
)
