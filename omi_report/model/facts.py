"""The facts that a kind of file tells of a file's content, so that no other module need know the kind.

Each fact has a path inside the file. `Area.ask` asks all files for a fact and adds the file's name.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from omi_report.model import shape_rules as rules
from omi_report.model.base import ReportDate, Text
from omi_report.model.criterion import Percentage
from omi_report.model.findings import Side
from omi_report.model.rating_rules import Level
from omi_report.model.record import Record
from omi_report.problems import Rule
from omi_report.source.tree import Path

REPORT_SCOPE = "summary"
"""The name space of the figures that belong to no criterion: ``summary/first-home``."""

Manner: TypeAlias = Literal["finding", "lead", "running", "recommended", "note", "value", "standard"]
"""How a text is written.

``finding``: under a letter, in whole sentences. ``lead``: a few words at its head. ``running``: in paragraphs of whole
sentences. ``recommended``: it goes on a sentence that stands above it, and its figures are targets. ``note``: as it
comes. ``value``: a figure or a label, which is no sentence. ``standard``: the framework's own wording.
"""


class WrittenText(NamedTuple):
    """A text in Markdown. ``label`` says where the report has it: ``criterion 1.2, strength (a)``.

    The words for things stand in it by their names: ``%(term_criterion)s 1.2, strength (a)``.

    ``scope`` is the name space in which its bare figure names are looked up. ``about`` is what it
    speaks of as a whole: ``("section", "2")``, ``("thread", "roh")``, ``("criterion", "1.2")``. ``room`` is how many
    characters it can have where it is printed, 0 for as many as it likes. ``side`` is that of a list of what is good,
    or poor, if it stands in one that holds no findings.
    """

    path: Path
    text: Text
    label: str
    scope: str = REPORT_SCOPE
    manner: Manner = "note"
    about: tuple[str, str] | None = None
    room: int = 0
    side: Side | None = None


class ScopeFigures(NamedTuple):
    """The figures that a file names in one name space; ``path`` is that of the mapping of names."""

    scope: str
    path: Path
    percentages: Mapping[str, Percentage]


class UniqueName(NamedTuple):
    """A name that may be given once in its space: what it is (an id, a measure), and in which space."""

    what: str
    space: str
    path: Path
    name: str


class FrameworkName(NamedTuple):
    """A name that must be one of the framework's; ``key`` where it is a key of the file.

    ``what`` is one of the words of `Framework.names`. With ``optional`` any name will do in a framework that has
    none of them.
    """

    what: str
    path: Path
    name: str
    key: bool = False
    optional: bool = False


class Citation(NamedTuple):
    """A criterion that an entry is for: it answers what was found there, or is an example of it."""

    criterion: str
    path: Path
    sense: Literal["answers", "example"]


class AnsweredFinding(NamedTuple):
    """A finding that an entry answers, by the number of its criterion and its id: ``1.2/late-plans``."""

    path: Path
    name: str


class ChosenFinding(NamedTuple):
    """A finding that an entry takes up, by its name, and the side on which it must stand: good, or any other."""

    path: Path
    name: str
    side: Literal["good", "poor"]


class Recommended(NamedTuple):
    """A recommendation: its number in the report, its id if it has one, what it says, and what is said of it beside.

    ``deadline`` is by when it is to be carried out, as a date or in words.
    """

    path: Path
    number: int
    name: str | None
    says: Text
    in_short: Text | None = None
    deadline: str = ""
    owner: str = ""


class FiguresOfDay(NamedTuple):
    """The day that some figures are of. ``what`` says which, as a sentence begins: ``the caseload``."""

    what: str
    path: Path
    date: ReportDate


class DateBeside(NamedTuple):
    """A date that lies before this inspection, or not before it.

    ``what`` says of what it is, as a sentence begins: ``the %(term_recommendation)s is due``. ``words`` are what is
    written where that is no date.
    """

    what: str
    path: Path
    when: Literal["before", "after"]
    date: ReportDate | None
    words: str = ""


class PersonalEntry(NamedTuple):
    """An entry that tells of single people: the paths of its title and its text.

    ``pseudonyms`` are the names in it that are declared to be changed, and stand at the path ``declared``;
    that is None where the entry can declare none.
    """

    title: Path
    text: Path
    pseudonyms: tuple[str, ...] = ()
    declared: Path | None = None


class Signature(NamedTuple):
    """Who signs a text, and where the report has the name: ``under the foreword``."""

    name: str
    where: str


class StatedRating(NamedTuple):
    """What an area states of a score and a rating: of a criterion, a section, a thread, a key question, the whole.

    ``number`` names it (`OVERALL` for the whole). ``path`` is that of the mapping in which ``score``, ``rating`` and
    ``rating_reason`` stand.
    """

    level: Level
    number: str
    path: Path
    score: Decimal | None = None
    rating: str | None = None
    reason: Text | None = None

    @property
    def key(self) -> tuple[Level, str]:
        """What it is of."""
        return self.level, self.number

    @property
    def says_something(self) -> bool:
        """Whether anything is stated at all."""
        return self.score is not None or self.rating is not None or self.reason is not None


class Statement(NamedTuple):
    """What an area states of a rating, and the file in which it stands."""

    file: str
    rating: StatedRating


class PreviousRating(NamedTuple):
    """The rating that something had in the inspection before, by the id of a band of its scale today."""

    level: Level
    number: str
    path: Path
    rating: str


class Measure(NamedTuple):
    """A row of values that are given as somebody else prints them, by their keys in the file.

    ``differences`` name the values that are the difference of two others: its key, then theirs. ``counted`` says that
    all of them are counts, which nobody has rounded.
    """

    path: Path
    name: str
    values: Mapping[str, str]
    differences: tuple[tuple[str, str, str], ...] = ()
    counted: bool = False


class Portion(NamedTuple):
    """A share in per cent, and how many cases it is of, where that is said. ``path`` is that of the share."""

    percent: Decimal
    cases: int | None = None
    path: Path = ()


class Breakdown(NamedTuple):
    """How a whole divides into portions, which are called ``title`` as in a sentence: ``«Men» and «Women»``.

    ``whole`` is the number of cases in it, None where that is not known, and ``of`` what it is: ``the total``. Where
    it is ``complete``, nothing is left over.
    """

    path: Path
    title: str
    portions: tuple[Portion, ...]
    whole: int | None
    of: str
    complete: bool = False


class StatedTotal(NamedTuple):
    """A total, at ``path``, and the numbers that are its parts; where it is ``complete``, all of them.

    ``title`` is what the parts are called, as in a sentence, and ``heading`` that of their column.
    """

    path: Path
    title: str
    heading: str
    parts: tuple[Decimal, ...]
    total: Decimal
    complete: bool


class PartOfWhole(NamedTuple):
    """A number of cases that cannot be more than the ``whole``.

    ``title`` says what they are (``«Women»``), ``of`` what the whole is (``the total``).
    """

    path: Path
    title: str
    cases: int
    whole: int
    of: str


class Display(NamedTuple):
    """A table or a chart that texts refer to, and that criteria show, by its name. ``content`` is what is recorded."""

    path: Path
    name: str
    what: Literal["table", "chart"]
    content: Record
    numbered: bool = True


class CountedChart(NamedTuple):
    """A chart that is counted from the evidence: of the values of an attribute, or of the answers to a question.

    ``by`` is an attribute whose values divide it, ``where`` narrows the rows, and ``has_total`` says that it has a row
    for all of them.
    """

    path: Path
    name: str
    survey: str | None
    question: str | None
    attribute: str | None
    by: str | None
    where: Mapping[str, tuple[str, ...]]
    has_total: bool


class Picture(NamedTuple):
    """A picture of the area's folder that the report prints: its file, where that is named, and its source if given."""

    path: Path
    file: str
    source: str = ""


