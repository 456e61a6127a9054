"""Edits of characters, references, judgement, form and files that leave an area as right as it was."""

from __future__ import annotations

import json
import random
import re
import textwrap

from tests.faults.material import Material, Value
from tests.faults.operator_types import Harmless, Operators
from tests.faults.operators import blind_tools as tools, second_tools as second
from tests.faults.operators.blind_tools import Edit

OPERATORS = Operators(blind=True)


@OPERATORS.innocent("characters")
def marks_of_a_typesetter(material: Material, chance: random.Random) -> Harmless | None:
    """Curly apostrophes, as a typesetter has them, in all texts: the documentation asks for one kind throughout."""
    files = tools.apostrophes_curled(material)
    return Harmless(files, "it is the apostrophe", "' → ’ throughout") if files else None


@OPERATORS.innocent("characters")
def words_with_accents(material: Material, chance: random.Random) -> Harmless | None:
    """Names and words that have accents, and signs of money and measure."""
    patterns = (
        "The café was run by volunteers.",
        "Help with writing a résumé was on offer.",
        "A naïve plan had been dropped.",
        "Interpreters for Română, Český and Français could be called.",
        "The room was kept at 19 °C and had 25 m² of space.",
        "The grant was paid in euros (€) and changed into pounds (£).",
        "The fiancée of one man had been invited.",
        "Half an hour – sometimes more – was needed for this.",
    )
    return second.said_right(material, chance, patterns, "the characters are those of the words")


@OPERATORS.innocent("characters")
def space_that_does_not_break(material: Material, chance: random.Random) -> Harmless | None:
    """A space between a number and its unit, which does not end a line."""
    spot = second.replaced_at(material, chance, r"(?<=\d) (?=(?:weeks|months|days|hours|cases)\b)|(?<=Tier) (?=\d)")
    if spot is None:
        return None
    edit = tools.at_spot(material, spot, "\u00a0")
    return edit.harmless("it keeps number and unit together", f"{spot.value.file}: no-break space")


@OPERATORS.innocent("characters")
def marks_in_mid_sentence(material: Material, chance: random.Random) -> Harmless | None:
    """Ellipses in quotations, initials, full stops in the middle of a sentence, and slashes."""
    patterns = (
        'One answer began: *"I never thought ... but there it was."*',
        "The day began at 9.30 a.m. and ended at 5 p.m. sharp.",
        "Files were kept by year (2004/2005, 2005/2006 and so on).",
        "Some forms, e.g. that for travel, were printed on both sides.",
        "Was this enough? Most people thought so; some did not.",
        "The motto of the office – 'Listen first!' – hung on the wall.",
        "The newsletter, *Two-way Street*, came out each quarter.",
    )
    return second.said_right(material, chance, patterns, "the marks belong there")


@OPERATORS.innocent("references")
def reference_that_leads_somewhere(material: Material, chance: random.Random) -> Harmless | None:
    """A reference to a criterion or a section of the framework, in either form."""
    number = chance.choice(list(tools.criteria(material)))
    section = chance.choice(material.framework["sections"])["number"]
    tilde = chance.choice(("", "~"))
    patterns = (
        f"More is said of this under {{criterion}}`{tilde}{number}`.",
        f"This is taken up in {{section}}`{tilde}{section}`.",
        f"Compare {{criterion}}`{tilde}{number}`.",
        f"(Compare {{section}}`{tilde}{section}`.)",
        f"The wording is that of {{criterion}}`{tilde}{number}`.",
        "How the area was inspected is told in {appendix}`~methodology`.",
    )
    ids = [each.get("id", each.get("kind")) for each in material.framework["parts"] if each.get("appendix")]
    fine = [each for each in patterns if "methodology" not in each or "methodology" in ids]
    values = [each for each in tools.roomy(tools.texts(material)) if not each.file.startswith(f"criteria/{number}.")]
    sentence = chance.choice(fine)
    return second.put(material, chance, sentence, values).harmless("the report has it", sentence)


@OPERATORS.innocent("references")
def laws_and_papers_of_others(material: Material, chance: random.Random) -> Harmless | None:
    """Sections of Acts, tables and appendices of other papers, and pages of other books."""
    patterns = (
        "Section 178 of the Criminal Justice Act 2003 was referred to.",
        "The duty stands in section 6(1) of the Crime and Disorder Act 1998.",
        "Table 4 of the Home Office's own bulletin had been pinned to the wall.",
        "Annex B of the national guidance had been copied for everybody.",
        "Chapter 3 of the manual was under revision.",
        "Rule 39 of the Prison Rules had been explained in a circular.",
        "Page 7 of the handbook of the council lists the opening hours.",
        "Recommendation 9 of the Corston report had been discussed in a team meeting.",
    )
    return second.said_right(material, chance, patterns, "it belongs to another paper, which is named")


