"""Text that vanishes, or becomes something else than prose: what Word, e-mails and other dialects leave behind."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators
from tests.faults.operators.blind_tools import (
    added,
    appended,
    at_spot,
    at_value,
    findings,
    indent_of,
    masked,
    pick,
    spots,
    texts,
)

OPERATORS = Operators(blind=True)

_MARKDOWN = "the Markdown of the documentation"


@OPERATORS.fault("form")
def number_sign_in_a_plain_value(material: Material, chance: random.Random) -> Fault | None:
    """«Team #2» in a value without quotation marks: YAML reads a comment, and the rest is gone."""
    lines = [
        each
        for each in material.values
        if not each.style
        and len(each.value.split()) > 1
        and each.path[-1] in ("title", "caption", "heading", "source", "label", "office")
        and "{" not in material.text(each.file).splitlines()[material.text(each.file).count("\n", 0, each.start)]
    ]
    value = pick(chance, lines)
    if value is None:
        return None
    number = chance.randint(1, 9)
    raw = material.raw(value)
    edit = at_value(
        material,
        value,
        chance.choice((f"{raw} (part #{number})".replace("#", " #").replace("  ", " "), f"{raw} # {number}")),
    )
    return edit.fault(
        "a number sign after a space begins a comment in YAML", ("#", "comment", "cut", "quot", "number sign")
    )


@OPERATORS.fault("form")
def sentence_that_goes_on_with_a_mark(material: Material, chance: random.Random) -> Fault | None:
    """A line that breaks before a dash, a plus, a number sign or «>», which Markdown takes for something else."""
    sentence, helps = chance.choice(
        (
            (
                "Two of the officers\n- the two with most experience - had left in the spring.",
                ("list", "«- »", "dash", "hyphen"),
            ),
            ("The plan had been made by the officer\n+ her manager, and nobody else had seen it.", ("list", "+")),
            ("The officer had been asked about action\n# 3 of the plan and did not know it.", ("heading", "#")),
            (
                "The programme was open to those with a score\n> 70 and nobody had told the courts.",
                ("quotation", ">", "quote"),
            ),
            ("Some visits\n* those in the country above all * had been cancelled.", ("list", "*", "star")),
        )
    )
    edit = added(material, chance, sentence)
    return edit.fault(_MARKDOWN, helps, sentence.replace("\n", " ⏎ "))


@OPERATORS.fault("form")
def paragraph_set_in(material: Material, chance: random.Random) -> Fault | None:
    """A paragraph that was set in by four spaces, as in a letter: Markdown takes it for code."""
    edit = appended(
        material,
        chance.choice(texts(material)),
        "    Reviews were held each month, and staff thought well of them.",
        apart=True,
    )
    return edit.fault(_MARKDOWN, ("code", "indent", "spaces", "set in"), "a paragraph set in by four spaces")


@OPERATORS.fault("form")
def line_under_a_paragraph(material: Material, chance: random.Random) -> Fault | None:
    """A row of hyphens under a paragraph, meant as a line: the paragraph becomes a heading."""
    value = chance.choice(texts(material))
    mark = chance.choice(("---", "----------", "===", "--"))
    edit = appended(material, value, mark)
    helps = ("heading", "---", "===", "line", "rule", "--")
    text = material.text(value.file)
    last = edit.place(value.file, max(value.start, value.start + len(material.raw(value).rstrip()) - 1))
    assert text
    return edit.fault(_MARKDOWN, helps, f"{mark} under a paragraph", (last,))


