"""Text that vanishes or becomes something else than prose: Markdown that was not meant."""

from __future__ import annotations

import random
import re

from tests.faults.blocks import blocks, chosen, findings, lettered_findings, lines_in, with_lines
from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators
from tests.faults.passages import indent_of, made, one_of, written_anew

OPERATORS = Operators()


def _begin_paragraph(material: Material, rng: random.Random, prefix: str, what: str, *helps: str) -> Fault | None:
    """Put a mark before the first paragraph of a text."""
    value = chosen(rng, findings(material) or blocks(material))
    if value is None:
        return None
    lines = lines_in(material, value)
    lines[0] = f"{prefix}{lines[0]}"
    return with_lines(material, value, lines, [0], what, *helps, shown=f"{prefix}{lines[0][:30]}…")


@OPERATORS.fault("form")
def prose_as_heading(material: Material, rng: random.Random) -> Fault | None:
    """Begin a finding with a number sign."""
    return _begin_paragraph(material, rng, rng.choice(["# ", "## ", "### "]), "a heading has no full stop", "heading")


@OPERATORS.fault("form")
def prose_as_list(material: Material, rng: random.Random) -> Fault | None:
    """Begin a finding with a mark of a list: it becomes a list of one item."""
    return _begin_paragraph(
        material, rng, rng.choice(["- ", "* ", "+ ", "1. ", "1) "]), "a list of one item is no list", "list"
    )


@OPERATORS.fault("form")
def prose_as_quotation(material: Material, rng: random.Random) -> Fault | None:
    """Begin a finding with the mark that mail programs put before what is answered."""
    return _begin_paragraph(
        material, rng, rng.choice(["> ", ">> "]), "the text is the report's own", "quotation", "quoted"
    )


@OPERATORS.fault("form")
def line_becomes_list(material: Material, rng: random.Random) -> Fault | None:
    """Break a line before a dash or a number, which then begins a list in mid-sentence."""
    value = chosen(rng, blocks(material))
    if value is None:
        return None
    lines = lines_in(material, value)
    places = [(at, gap.start()) for at, line in enumerate(lines) for gap in re.finditer(r"(?<=[a-z]) (?=[a-z])", line)]
    places = [
        (at, gap)
        for at, gap in places
        if lines[at][:gap].count("`") % 2 == 0 and lines[at][:gap].count("{{") == lines[at][:gap].count("}}")
    ]
    if not places:
        return None
    at, gap = rng.choice(places)
    mark = rng.choice(["- ", "1. ", "+ ", "> ", "# ", "* "])
    line = lines[at]
    lines[at : at + 1] = [line[:gap], mark + line[gap + 1 :]]
    helps = {"> ": ("quotation", "quoted"), "# ": ("heading",)}.get(mark, ("list",))
    return with_lines(
        material,
        value,
        lines,
        [at, at + 1],
        "the sentence goes on",
        *helps,
        shown=f"{line[:gap][-15:]} / {mark}{line[gap + 1 :][:15]}",
    )


@OPERATORS.fault("form")
def prose_as_code(material: Material, rng: random.Random) -> Fault | None:
    """Indent the second paragraph of a text by four spaces: it becomes code."""
    value = chosen(rng, blocks(material))
    if value is None:
        return None
    lines = lines_in(material, value)
    extra = ["", "    The second paragraph was indented by somebody who thought", "    that it would look better so."]
    return with_lines(
        material,
        value,
        lines + extra,
        [len(lines) + 1, len(lines) + 2],
        "words are no code",
        "indent",
        "code",
        shown="four spaces before a paragraph",
    )


@OPERATORS.fault("form")
def rule_makes_a_heading(material: Material, rng: random.Random) -> Fault | None:
    """Draw a line under a paragraph: the paragraph becomes a heading."""
    value = chosen(rng, blocks(material))
    if value is None:
        return None
    lines = lines_in(material, value)
    rule = rng.choice(["---", "===", "-----", "======"])
    return with_lines(
        material,
        value,
        [*lines, rule],
        list(range(len(lines) + 1)),
        "a paragraph is no heading",
        "heading",
        shown=f"{rule} under a paragraph",
    )


