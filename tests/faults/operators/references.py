"""References that lead elsewhere, or nowhere: typed out and by their roles."""

from __future__ import annotations

import random
import re

from tests.faults.known import appendices, criteria, loaded, own_criteria
from tests.faults.material import Material
from tests.faults.operator_types import Fault, Harmless, Operators, replaced
from tests.faults.writing import Change, at_end, changed, faulty, innocent, lowered

OPERATORS = Operators()


def _word(material: Material, thing: str) -> str:
    return str(material.framework.get("words", {}).get(thing, {}).get("one", thing))


@OPERATORS.fault("references")
def appendix_of_another_title(material: Material, rng: random.Random) -> Fault | None:
    """An appendix by the number of another one, beside its title."""
    known = appendices(material)
    at = rng.randrange(len(known))
    wrong = rng.choice([each for each in range(len(known)) if each != at])
    heading = known[at][1]
    sentence = rng.choice(
        (
            f"Details are in Appendix {wrong + 1} ({heading}).",
            f"Full details of our {heading} are contained in Appendix {wrong + 1}.",
            f"See {heading}, Appendix {wrong + 1}.",
            f"The {heading.lower() if heading.istitle() else heading} in Appendix {wrong + 1} says more.",
            f"More is said in Appendix {wrong + 1}, {heading}.",
        )
    )
    helps = (f"appendix {at + 1}", heading, known[wrong][1])
    return faulty(material, rng, sentence, f"it is Appendix {at + 1}", helps)


@OPERATORS.innocent("references")
def appendix_of_its_title(material: Material, rng: random.Random) -> Harmless | None:
    """An appendix by its number beside its title, by its role, or one of somebody else's report."""
    known = appendices(material)
    at = rng.randrange(len(known))
    name, heading = known[at]
    sentence = rng.choice(
        (
            f"Details are in {{appendix}}`{name}`.",
            f"More is said in {{appendix}}`~{name}`.",
            "Appendix 9 of the national guidance says so.",
            "The policy of the board, in its appendix 12, says otherwise.",
            f"More on {heading} is found elsewhere.",
        )
    )
    return innocent(material, rng, sentence, "it leads where it says")


@OPERATORS.fault("references")
def appendix_past_the_last(material: Material, rng: random.Random) -> Fault | None:
    """An appendix that there is not."""
    number = len(appendices(material)) + rng.randint(1, 3)
    sentence = rng.choice(
        (f"See Appendix {number}.", f"Figures are given in Appendix {number}.", f"(Appendix {number} has the details.)")
    )
    return faulty(material, rng, sentence, "so many there are not", ("appendix", "no such", "last"))


@OPERATORS.fault("references")
def criterion_of_another_title(material: Material, rng: random.Random) -> Fault | None:
    """A criterion by its number, with the title of another one."""
    known = own_criteria(material)
    one, other = rng.sample(known, 2)
    word = _word(material, "criterion")
    sentence = rng.choice(
        (
            f"This is taken up again under {word} {one.number} ({other.title}).",
            f"See {word} {one.number}, {other.title}.",
            f"It had effects on {other.title.lower()} ({word} {one.number}).",
            f"{word.capitalize()} {one.number} ({other.title.title()}) says more.",
            f"See {{criterion}}`~{one.number.replace(' ', '')}` ({other.title}).",
        )
    )
    helps = (other.number, one.title, other.number.replace(" ", ""))
    return faulty(material, rng, sentence, f"{other.title} is {other.number}", helps)


@OPERATORS.innocent("references")
def criterion_of_its_title(material: Material, rng: random.Random) -> Harmless | None:
    """A criterion by its role, with its title or without, or with words that are no title."""
    known = own_criteria(material)
    one = rng.choice(known)
    number = one.number.replace(" ", "")
    sentence = rng.choice(
        (
            f"This is taken up again under {{criterion}}`{number}`.",
            f"See {{criterion}}`~{number}` (and what is said there of plans).",
            f"Work under {{criterion}}`~{number}` was affected (see the summary).",
            "The version numbered 9.7 of the manual had not arrived.",
        )
    )
    into = rng.choice([each for each in known if each is not one]).file
    return innocent(material, rng, sentence, "it leads where it says", into=into)


@OPERATORS.fault("references")
def criterion_that_is_not(material: Material, rng: random.Random) -> Fault | None:
    """A criterion that the framework has not: typed out or as a role."""
    last = rng.choice(criteria(material))
    of_section = [each for each in criteria(material) if each.section == last.section]
    section, number = of_section[-1].number.rsplit(".", 1)
    wrong = f"{section}.{int(number) + rng.randint(1, 3)}"
    word = _word(material, "criterion")
    sentence = rng.choice(
        (
            f"See {word} {wrong}.",
            f"This is taken up again under {word} {wrong}.",
            f"See {{criterion}}`{wrong.replace(' ', '')}`.",
            f"Similar findings stand under {word} {of_section[0].number} and {wrong}.",
            f"(See {word} {wrong} as well.)",
        )
    )
    return faulty(material, rng, sentence, "the framework has no such one", (wrong, wrong.replace(" ", "")))