@OPERATORS.fault("form")
def letter_before_a_finding(material: Material, chance: random.Random) -> Fault | None:
    """«(b) Plans were …»: the report prints the letter by itself, so that it stands there twice."""
    value = pick(chance, findings(material))
    if value is None:
        return None
    letter = chance.choice("abcdef")
    mark = chance.choice((f"({letter}) ", f"{letter}) ", f"{letter}. ", f"{letter.upper()}. ", f"({letter.upper()}) "))
    raw = material.raw(value)
    at = raw.index("\n") + 1 + len(indent_of(material, value))
    edit = at_value(material, value, f"{raw[:at]}{mark}{raw[at:]}")
    first = edit.lines(value)[1:2]
    fault = edit.fault(
        "the documentation: never write a letter yourself",
        ("letter", "twice", "by itself"),
        f"{mark}{' '.join(value.value.split())[:50]} …",
    )
    return Fault(fault.files, (*first, *edit.lines(value)[:1]), fault.witness, fault.helps, fault.shown)


@OPERATORS.fault("form")
def number_before_a_recommendation(material: Material, chance: random.Random) -> Fault | None:
    """«3. plans are …»: the report numbers recommendations by itself."""
    values = [each for each in material.values if each.file == "recommendations.yaml" and each.path[-1] == "text"]
    value = chance.choice(values)
    number = int(value.path[1]) + 1
    mark = chance.choice((f"{number}. ", f"({number}) ", f"{number}) ", f"R{number}: "))
    raw = material.raw(value)
    at = raw.index("\n") + 1 + len(indent_of(material, value))
    edit = at_value(material, value, f"{raw[:at]}{mark}{raw[at:]}")
    lines = edit.lines(value)
    fault = edit.fault(
        "the documentation: the report numbers them",
        ("number", "twice", "by itself", "list"),
        f"{mark}{' '.join(value.value.split())[:50]} …",
    )
    return Fault(fault.files, lines[:2], fault.witness, fault.helps, fault.shown)


@OPERATORS.fault("form")
def table_in_a_text(material: Material, chance: random.Random) -> Fault | None:
    """A table of a text with a cell too many or too few, without a heading or a name, or without its line of dashes."""
    low, high = chance.randint(5, 20), chance.randint(21, 40)
    table, helps = chance.choice(
        (
            (f"| Office | Cases |\n| --- | --- |\n| North |\n| South | {high} |", ("cell", "row")),
            (f"| Office | Cases |\n| --- | --- |\n| North | {low} | {high} |\n| South | {high} |", ("cell", "row")),
            (f"| Office | |\n| --- | --- |\n| North | {low} |\n| South | {high} |", ("heading", "column")),
            (f"| Office | Cases |\n| --- | --- |\n| | {low} |\n| South | {high} |", ("name", "first cell", "row")),
            (f"| Office | Cases |\n| North | {low} |\n| South | {high} |", ("table", "dash", "|")),
        )
    )
    edit = appended(material, chance.choice(texts(material)), table, apart=True)
    return edit.fault("the documentation says what a table has", helps, table.replace("\n", " ⏎ "))


@OPERATORS.fault("form")
def footnote_in_a_text(material: Material, chance: random.Random) -> Fault | None:
    """A footnote that lacks its note or its mark, a name of two notes, or a figure that is set high behind no word."""
    told, note = "The standard had been met in earlier years.", "Report of the year before."
    sentence, helps = chance.choice(
        (
            (f"{told}[^1]", ("note", "[^1]")),
            (f"{told}[^note]", ("note", "[^note]")),
            (f"{told}\n\n[^note]: {note}", ("note", "refer")),
            (f"{told}[^1]\n\n[^1]: {note}\n\n[^1]: {note[:-1]} but one.", ("note", "twice", "[^1]")),
            (f"{told}^1^", ("footnote", "^1^", "note")),
            (f"{told}[1]", ("footnote", "[1]", "note")),
        )
    )
    edit = added(material, chance, sentence)
    return edit.fault("the documentation says what a footnote has", helps, sentence.replace("\n", " ⏎ "))