@OPERATORS.fault("form")
def rule_by_itself(material: Material, rng: random.Random) -> Fault | None:
    """Draw a line between two paragraphs, which is not printed."""
    value = chosen(rng, blocks(material))
    if value is None:
        return None
    lines = lines_in(material, value)
    rule = rng.choice(["***", "---", "* * *", "___", "- - -", "=====", "~~~~"])
    extra = ["", rule, "", "What stands here came from another draft."]
    return with_lines(
        material,
        value,
        lines + extra,
        [len(lines) + 1],
        "the format has no such thing",
        "rule",
        "line",
        "meaning",
        "printed",
        shown=f"{rule} between paragraphs",
    )


@OPERATORS.fault("form")
def letter_before_a_finding(material: Material, rng: random.Random) -> Fault | None:
    """Type the letter that the report prints before a finding."""
    value = chosen(rng, lettered_findings(material))
    if value is None:
        return None
    lines = lines_in(material, value)
    letter = rng.choice(["(a) ", "(b) ", "b) ", "c. ", "(iv) ", "a. ", "(B) ", "1.2(a) ", "a\\) ", "D) "])
    lines[0] = letter + lines[0]
    return with_lines(
        material,
        value,
        lines,
        [0],
        "the report prints the letter itself",
        "letter",
        "twice",
        "number",
        "mark",
        shown=lines[0][:40],
    )


@OPERATORS.fault("form")
def table_of_markdown(material: Material, rng: random.Random) -> Fault | None:
    """Paste a table, which texts do not have."""
    value = chosen(rng, blocks(material))
    if value is None:
        return None
    lines = lines_in(material, value)
    table = rng.choice(
        [
            ["| Year | Cases |", "|------|-------|", "| 2006 | late |"],
            ["Year | Cases", "--- | ---", "2006 | late"],
            ["+------+-----+", "| Year | Own |", "+------+-----+"],
            ["Year\tCases\tPlans", "one\ttwo\tthree"],
        ]
    )
    extra = ["", *table]
    return with_lines(
        material,
        value,
        lines + extra,
        [len(lines) + number for number in range(1, len(extra))],
        "texts have no tables",
        "table",
        shown=table[0],
    )


@OPERATORS.fault("form")
def footnote_of_markdown(material: Material, rng: random.Random) -> Fault | None:
    """Write a footnote, which texts do not have."""
    value = chosen(rng, blocks(material))
    if value is None:
        return None
    lines = lines_in(material, value)
    mark = rng.choice(["[^1]", "[^note]", "[1]", "^1^", "[^1]"])
    lines[-1] += mark
    note = {"[1]": "[1]: See the Act of 2003.", "^1^": "^1^ See the Act of 2003."}.get(
        mark, f"{mark}: See the Act of 2003."
    )
    return with_lines(
        material,
        value,
        [*lines, "", note],
        [len(lines) - 1, len(lines) + 1],
        "texts have no footnotes",
        "footnote",
        "note",
        shown=mark,
    )


@OPERATORS.fault("form")
def emphasis_left_open(material: Material, rng: random.Random) -> Fault | None:
    """Open an emphasis and forget to close it, or close it after a space."""
    found = one_of(material, rng, r"(?<= )(?P<word>[a-z]{4,})(?= [a-z])")
    if found is None:
        return None
    word = found.text
    wrong = rng.choice([f"**{word}", f"*{word}", f"{word}**", f"** {word} **", f"**{word}*", f"__{word}", f"* {word}*"])
    return made(material, found, wrong, "the stars are printed", "emphasis", "star", "*", "_", "closed", shown=wrong)


@OPERATORS.fault("form")
def marks_of_other_programs(material: Material, rng: random.Random) -> Fault | None:
    """Use marks that Markdown of other places has: struck words, raised figures, marked words."""
    found = one_of(material, rng, r"(?<= )(?P<word>[a-z]{4,})(?= [a-z])")
    if found is None:
        return None
    word = found.text
    wrong = rng.choice(
        [
            f"~~{word}~~",
            f"=={word}==",
            f"[b]{word}[/b]",
            f"^{word}^",
            f"{{\\b {word}}}",
            f"[[{word}]]",
        ]
    )
    return made(
        material,
        found,
        wrong,
        "texts have no such mark",
        "mark",
        "format",
        "brace",
        "meaning",
        "struck",
        "printed",
        "bracket",
        shown=wrong,
    )


