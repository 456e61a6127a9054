"""Text of one YAML file → located tree, with every problem of reading at its place.

libyaml does the parsing; this module builds the tree from its events, so that duplicate keys,
aliases, tags and further documents are seen rather than passed over. No value is given a type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn, Protocol

import yaml

from omi_report.problems import Location, Problem, Rule, excerpt
from omi_report.source import reading_rules as rules
from omi_report.source.positions import locate, place_of, split_lines
from omi_report.source.tree import Mapping, Node, Position, Scalar, Sequence, scalar

MAX_DEPTH = 40
MAX_ALIASES = 20
MAX_ALIASED_NODES = 2_000

_TAB = re.compile(r" *\t")
# What YAML has no place for: control characters, halves of surrogate pairs and the last two of the basic plane.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

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

# Of these libyaml notices only lines later, or at the end of the file; the mistake is where it began to read.
_NOTICED_LATE = ("could not find expected ':'", "found unexpected end of stream")


def read_tree(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """Read the text of one file.

    Returns the tree, None where there is none to be had, and the problems found on the way.
    """
    lines = split_lines(text)
    problems = [
        rules.TAB.at(
            Location(file, number, match.end()), "the line is indented with a tab", "use spaces, two for each step"
        )
        for number, line in enumerate(lines, start=1)
        if (match := _TAB.match(line))
    ]
    unprintable = _UNPRINTABLE.search(text)
    if unprintable:
        return None, [
            *problems,
            _character_problem(unprintable.group(), Location(file, *place_of(text, unprintable.start()))),
        ]
    builder = _Builder(file, lines)
    try:
        builder.take(yaml.parse(text, Loader=yaml.CBaseLoader))
    except yaml.MarkedYAMLError as error:
        problem = _syntax_problem(error, file)
        # A tab before it is by far the likeliest cause, and is told in plainer words.
        if not problems or problem.location.line < problems[0].location.line:
            problems.append(problem)
    except _StopReadingError:
        pass
    problems += builder.problems
    if builder.root is None and not problems:
        problems.append(
            rules.EMPTY.at(Location(file, 1, 1), "the file is empty", "`omi init` shows what belongs in it")
        )
    return builder.root, problems


def _syntax_problem(error: yaml.MarkedYAMLError, file: str) -> Problem:
    said = str(error.problem or error.context or "not valid YAML")
    mark = error.problem_mark or error.context_mark
    if said in _NOTICED_LATE and error.context_mark:
        mark = error.context_mark
    place = Location(file, mark.line + 1, mark.column + 1) if mark else Location(file, 1, 1)
    message, hint = _PLAIN_WORDS.get(said, (said, "check quotation marks, colons and indentation"))
    return rules.NOT_YAML.at(place, f"not valid YAML: {message}", hint)


def _character_problem(character: str, place: Location) -> Problem:
    return rules.NOT_YAML.at(place, f"a control character (U+{ord(character):04X}) stands in the text", "delete it")


class _StopReadingError(Exception):
    """Nothing more of this file can be read; the reason is among the problems already."""


@dataclass
class _Level:
    """A list or mapping being filled."""

    node: Sequence | Mapping
    anchor: str | None
    key: Scalar | None = None
    keys: dict[str, Scalar] = field(default_factory=dict)
    size: int = 1


@dataclass
class _Builder:
    """Builds the tree of one file from libyaml's events."""

    file: str
    lines: list[str]
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    _levels: list[_Level] = field(default_factory=list)
    _anchors: dict[str, tuple[Node, int]] = field(default_factory=dict)
    _documents: int = 0
    _aliases: int = 0
    _aliased_nodes: int = 0

    def take(self, events: Iterator[yaml.Event]) -> None:
        for event in events:
            match event:
                case yaml.ScalarEvent():
                    self._check_tag(event)
                    self._add(self._scalar(event), event.anchor, 1)
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self._check_tag(event)
                    self._open(event)
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    level = self._levels.pop()
                    self._add(level.node, level.anchor, level.size)
                case yaml.AliasEvent():
                    self._alias(event)
                case yaml.DocumentStartEvent():
                    self._documents += 1
                    if self._documents > 1:
                        self._stop(
                            rules.SEVERAL_DOCUMENTS,
                            _position(event.start_mark),
                            "a second document begins here",
                            "remove the line of hyphens, or move what follows to a file of its own",
                        )

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        node = Mapping() if isinstance(event, yaml.MappingStartEvent) else Sequence()
        node.start = _position(event.start_mark)
        if len(self._levels) >= MAX_DEPTH:
            self._stop(rules.TOO_DEEP, node.start, f"nested more than {MAX_DEPTH} deep", "flatten it")
        self._levels.append(_Level(node, event.anchor))

    def _alias(self, event: yaml.AliasEvent) -> None:
        place = _position(event.start_mark)
        found = self._anchors.get(event.anchor or "")
        if found is None:
            self._stop(
                rules.ANCHORS,
                place,
                f"the alias *{excerpt(event.anchor or '')} stands for nothing that is complete",
                "write the value out",
            )
        node, size = found
        self._aliases += 1
        self._aliased_nodes += size
        if self._aliases > MAX_ALIASES or self._aliased_nodes > MAX_ALIASED_NODES:
            self._stop(rules.ANCHORS, place, "too much of this file is repeated by aliases", "write the values out")
        self._add(node, None, size)

    def _add(self, node: Node, anchor: str | None, size: int) -> None:
        if anchor:
            self._anchors[anchor] = (node, size)
        if not self._levels:
            empty = isinstance(node, Scalar) and not node.style and node in ("", "~", "null")
            self.root = None if empty else node
            return
        level = self._levels[-1]
        level.size += size
        if isinstance(level.node, Sequence):
            level.node.append(node)
        elif level.key is None:
            level.key = self._key(node, level)
        else:
            level.node.setdefault(level.key, node)
            level.key = None

    def _key(self, node: Node, level: _Level) -> Scalar:
        if not isinstance(node, Scalar):
            self._stop(
                rules.NOT_YAML,
                node.start,
                "a key must be a word, not a list or a mapping",
                "begin a text that starts with {{ name }} on a new line after a | sign",
            )
        first = level.keys.get(node)
        if first is None:
            level.keys[node] = node
        else:
            self._problem(
                rules.DUPLICATE_KEY,
                node.start,
                f"the key «{excerpt(node)}» stands here a second time",
                f"it stands in line {first.start.line} already: remove one, or rename it",
                length=len(node),
            )
        return node

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        node = scalar(event.value, _position(event.start_mark), _position(event.end_mark), event.style or "")
        # An escape can name what may not be written: a control character would spoil the HTML and the PDF.
        unprintable = _UNPRINTABLE.search(node) if node.style == '"' else None
        if unprintable:
            place = locate(self.lines, node, unprintable.start())
            self.problems.append(_character_problem(unprintable.group(), Location(self.file, *place)))
        return node

    def _check_tag(self, event: yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if event.tag is not None and event.tag != "!":
            name = excerpt(event.tag.replace("tag:yaml.org,2002:", "!!"))
            self._problem(
                rules.TAG,
                _position(event.start_mark),
                f"the tag {name} has no meaning here",
                "remove the tag; the format of the file settles each value's type",
            )

    def _problem(self, rule: Rule, at: Position, message: str, hint: str, length: int = 1) -> None:
        self.problems.append(rule.at(Location(self.file, *at), message, hint, length=length))

    def _stop(self, rule: Rule, at: Position, message: str, hint: str) -> NoReturn:
        self._problem(rule, at, message, hint)
        self.root = None
        raise _StopReadingError


class _Mark(Protocol):
    """A place as libyaml gives it, counted from 0."""

    line: int
    column: int


def _position(mark: _Mark | None) -> Position:
    if mark is None:
        raise AssertionError("every event of libyaml has its marks")
    return Position(mark.line + 1, mark.column + 1)
