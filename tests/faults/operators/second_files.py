"""YAML files that Word, an editor, a mail program or a merge has damaged; keys and values of another sort."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material, Value, line_of
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.operators import blind_tools as tools, second_tools as second
from tests.faults.operators.blind_tools import Edit

OPERATORS = Operators(blind=True)

_KEYS = "strengths|improvements|percentages|criterion|recommendations|criteria|text|groups|title|stories|sections"
_KEY = rf"^( *(?:- )?)({_KEYS})(?=:)"
_YAML = ("yaml", "syntax", "key", "indent", "quotation", "colon", "bar")


@OPERATORS.fault("files")
def key_with_a_capital(material: Material, chance: random.Random) -> Fault | None:
    """A word processor gives the first word of a line a capital."""
    made = _in_some_file(material, chance, _KEY, lambda match: f"{match[1]}{match[2].capitalize()}")
    if made is None:
        return None
    edit, match = made
    return edit.fault(f"the key is {match[2]}", (f"«{match[2]}»", f" {match[2]}", "key"))


@OPERATORS.fault("files")
def key_misspelt(material: Material, chance: random.Random) -> Fault | None:
    """A key is typed with a slip."""
    made = _in_some_file(
        material, chance, _KEY.replace("text|", ""), lambda match: match[1] + tools.letters_changed(chance, match[2])
    )
    if made is None:
        return None
    edit, match = made
    return edit.fault(f"the key is {match[2]}", (match[2],))


@OPERATORS.fault("files")
def key_twice_after_a_merge(material: Material, chance: random.Random) -> Fault | None:
    """Two versions of a line were kept when two drafts were put together."""
    pattern = (
        r"^( *)(score|owner|title|criterion|caption|day|source|deadline|signatory|published|chief_inspector): .+\n"
    )
    made = _in_some_file(material, chance, pattern, lambda match: match[0] * 2)
    if made is None:
        return None
    edit, match = made
    place = second.place(material, edit.file, edit.start)
    fault = edit.fault(
        f"{match[2]} stands twice", ("twice", "again", "already", "duplicate", "key"), f"{match[0].strip()} twice"
    )
    return Fault(fault.files, (place, Place(place.file, place.line + 1)), fault.witness, fault.helps, fault.shown)


@OPERATORS.fault("files")
def mark_of_a_merge(material: Material, chance: random.Random) -> Fault:
    """The marks that a program for versions puts about a conflict were committed."""
    file = chance.choice([each for each in material.yaml_files if material.text(each).count("\n") > 5])
    lines = material.text(file).splitlines(keepends=True)
    at = chance.randrange(1, len(lines) - 1)
    ours, theirs = chance.choice(
        (("HEAD", "wording"), ("Updated upstream", "Stashed changes"), ("HEAD", "origin/final"))
    )
    marked = [f"<<<<<<< {ours}\n", lines[at], "=======\n", lines[at], f">>>>>>> {theirs}\n"]
    lines[at : at + 1] = marked
    places = tuple(Place(file, at + 1 + number) for number in range(5))
    helps = ("merge", "conflict", "<<<<<<<", ">>>>>>>", "=======", "version")
    return Fault(
        {file: "".join(lines).encode()}, places, "marks of a conflict", helps, f"conflict about {lines[at + 1].strip()}"
    )


@OPERATORS.fault("files")
def tab_in_place_of_spaces(material: Material, chance: random.Random) -> Fault | None:
    """An editor indents with tabs."""
    made = _in_some_file(material, chance, r"^ {2,}(?=[a-z_-]+: ?)", lambda match: "\t" * (len(match[0]) // 2))
    if made is None:
        return None
    edit, match = made
    line = match.string[match.end() :].split("\n", 1)[0]
    return edit.fault("YAML is indented with spaces", ("tab", "space"), f"{edit.file}: tab before {line}")


@OPERATORS.fault("files")
def quotation_marks_of_word(material: Material, chance: random.Random) -> Fault | None:
    """Word made curly marks of those that YAML needs."""
    found = [each for each in material.values if each.style in ("'", '"') and "\n" not in material.raw(each)]
    value = tools.pick(chance, found)
    if value is None:
        return None
    left, right = chance.choice((("“", "”"), ("‘", "’"), ("«", "»"), ("„", "“")))
    edit = tools.at_value(material, value, f"{left}{value.value}{right}")
    helps = ("quot", "curly", left, "mark", "yaml", "character")
    return edit.fault("these marks are not those of YAML", helps)


@OPERATORS.fault("files")
def saved_in_another_encoding(material: Material, chance: random.Random) -> Fault | None:
    """A file is saved in an encoding of Windows, which its first curly mark, pound or dash makes visible."""
    file = chance.choice(material.yaml_files)
    text = material.text(file)
    found = list(re.finditer(r"(?<=[a-z]) (?=and |but |which )|(?<=[a-z])'(?=s )", text))
    spot = tools.pick(chance, found)
    if spot is None:
        return None
    new = text[: spot.start()] + ("’" if spot[0] == "'" else " – ") + text[spot.end() :]
    encoding = chance.choice(("cp1252", "cp1252", "mac_roman", "utf-16"))
    try:
        data = new.encode(encoding)
    except UnicodeEncodeError:
        return None
    line = line_of(text, spot.start())
    helps = ("utf-8", "encod", "character")
    return Fault(
        {file: data},
        (Place(file, line), Place(file, 1), Place(file, 0)),
        "it is not UTF-8",
        helps,
        f"{encoding}: {file}",
    )


@OPERATORS.fault("files")
def line_of_a_text_at_the_margin(material: Material, chance: random.Random) -> Fault | None:
    """A line of a text lost its indent when it was pasted, so that the text ends there."""
    values = [each for each in material.prose if each.style == "|" and material.raw(each).rstrip().count("\n") > 2]
    value = tools.pick(chance, values)
    if value is None:
        return None
    raw = material.raw(value).rstrip()
    starts = list(re.finditer(r"\n( +)(?=[A-Za-z])", raw))[1:]
    if not starts:
        return None
    match = chance.choice(starts)
    start = value.start + match.start(1)
    edit = Edit(material, value.file, start, value.start + match.end(1), "")
    last = edit.lines(value)
    return edit.fault(
        "the line is no part of the text any more", ("indent", *_YAML), f"{value.file}: line at the margin", last
    )


@OPERATORS.fault("files")
def space_behind_a_colon_lost(material: Material, chance: random.Random) -> Fault | None:
    """No space stands behind the colon of a key, or behind the hyphen of an entry."""
    pattern = r"^( *(?:- )?[a-z_]+:) (?=\S)|^( *-) (?=[a-z|])"
    made = _in_some_file(material, chance, pattern, lambda match: match[1] or match[2])
    if made is None:
        return None
    edit, _ = made
    also = [Place(edit.file, edit.places[0].line + 1)]
    return edit.fault("YAML needs a space there", ("space", *_YAML), also=also)


@OPERATORS.fault("files")
def value_of_another_sort(material: Material, chance: random.Random) -> Fault | None:
    """A date, a score or a number is written as people write it, and not as the format has it."""
    year, month = tools.inspected(material)
    patterns = {
        r"^(inspected: )\d{4}-\d\d\b.*$": f"{tools.MONTHS[month - 1]} {year}",
        r"^(published: )\d{4}-\d\d\b.*$": chance.choice((f"{month:02}/{year}", f"Spring {year + 1}", "soon")),
        r"^(stage: )[a-z]+$": chance.choice(("Final version", "finished", "final draft", "v3")),
        r"^(score: )\d+$": chance.choice(("sixty-four", "64 per cent", "6.4.", "n/a", "64/100")),
        r"^(sample: \{[a-z-]+: )\d+": chance.choice(("forty", "about 40", "40 cases", "-4", "4.5")),
        r"^( +day: )\d{4}-\d\d(?:-\d\d)?$": chance.choice(("end of March", "31 March 2007", "31/03/2008", "2008-13")),
    }
    pattern = chance.choice(list(patterns))
    made = _in_some_file(material, chance, pattern, lambda match: f"{match[1]}{patterns[pattern]}")
    if made is None:
        return None
    helps = ("date", "month", "whole number", "2007-11", "draft", "final", "number", "count", "score", "too small")
    return made[0].fault("the format has another sort of value there", helps)


@OPERATORS.fault("files")
def file_cut_short(material: Material, chance: random.Random) -> Fault | None:
    """The disk was full or the link broke while a file was saved: it ends in the middle of a key."""
    file = chance.choice([each for each in material.yaml_files if material.text(each).count("\n") > 15])
    text = material.text(file)
    keys = [match for match in re.finditer(r"(?m)^ *(?:- )?[a-z_-]{4,}(?=:)", text) if match.start() > len(text) // 2]
    if not keys:
        return None
    end = chance.choice(keys).end() - chance.randint(1, 2)
    new = text[:end] + "\n"
    last = new.count("\n")
    places = tuple(Place(file, line) for line in (last - 1, last, last + 1, 1, 0))
    helps = ("key", "colon", "end", "text", "needed", "missing", *_YAML)
    return Fault(
        {file: new.encode()}, places, "the file ends within a key", helps, f"{file} ends with {new[-30:].strip()}"
    )


@OPERATORS.fault("files")
def copy_beside_the_file(material: Material, chance: random.Random) -> Fault:
    """A copy of a file lies beside it, as a shared folder or an editor makes one."""
    file = chance.choice(material.yaml_files)
    stem = file.removesuffix(".yaml")
    name = chance.choice(
        (
            f"{stem} (2).yaml",
            f"{stem} - Copy.yaml",
            f"{stem}.yaml.bak",
            f"{stem}_old.yaml",
            f"{stem} (conflicted copy).yaml",
            f"{stem}.docx",
            f"{stem}.yml",
            f"Copy of {stem.rsplit('/', 1)[-1]}.yaml",
        )
    )
    helps = ("file", "name", file.rsplit("/", 1)[-1])
    places = (Place(name, 0), Place(name, 1))
    return Fault({name: material.files[file]}, places, "the format has no such file", helps, f"{name} beside {file}")


@OPERATORS.fault("files")
def fences_about_a_file(material: Material, chance: random.Random) -> Fault:
    """A file was copied out of a message, with the fences or the greeting that stood about it."""
    file = chance.choice(material.yaml_files)
    text = material.text(file)
    before, after = chance.choice(
        (
            ("```yaml\n", "```\n"),
            ("```\n", "```\n"),
            ("", "```\n"),
            ("From: Inspector\nSent: Monday\n\n", ""),
            ("", "\nBest wishes\n"),
            ("", "\nSent from my iPhone\n"),
        )
    )
    new = before + text + after
    last = new.count("\n")
    lines = {line for line in (1, 2, 3) if before} | ({last - 1, last, last + 1} if after else set())
    shown = f"{file} in {(before + after).strip()[:30]}"
    helps = ("`", "yaml", "key", *_YAML)
    return Fault(
        {file: new.encode()}, tuple(Place(file, each) for each in sorted(lines)), "it is no YAML", helps, shown
    )


@OPERATORS.fault("files")
def id_given_twice(material: Material, chance: random.Random) -> Fault | None:
    """An entry was begun as a copy of another one, whose id it still has."""
    ids: dict[tuple[str, str], list[Value]] = {}
    for value in material.values:
        if value.path[-1] == "id" and len(value.path) == 3:
            ids.setdefault((value.file, str(value.path[0])), []).append(value)
    several = [each for each in ids.values() if len(each) > 1]
    if not several:
        return None
    first, other = chance.sample(chance.choice(several), 2)
    edit = tools.at_value(material, other, first.value)
    helps = ("twice", "already", "again", "same", "duplicate", first.value)
    return edit.fault(f"the id {first.value} stands twice", helps, also=edit.lines(first))


def _in_some_file(
    material: Material, chance: random.Random, pattern: str, new: second.Change
) -> tuple[Edit, re.Match[str]] | None:
    """Change one of the places, in any file, where a pattern fits."""
    files = [each for each in material.yaml_files if re.search(pattern, material.text(each), re.MULTILINE)]
    file = tools.pick(chance, files)
    return second.in_line(material, chance, file, pattern, new) if file else None