@OPERATORS.innocent("references")
def finding_by_its_id(material: Material, chance: random.Random) -> Harmless | None:
    """A reference to a finding that has the id."""
    found = [
        (each.file, each.value)
        for each in material.values
        if each.file.startswith("criteria/") and len(each.path) == 3 and each.path[-1] == "id"
        if each.path[0] in ("strengths", "improvements")
    ]
    if not found:
        return None
    file, name = chance.choice(found)
    number = file.removeprefix("criteria/").removesuffix(".yaml")
    values = [each for each in tools.roomy(tools.texts(material)) if each.file != file]
    pattern = chance.choice(("See also {}.", "This agrees with {}.", "(Compare {}.)", "More is said in {}."))
    sentence = pattern.format(f"{{finding}}`{number}/{name}`")
    return second.put(material, chance, sentence, values).harmless("the finding is there", sentence)


@OPERATORS.innocent("references")
def figure_by_its_full_name(material: Material, chance: random.Random) -> Harmless | None:
    """A figure that was used by its bare name is used by its full one, or with other spaces."""
    known = second.uses(material)
    if not known:
        return None
    value, start, end, figure = chance.choice(known)
    new = chance.choice((f"{{{{ {figure.full} }}}}", f"{{{{{figure.full}}}}}", f"{{{{  {figure.full}  }}}}"))
    return Edit(material, value.file, start, end, new).harmless("it is the same figure")


@OPERATORS.innocent("judgement")
def strength_with_an_exception(material: Material, chance: random.Random) -> Harmless | None:
    """A strength admits a small exception."""
    patterns = (
        "The exceptions were few and had been explained.",
        "Small delays now and then did little harm.",
        "Not every form was neat, but what mattered was there.",
        "There was the odd slip, as there is anywhere.",
        "Difficulties had been overcome with patience.",
        "Where problems had come up, they were soon solved.",
    )
    return _added(material, chance, "strengths", patterns, "a strength may have exceptions")


@OPERATORS.innocent("judgement")
def shortcoming_with_a_beginning(material: Material, chance: random.Random) -> Harmless | None:
    """An area for improvement admits that something has begun."""
    patterns = (
        "Managers had begun to put this right, but it was too early to see results.",
        "Some good examples showed that it could be done.",
        "Staff were aware of this and wanted it to change.",
        "Some progress had been made, though not enough.",
        "Goodwill was not what was lacking.",
        "A better form had been designed and was not yet in use.",
    )
    return _added(material, chance, "improvements", patterns, "a shortcoming may have a bright side")


@OPERATORS.innocent("judgement")
def most_that_are_most(material: Material, chance: random.Random) -> Harmless | None:
    """A word for many stands beside a high figure, a word for few beside a low one."""
    high, low = chance.randint(66, 84), chance.randint(9, 24)
    side, word, share = chance.choice(
        (
            ("strengths", "most", high),
            ("strengths", "the majority", high),
            ("strengths", "nearly all", 95),
            ("improvements", "a minority", low),
            ("improvements", "only a few", 8),
            ("improvements", "few", low - 3),
        )
    )
    patterns = (
        f"This was so in {word} of the cases ({{0}}).",
        f"It held for {word} of them ({{0}}).",
        f"The same was true of {word} of the files ({{0}}).",
    )
    return second.said_with_figures(material, chance, side, chance.choice(patterns), [f"{share}%"], "the word fits")


@OPERATORS.innocent("judgement")
def words_of_judgement_in_another_sense(material: Material, chance: random.Random) -> Harmless | None:
    """Good, poor, urgent and outstanding in a sense that judges nothing."""
    patterns = (
        "A good many people came by bus.",
        "Fines that were outstanding had been listed.",
        "The office stood in one of the poor quarters of the town.",
        "An urgent letter could be sent by courier.",
        "A good deal of time was spent on the road.",
        "The road was in poor light in winter, so that appointments ended by four.",
        "There was a priority seat on the bus for those who needed one.",
    )
    return second.said_right(material, chance, patterns, "the word judges nothing there")


