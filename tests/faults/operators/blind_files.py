"""YAML files that an editor, Word, a merge or a hand in a hurry has damaged: what stops a file from being read."""

from __future__ import annotations

import random
import re

import yaml

from tests.faults.material import Material, line_of
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.operators.blind_tools import Edit, added, at_value, findings, indent_of, pick, texts

OPERATORS = Operators(blind=True)

_YAML = "YAML"


def _found(material: Material, pattern: str, under: str = "") -> list[tuple[str, re.Match[str]]]:
    """Where a pattern fits the files: the name of the file, and what fits."""
    return [
        (file, match)
        for file in material.yaml_files
        if file.startswith(under)
        for match in re.finditer(pattern, material.text(file), re.MULTILINE)
    ]


def _edit(material: Material, place: tuple[str, re.Match[str]], new: str, group: int = 0) -> Edit:
    file, match = place
    return Edit(material, file, match.start(group), match.end(group), new)


def _next_lines(edit: Edit, more: int = 1) -> tuple[Place, ...]:
    """The lines below an edit: what is open is seen to be open where the next thing begins."""
    last = edit.places[-1]
    count = edit.files[edit.file].count(b"\n")
    return tuple(Place(edit.file, last.line + each) for each in range(1, more + 1) if last.line + each <= count)


@OPERATORS.fault("files")
def merge_conflict_left(material: Material, chance: random.Random) -> Fault | None:
    """The marks of a merge that nobody finished, around a line of a text or of keys."""
    file = chance.choice(material.yaml_files)
    lines = material.text(file).splitlines(keepends=True)
    at = chance.choice([each for each, line in enumerate(lines) if line.strip() and not line.startswith("#")])
    other = lines[at].rstrip("\n")
    words = other.split(" ")
    mine = " ".join(words[:-1]) if len(words) > 3 else other
    marked = (
        f"<<<<<<< HEAD\n{lines[at]}=======\n{mine}\n>>>>>>> {chance.choice(('draft-2', 'origin/main', 'a41f09c'))}\n"
    )
    text = "".join([*lines[:at], marked, *lines[at + 1 :]])
    places = tuple(Place(file, at + each) for each in range(1, 6))
    return Fault(
        {file: text.encode()},
        places,
        "the marks of git",
        ("merge", "conflict", "<<<<<<<"),
        f"conflict at: {lines[at].strip()[:50]}",
    )


@OPERATORS.fault("files")
def no_break_space_in_the_indent(material: Material, chance: random.Random) -> Fault | None:
    """Spaces that do not break before a key, as they come from a web page or from Word."""
    place = pick(chance, _found(material, r"^( {2,})(?=(?:- )?\w+:)"))
    if place is None:
        return None
    edit = _edit(material, place, "\u00a0" * len(place[1][1]), 1)
    helps = ("no-break", "non-breaking", "nbsp", "does not break", "ordinary space", "space")
    return edit.fault(_YAML, helps, f"before {_rest(material, place)}", _next_lines(edit))


def _means(text: str) -> object:
    """What a plain parser makes of a text, None where it cannot read it."""
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError:
        return None


def _rest(material: Material, place: tuple[str, re.Match[str]]) -> str:
    text = material.text(place[0])
    start = place[1].start()
    return text[start : text.index("\n", start)].strip()[:60]