@OPERATORS.fault("form")
def html_in_a_text(material: Material, chance: random.Random) -> Fault | None:
    """Tags of HTML, for bold, a line break, a colour."""
    sentence = chance.choice(
        (
            "Reviews were held <b>each month</b> without exception.",
            "Reviews were held each month.<br>Staff valued them.",
            "Reviews were held <u>each month</u> without exception.",
            '<span style="color:red">Reviews were held each month.</span>',
            "Reviews were held each month. <!-- check with the area -->",
            "Reviews were held each month<sup>2</sup>.",
        )
    )
    edit = added(material, chance, sentence)
    return edit.fault("the documentation: no raw HTML", ("html", "tag", "markdown", "**", "<"), sentence)


@OPERATORS.fault("form")
def picture_or_definition_in_a_text(material: Material, chance: random.Random) -> Fault | None:
    """A picture, or the definition of a link at the foot of a text."""
    sentence, helps = chance.choice(
        (
            ("The area has six offices. ![Map of the offices](map.png)", ("picture", "image", "!")),
            ("The guidance is [published][1].\n\n[1]: https://www.example.org/guidance", ("link", "definition", "[1]")),
        )
    )
    edit = added(material, chance, sentence)
    return edit.fault("the documentation: neither pictures nor definitions", helps, sentence.replace("\n", " ⏎ "))


@OPERATORS.fault("form")
def star_without_its_pair(material: Material, chance: random.Random) -> Fault | None:
    """Bold or italic that is opened and never closed: the stars are printed."""
    sentence = chance.choice(
        (
            "This was true **in particular of the office in the north.",
            "Staff called it a *culture of care, and meant it.",
            "This was **not* the case everywhere.",
            "It was ** very ** clear what had to be done.",
        )
    )
    edit = added(material, chance, sentence)
    return edit.fault(_MARKDOWN, ("star", "*", "bold", "emphas"), sentence)


@OPERATORS.fault("form")
def list_with_the_bullets_of_word(material: Material, chance: random.Random) -> Fault | None:
    """A list whose points are signs: it runs on as one paragraph."""
    sign = chance.choice(("•", "·", "o", "–", "▪", "*"))
    gap = "\t" if chance.random() < 0.3 else " "
    gap = "" if sign == "*" else gap
    points = ("plans were late", "reviews were missing", "visits were rare.")
    sentence = "\n".join(("Three things stood out:", *(f"{sign}{gap}{each}" for each in points)))
    edit = added(material, chance, sentence)
    return edit.fault(_MARKDOWN, ("list", "bullet", "- ", "«-", "tab"), sentence.replace("\n", " ⏎ "))


@OPERATORS.fault("form")
def struck_out(material: Material, chance: random.Random) -> Fault | None:
    """Words that were struck out in a draft and are still there."""
    spot = pick(chance, spots(material, r"(?<= )[a-z]{4,} [a-z]{4,}(?= )"))
    if spot is None:
        return None
    word = chance.choice(("some of", "hardly any", "a little", "most"))
    edit = at_spot(material, spot, f"~~{word}~~ {spot[0]}")
    return edit.fault(_MARKDOWN, ("~", "struck", "strike", "deleted", "crossed"))


@OPERATORS.fault("form")
def remark_of_a_reviewer(material: Material, chance: random.Random) -> Fault | None:
    """A remark in the margin that was pasted with the text."""
    spot = pick(chance, spots(material, r"(?<=[a-z])\.(?= )"))
    who = chance.choice(("KB", "SF", "JH", "PA"))
    remark = chance.choice(
        (f"[{who}1]", f"[{who}: is this right?]", f"[Comment {who}2: see my e-mail]", "(NB check this)", "{>>check<<}")
    )
    if spot is None:
        return None
    edit = at_spot(material, spot, f". {remark}")
    helps = ("placeholder", "comment", "remark", "note", "bracket", "unfinished", "check", "brace")
    return edit.fault("a remark is no part of the report", helps, remark)