@OPERATORS.innocent("consistency")
def figure_written_in_another_way(material: Material, chance: random.Random) -> Harmless | None:
    """An entry of the figures is written in another of its forms."""
    patterns = {
        r"^( +[a-z][a-z0-9-]*: )(\d+) of (\d+)$": r"\1{count: \2, base: \3}",
        r"^( +[a-z][a-z0-9-]*: )\{count: (\d+), base: (\d+)\}$": r"\1\2 of \3",
        r"^( +[a-z][a-z0-9-]*: )\{(question: [\d.]+|percent: \d+, question: [\d.]+)\}$": r"\1{ \2 }",
        r"^( +)([a-z][a-z0-9-]*): \{percent: (\d+), question: ([\d.]+)\}$": r"\1\2: {question: \4, percent: \3}",
    }
    files = [each for each in material.yaml_files if each.startswith("criteria/")]
    pattern = chance.choice(list(patterns))
    fitting = [each for each in files if re.search(pattern, material.text(each), re.MULTILINE)]
    file = tools.pick(chance, fitting)
    if file is None:
        return None
    made = second.in_line(material, chance, file, pattern, lambda match: match.expand(patterns[pattern]))
    return made[0].harmless("it is the same figure") if made else None


@OPERATORS.innocent("form")
def list_in_a_text(material: Material, chance: random.Random) -> Harmless | None:
    """A paragraph and a list, with bullets or with numbers."""
    value = _text(material, chance)
    if value is None:
        return None
    lead = chance.choice(("Inspectors asked for:", "On the shelf there were:", "Those who came brought:"))
    things = chance.sample(("a calendar", "a list of numbers", "last year's diary", "a map of the town"), 3)
    marks = chance.choice((("- ", "- ", "- "), ("1. ", "2. ", "3. ")))
    lines = [lead, "", *(mark + thing for mark, thing in zip(marks, things, strict=True))]
    return tools.appended(material, value, "\n".join(lines), apart=True).harmless("it is a list of Markdown", lead)


@OPERATORS.innocent("form")
def words_emphasised(material: Material, chance: random.Random) -> Harmless | None:
    """A word is set in italics or in bold."""
    spot = second.replaced_at(material, chance, r"(?<=[a-z] )[a-z]{4,}(?= [a-z])", tools.texts(material))
    if spot is None:
        return None
    mark = chance.choice(("*", "**"))
    return tools.at_spot(material, spot, f"{mark}{spot[0]}{mark}").harmless("it is emphasis")


@OPERATORS.innocent("form")
def lines_wrapped_anew(material: Material, chance: random.Random) -> Harmless | None:
    """An editor wraps the lines of a text at another width."""
    fitting = [each for each in _plain(material) if "{" not in each.value and "\n" in each.value.strip()]
    value = tools.pick(chance, fitting)
    if value is None:
        return None
    indent = tools.indent_of(material, value)
    width = chance.choice((60, 72, 88, 100))
    paragraphs = [textwrap.wrap(each, width, break_on_hyphens=False) for each in value.value.strip().split("\n\n")]
    if any(re.match(r"(?:\d+[.)]|[-+*#>]) ", line) for each in paragraphs for line in each):
        return None
    body = "\n\n".join("\n".join(indent + line for line in each) for each in paragraphs)
    raw = material.raw(value)
    new = f"|\n{body}{raw[len(raw.rstrip()) :]}"
    edit = tools.at_value(material, value, new)
    return edit.harmless("where lines break does not matter", f"{value.file}: width {width}")


@OPERATORS.innocent("form")
def quotation_and_link(material: Material, chance: random.Random) -> Harmless | None:
    """A quotation in a paragraph of its own, a link, a line break, a figure of speech in code."""
    value = _text(material, chance)
    if value is None:
        return None
    added = chance.choice(
        (
            "> Nobody had asked me that before.",
            "The leaflet is at [a page of the government](https://www.gov.uk/).",
            "More stands at <https://www.gov.uk/>.",
            "The notice read:\\\n*Please ring twice.*",
            "Times were written with a star (\\*) where they could change.",
            "> We were listened to.\n>\n> It made a difference.",
        )
    )
    return tools.appended(material, value, added, apart=True).harmless("it is Markdown", added)


@OPERATORS.innocent("files")
def comment_added(material: Material, chance: random.Random) -> Harmless | None:
    """Somebody leaves a comment for colleagues, above a key or behind a value."""
    file = chance.choice(material.yaml_files)
    words = chance.choice(("agreed with the team", "see the minutes", "as sent on Friday", "checked by two"))
    patterns = {
        r"(?<=\n\n)()(?=[a-z_]+:)": f"# {words}\n",
        r"^( *[a-z_]+: [A-Za-z0-9][\w.-]*)$": f"  # {words}",
    }
    pattern = chance.choice(list(patterns))
    made = second.in_line(material, chance, file, pattern, lambda match: match[1] + patterns[pattern])
    return made[0].harmless("a comment is no part of the data") if made else None