@OPERATORS.fault("form")
def broken_link(material: Material, rng: random.Random) -> Fault | None:
    """Write a link that is none."""
    found = one_of(material, rng, r"(?<= )(?P<word>[a-z]{4,})(?= [a-z])")
    if found is None:
        return None
    word = found.text
    wrong = rng.choice(
        [
            f"[{word}] (https://example.org)",
            f"({word})[https://example.org]",
            f"[{word}](https://example.org",
            f"[{word}]https://example.org",
            f"[{word}][report]",
            f"[{word}](see the report)",
            f"<{word}>",
        ]
    )
    return made(material, found, wrong, "it is no link of Markdown", "link", "bracket", "address", "html", shown=wrong)


@OPERATORS.fault("form")
def broken_figure(material: Material, rng: random.Random) -> Fault | None:
    """Damage the braces of a figure."""
    values = [value for value in material.prose if "{{" in material.raw(value)]
    value = chosen(rng, values)
    if value is None:
        return None
    raw = material.raw(value)
    match = rng.choice(list(re.finditer(r"\{\{ ?([^{}\n]+?) ?\}\}", raw)))
    name = match[1]
    wrong = rng.choice(
        [
            f"{{ {name} }}",
            f"{{{{ {name} }}",
            f"{{ {name} }}}}",
            f"{{{{ {name}",
            f"[[ {name} ]]",
            f"{{{{{name}}}}} }}",
            f"<{name}>",
            f"{{{{\n{indent_of(material, value)}{name} }}}}",
            f"${{{name}}}",
        ]
    )
    text = raw[: match.start()] + wrong + raw[match.end() :]
    line = raw[: match.start()].count("\n")
    return written_anew(
        material,
        value,
        text,
        "it is printed as it is written",
        "brace",
        "figure",
        "{{",
        "html",
        shown=wrong,
        lines=[line, line + 1],
    )


@OPERATORS.fault("form")
def broken_reference(material: Material, rng: random.Random) -> Fault | None:
    """Damage the marks of a reference."""
    values = [value for value in material.prose if re.search(r"\{[a-z]+\}`", material.raw(value))]
    value = chosen(rng, values)
    if value is None:
        return None
    raw = material.raw(value)
    match = rng.choice(list(re.finditer(r"\{([a-z]+)\}`([^`\n]+)`", raw)))
    role, target = match[1], match[2]
    wrong = rng.choice(
        [
            f"{{{role}}}'{target}'",
            f"{{{role}}} `{target}`",
            f"{{{role}}}{target}",
            f"{{{role}}}`{target}",
            f"{role}`{target}`",
            f"{{{role} {target}}}",
            f"({role})`{target}`",
            f"{{{role}}}‘{target}’",
        ]
    )
    text = raw[: match.start()] + wrong + raw[match.end() :]
    line = raw[: match.start()].count("\n")
    return written_anew(
        material,
        value,
        text,
        "it is printed as it is written",
        "reference",
        "brace",
        "{",
        "target",
        "code",
        shown=wrong,
        lines=[line],
    )


@OPERATORS.fault("form")
def bullets_of_word(material: Material, rng: random.Random) -> Fault | None:
    """Paste a list whose bullets are characters: its lines become one paragraph."""
    value = chosen(rng, blocks(material))
    if value is None:
        return None
    lines = lines_in(material, value)
    bullet = rng.choice(["• ", "· ", "– ", "o ", "▪ ", "➢ ", "● ", "- "])
    if bullet == "- ":
        bullet = "-"
    extra = ["", *(f"{bullet}{word} of the plan" for word in ("quality", "purpose", "date"))]
    return with_lines(
        material,
        value,
        lines + extra,
        [len(lines) + number for number in range(1, 4)],
        "its lines become one paragraph",
        "list",
        "bullet",
        shown=f"{bullet}quality of the plan",
    )