@OPERATORS.fault("references")
def finding_that_is_not(material: Material, rng: random.Random) -> Fault | None:
    """A finding by a letter that there is not, such as 1.4(d) where there are three."""
    known = own_criteria(material)
    criterion = rng.choice(known)
    of = loaded(material, criterion.file)
    most = max(len(of.get(key) or []) for key in ("strengths", "improvements"))
    letter = "abcdefghijklmnopqrstuvwxyz"[most + rng.randint(0, 2)]
    word = _word(material, "criterion")
    sentence = rng.choice(
        (
            f"See {word} {criterion.number}({letter}).",
            f"As was said in {criterion.number}({letter}), this mattered.",
            f"This goes together with {word} {criterion.number} ({letter}).",
            f"Paragraph {criterion.number}({letter}) says more.",
        )
    )
    if material.framework.get("findings"):
        return None  # findings without letters
    return faulty(material, rng, sentence, f"there are {most}", (f"({letter})", "letter", "no such", criterion.number))


@OPERATORS.fault("references")
def section_that_is_not(material: Material, rng: random.Random) -> Fault | None:
    """A section by a number that there is not."""
    number = len(material.framework["sections"]) + rng.randint(1, 3)
    word = _word(material, "section")
    sentence = rng.choice((f"See {word} {number}.", f"More is said in {word} {number} of this report."))
    return faulty(material, rng, sentence, "so many there are not", (f"{word} {number}", "no such", str(number - 1)))


@OPERATORS.fault("references")
def section_of_another_title(material: Material, rng: random.Random) -> Fault | None:
    """A section by its number, with the title of another one."""
    of = material.framework["sections"]
    at, other = rng.sample(range(len(of)), 2)
    word, heading = _word(material, "section"), of[other]["title"]
    sentence = rng.choice(
        (
            f"More is said in {word} {of[at]['number']} ({heading}).",
            f"See {word} {of[at]['number']}, {heading}.",
            f"It is the subject of {heading.lower()}, {word} {of[at]['number']}.",
        )
    )
    helps = (f"{word} {of[other]['number']}", of[at]["title"])
    return faulty(material, rng, sentence, f"it is {word} {of[other]['number']}", helps)


@OPERATORS.fault("references")
def recommendation_past_the_last(material: Material, rng: random.Random) -> Fault | None:
    """A recommendation by a number that there is not."""
    asked = loaded(material, "recommendations.yaml").get("recommendations", [])
    number = len(asked) + rng.randint(1, 4)
    sentence = rng.choice(
        (f"See recommendation {number}.", f"This led to recommendation {number}.", f"(Recommendation {number})")
    )
    return faulty(material, rng, sentence, f"there are {len(asked)}", (str(len(asked)), f"recommendation {number}"))


@OPERATORS.innocent("references")
def recommendation_that_is(material: Material, rng: random.Random) -> Harmless | None:
    """A recommendation of somebody else, a table of a book."""
    sentence = rng.choice(
        (
            "Recommendation 14 of the national inquiry had been carried out.",
            "Rule 35 of the prison rules applies.",
            "Table 11 of the national statistics shows the same.",
            "Page 40 of the manual asks for no less.",
            "Under section 47 of the Children Act 1989 enquiries had begun.",
            "It was described in section 10 of the manual.",
        )
    )
    return innocent(material, rng, sentence, "it is in another document")


@OPERATORS.fault("references")
def table_past_the_last(material: Material, rng: random.Random) -> Fault | None:
    """A table, a chart or a figure by a number that there is not."""
    what, number = rng.choice(("Table", "Chart", "Figure")), rng.randint(31, 60)
    sentence = rng.choice(
        (f"{what} {number} shows this.", f"See {what} {number}.", f"(See {what.lower()} {number} for details.)")
    )
    return faulty(material, rng, sentence, "so many there are not", (f"{what} {number}", "no such", "chart", "{table}"))


@OPERATORS.fault("references")
def page_of_this_report(material: Material, rng: random.Random) -> Fault | None:
    """A page, in a report that has other pages on the screen, in large print and in the PDF."""
    number = rng.randint(3, 60)
    sentence = rng.choice(
        (
            f"See page {number}.",
            f"(See p. {number}.)",
            f"More is said on page {number} of this report.",
            f"The table on page {number} shows this.",
            f"Details are on pages {number} to {number + 2}.",
            f"This is shown overleaf (page {number}).",
        )
    )
    return faulty(material, rng, sentence, "pages differ between the editions", ("page", "reference"))