@OPERATORS.innocent("files")
def value_in_quotation_marks(material: Material, chance: random.Random) -> Harmless | None:
    """A plain value is written in quotation marks."""
    keys = ("title", "caption", "heading", "owner", "role", "source", "signatory", "area", "name")
    plain = [each for each in material.values if not each.style and each.key in keys]
    fitting = [each for each in plain if "\n" not in material.raw(each)]
    value = tools.pick(chance, fitting)
    if value is None:
        return None
    single = "'" + value.value.replace("'", "''") + "'"
    new = chance.choice((json.dumps(value.value, ensure_ascii=False), single))
    return tools.at_value(material, value, new).harmless("the value is the same")


@OPERATORS.innocent("files")
def list_written_as_lines(material: Material, chance: random.Random) -> Harmless | None:
    """A list in brackets is written with a line for each entry."""
    file = chance.choice(material.yaml_files)
    pattern = r"^( +)(criteria|pseudonyms|names): \[([^\]\n]+)\]$"
    made = second.in_line(material, chance, file, pattern, lambda match: f"{match[1]}{match[2]}:{_lines(match)}")
    return made[0].harmless("the list is the same") if made else None


@OPERATORS.innocent("files")
def keys_in_another_order(material: Material, chance: random.Random) -> Harmless | None:
    """Two parts of a file change places, or two keys of a line do."""
    file = chance.choice(material.yaml_files)
    pattern = r"\{count: (\d+), base: (\d+)(?=[,}])"
    made = second.in_line(material, chance, file, pattern, lambda match: f"{{base: {match[2]}, count: {match[1]}")
    if made is None:
        pattern = r"^(signatory: .*\n)(office: .*\n)"
        made = second.in_line(material, chance, "foreword.yaml", pattern, lambda match: match[2] + match[1])
    return made[0].harmless("the order of keys means nothing") if made else None


@OPERATORS.innocent("files")
def ends_of_lines_of_windows(material: Material, chance: random.Random) -> Harmless | None:
    """An editor of Windows saves a file with its own ends of lines, or with empty lines at the end."""
    file = chance.choice(material.yaml_files)
    text = material.text(file)
    new = chance.choice((text.replace("\n", "\r\n"), text.rstrip("\n") + "\n\n", text.rstrip("\n")))
    return Harmless({file: new.encode()}, "the data are the same", f"{file}: other ends of lines")


@OPERATORS.innocent("files")
def text_in_another_style(material: Material, chance: random.Random) -> Harmless | None:
    """A text of one paragraph is written with another mark: folded, or without its last line end."""
    fitting = [each for each in _plain(material) if "\n\n" not in each.value.strip() and each.path[-1] == "text"]
    value = tools.pick(chance, fitting)
    if value is None:
        return None
    raw = material.raw(value)
    new = chance.choice((">", "|-", ">-")) + raw[1:]
    return tools.at_value(material, value, new).harmless("the words are the same", f"{value.file}: {new[:2].strip()}")


@OPERATORS.innocent("files")
def notes_beside_the_area(material: Material, chance: random.Random) -> Harmless | None:
    """A README, a hidden file or the settings of an editor lie beside the area."""
    name, content = chance.choice(
        (
            ("README.md", "# Notes\n\nAsk the information manager about figures.\n"),
            (".editorconfig", "root = true\n"),
            (".DS_Store", "x"),
            (".gitignore", "*.tmp\n"),
            ("README.md", "Draft of the team. Not for publication.\n"),
            (".summary.yaml.swp", "b0VIM"),
        )
    )
    if name in material.files:
        return None
    return Harmless({name: content.encode()}, "such a file may stand there", name)


def _added(
    material: Material, chance: random.Random, side: str, patterns: tuple[str, ...], why: str
) -> Harmless | None:
    values = tools.findings(material, side)
    if not values:
        return None
    sentence = chance.choice(patterns)
    return tools.appended(material, chance.choice(values), sentence).harmless(why, sentence)


def _plain(material: Material) -> list[Value]:
    return [each for each in tools.texts(material) if not re.search(r"(?m)^\s*(?:[-*+>#]|\d+[.)])\s|\*", each.value)]


def _text(material: Material, chance: random.Random) -> Value | None:
    return tools.pick(chance, _plain(material))


def _lines(match: re.Match[str]) -> str:
    return "".join(f"\n{match[1]}  - {each.strip()}" for each in match[3].split(","))