@OPERATORS.fault("files")
def tab_in_the_indent(material: Material, chance: random.Random) -> Fault | None:
    """A tab for the spaces before a key."""
    place = pick(chance, _found(material, r"^( {2,})(?=(?:- )?\w+:)"))
    if place is None:
        return None
    edit = _edit(material, place, "\t" * (len(place[1][1]) // 2), 1)
    return edit.fault(_YAML, ("tab",), f"before {_rest(material, place)}", _next_lines(edit))


@OPERATORS.fault("files")
def space_too_many_before_a_key(material: Material, chance: random.Random) -> Fault | None:
    """A key that stands one space further in, or out, than its neighbours."""
    place = pick(chance, _found(material, r"(?<=\n)( {2,})(?=(?!- )\w+: \S)"))
    if place is None:
        return None
    indent = place[1][1]
    edit = _edit(material, place, f"{indent} " if chance.random() < 0.5 else indent[:-1], 1)
    if _means(edit.files[edit.file].decode()) == material.data(edit.file):
        return None
    above = tuple(Place(each.file, each.line - 1) for each in edit.places if each.line > 1)
    helps = ("indent", "space", "column", "line up", "in line", "set in")
    return edit.fault(_YAML, helps, f"before {_rest(material, place)}", (*above, *_next_lines(edit)))


@OPERATORS.fault("files")
def bar_forgotten(material: Material, chance: random.Random) -> Fault | None:
    """A text without its bar, in which there is a colon, or which begins with a figure."""
    values = [each for each in texts(material) if re.search(r": |^\{\{|^\[|^\*", " ".join(each.value.split()))]
    value = pick(chance, values)
    if value is None:
        return None
    raw = material.raw(value)
    rest = raw[raw.index("\n") :].strip()
    edit = at_value(material, value, f"{rest}{raw[len(raw.rstrip()) :]}")
    return edit.fault("the documentation: begin with the bar", ("bar", "|", "quot"), f"no bar before: {rest[:50]} …")


@OPERATORS.fault("files")
def colon_in_a_text_without_bar(material: Material, chance: random.Random) -> Fault | None:
    """A finding in one line without a bar, with a colon in it."""
    value = pick(chance, [each for each in findings(material) if each.path[-1] == "text"])
    if value is None:
        return None
    text = material.text(value.file)
    sentence = chance.choice(
        (
            "One thing was missing: a plan for the time after release.",
            "Staff were clear about the reason: there was too little time.",
            "[Draft] Plans were made in good time.",
            "*Nearly all* plans were made in good time.",
            "@North: plans were made in good time.",
            "{{ area }} had put this right.",
            "'Fast track' enforcement was not known to all.",
            "% of cases to be added. Plans were made in good time.",
        )
    )
    start = text.rindex("\n  - ", 0, value.start) + 1
    edit = Edit(material, value.file, start, start, f"  - {sentence}\n")
    helps = ("bar", "|", "quot", "colon", "bracket", "brace", "star", "*")
    return edit.fault(_YAML, helps, sentence)


@OPERATORS.fault("files")
def curly_quotes_around_a_value(material: Material, chance: random.Random) -> Fault | None:
    """The quotation marks of a YAML value made curly by Word: they are printed, or the value falls apart."""
    quoted = [each for each in material.values if each.style in ("'", '"')]
    plain = [
        each
        for each in material.values
        if not each.style and each.path[-1] in ("title", "caption", "label", "signatory")
    ]
    value = pick(chance, quoted if quoted and chance.random() < 0.5 else plain)
    if value is None:
        return None
    left, right = chance.choice((("“", "”"), ("‘", "’")))
    edit = at_value(material, value, f"{left}{value.value}{right}")
    return edit.fault("the quotation marks of YAML are straight", ("quot", "curly", "straight"))


@OPERATORS.fault("files")
def quotation_mark_not_closed(material: Material, chance: random.Random) -> Fault | None:
    """A value that begins with a quotation mark and has none at its end."""
    lines = [
        each
        for each in material.values
        if each.style in ("'", '"') or each.path[-1] in ("title", "signatory", "caption")
    ]
    value = pick(chance, [each for each in lines if each.style != "|"])
    if value is None:
        return None
    mark = chance.choice(("'", '"'))
    edit = at_value(material, value, f"{mark}{value.value}")
    return edit.fault(_YAML, ("quot", mark), also=_next_lines(edit, 2))


@OPERATORS.fault("files")
def bracket_not_closed(material: Material, chance: random.Random) -> Fault | None:
    """A list or mapping in brackets whose last bracket is missing."""
    place = pick(chance, _found(material, r"^(?! *#)[^|\n]*(?<=[\w'\"])([\]}])$"))
    if place is None:
        return None
    edit = _edit(material, place, "", 1)
    sign = place[1][1]
    helps = ("bracket", "brace", f"«{sign}»", "closed", "«,»")
    return edit.fault(_YAML, helps, f"without its {sign}: {_rest(material, place)}", _next_lines(edit, 2))


@OPERATORS.fault("files")
def dash_for_a_hyphen(material: Material, chance: random.Random) -> Fault | None:
    """A dash in place of the hyphen that begins a finding or an entry: Word's own idea."""
    place = pick(chance, _found(material, r"^ *(-) (?:\||\w+:)"))
    if place is None:
        return None
    edit = _edit(material, place, chance.choice("–—•"), 1)
    above = tuple(Place(each.file, each.line - 1) for each in edit.places if each.line > 1)
    return edit.fault(
        _YAML, ("dash", "hyphen", "«-»", "- "), f"in {_rest(material, place)}", (*above, *_next_lines(edit))
    )


@OPERATORS.fault("files")
def colon_without_its_space(material: Material, chance: random.Random) -> Fault | None:
    """`score:64`: a key and its value run together."""
    place = pick(chance, _found(material, r"^ *\w+:( )(?=[\w'\"\[{])"))
    if place is None:
        return None
    edit = _edit(material, place, "", 1)
    above = tuple(Place(each.file, each.line - 1) for each in edit.places if each.line > 1)
    return edit.fault(
        _YAML, ("colon", "space", "«:»"), f"run together: {_rest(material, place)}", (*above, *_next_lines(edit))
    )


@OPERATORS.fault("files")
def saved_in_another_encoding(material: Material, chance: random.Random) -> Fault | None:
    """A file saved by an old editor as Windows-1252, or as UTF-16 without anything to tell it."""
    value = chance.choice(texts(material))
    edit = added(material, chance, "The budget had grown by £2 million – more than was expected.", [value])
    text = edit.files[value.file].decode()
    data, name = chance.choice(((text.encode("cp1252", "replace"), "Windows-1252"), (text.encode("utf-16"), "UTF-16")))
    places = (*edit.places, Place(value.file, 0), Place(value.file, 1))
    return Fault({value.file: data}, places, "the documentation: UTF-8", ("utf-8", "encod"), f"saved as {name}")


@OPERATORS.fault("files")
def cut_off_in_the_middle(material: Material, chance: random.Random) -> Fault | None:
    """A file that was not copied to its end: the last brackets are missing."""
    place = pick(chance, _found(material, r"^(?! *#)[^|\n]*[\[{][^\]}\n]*?([,:] )[^\n]*$"))
    if place is None:
        return None
    file, match = place
    text = material.text(file)[: match.end(1)].rstrip()
    line = line_of(text, len(text))
    helps = ("bracket", "brace", "end", "closed", "cut", "]", "}")
    return Fault(
        {file: text.encode()},
        (Place(file, line), Place(file, line - 1 or 1)),
        _YAML,
        helps,
        f"cut off after: {text.splitlines()[-1].strip()[:50]}",
    )


@OPERATORS.fault("files")
def pasted_twice(material: Material, chance: random.Random) -> Fault | None:
    """The whole file pasted a second time below itself."""
    file = chance.choice([each for each in material.yaml_files if not each.startswith("abbrev")])
    text = material.text(file)
    doubled = f"{text.rstrip()}\n\n{text}"
    half = text.rstrip().count("\n") + 2
    keys = [half + line_of(text, match.start()) for match in re.finditer(r"^\w+:", text, re.MULTILINE)]
    helps = ("twice", "already", "duplicate", "again", "second")
    return Fault(
        {file: doubled.encode()},
        tuple(Place(file, each) for each in keys),
        "the documentation: a key once",
        helps,
        f"{file} twice",
    )


@OPERATORS.fault("files")
def text_not_set_in(material: Material, chance: random.Random) -> Fault | None:
    """A line of a text that begins at the margin, as it was pasted."""
    value = pick(chance, texts(material))
    if value is None:
        return None
    sentence = "Plans had been made in good time, and everybody knew them."
    end = value.start + len(material.raw(value).rstrip())
    edit = Edit(material, value.file, end, end, f"\n{sentence}")
    assert indent_of(material, value)
    helps = ("indent", "spaces", "set in", "margin", "colon", "key")
    return edit.fault(_YAML, helps, f"at the margin: {sentence}", _next_lines(edit))