class ShownValue(NamedTuple):
    """A value that is printed in a table or chart, and what stands there in a sentence: ``81%``, ``Waiting list``."""

    path: Path
    shown: str


class ContentFault(NamedTuple):
    """What is wrong with the content of a file beyond its shape, and where. With ``key`` the path means the key."""

    path: Path
    message: str
    hint: str = ""
    key: bool = False
    rule: Rule = rules.NOT_ALLOWED


class OpenTable(NamedTuple):
    """A table of open data: its name and its columns.

    Where its records have addresses in the report, ``addresses`` is what these begin with (``recommendation``), and
    the column ``id`` holds them.
    """

    name: str
    columns: tuple[str, ...]
    addresses: str = ""


class OpenRecord(NamedTuple):
    """A record of such a table by its columns, without its address.

    A Text among the values is exported as readers see it, its bare figure names looked up in ``scope``.
    """

    values: Mapping[str, object]
    scope: str = REPORT_SCOPE


class PartFault(NamedTuple):
    """Something that a framework says of a part in vain. ``path`` is inside the part, and means the key there.

    Where the whole part would be empty, it is that of the part's kind.
    """

    path: Path
    message: str
    hint: str


class Lack(NamedTuple):
    """Something that a final report needs and does not have.

    ``what`` says what is missing, without a full stop: ``good-practice.yaml has no stories``. The words for things
    stand in it and in the hint by their names: ``no text on %(term_section)s 2``. Without a path the
    whole part would be empty.
    """

    file: str
    what: str
    path: Path = ()
    hint: str = "write it, or set the stage to draft"
    length: int = 1