@OPERATORS.fault("form")
def link_that_leads_nowhere(material: Material, chance: random.Random) -> Fault | None:
    """A link without its address, with a space in it, to a drive of the office or of a kind that no browser opens."""
    sentence = chance.choice(
        (
            "The [guidance]() had been sent to all offices.",
            "The [guidance](guidance.docx) had been sent to all offices.",
            "The [guidance](file:///S:/Shared/guidance.pdf) had been sent to all offices.",
            "The [guidance](http:/www.example.org) had been sent to all offices.",
            "The [guidance](htp://www.example.org) had been sent to all offices.",
            "The [guidance] (https://www.example.org) had been sent to all offices.",
            "The [guidance](https://www.example.org had been sent to all offices.",
        )
    )
    edit = added(material, chance, sentence)
    return edit.fault("no reader of the report can follow it", ("link", "address", "http", "leads"), sentence)


@OPERATORS.fault("form")
def paragraph_twice(material: Material, chance: random.Random) -> Fault | None:
    """A paragraph pasted twice, one below the other."""
    values = [each for each in texts(material) if len(each.value.split()) > 20 and "\n\n" not in each.value.strip()]
    value = pick(chance, values)
    if value is None:
        return None
    raw = material.raw(value).rstrip()
    body = raw[raw.index("\n") + 1 :]
    indent = indent_of(material, value)
    text = "\n".join(line[len(indent) :] for line in body.split("\n"))
    edit = appended(material, value, text, apart=True)
    return edit.fault(
        "the paragraph above it",
        ("twice", "same", "repeat", "again", "second"),
        f"again: {text[:60]} …",
        edit.lines(value)[1:],
    )


@OPERATORS.fault("language")
def stop_or_space_wrong(material: Material, chance: random.Random) -> Fault | None:
    """A space before a comma, none after a stop, two stops, a bracket that is not closed."""
    pattern, new, helps = chance.choice(
        (
            (r"(?<=[a-z]), (?=[a-z])", " , ", ("space", "comma")),
            (r"(?<=[a-z])\. (?=[A-Z][a-z])", ".", ("space",)),
            (r"(?<=[a-z])\.(?=\s)", "..", ("full stop", "stops", "twice", "«.»", "..")),
            (r"(?<=[a-z]), (?=[a-z])", ",, ", ("comma", "twice", "«,»")),
            (r"(?<=[a-z])\)(?=[.,])", "", ("bracket", "closed", "(", "paren")),
            (r"(?<=[a-z])\. (?=[A-Z][a-z])", ", . ", ("space", "comma", "stop")),
        )
    )
    spot = pick(chance, spots(material, pattern))
    if spot is None:
        return None
    edit = at_spot(material, spot, new)
    text = material.raw(spot.value)
    at = spot.start - spot.value.start
    shown = " ".join(f"{text[max(0, at - 20) : at]}{new}{text[at + len(spot[0]) : at + 22]}".split())
    return edit.fault("the punctuation of English", helps, shown)


@OPERATORS.fault("form")
def end_of_a_text_lost(material: Material, chance: random.Random) -> Fault | None:
    """A text that was cut off in pasting: it ends in the middle of a sentence."""
    values = [each for each in findings(material) if len(each.value.split()) > 12]
    value = pick(chance, values)
    if value is None:
        return None
    raw = material.raw(value)
    words = [match.end() for match in _last_line_words(raw)]
    if len(words) < 4:
        return None
    end = words[-chance.randint(2, 3)]
    tail = raw[len(raw.rstrip()) :]
    edit = at_value(material, value, raw[:end] + tail)
    last = edit.places[-1:]
    return Fault(
        edit.files,
        last or edit.places,
        "a sentence ends with a full stop",
        ("full stop", "end", "sentence", "cut"),
        f"… {raw[max(0, end - 40) : end]}",
    )


def _last_line_words(raw: str) -> list[re.Match[str]]:
    start = raw.rstrip().rindex("\n")
    return [each for each in re.finditer(r"\b[a-z]{3,}\b(?=,? )", masked(raw)) if each.start() > start]
