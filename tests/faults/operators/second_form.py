"""Text that vanishes, or that is printed as something else than prose: marks of Markdown and YAML that nobody meant."""

from __future__ import annotations

import random
import re

from tests.faults.blocks import as_plain, one_line, short_blocks
from tests.faults.material import Material, Value
from tests.faults.operator_types import Fault, Operators, with_text
from tests.faults.operators import blind_tools as tools, second_tools as second
from tests.faults.operators.blind_tools import Edit

OPERATORS = Operators(blind=True)


@OPERATORS.fault("form")
def words_behind_a_number_sign(material: Material, chance: random.Random) -> Fault | None:
    """A text stands without its bar, and YAML takes a number sign and all behind it for a comment."""
    value = tools.pick(chance, short_blocks(material))
    if value is None:
        return None
    words = one_line(value)
    spaces = [match.start() for match in re.finditer(r"(?<=[a-z]) (?=[a-z])", words)]
    if not spaces or "{{" in words:
        return None
    at = chance.choice(spaces)
    sign = chance.choice(("#1", "#2", "# 3", "#4,", "#priority", "#note"))
    raw = as_plain(material, value, f"{words[:at]} {sign}{words[at:]}")
    place = second.place(material, value.file, value.start)
    helps = ("#", "comment", "number sign", "bar", "|")
    shown = f"text: {words[max(0, at - 30) : at]} {sign}{words[at : at + 30]}"
    return Fault(with_text(material, value, raw), (place,), "the words behind the sign are lost", helps, shown)


@OPERATORS.fault("form")
def paragraph_as_code(material: Material, chance: random.Random) -> Fault | None:
    """A paragraph was indented, as one does in Word, and is printed as code."""
    text = _text(material, chance)
    if text is None:
        return None
    words = second.filled(material, chance, _PLAIN)
    edit = tools.appended(material, text, f"{' ' * chance.choice((4, 5, 8))}{words}", apart=True)
    return edit.fault("four spaces make it code", ("code", "indent", "space", "typewriter"))


@OPERATORS.fault("form")
def html_of_an_editor(material: Material, chance: random.Random) -> Fault | None:
    """Words are marked as one does on a web page, which is refused or vanishes."""
    spot = second.replaced_at(material, chance, r"(?<=[a-z] )[a-z]{4,}(?= [a-z])", _blocks(material))
    if spot is None:
        return None
    mark = chance.choice(("b", "i", "u", "strong", "em", "span", "sup", "mark"))
    marked = f"<{mark}>{spot[0]}</{mark}>"
    new = chance.choice((marked, marked, f"{spot[0]}<br>", f"{spot[0]}<br/>", f"<!-- check -->{spot[0]}"))
    helps = ("html", "<", "tag", "markdown", "star")
    return tools.at_spot(material, spot, new).fault("texts have no HTML", helps)


@OPERATORS.fault("form")
def stars_that_do_not_end(material: Material, chance: random.Random) -> Fault | None:
    """Emphasis is opened and not closed, so that its stars are printed."""
    spot = second.replaced_at(material, chance, r"(?<=[a-z] )[a-z]{4,}(?= [a-z])", _blocks(material))
    if spot is None:
        return None
    mark = chance.choice(("*", "**"))
    new = chance.choice((f"{mark}{spot[0]}", f"{mark} {spot[0]} {mark}", f"**{spot[0]}*", f"{spot[0]}{mark}"))
    helps = ("*", "star", "emphas", "asterisk")
    return tools.at_spot(material, spot, new).fault("the stars are printed as they stand", helps)


@OPERATORS.fault("form")
def line_that_became_a_list(material: Material, chance: random.Random) -> Fault | None:
    """A line of running words begins with a dash, or a number and a full stop, and becomes a list or its item."""
    spot = second.replaced_at(material, chance, r"(?<=[a-z]) (?=[a-z]{4,} [a-z]+)", _blocks(material))
    if spot is None:
        return None
    indent = tools.indent_of(material, spot.value)
    mark = chance.choice(("-", "*", "+", "1."))
    edit = tools.at_spot(material, spot, f"\n{indent}{mark} ")
    helps = ("list", "dash", "hyphen", "item", "bullet", mark)
    return edit.fault("in the middle of a sentence a list begins", helps)


@OPERATORS.fault("form")
def line_under_a_paragraph(material: Material, chance: random.Random) -> Fault | None:
    """A ruler of an e-mail stands under a paragraph and makes a heading of all of it."""
    value = _text(material, chance)
    if value is None:
        return None
    edit = tools.appended(material, value, chance.choice(("---", "===", "-----", "==========", "----------", "=====")))
    helps = ("heading", "line", "rule", "---", "===")
    return edit.fault("the last paragraph becomes a heading", helps, also=edit.lines(value))


@OPERATORS.fault("form")
def answer_of_an_email(material: Material, chance: random.Random) -> Fault | None:
    """A sentence is pasted from the answer to an e-mail, with the mark of a quotation before it."""
    value = _text(material, chance)
    if value is None:
        return None
    words = second.filled(material, chance, _PLAIN)
    mark = chance.choice((">> ", ">>> ", "> > ", "| ", "> >> "))
    edit = tools.appended(material, value, f"{mark}{words}", apart=True)
    return edit.fault("it is no quotation", ("quot", ">", "mark", "|", "table"))


