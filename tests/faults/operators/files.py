"""YAML files that Word, Excel, an editor, a merge or a hurried hand damaged, and files that only look different."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

import yaml

from tests.faults.material import Material, Value, line_of
from tests.faults.operator_types import Fault, Harmless, Operators, Place, with_text

OPERATORS = Operators()

_KEY = re.compile(r"(?P<indent> *)(?P<mark>(?:- +)*)(?P<key>[a-z][a-z_]*): (?P<value>[^|>\s{\[&#].*)")
_ITEM = re.compile(r"(?P<indent> *)- (?P<rest>\S.*)")
_WORD_KEY = re.compile(r"[a-z][a-z_]{3,}")
_SYNTAX = "the grammar of YAML"


class _Line(NamedTuple):
    """A line of a file, with its number from 1."""

    file: str
    number: int
    text: str


def _lines(material: Material, wanted: Callable[[str], object]) -> list[_Line]:
    """The lines of all YAML files that are wanted, less those inside of texts, comments and values in brackets."""
    return [
        _Line(file, number, text)
        for file in material.yaml_files
        for number, text in _structure(material.text(file))
        if wanted(text)
    ]


def _structure(text: str) -> Iterator[tuple[int, str]]:
    """The lines that hold keys and marks of lists: those on which no value goes on from a line above."""
    inner: set[int] = set()
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        if isinstance(token, yaml.ScalarToken):
            inner.update(range(token.start_mark.line + 1, token.end_mark.line + (token.end_mark.column > 0)))
    for at, line in enumerate(text.split("\n")):
        if at not in inner and line.strip() and not line.lstrip().startswith("#"):
            yield at + 1, line


def _chosen(material: Material, random: Random, wanted: Callable[[str], object]) -> _Line | None:
    found = _lines(material, wanted)
    return random.choice(found) if found else None


def _edited(material: Material, line: _Line, *new: str) -> dict[str, bytes]:
    """The file with other lines in the place of one."""
    lines = material.text(line.file).split("\n")
    lines[line.number - 1 : line.number] = new
    return {line.file: "\n".join(lines).encode()}


def _fault(line: _Line, files: dict[str, bytes], helps: tuple[str, ...], shown: str, witness: str = _SYNTAX) -> Fault:
    return Fault(files, (Place(line.file, line.number),), witness, helps, shown)


def _schema_keys(material: Material) -> list[_Line]:
    """Lines with a key that the format gives: at the head of a file, or the first of an entry of a list."""
    return _lines(material, lambda text: re.match(r"([a-z][a-z_]{3,}):( |$)", text)) + _lines(
        material, lambda text: re.match(r" *- (text|role|criteria|names|short|long|meaning|title): ", text)
    )


def _is_broken(data: bytes) -> bool:
    try:
        yaml.load(data.decode(), Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return True
    return False


def _one_line(value: Value) -> str | None:
    """A text of one paragraph on one line; None where it has more, or a mark that a plain value cannot begin with."""
    text = value.value.strip()
    if "\n\n" in text or ": " in text or " #" in text or not text[0].isalpha():
        return None
    return " ".join(text.split())


def _plain_texts(material: Material) -> list[tuple[Value, str]]:
    """Blocks of one paragraph, with what they would be on one line."""
    found = ((value, _one_line(value)) for value in material.prose if value.style == "|")
    return [(value, line) for value, line in found if line]


def _unbarred(material: Material, value: Value, line: str) -> dict[str, bytes]:
    return with_text(material, value, line + "\n")


def _line_of(material: Material, value: Value) -> int:
    return line_of(material.text(value.file), value.start)


@OPERATORS.fault("files")
def merge_conflict(material: Material, random: Random) -> Fault | None:
    """A merge left its marks around a line that two people had changed."""
    line = _chosen(material, random, lambda text: True)
    if line is None:
        return None
    branch = random.choice(["main", "kb/review", "origin/draft-2", "3f9c2ab (Second reading)"])
    other = line.text.replace("e", "ee", 1)
    files = _edited(material, line, "<<<<<<< HEAD", line.text, "=======", other, f">>>>>>> {branch}")
    places = tuple(Place(line.file, line.number + at) for at in range(5))
    return Fault(files, places, _SYNTAX, ("merge", "conflict"), f"<<<<<<< around {line.text.strip()}")


@OPERATORS.fault("files")
def merge_mark_left(material: Material, random: Random) -> Fault | None:
    """A conflict was mended by hand, and one of its marks was overlooked, perhaps inside of a text."""
    file = random.choice(material.yaml_files)
    lines = material.text(file).rstrip("\n").split("\n")
    at = random.randrange(1, len(lines))
    mark = random.choice(["=======", ">>>>>>> main", "<<<<<<< HEAD", "||||||| merged common ancestors"])
    data = "\n".join([*lines[:at], mark, *lines[at:], ""]).encode()
    return Fault({file: data}, (Place(file, at + 1),), _SYNTAX, ("merge", "conflict"), f"{mark} left")


@OPERATORS.fault("files")
def no_break_indent(material: Material, random: Random) -> Fault | None:
    """Lines copied from Word or a web page are indented with no-break spaces."""
    line = _chosen(material, random, lambda text: text.startswith("  "))
    if line is None:
        return None
    bare = line.text.lstrip(" ")
    files = _edited(material, line, "\u00a0" * (len(line.text) - len(bare)) + bare)
    return _fault(line, files, ("no-break", "00a0"), f"no-break spaces before {bare}")


@OPERATORS.fault("files")
def no_break_after_mark(material: Material, random: Random) -> Fault | None:
    """The space after a hyphen or a colon came out as a no-break space."""
    line = _chosen(material, random, lambda text: _KEY.fullmatch(text) or _ITEM.fullmatch(text))
    if line is None:
        return None
    changed = re.sub(r"(^ *-|^ *[a-z_]+:) ", "\\1\u00a0", line.text, count=1)
    return _fault(line, _edited(material, line, changed), ("no-break", "00a0"), f"{line.text.strip()}: NBSP")


@OPERATORS.fault("files")
def dash_as_list_mark(material: Material, random: Random) -> Fault | None:
    """Word made a dash or a bullet of the hyphen that begins an item of a list."""
    line = _chosen(material, random, _ITEM.fullmatch)
    if line is None:
        return None
    mark = random.choice(["–", "—", "•", "‐", "−"])
    files = _edited(material, line, line.text.replace("-", mark, 1))
    return _fault(line, files, ("hyphen", "dash", "bullet"), f"{line.text.strip()}: - → {mark}")


@OPERATORS.fault("files")
def bar_forgotten(material: Material, random: Random) -> Fault | None:
    """The bar after a key or hyphen is missing, before a text that YAML cannot read without it."""
    files: dict[str, bytes] = {}
    candidates = [value for value in material.prose if value.style == "|"]
    random.shuffle(candidates)
    for value in candidates:
        raw = material.raw(value)
        files = with_text(material, value, re.sub(r"^\|[-+]?", "", raw))
        if _is_broken(files[value.file]):
            first = _line_of(material, value)
            places = tuple(Place(value.file, first + at) for at in range(raw.count("\n")))
            return Fault(files, places, _SYNTAX, ("| sign", "|", "bar"), f"{value.key}: | → nothing")
    return None


@OPERATORS.fault("files")
def colon_without_bar(material: Material, random: Random) -> Fault | None:
    """A text is written behind its hyphen or key without a bar, and has a colon in it."""
    candidates = _plain_texts(material)
    if not candidates:
        return None
    value, line = random.choice(candidates)
    words = line.split(" ")
    at = random.randrange(1, len(words) - 1)
    words[at] = words[at].rstrip(",;.") + ":"
    files = _unbarred(material, value, " ".join(words))
    place = Place(value.file, _line_of(material, value))
    return Fault(files, (place,), _SYNTAX, ("colon", "|"), f"{' '.join(words[: at + 2])}")


@OPERATORS.fault("files")
def bracketed_start(material: Material, random: Random) -> Fault | None:
    """Somebody put «[Draft]» or the like in front of a text that has no bar."""
    candidates = _plain_texts(material)
    if not candidates:
        return None
    value, line = random.choice(candidates)
    word = random.choice(["Draft", "DRAFT", "Check", "KB to confirm", "Lead inspector"])
    files = _unbarred(material, value, f"[{word}] {line}")
    place = Place(value.file, _line_of(material, value))
    return Fault(files, (place,), _SYNTAX, ("bracket",), f"[{word}] {line[:30]}")


@OPERATORS.fault("files")
def curly_quotes_of_yaml(material: Material, random: Random) -> Fault | None:
    """Word turned the quotes around a value into curly ones."""
    words = ("stage", "framework", "rating", "judgement", "grade", "conclusion")
    quoted = [v for v in material.values if v.style in "'\"" and v.style and "\n" not in material.raw(v)]
    named = [v for v in material.values if not v.style and v.key in words]
    candidates = quoted + named
    if not candidates:
        return None
    value = random.choice(candidates)
    opened, closed = random.choice([("“", "”"), ("‘", "’"), ("„", "“"), ("”", "”")])
    files = with_text(material, value, f"{opened}{value.value}{closed}")
    place = Place(value.file, _line_of(material, value))
    witness = _SYNTAX if _is_broken(files[value.file]) or value in named else ""
    return Fault(files, (place,), witness, ("curly", "quot"), f"{value.key}: {opened}{value.value}{closed}")


@OPERATORS.fault("files")
def tab_indent(material: Material, random: Random) -> Fault | None:
    """An editor indents with tabs."""
    line = _chosen(material, random, lambda text: text.startswith("  "))
    if line is None:
        return None
    bare = line.text.lstrip(" ")
    files = _edited(material, line, "\t" * max(1, (len(line.text) - len(bare)) // 2) + bare)
    return _fault(line, files, ("tab",), f"tab before {bare}")


@OPERATORS.fault("files")
def key_out_of_column(material: Material, random: Random) -> Fault | None:
    """A key stands one column to the right or left of its neighbours."""
    found: list[tuple[_Line, str]] = []
    for line in _lines(material, lambda text: re.match(r" *[a-z][a-z_-]*:( |$)", text)):
        for changed in (f" {line.text}", line.text.removeprefix(" ")):
            if changed != line.text and _is_broken(_edited(material, line, changed)[line.file]):
                found.append((line, changed))
        if len(found) > 40:
            break
    if not found:
        return None
    line, changed = random.choice(found)
    helps = ("indent", "column", "deeper")
    return _fault(line, _edited(material, line, changed), helps, f"{line.text.strip()}: one column off")


@OPERATORS.fault("files")
def text_line_out_of_block(material: Material, random: Random) -> Fault | None:
    """A line of a text, pasted in, begins at the margin and not below its key."""
    candidates = [
        value for value in material.prose if value.style == "|" and "".join(material.raw(value).split("\n")[2:]).strip()
    ]
    if not candidates:
        return None
    value = random.choice(candidates)
    lines = material.raw(value).split("\n")
    at = random.choice([n for n, line in enumerate(lines) if n > 1 and line.strip()])
    lines[at] = lines[at].lstrip()
    place = Place(value.file, _line_of(material, value) + at)
    files = with_text(material, value, "\n".join(lines))
    return Fault(files, (place,), _SYNTAX, ("indent", "deeper"), f"at the margin: {lines[at][:40]}")


@OPERATORS.fault("files")
def key_misspelt(material: Material, random: Random) -> Fault | None:
    """A letter of a key is missing, doubled or swapped with the next."""
    line = random.choice(_schema_keys(material))
    key = _word_key(line.text)
    at = random.randrange(1, len(key) - 1)
    wrong = random.choice([key[:at] + key[at + 1 :], key[: at + 1] + key[at:]])
    files = _edited(material, line, line.text.replace(key, wrong, 1))
    return _fault(line, files, (f"«{key}»", "unknown key"), f"{key} → {wrong}", "the format of the file")


@OPERATORS.fault("files")
def key_with_a_capital(material: Material, random: Random) -> Fault | None:
    """An editor or a phone began a line with a capital, or wrote a hyphen or a space for the low line."""
    line = random.choice(_schema_keys(material))
    key = _word_key(line.text)
    forms = [key.capitalize(), key.upper(), *([key.replace("_", "-"), key.replace("_", " ")] if "_" in key else [])]
    wrong = random.choice(forms)
    files = _edited(material, line, line.text.replace(key, wrong, 1))
    return _fault(line, files, (f"«{key}»",), f"{key} → {wrong}", "the format of the file")


def _word_key(text: str) -> str:
    found = _WORD_KEY.search(text)
    assert found, text
    return found.group()


@OPERATORS.fault("files")
def key_twice(material: Material, random: Random) -> Fault | None:
    """A line was copied and not changed, or changed and not taken away."""
    line = _chosen(material, random, lambda text: (found := _KEY.fullmatch(text)) and not found["mark"])
    if line is None:
        return None
    files = _edited(material, line, line.text, line.text)
    places = (Place(line.file, line.number), Place(line.file, line.number + 1))
    return Fault(files, places, _SYNTAX, ("second time", "twice", "already"), f"{line.text.strip()} twice")


@OPERATORS.fault("files")
def key_at_the_margin(material: Material, random: Random) -> Fault | None:
    """A key of an entry was moved to the level of the whole file, at its end."""
    found = _lines(material, lambda text: re.match(r"  +(criteria|heading|names|caption|source|id|title): \S", text))
    found = [line for line in found if not re.search(r"[\[{][^\]}]*$", line.text)]
    if not found:
        return None
    line = random.choice(found)
    key = line.text.split(":")[0].strip()
    lines = material.text(line.file).rstrip("\n").split("\n")
    del lines[line.number - 1]
    if re.search(rf"^{key}:", "\n".join(lines), re.MULTILINE):
        return None
    data = "\n".join([*lines, line.text.strip(), ""]).encode()
    places = (Place(line.file, len(lines) + 1), Place(line.file, line.number - 1), Place(line.file, line.number))
    return Fault({line.file: data}, places, "the format of the file", (f"«{key}»",), f"{line.text.strip()} at the end")


@OPERATORS.fault("files")
def colon_without_space(material: Material, random: Random) -> Fault | None:
    """The space after a colon is missing."""
    line = _chosen(material, random, lambda text: re.match(r" *[a-z][a-z_-]*: \S", text))
    if line is None:
        return None
    files = _edited(material, line, line.text.replace(": ", ":", 1))
    return _fault(line, files, ("space", "colon"), line.text.strip().replace(": ", ":", 1))


@OPERATORS.fault("files")
def quote_not_closed(material: Material, random: Random) -> Fault | None:
    """The second quotation mark of a value is missing."""
    quoted = [value for value in material.values if value.style and value.style in "'\""]
    plain = [
        v for v in material.values if not v.style and v.is_prose and "\n" not in material.raw(v) and len(v.path) > 1
    ]
    candidates = quoted + plain
    if not candidates:
        return None
    value = random.choice(candidates)
    raw = material.raw(value) if value.style else f'"{value.value}"'
    files = with_text(material, value, raw[:-1])
    if not _is_broken(files[value.file]):
        return None
    place = Place(value.file, _line_of(material, value))
    return Fault(files, (place,), _SYNTAX, ("quot",), f"{raw[:-1][:40]} not closed")


@OPERATORS.fault("files")
def document_mark(material: Material, random: Random) -> Fault | None:
    """A line of hyphens, as between sections of an e-mail, or the end of a document stands in the middle."""
    line = _chosen(material, random, lambda text: re.match(r"[a-z]", text))
    if line is None or line.number < 3:
        return None
    mark = random.choice(["---", "..."])
    files = _edited(material, line, mark, line.text)
    places = (Place(line.file, line.number), Place(line.file, line.number + 1))
    return Fault(files, places, _SYNTAX, ("document", "hyphens", "points"), f"{mark} in the middle")


@OPERATORS.fault("files")
def utf_16(material: Material, random: Random) -> Fault | None:
    """Notepad saved the file as «Unicode», which is UTF-16."""
    file = random.choice(material.yaml_files)
    order, mark = random.choice([("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE)])
    data = mark + material.text(file).encode(order)
    return Fault({file: data}, (Place(file, 0), Place(file, 1)), "its first bytes", ("utf-16",), "saved as UTF-16")


@OPERATORS.fault("files")
def windows_1252(material: Material, random: Random) -> Fault | None:
    """An old editor saved the file in the code page of Windows."""
    files = list(material.yaml_files)
    random.shuffle(files)
    for file in files:
        text = material.text(file).replace("'", "’")
        text = re.sub(r"(?<=\w) - (?=\w)", " – ", text)
        where = re.search(r"[^\x00-\x7f]", text)
        if where is not None and not re.search(r"[^\x00-\xff–—‘’“”…•€™]", text):
            place = Place(file, line_of(text, where.start()))
            data = text.encode("cp1252")
            return Fault({file: data}, (place,), "its bytes", ("windows", "utf-8"), "saved as Windows-1252")
    return None


@OPERATORS.fault("files")
def item_without_hyphen(material: Material, random: Random) -> Fault | None:
    """An item of a list lost its hyphen."""
    found = _lines(material, lambda text: re.match(r" *- [a-z_]+: ", text))
    follows = [
        line for line in found if sum(1 for each in found if each.file == line.file and each.number < line.number) > 1
    ]
    if not follows:
        return None
    line = random.choice(follows)
    files = _edited(material, line, line.text.replace("-", " ", 1))
    helps = ("hyphen", "list", "second time", "already")
    return _fault(line, files, helps, f"{line.text.strip()} without its hyphen")


@OPERATORS.fault("files")
def value_cut(material: Material, random: Random) -> Fault | None:
    """A key of the file lost its value."""
    keys = ("area", "framework", "stage", "inspected", "criterion", "text", "role", "percent", "count", "title")
    line = _chosen(material, random, lambda text: (found := _KEY.fullmatch(text)) and found["key"] in keys)
    if line is None:
        return None
    files = _edited(material, line, line.text[: line.text.index(": ") + 1])
    witness = "the format of the file"
    return _fault(line, files, ("no value", "missing", "nothing"), f"{line.text.strip()}: cut", witness)


@OPERATORS.fault("files")
def bracket_lost(material: Material, random: Random) -> Fault | None:
    """The bracket that closes a list or a mapping on one line is missing."""
    line = _chosen(material, random, lambda text: re.search(r": ?[\[{][^\[\]{}]+[\]}]$", text))
    if line is None:
        return None
    files = _edited(material, line, line.text[:-1])
    return _fault(line, files, ("bracket", "brace", "close"), f"{line.text.strip()[:-1]}")


@OPERATORS.fault("files")
def comma_lost(material: Material, random: Random) -> Fault | None:
    """Two entries of a mapping in braces have no comma between them."""
    line = _chosen(material, random, lambda text: re.search(r"\{[^{}\[\]]+, [^{}\[\]]+\}$", text))
    if line is None:
        return None
    files = _edited(material, line, line.text.replace(", ", " ", 1))
    return _fault(line, files, ("comma", "colon"), line.text.strip().replace(", ", " ", 1))


@OPERATORS.fault("files")
def file_cut_off(material: Material, random: Random) -> Fault | None:
    """The file ends in the middle of a list in brackets or of a mapping in braces: it was not saved whole."""
    line = _chosen(material, random, lambda text: re.search(r"[\[{][^\[\]{}]{6,}[\]}]", text))
    if line is None:
        return None
    kept = material.text(line.file).split("\n")[: line.number - 1]
    where = re.search(r"[\[{][^\[\]{}]{3,}", line.text)
    assert where
    data = "\n".join([*kept, line.text[: where.end() - 3]]).encode()
    return _fault(line, {line.file: data}, ("close", "bracket", "brace", "cut", "end"), "the file ends early")


@OPERATORS.fault("files")
def number_in_words(material: Material, random: Random) -> Fault | None:
    """A number is written as one says it, or with the letter O for a nought."""
    numbers = [v for v in material.values if v.key in ("score", "count", "base", "percent") and v.value.isdigit()]
    if not numbers:
        return None
    value = random.choice(numbers)
    forms = [f"about {value.value}", f"{value.value} cases", "twelve", f"{value.value[0]}O", f"{value.value}..."]
    wrong = random.choice(forms)
    place = Place(value.file, _line_of(material, value))
    files = with_text(material, value, wrong)
    return Fault(files, (place,), "the format of the file", ("number",), f"{value.key}: {wrong}")


@OPERATORS.fault("files")
def month_as_excel_writes_it(material: Material, random: Random) -> Fault | None:
    """A month is written as Excel shows it, or in words."""
    months = [v for v in material.values if v.file == "area.yaml" and v.key in ("inspected", "published")]
    months = [value for value in months if re.fullmatch(r"\d{4}-\d\d", value.value)]
    if not months:
        return None
    value = random.choice(months)
    year, month = value.value.split("-")
    name = "January February March April May June July August September October November December".split()[
        int(month) - 1
    ]
    wrong = random.choice([f"{name[:3]}-{year[2:]}", f"{name} {year}", f"{month}/{year}", f"01/{month}/{year}"])
    place = Place(value.file, _line_of(material, value))
    files = with_text(material, value, wrong)
    return Fault(files, (place,), "the format of the file", (value.value, "year", "2007-11"), f"{value.key}: {wrong}")


@OPERATORS.fault("files")
def mark_of_order_inside(material: Material, random: Random) -> Fault | None:
    """Two files were joined, and the second one brought its byte order mark along, in front of a key."""
    line = _chosen(material, random, lambda text: re.match(r"[a-z_]+:", text))
    if line is None or line.number < 2:
        return None
    files = _edited(material, line, f"\ufeff{line.text}")
    return _fault(line, files, ("invisible", "byte order", "feff"), f"U+FEFF before {line.text}", "the format")


@OPERATORS.fault("files")
def copy_beside_it(material: Material, random: Random) -> Fault | None:
    """Windows or a mail program left a copy of a file beside it."""
    file = random.choice(material.yaml_files)
    stem = file.removesuffix(".yaml")
    folder, _, name = stem.rpartition("/")
    copies = [f"{stem} (1)", f"{stem} - Copy", f"{stem}_old", f"{folder}{'/' * bool(folder)}Copy of {name}"]
    copy = f"{random.choice(copies)}.yaml"
    helps = ("no such file", "did you mean", "rename", "copy")
    return Fault({copy: material.files[file]}, tuple(Place(copy, n) for n in range(4)), "the format", helps, copy)


def _harmless(files: dict[str, bytes], why: str, shown: str) -> Harmless:
    return Harmless(files, why, shown)


@OPERATORS.innocent("files")
def windows_line_ends(material: Material, random: Random) -> Harmless | None:
    """Every line ends as Windows has it."""
    file = random.choice(material.yaml_files)
    data = material.text(file).replace("\n", "\r\n").encode()
    return _harmless({file: data}, "YAML takes either end of a line", f"{file} with CRLF")


@OPERATORS.innocent("files")
def mixed_line_ends(material: Material, random: Random) -> Harmless | None:
    """Some lines end as Windows has it."""
    file = random.choice(material.yaml_files)
    lines = [line + random.choice(["\n", "\r\n"]) for line in material.text(file).rstrip("\n").split("\n")]
    return _harmless({file: "".join(lines).encode()}, "YAML takes either end of a line", f"{file} with both ends")


@OPERATORS.innocent("files")
def byte_order_mark(material: Material, random: Random) -> Harmless | None:
    """Notepad began the file with a byte order mark."""
    file = random.choice(material.yaml_files)
    return _harmless({file: codecs.BOM_UTF8 + material.files[file]}, "it says UTF-8", f"{file} with a BOM")


@OPERATORS.innocent("files")
def no_last_line_end(material: Material, random: Random) -> Harmless | None:
    """The last line has no end."""
    file = random.choice(material.yaml_files)
    return _harmless({file: material.files[file].rstrip(b"\n")}, "nothing is lost", f"{file} without its last end")


@OPERATORS.innocent("files")
def spaces_at_ends(material: Material, random: Random) -> Harmless | None:
    """Lines with keys have spaces at their ends."""
    line = _chosen(material, random, lambda text: _KEY.fullmatch(text) or text.endswith(":"))
    return line and _harmless(_edited(material, line, f"{line.text}   "), "YAML drops them", f"{line.text}···")


@OPERATORS.innocent("files")
def remark(material: Material, random: Random) -> Harmless | None:
    """A comment between keys, with marks that would matter elsewhere."""
    line = _chosen(material, random, lambda text: re.match(r"[a-z_]+:", text))
    words = random.choice(["# see 1.2: [checked] – KB", "# ======= figures =======", "# “as published”: {64}", "#"])
    return line and _harmless(_edited(material, line, words, line.text), "comments are nobody's text", words)


@OPERATORS.innocent("files")
def quoted_value(material: Material, random: Random) -> Harmless | None:
    """A plain value stands in straight quotes."""
    plain = [v for v in material.values if not v.style and v.is_prose and "\n" not in material.raw(v)]
    if not plain:
        return None
    value = random.choice(plain)
    raw = "'" + value.value.replace("'", "''") + "'"
    return _harmless(with_text(material, value, raw), "the value is the same", raw[:40])


@OPERATORS.innocent("files")
def deeper_text(material: Material, random: Random) -> Harmless | None:
    """The lines of a text are indented by two spaces more."""
    blocks = [value for value in material.prose if value.style == "|"]
    if not blocks:
        return None
    value = random.choice(blocks)
    first, *rest = material.raw(value).split("\n")
    *lines, last = rest
    raw = "\n".join([first, *(f"  {line}" if line.strip() else line for line in lines), last])
    return _harmless(with_text(material, value, raw), "YAML takes the indent away", f"{value.key} deeper")


@OPERATORS.innocent("files")
def list_in_lines(material: Material, random: Random) -> Harmless | None:
    """A list in brackets is written with hyphens."""
    line = _chosen(material, random, lambda text: re.fullmatch(r" *(criteria|names): \[[^\[\]{}\"']+\]", text))
    if line is None:
        return None
    head, _, items = line.text.removesuffix("]").partition(" [")
    indent = " " * (len(head) - len(head.lstrip()))
    new = [head, *(f"{indent}  - {item.strip()}" for item in items.split(","))]
    return _harmless(_edited(material, line, *new), "the list is the same", line.text.strip())


@OPERATORS.innocent("files")
def file_for_people(material: Material, random: Random) -> Harmless | None:
    """A note for colleagues."""
    name = random.choice(["README.md", "readme.md"])
    return _harmless({name: b"Notes: see the lead inspector.\n"}, "no part of the report", name)
