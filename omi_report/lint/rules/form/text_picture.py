"""OMI556: a picture in a text that cannot be shown."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.nodes import TextPicture, nodes
from omi_report.source.pictures import fault_of

RULE = Rule(
    "OMI556",
    "text-picture",
    Severity.ERROR,
    "A text names a picture that is not in the folder of the area, or that cannot be shown: it is damaged, too "
    "large, or not what its name says.",
    "The report would have a hole in its place.",
    bad='text: |\n  ![The new office](images/no-such-file.jpg "Melchester")\n  Photograph: the area',
    good='text: |\n  ![The new office](images/office.jpg "Melchester")\n  Photograph: the area',
)


@each_text(holds=("![",))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each picture that stands by itself and is named as one."""
    faults = {fault.offset for fault in text.view.parsed.faults if fault.kind == "picture_file"}
    for node in nodes(text.view.parsed.blocks):
        if isinstance(node, TextPicture) and node.address.start not in faults:
            inspection = text.inspection
            fault = inspection.snapshot.unread.get(node.file) or fault_of(inspection.area.pictures, node.file)
            if fault:
                yield text.problem(RULE, *node.address, fault.message, fault.hint)