@OPERATORS.fault("references")
def place_that_is_none(material: Material, rng: random.Random) -> Fault | None:
    """A reference to what stands on the page: overleaf, on the next page."""
    sentence = rng.choice(
        ("The results are shown overleaf.", "The chart on the next page shows this.", "See the opposite page.")
    )
    return faulty(material, rng, sentence, "pages differ between the editions", ("page", "overleaf", "reference"))


@OPERATORS.fault("references")
def role_to_nothing(material: Material, rng: random.Random) -> Fault | None:
    """A role with a slip in its target."""
    name = rng.choice(appendices(material))[0]
    slip = name[:2] + name[3:] if rng.random() < 0.5 else name + "s"
    role = rng.choice(("appendix", "part", "table", "chart", "finding", "section"))
    sentence = f"See {{{role}}}`{slip}`."
    return faulty(material, rng, sentence, "there is no such target", (slip, name))


@OPERATORS.fault("references")
def role_one_off(material: Material, rng: random.Random) -> Fault | None:
    """A role of the report whose number is one off, beside the title of what it was."""
    found = [
        (value, match)
        for value in material.prose
        for match in re.finditer(r"\{criterion\}`~?(P?\d)\.(\d+)`", material.raw(value))
    ]
    if not found:
        return None
    value, match = rng.choice(found)
    known = {each.number.replace(" ", ""): each for each in criteria(material)}
    right = known.get(f"{match[1]}.{match[2]}")
    wrong = known.get(f"{match[1]}.{int(match[2]) + 1}") or known.get(f"{match[1]}.{int(match[2]) - 1}")
    if right is None or wrong is None:
        return None
    new = f"{{criterion}}`~{wrong.number.replace(' ', '')}` ({right.title})"
    files, place = replaced(material, value.file, value.start + match.start(), value.start + match.end(), new)
    helps = lowered((right.number, right.number.replace(" ", ""), wrong.title))
    return Fault(files, (place,), f"{right.title} is {right.number}", helps, f"{match[0]} → {new}")


@OPERATORS.fault("references")
def criterion_refers_to_itself(material: Material, rng: random.Random) -> Fault | None:
    """A criterion that sends its reader to itself."""
    criterion = rng.choice(own_criteria(material))
    word, number = _word(material, "criterion"), criterion.number
    sentence = rng.choice((f"See {word} {number}.", f"See {{criterion}}`{number.replace(' ', '')}`."))
    return faulty(
        material, rng, sentence, "it stands there", ("itself", "own", f"{word} {number}", number), into=criterion.file
    )


@OPERATORS.fault("references")
def question_of_another_criterion(material: Material, rng: random.Random) -> Fault | None:
    """An entry that cites a question that there is not, or one of another criterion."""
    found = [each for each in material.values if each.file.startswith("criteria/") and each.path[-1] == "question"]
    found = [each for each in found if re.fullmatch(r"\d+\.\d+\.\d+", each.value)]
    if not found:
        return None
    value = rng.choice(found)
    section, criterion, question = value.value.split(".")
    wrong = f"{section}.{criterion}.{int(question) + 60}"
    files, place = replaced(material, value.file, value.start, value.end, wrong)
    return Fault(files, (place,), "the framework has no such question", (wrong, "question"), f"{value.value} → {wrong}")


@OPERATORS.fault("references")
def recommendation_for_no_criterion(material: Material, rng: random.Random) -> Fault | None:
    """A recommendation that answers a criterion that there is not."""
    found = [
        each for each in material.values if each.file == "recommendations.yaml" and each.path[2:3] == ("criteria",)
    ]
    if not found:
        return None
    value = rng.choice(found)
    wrong = re.sub(r"\d+$", lambda match: str(int(match[0]) + 7), value.value)
    files, place = replaced(material, value.file, value.start, value.end, wrong)
    return Fault(files, (place,), "there is no such criterion", lowered((wrong,)), f"{value.value} → {wrong}")


@OPERATORS.fault("references")
def reference_in_a_table_note(material: Material, rng: random.Random) -> Fault | None:
    """The note or the source of a table that names an appendix that there is not."""
    found = [each for each in material.values if each.path[-1] in ("source", "note") and "blocks" in each.path]
    if not found:
        return None
    value = rng.choice(found)
    number = len(appendices(material)) + rng.randint(1, 3)
    raw = material.raw(value).rstrip()
    if value.style == "|":
        files, places = changed(material, at_end(material, value, f"See Appendix {number}."))
        return Fault(files, tuple(places), "so many there are not", ("appendix",), f"See Appendix {number}.")
    end = value.start + len(raw) - bool(value.style)
    files, places = changed(material, Change(value.file, end, end, f" (see Appendix {number})"))
    return Fault(files, tuple(places), "so many there are not", ("appendix",), f"(see Appendix {number})")
