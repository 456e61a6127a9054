"""Text of one YAML file → located tree, with every problem of reading at its place.

libyaml does the parsing; this module builds the tree from its events, so that duplicate keys,
aliases, tags and further documents are seen rather than passed over. No value is given a type.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any, NoReturn, TypeAlias

import yaml

from omi_report import limits
from omi_report.problems import Location, Problem, Rule, excerpt
from omi_report.source import reading_rules as rules
from omi_report.source.lookalikes import conflict_marks, conflicts, lookalike
from omi_report.source.places import how_begun
from omi_report.source.positions import locate, place_of, split_lines
from omi_report.source.repeated_keys import Repeated, problems_of_keys
from omi_report.source.tree import Mapping, Node, ParserMark, Position, Scalar, Sequence, is_null, walk

MAX_DEPTH = 40
MAX_ALIASES = 20
MAX_ALIASED_NODES = 2_000

_TAB = re.compile(r" *\t")
_FIGURE_ALONE = re.compile(r"([a-z_]+): *\{\{ *([^{}]*[^{} ]) *\}\}\s*$")
# What YAML has no place for: control characters, halves of surrogate pairs and the last two of the basic plane.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

# What word processors end a line, a page or a column with; a reader of the text sees two words there.
_BETWEEN_WORDS = dict.fromkeys("\x0b\x0c\x0e", "put a space in its place: it stands between two words")

# Ends of lines to YAML 1.1, left by layout programs and word processors.
_SEPARATOR = re.compile("[\x85\u2028\u2029]")

# libyaml's own words, told again for somebody who has never read the YAML specification.
_PLAIN_WORDS = {
    "mapping values are not allowed in this context": (
        "a colon followed by a space stands where it cannot",
        "put the text in quotes, or begin it on a new line after a | sign",
    ),
    "did not find expected key": (
        "this line does not continue what stands above it",
        "check its indentation, and whether a quotation mark above is left open",
    ),
    "did not find expected '-' indicator": (
        "this line does not continue the list above it",
        "begin each item of the list with a hyphen in the same column",
    ),
    "could not find expected ':'": (
        "a key without a colon, or a text that is not indented far enough",
        "write «key: value», and indent the lines of a text deeper than its key",
    ),
    "found unexpected end of stream": (
        "a quotation mark or bracket is opened and never closed",
        "close it",
    ),
    "found character that cannot start any token": (
        "a character stands here with which no value can begin",
        "put the value in quotes",
    ),
    "found unknown escape character": (
        "a backslash inside double quotes begins an escape that YAML does not know",
        "use single quotes or a | block",
    ),
    "did not find expected ',' or '}'": (
        "a mapping in braces is not closed, or a comma is missing",
        "close it, or put the comma; a text that begins with {{ name }} goes on a new line after a | sign",
    ),
    "did not find expected ',' or ']'": (
        "a list in square brackets is not closed, or a comma is missing",
        "close the bracket, or put a comma between the items",
    ),
}

# libyaml notices these only lines later, or at the end of the file. The mistake is where it began to read.
_NOTICED_LATE = ("could not find expected ':'", "found unexpected end of stream")


def read_tree(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """Read the text of one file.

    Returns the tree, or None where the text makes no tree, and the problems that were found.
    """
    problems = _tabs(text, file) if "\t" in text else []
    unprintable = _UNPRINTABLE.search(text)
    if unprintable:
        return None, [
            *problems,
            _character_problem(text, unprintable.start(), Location(file, *place_of(text, unprintable.start()))),
        ]
    marks = conflict_marks(text)
    if marks:
        return None, [*problems, *conflicts(marks, file)]
    odd = lookalike(text, file)
    if odd:
        return None, [*problems, odd]
    builder = _Builder(file, text)
    try:
        builder.read()
    except yaml.MarkedYAMLError as error:
        separator = None if problems else _separator_problem(text, file)
        problem = separator or _syntax_problem(error, file, text)
        # A tab before it is by far the likeliest cause, and is told in plainer words.
        if not problems or problem.location.line < problems[0].location.line:
            problems.append(problem)
        return None, problems + builder.problems
    except _StopReadingError:
        pass
    problems += builder.problems
    if builder.root is None and not problems:
        hint = how_begun(file.rsplit("/", 1)[-1])
        problems.append(rules.EMPTY.at(Location(file, 1, 1), "the file is empty", hint))
    return builder.root, problems


def _tabs(text: str, file: str) -> list[Problem]:
    return [
        rules.TAB.at(
            Location(file, number, match.end()), "the line is indented with a tab", "use spaces, two for each step"
        )
        for number, line in enumerate(split_lines(text), start=1)
        if (match := _TAB.match(line))
    ]


def _syntax_problem(error: yaml.MarkedYAMLError, file: str, text: str) -> Problem:
    """The problem of a file that is no YAML: its cause where it is known, else what the parser said."""
    from omi_report.source.causes import Stop, cause_of  # most files are YAML

    said = str(error.problem or error.context or "not valid YAML")
    stopped, began = error.problem_mark or error.context_mark, error.context_mark or error.problem_mark
    stopped = began if said in _NOTICED_LATE else stopped
    if stopped and began:
        stop = Stop(stopped.line + 1, stopped.column + 1, f"{said} {error.context or ''}", began.line + 1)
        cause = cause_of(split_lines(text), stop, file)
        if cause is not None:
            return cause
    mark = error.problem_mark or error.context_mark
    if said in _NOTICED_LATE and error.context_mark:
        mark = error.context_mark
    place = Location(file, mark.line + 1, mark.column + 1) if mark else Location(file, 1, 1)
    message, hint = _PLAIN_WORDS.get(said, (said, "check quotation marks, colons and indentation"))
    return rules.NOT_YAML.at(place, f"not valid YAML: {message}", hint)


def _character_problem(text: str, at: int, place: Location) -> Problem:
    character = text[at]
    hint = "delete it"
    if text[max(0, at - 1) : at].isalnum() and text[at + 1 : at + 2].isalnum():
        hint = _BETWEEN_WORDS.get(character, "delete it, or put a space in its place if two words meet there")
    if "\x80" <= character <= "\x9f":
        meant = character.encode("latin-1").decode("cp1252", errors="replace")
        hint = f"write «{meant}»: it is that of Windows-1252"
        if meant == "\ufffd":
            hint = "it is left of a damaged character, such as «”»: write that"
    return rules.NOT_YAML.at(place, f"a control character (U+{ord(character):04X}) stands in the text", hint)


def _separator_problem(text: str, file: str) -> Problem | None:
    """What is wrong where YAML sees the end of a line that no editor shows."""
    separator = _SEPARATOR.search(text)
    if separator is None:
        return None
    return rules.NOT_YAML.at(
        Location(file, *place_of(text, separator.start())),
        f"a line separator (U+{ord(separator.group()):04X}) stands in the text, and ends a line where none should end",
        "write a space in its place",
    )


class _StopReadingError(Exception):
    """Nothing more of this file can be read; the reason is among the problems already."""


_TEXT = "put in quotes a text that begins with"

_Event: TypeAlias = Any
"""An event of libyaml. Its class says what it is. Naming the classes here would only slow the reading."""


class _Builder:
    """Builds the tree of one file from libyaml's events."""

    def __init__(self, file: str, text: str) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._file = file
        self._text = text
        self._next: Callable[[], _Event] = yaml.CBaseLoader(text).get_event
        self._anchors: dict[str, Node] = {}
        self._depth = 0
        self._aliases = 0
        self._aliased_nodes = 0
        self._values = 0

    @cached_property
    def _lines(self) -> list[str]:
        return split_lines(self._text)

    def read(self) -> None:
        """Read the file. ``root`` stays None where it holds nothing. Raises where it cannot be read to its end."""
        event, documents = self._next(), 0
        while event is not None:
            kind = type(event)
            if kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._stop(
                        rules.SEVERAL_DOCUMENTS,
                        event.start_mark,
                        "a second document begins here",
                        "remove the line of hyphens, or move what follows to a file of its own",
                    )
            elif kind not in _AROUND:
                root = self._node(event)
                self.root = None if is_null(root) else root
            event = self._next()

    def _node(self, event: _Event) -> Node:
        """Build the node that begins with an event, with all that is in it."""
        self._values += 1
        if self._values > limits.TEXT_VALUES:
            self._stop(
                rules.UNREADABLE,
                event.start_mark,
                f"the file holds more than {limits.TEXT_VALUES:,} values",
                "is it the right file? An area's texts have far fewer",
            )
        kind = type(event)
        if kind is yaml.AliasEvent:
            return self._alias(event)
        if event.tag is not None and event.tag != "!":
            self._refuse_tag(event)
        node: Node
        if kind is yaml.ScalarEvent:
            node = Scalar(event.value)
            node.written = event
            if event.style == '"':
                self._check_escapes(node)
        else:
            node = self._collection(event, kind)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        return node

    def _collection(self, event: _Event, kind: type) -> Mapping | Sequence:
        if self._depth >= MAX_DEPTH:
            self._stop(rules.TOO_DEEP, event.start_mark, f"nested more than {MAX_DEPTH} deep", "flatten it")
        self._depth += 1
        node = self._mapping(event) if kind is yaml.MappingStartEvent else self._sequence(event)
        self._depth -= 1
        return node

    def _sequence(self, event: _Event) -> Sequence:
        sequence = Sequence()
        sequence.written = event
        following, end = self._next, yaml.SequenceEndEvent
        while type(event := following()) is not end:
            sequence.append(self._node(event))
        return sequence

    def _mapping(self, event: _Event) -> Mapping:
        mapping = Mapping()
        mapping.written = event
        following, end = self._next, yaml.MappingEndEvent
        first: dict[str, Scalar] = {}  # each key as it stands in the file, once one of them stands there twice
        repeated: list[Repeated] = []
        others: dict[Scalar, Node] = {}
        try:
            while type(event := following()) is not end:
                key = self._node(event)
                if not isinstance(key, Scalar):
                    self._stop(
                        rules.NOT_YAML,
                        key.written.start_mark,
                        "a key must be a word, not a list or a mapping",
                        self._hint_at_braces(key.written.start_mark.line),
                    )
                if key in mapping:
                    first = first or {key: key for key in mapping}
                    repeated.append(Repeated(key, first[key]))
                    others[key] = self._node(following())
                    continue
                if first:
                    first[key] = key
                mapping[key] = self._node(following())
        finally:  # the file may be broken further down
            if repeated:
                self.problems += problems_of_keys(mapping, repeated, others, self._lines, self._file)
        return mapping

    def _hint_at_braces(self, line: int) -> str:
        """What to write where a value begins with two braces; a figure that is named alone has none."""
        hint = "begin a text that starts with {{ name }} on a new line after a | sign"
        alone = _FIGURE_ALONE.search(self._lines[line])
        return f"write «{alone[1]}: {alone[2]}» where a figure is named alone; {hint}" if alone else hint

    def _alias(self, event: _Event) -> Node:
        found = self._anchors.get(event.anchor)
        if found is None:
            self._stop(
                rules.ANCHORS,
                event.start_mark,
                f"the alias *{excerpt(event.anchor or '')} stands for nothing that is complete",
                f"write the value out; {_TEXT} *",
            )
        self._aliases += 1
        self._aliased_nodes += sum(1 for _ in walk(found))
        if self._aliases > MAX_ALIASES or self._aliased_nodes > MAX_ALIASED_NODES:
            self._stop(
                rules.ANCHORS, event.start_mark, "too much of this file is repeated by aliases", "write the values out"
            )
        return found

    def _check_escapes(self, node: Scalar) -> None:
        """Note an escape that names what may not be written: a control character would spoil the HTML and the PDF."""
        unprintable = _UNPRINTABLE.search(node)
        if unprintable:
            place = locate(self._lines, node, unprintable.start())
            self.problems.append(_character_problem(node, unprintable.start(), Location(self._file, *place)))

    def _refuse_tag(self, event: _Event) -> None:
        name = excerpt(event.tag.replace("tag:yaml.org,2002:", "!!"))
        self._problem(
            rules.TAG,
            _position(event.start_mark),
            f"the tag {name} has no meaning here",
            f"remove the tag; the format of the file settles each value's type; {_TEXT} !",
        )

    def _problem(self, rule: Rule, at: Position, message: str, hint: str, length: int = 1) -> None:
        self.problems.append(rule.at(Location(self._file, *at), message, hint, length=length))

    def _stop(self, rule: Rule, at: ParserMark, message: str, hint: str) -> NoReturn:
        self._problem(rule, _position(at), message, hint)
        self.root = None
        raise _StopReadingError


_AROUND = frozenset((yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent))
"""Events that stand around the nodes of a file."""


def _position(mark: ParserMark) -> Position:
    return Position(mark.line + 1, mark.column + 1)