@OPERATORS.fault("form")
def figure_in_single_braces(material: Material, chance: random.Random) -> Fault | None:
    """One of the braces about the name of a figure is lost, or there is one too many."""
    known = second.uses(material)
    if not known:
        return None
    value, start, end, figure = chance.choice(known)
    name = material.text(value.file)[start:end].strip("{} ")
    left, right = chance.choice(
        (("{ ", " }"), ("{{ ", " }"), ("{ ", " }}"), ("({ ", " })"), ("{", "}"), ("{{{ ", " }}"))
    )
    wrong = f"{left}{name}{right}"
    edit = Edit(material, value.file, start, end, wrong)
    return edit.fault("the figure is not printed", ("brace", "{{", "}}", figure.name))


@OPERATORS.fault("form")
def table_pasted_into_a_text(material: Material, chance: random.Random) -> Fault | None:
    """A table was pasted into a text without its line of dashes, or with a row whose cells had been merged."""
    value = _text(material, chance)
    if value is None:
        return None
    own = second.words(material, chance)
    figures = (str(chance.randint(20, 60)), str(chance.randint(2, 19)))
    rows = [(own.things.title(), "Number"), ("On time", figures[0]), ("Late", figures[1])]
    lines = [f"| {first} | {last} |" for first, last in rows]
    if chance.random() < 0.5:
        lines[1:] = ["| --- | --- |", lines[1], f"| Late: {figures[1]} |"]
    edit = tools.appended(material, value, "\n".join(lines), apart=True)
    return edit.fault("the documentation says what a table has", ("table", "|", "bar", "cell"))


@OPERATORS.fault("form")
def footnote_of_a_paper(material: Material, chance: random.Random) -> Fault | None:
    """A footnote of the Word draft came over as a number in brackets and a line at the foot."""
    value = _text(material, chance)
    if value is None:
        return None
    number = chance.randint(1, 9)
    words = second.filled(material, chance, _PLAIN)
    mark = chance.choice((f"[{number}]: ", f"[^{number}]: ", f"[{number}]: https://www.example.org/{number} "))
    foot = mark if "https" in mark else f"{mark}{words}"
    edit = tools.appended(material, value, foot.rstrip(), apart=True)
    return edit.fault("texts have no definitions at the foot", ("footnote", "link", "definition", "[", "vanish"))


@OPERATORS.fault("form")
def bullets_of_word(material: Material, chance: random.Random) -> Fault | None:
    """A list of Word came over with its bullets as characters, and runs into one paragraph."""
    value = _text(material, chance)
    if value is None:
        return None
    bullet = chance.choice(("•", "●", "▪", "‣", "◦", "·"))
    words = [second.words(material, chance) for _ in range(3)]
    lines = [f"{bullet} {each.things} that had been {each.done}" for each in words]
    edit = tools.appended(material, value, "\n".join(["Inspectors looked at:", *lines]), apart=chance.random() < 0.5)
    return edit.fault("it is printed as one paragraph", ("bullet", "list", "- ", bullet))


@OPERATORS.fault("form")
def heading_in_a_finding(material: Material, chance: random.Random) -> Fault | None:
    """A heading without words below it, of a level that texts do not have, or without a space behind its sign."""
    value = _text(material, chance)
    if value is None:
        return None
    own = second.words(material, chance)
    mark = chance.choice(("### ", "#### ", "##### ", "#", "##", "###### "))
    edit = tools.appended(material, value, f"{mark}{own.things.title()}", apart=True)
    return edit.fault("there are headings of three levels, and words stand below each", ("heading", "level", "#"))


@OPERATORS.fault("form")
def code_that_does_not_end(material: Material, chance: random.Random) -> Fault | None:
    """A reference loses its last mark, or gets another sign for it, and is printed as characters."""
    found = [
        (value, match) for value in material.prose for match in re.finditer(r"\{\w+\}`[^`\n]+`", material.raw(value))
    ]
    if not found:
        return None
    value, match = chance.choice(found)
    whole = match[0]
    bare = whole.replace("{", "").replace("}", "")
    curly = whole.replace("`", "‘", 1).replace("`", "’")
    wrong = chance.choice((whole[:-1], bare, curly, whole.replace("`", "'"), whole.replace("`", "´")))
    edit = Edit(material, value.file, value.start + match.start(), value.start + match.end(), wrong)
    return edit.fault("the reference is not made", ("reference", "`", "role", "backtick", "criterion", "mark", "brace"))


@OPERATORS.fault("form")
def picture_in_a_text(material: Material, chance: random.Random) -> Fault:
    """A picture is put into a text, where none can stand."""
    address = chance.choice(("map.png", "images/chart.png", "https://example.org/a.jpg", "cid:1"))
    own = second.words(material, chance)
    patterns = (
        "![The {things}]({address})",
        "![]({address})",
        "See the picture: ![{staff}]({address})",
        "![Chart of {things}]({address} 'Chart')",
        "The map ![map]({address}) shows it.",
        "![]({address}) The {things} are shown here.",
    )
    sentence = chance.choice(patterns).format(things=own.things, staff=own.staff, address=address)
    return second.said_wrong(material, chance, sentence, "texts have no pictures", ("picture", "image"))


_PLAIN = (
    "The {things} had been {done}.",
    "We spoke to {staff} about it.",
    "In this office {things} were always {done}.",
    "Most {staff} knew the policy and followed it.",
    "The {things} of the year before had not been {done}.",
    "Much of this was the work of {staff}.",
)


def _blocks(material: Material) -> list[Value]:
    return [
        each for each in tools.texts(material) if "\n- " not in each.value and not each.value.startswith(("#", "- "))
    ]


def _text(material: Material, chance: random.Random) -> Value | None:
    return tools.pick(chance, _blocks(material))
