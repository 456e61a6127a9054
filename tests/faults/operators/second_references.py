"""References that lead nowhere or to something else: renumbered criteria, misspelt names, things counted by hand."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.operators import blind_tools as tools, second_tools as second
from tests.faults.operators.blind_tools import Edit, in_words

OPERATORS = Operators(blind=True)


@OPERATORS.fault("references")
def criterion_that_is_not_there(material: Material, chance: random.Random) -> Fault:
    """A reference names a criterion by a number that the framework has not got."""
    numbers = list(tools.criteria(material))
    right = chance.choice(numbers)
    wrong = re.sub(r"\d+$", lambda match: str(int(match[0]) + chance.choice((7, 8, 10))), right)
    patterns = (
        "See also {{criterion}}`{wrong}`.",
        "This agrees with what we found under {{criterion}}`{wrong}`.",
        "More on this stands under {{criterion}}`~{wrong}`.",
        "The {things} are treated in {{criterion}}`{wrong}`.",
        "As in {{criterion}}`{wrong}`, {things} had not been {done}.",
        "The same {staff} are mentioned under {{criterion}}`~{wrong}`.",
    )
    sentence = second.filled(material, chance, patterns, wrong=wrong)
    return second.said_wrong(material, chance, sentence, f"there is no criterion {wrong}", (wrong,))


@OPERATORS.fault("references")
def role_for_something_else(material: Material, chance: random.Random) -> Fault:
    """The number of a criterion with the role of a section, a part with that of an appendix, and the like."""
    numbers = list(tools.criteria(material))
    section = str(material.framework["sections"][0]["number"])
    role, target, right = chance.choice(
        (
            ("section", chance.choice(numbers), "criterion"),
            ("criterion", section, "section"),
            ("appendix", chance.choice(("recommendations", "service-users", "foreword")), "part"),
            ("table", "methodology", "appendix"),
            ("part", chance.choice(numbers), "criterion"),
            ("finding", chance.choice(numbers), "criterion"),
        )
    )
    patterns = (
        "See {reference}.",
        "More about the {things} stands in {reference}.",
        "We come back to this in {reference}.",
        "The figures behind this are in {reference}.",
        "This is explained in {reference}.",
        "What the {staff} said of it is in {reference}.",
    )
    sentence = second.filled(material, chance, patterns, reference=f"{{{role}}}`{target}`")
    helps = (f"{right}", "no such", f"there is no {role}", target)
    return second.said_wrong(material, chance, sentence, f"{target} is no {role}", helps)


@OPERATORS.fault("references")
def appendix_by_a_number_too_high(material: Material, chance: random.Random) -> Fault:
    """An appendix is named by hand, and the report has not so many."""
    count = sum(bool(each.get("appendix")) for each in material.framework["parts"])
    wrong = count + chance.randint(2, 6)
    patterns = (
        "Details are in Appendix {wrong}.",
        "The method is described in Appendix {wrong} of this report.",
        "(See Appendix {wrong}.)",
        "Appendix {wrong} has the {things} by type.",
        "A list of those whom we met stands in Appendix {wrong}.",
        "What the {staff} told us is summed up in Appendix {wrong}.",
    )
    sentence = second.filled(material, chance, patterns, wrong=wrong)
    witness = f"the report has {count} appendices"
    return second.said_wrong(material, chance, sentence, witness, ("appendix", "appendices"))


@OPERATORS.fault("references")
def table_by_a_number_too_high(material: Material, chance: random.Random) -> Fault:
    """A table or a chart is named by hand, by a number that no table of the report can have."""
    kind, wrong = chance.choice(("Table", "Chart")), chance.randint(31, 48)
    patterns = (
        "{kind} {wrong} shows how many {things} there were.",
        "As {kind} {wrong} shows, most of the {things} had been {done}.",
        "The figures are set out in {kind} {wrong}.",
        "(See {kind} {wrong}.)",
        "{kind} {wrong} compares the area with its neighbours.",
        "The numbers of {staff} are in {kind} {wrong}.",
    )
    sentence = second.filled(material, chance, patterns, kind=kind, wrong=wrong)
    return second.said_wrong(material, chance, sentence, f"there is no {kind} {wrong}", (kind,))


@OPERATORS.fault("references")
def finding_by_a_name_misspelt(material: Material, chance: random.Random) -> Fault | None:
    """A reference to a finding has a slip in the name of the finding."""
    found = [
        (value.file.removeprefix("criteria/").removesuffix(".yaml"), value.value)
        for value in material.values
        if value.file.startswith("criteria/") and value.key == "id" and re.fullmatch(r"[a-z-]{8,}", value.value)
        if value.path[0] in ("strengths", "improvements")
    ]
    if not found:
        return None
    number, name = chance.choice(found)
    wrong = tools.letters_changed(chance, name)
    patterns = (
        "See also {reference}.",
        "The same was found elsewhere ({reference}).",
        "This bears out what is said in {reference}.",
        "As to {things}, see {reference}.",
        "We found the contrary in another place ({reference}).",
        "The reasons are given in {reference}.",
    )
    sentence = second.filled(material, chance, patterns, reference=f"{{finding}}`{number}/{wrong}`")
    return second.said_wrong(material, chance, sentence, f"the finding is called {name}", (name, wrong, "no finding"))


@OPERATORS.fault("references")
def recommendation_beyond_the_last(material: Material, chance: random.Random) -> Fault:
    """A text names a recommendation by its number, and there are not so many."""
    count = len(material.data("recommendations.yaml")["recommendations"])
    wrong = count + chance.randint(1, 5)
    patterns = (
        "Recommendation {wrong} is meant to change this.",
        "We return to this in recommendation {wrong}.",
        "See recommendation {wrong}.",
        "(See Recommendation {wrong}.)",
        "For the {things}, recommendation {wrong} says what has to be done.",
        "This is the reason for recommendation {wrong}.",
    )
    sentence = second.filled(material, chance, patterns, wrong=wrong)
    helps = ("recommendation", in_words(count))
    return second.said_wrong(material, chance, sentence, f"there are {count} recommendations", helps)


@OPERATORS.fault("references")
def figure_by_a_name_misspelt(material: Material, chance: random.Random) -> Fault | None:
    """The name of a figure is typed with a slip."""
    spot = tools.pick(chance, [each for each in second.uses(material) if len(each[3].name) > 5])
    if spot is None:
        return None
    value, start, end, figure = spot
    old = material.text(value.file)[start:end]
    new = old.replace(figure.name, tools.letters_changed(chance, figure.name))
    edit = Edit(material, value.file, start, end, new)
    return edit.fault(f"the figure is called {figure.name}", (figure.name, "no figure"))


@OPERATORS.fault("references")
def figure_of_another_file_by_its_bare_name(material: Material, chance: random.Random) -> Fault | None:
    """A sentence is moved from a criterion to another text, and its figure is still called by the bare name."""
    found = [each for each in second.uses(material) if "/" in material.text(each[0].file)[each[1] : each[2]]]
    if not found:
        return None
    value, start, end, figure = chance.choice(found)
    edit = Edit(material, value.file, start, end, f"{{{{ {figure.name} }}}}")
    return edit.fault(f"here it is called {figure.full}", (figure.full, "no figure", "there is no"))


@OPERATORS.fault("references")
def filter_that_there_is_not(material: Material, chance: random.Random) -> Fault | None:
    """The form of a figure is misspelt, or is one that the figure cannot have."""
    found = [
        (value, match)
        for value in material.prose
        for match in re.finditer(r"(?<=\| )(rest|count|number|base|words|capital)\b", material.raw(value))
    ]
    if not found:
        return None
    value, match = chance.choice(found)
    other = {"rest": "remainder", "count": "counts", "number": "figure", "base": "total", "words": "word"}
    slips = (tools.letters_changed(chance, match[0]), other.get(match[0], "capitals"))
    edit = Edit(material, value.file, value.start + match.start(), value.start + match.end(), chance.choice(slips))
    return edit.fault(f"there is no such filter; it was {match[0]}", (match[0], "filter", "form"))


@OPERATORS.fault("references")
def criterion_of_a_recommendation(material: Material, chance: random.Random) -> Fault | None:
    """A recommendation or a story belongs to a criterion that the framework has not got."""
    values = [
        each
        for each in material.values
        if each.file in ("recommendations.yaml", "good-practice.yaml") and each.key in ("criteria", "criterion")
    ]
    value = tools.pick(chance, values)
    if value is None:
        return None
    wrong = re.sub(r"\d+$", lambda match: str(int(match[0]) + chance.choice((8, 9, 20))), value.value)
    return tools.at_value(material, value, wrong).fault(f"there is no criterion {wrong}", (wrong, "no criterion"))


@OPERATORS.fault("references")
def criterion_by_the_title_of_another(material: Material, chance: random.Random) -> Fault:
    """A criterion is written out by hand with the title of another one."""
    criteria = tools.criteria(material)
    number, other = chance.sample(list(criteria), 2)
    right, wrong = criteria[number]["title"], criteria[other]["title"]
    patterns = (
        "See criterion {number} ({wrong}).",
        "More stands under criterion {number} ({wrong}).",
        "This was also found under criterion {number} ({wrong}).",
        "The {things} are treated under criterion {number} ({wrong}).",
        "Work under criterion {number} ({wrong}) had the same weakness.",
        "We asked the {staff} about criterion {number} ({wrong}).",
    )
    sentence = second.filled(material, chance, patterns, number=number, wrong=wrong)
    witness = f"criterion {number} is called {right}"
    return second.said_wrong(material, chance, sentence, witness, (right, other, "title"))


@OPERATORS.fault("references")
def finding_by_a_letter_beyond_the_last(material: Material, chance: random.Random) -> Fault | None:
    """A finding is named by its letter, and its list is shorter than that."""
    kinds = [each for each in material.framework.get("findings", []) if each.get("mark", "letters") == "letters"]
    names = {each["key"]: each["singular"] for each in kinds} or {
        "strengths": "strength",
        "improvements": "area for improvement",
    }
    file = chance.choice([each for each in material.yaml_files if each.startswith("criteria/")])
    data = material.data(file)
    key = chance.choice(list(names))
    count = len(data.get(key) or [])
    if count > 18:
        return None
    number, letter = str(data["criterion"]), "abcdefghijklmnopqrstuvwxyz"[count + chance.randint(1, 4)]
    patterns = (
        "See criterion {number}, {name} ({letter}).",
        "The same is said in criterion {number}, {name} ({letter}).",
        "This is a contrast to criterion {number}, {name} ({letter}).",
        "The {things} were mentioned in criterion {number}, {name} ({letter}).",
        "We refer to criterion {number}, {name} ({letter}).",
        "More about the {staff} stands in criterion {number}, {name} ({letter}).",
    )
    sentence = second.filled(material, chance, patterns, number=number, name=names[key], letter=letter)
    edit = second.put(material, chance, sentence)
    helps = (f"({letter})", names[key], "letter")
    return edit.fault(f"criterion {number} has {count} of them", helps, sentence, [Place(file, 0)])


@OPERATORS.fault("references")
def place_on_a_page(material: Material, chance: random.Random) -> Fault:
    """The text names a page of the Word draft, which the report does not have."""
    page = chance.randint(120, 380)
    patterns = (
        "See page {page} of this report.",
        "(See p. {page} below.)",
        "This is shown in the table on page {page} of this report.",
        "Page {page} of this report has the {things} by type.",
        "As was said on page {page} above, {things} had not been {done}.",
        "The {staff} are listed on page {page} of this report.",
    )
    sentence = second.filled(material, chance, patterns, page=page)
    return second.said_wrong(material, chance, sentence, "a reference is never written as a page", ("page",))


@OPERATORS.fault("references")
def link_that_leads_nowhere(material: Material, chance: random.Random) -> Fault:
    """A link whose address is damaged, relative, or the path of a file on somebody's computer."""
    address = chance.choice(
        (
            "htp://www.justice.gov.uk/probation",
            "www.justice.gov.uk/probation",
            "file:///C:/Inspections/draft3.doc",
            "S:\\Reports\\final.doc",
            "../final/report.doc",
            "#criterion-12.9",
            "ftp://files.example.org/plan.pdf",
        )
    )
    patterns = (
        "The [national standards]({address}) ask for this.",
        "A [guide for {staff}]({address}) had been published.",
        "See [the plan of the Board]({address}).",
        "The {things} follow [a form]({address}) of the ministry.",
        "There is more [on the website]({address}).",
        "This was set out in [a circular]({address}).",
    )
    sentence = second.filled(material, chance, patterns, address=address)
    helps = ("link", "address", "https", "#criterion")
    witness = "a link begins with https, http, mailto or tel, or is an id of the report"
    return second.said_wrong(material, chance, sentence, witness, helps)
