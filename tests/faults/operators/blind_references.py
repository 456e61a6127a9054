"""References that lead nowhere, or to something else: to criteria, findings, appendices, tables, figures and pages."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators
from tests.faults.operators.blind_tools import Edit, added, criteria, letters_changed, pick

OPERATORS = Operators(blind=True)

_FIGURE = re.compile(r"\{\{ ([\w.-]+/)?([a-z][\w-]*)((?: \| \w+)*) \}\}")
_ROLE = re.compile(r"\{(\w+)\}`(~?)([^`]+)`")


def _places(material: Material, pattern: re.Pattern[str]) -> list[tuple[str, int, re.Match[str]]]:
    """Where a pattern stands in prose: file, first character and what fits."""
    return [
        (value.file, value.start + match.start(), match)
        for value in material.prose
        for match in pattern.finditer(material.raw(value))
    ]


def _instead(material: Material, place: tuple[str, int, re.Match[str]], new: str) -> Edit:
    file, start, match = place
    return Edit(material, file, start, start + len(match[0]), new)


def _no_such_criterion(material: Material, chance: random.Random) -> str:
    """A number that no criterion has, near one that there is."""
    known = criteria(material)
    section, place = chance.choice(sorted(known)).rsplit(".", 1)
    wrong = [
        f"{section}.{each}" for each in (int(place) + 10, int(place) + 5, 9, 12) if f"{section}.{each}" not in known
    ]
    return chance.choice(wrong)


@OPERATORS.fault("references")
def criterion_that_is_not_there(material: Material, chance: random.Random) -> Fault | None:
    """A reference to a criterion whose number was mistyped."""
    wrong = _no_such_criterion(material, chance)
    place = pick(chance, [each for each in _places(material, _ROLE) if each[2][1] == "criterion"])
    if place is not None and chance.random() < 0.6:
        edit = _instead(material, place, f"{{criterion}}`{place[2][2]}{wrong}`")
    else:
        edit = added(material, chance, f"The same was found elsewhere (see {{criterion}}`{wrong}`).")
    return edit.fault(
        "the framework", ("there is no", "not in", "no such", "known", "did you mean"), f"{{criterion}}`{wrong}`"
    )


@OPERATORS.fault("references")
def criterion_in_words_that_is_not_there(material: Material, chance: random.Random) -> Fault | None:
    """A criterion by a number that there is not, in plain words."""
    wrong = _no_such_criterion(material, chance)
    word = str(material.framework.get("words", {}).get("criterion", {}).get("one", "criterion"))
    sentence = chance.choice(
        (f"The same was found elsewhere (see {word} {wrong}).", f"This is taken up under {word} {wrong}.")
    )
    edit = added(material, chance, sentence)
    return edit.fault(
        "the framework", ("there is no", "not in", "no such", "known", "{criterion}", "did you mean"), sentence
    )


@OPERATORS.fault("references")
def title_of_another_criterion(material: Material, chance: random.Random) -> Fault | None:
    """The number of one criterion and the title of another."""
    known = criteria(material)
    one, other = chance.sample(sorted(known), 2)
    word = str(material.framework.get("words", {}).get("criterion", {}).get("one", "criterion"))
    sentence = chance.choice(
        (
            f"This is taken up under {word} {one} ({known[other]['title']}).",
            f"See also {word} {one}, {known[other]['title']}.",
        )
    )
    edit = added(material, chance, sentence)
    helps = (known[one]["title"], f"{word} {other}", f"«{other}»", f"`{other}`", f" {other} ", f" {other}:")
    return edit.fault("the title of the criterion in the framework", helps, sentence)


@OPERATORS.fault("references")
def letter_that_no_finding_has(material: Material, chance: random.Random) -> Fault | None:
    """A finding by its letter, where there are not so many findings."""
    file = chance.choice([each for each in material.yaml_files if each.startswith("criteria/")])
    number = file.removeprefix("criteria/").removesuffix(".yaml")
    data = material.data(file)
    side = chance.choice(("strength", "improvement"))
    count = len(data.get(f"{side}s") or [])
    letter = chr(ord("a") + max(count, len(data.get("strengths") or [])) + chance.randint(1, 3))
    word = str(material.framework.get("words", {}).get("criterion", {}).get("one", "criterion"))
    name = "strength" if side == "strength" else "area for improvement"
    sentence = chance.choice(
        (
            f"An example is given in {word} {number}, {name} ({letter}).",
            f"An example is given in {number}({letter}).",
            f"See {word} {number}({letter}) for an example.",
        )
    )
    edit = added(material, chance, sentence)
    return edit.fault(
        "the findings of the criterion", ("there is no", f"({letter})", "{finding}", "letter", "findings"), sentence
    )


@OPERATORS.fault("references")
def finding_whose_id_is_misspelt(material: Material, chance: random.Random) -> Fault | None:
    """A reference to a finding by an id with a slip in it."""
    ids = [each for each in material.values if each.file.startswith("criteria/") and each.path[-1] == "id"]
    value = pick(chance, [each for each in ids if len(each.value) > 5 and "boxes" not in each.path])
    if value is None:
        return None
    number = value.file.removeprefix("criteria/").removesuffix(".yaml")
    wrong = (
        letters_changed(chance, value.value.split("-")[0]) if len(value.value.split("-")[0]) > 4 else value.value[:-1]
    )
    rest = value.value.split("-", 1)[1:] if wrong != value.value[:-1] else []
    name = "-".join([wrong, *rest])
    sentence = f"An example was described above ({{finding}}`{number}/{name}`)."
    edit = added(material, chance, sentence)
    return edit.fault("the ids of the criterion's findings", (value.value, "there is no", "no finding"), sentence)


@OPERATORS.fault("references")
def appendix_with_the_title_of_another(material: Material, chance: random.Random) -> Fault | None:
    """«The scoring approach is in Appendix 3», where it is Appendix 4."""
    appendices = [each for each in material.framework["parts"] if each.get("appendix")]
    if len(appendices) < 2:
        return None
    at = chance.randrange(len(appendices))
    wrong = chance.choice([each for each in range(1, len(appendices) + 2) if each != at + 1])
    heading = appendices[at]["heading"]
    sentence = chance.choice(
        (
            f"Full details of the {heading} are contained in Appendix {wrong}.",
            f"See Appendix {wrong} ({heading}).",
            f"Appendix {wrong}, {heading}, says more about this.",
        )
    )
    edit = added(material, chance, sentence)
    name = str(appendices[at].get("id", appendices[at]["kind"]))
    helps = (f"Appendix {at + 1}", f"{{appendix}}`{name}`", f"`{name}`")
    return edit.fault("the order of the appendices in the framework", helps, sentence)


@OPERATORS.fault("references")
def page_number(material: Material, chance: random.Random) -> Fault | None:
    """A page by its number, which is another one in the next draft and none in the HTML."""
    page = chance.randint(5, 48)
    sentence = chance.choice(
        (
            f"The table on page {page} has the details.",
            f"More is said of this on p. {page}.",
            f"See also pages {page} and {page + 1}.",
            f"This is described overleaf (p{page}).",
        )
    )
    edit = added(material, chance, sentence)
    return edit.fault("the documentation: never a number or page", ("page",), sentence)


@OPERATORS.fault("references")
def target_misspelt(material: Material, chance: random.Random) -> Fault | None:
    """A reference to a part, an appendix, a table or a chart whose name has a slip in it."""
    parts = material.framework["parts"]
    names = [
        ("appendix" if each.get("appendix") else "part", str(each.get("id", each["kind"])))
        for each in parts
        if "heading" in each
    ]
    tables = [("table", each.value) for each in material.values if each.path[-2:] == ("table", "id")]
    charts = [("chart", each.value) for each in material.values if each.path[-2:] == ("chart", "id")]
    role, name = chance.choice([each for each in (*names, *tables, *charts) if len(each[1]) > 4])
    wrong = letters_changed(chance, name)
    edit = added(material, chance, f"More is said of this in {{{role}}}`{wrong}`.")
    return edit.fault("the parts of the report", (name, "there is no", "not in"), f"{{{role}}}`{wrong}`")


@OPERATORS.fault("references")
def role_misspelt(material: Material, chance: random.Random) -> Fault | None:
    """A reference of a kind that there is not: {criterium}, {apendix}."""
    number = chance.choice(sorted(criteria(material)))
    role, wrong, target = chance.choice(
        (
            ("criterion", "criterium", number),
            ("criterion", "criterion ", number),
            ("criterion", "Criterion", number),
            ("section", "sectoin", number.split(".", maxsplit=1)[0]),
            ("part", "prat", "foreword"),
            ("finding", "findings", f"{number}/first"),
        )
    )
    edit = added(material, chance, f"The same was found elsewhere (see {{{wrong}}}`{target}`).")
    return edit.fault(
        "the documentation has the list of roles",
        (f"«{role}»", f"{{{role}}}", "role", "did you mean", "brace", "reference"),
    )


@OPERATORS.fault("references")
def backtick_lost(material: Material, chance: random.Random) -> Fault | None:
    """A reference without one of its marks."""
    number = chance.choice(sorted(criteria(material)))
    wrong = chance.choice(
        (
            f"{{criterion}}`{number}",
            f"{{criterion}}{number}`",
            f"{{criterion}} `{number}`",
            f"criterion`{number}`",
            f"{{criterion}}'{number}'",
        )
    )
    edit = added(material, chance, f"The same was found elsewhere (see {wrong}).")
    return edit.fault(
        "the documentation: a role in braces, a target in backticks",
        ("reference", "backtick", "`", "brace", "role"),
        wrong,
    )


@OPERATORS.fault("references")
def figure_whose_name_is_misspelt(material: Material, chance: random.Random) -> Fault | None:
    """A figure by a name with a slip of the fingers in it."""
    place = pick(chance, [each for each in _places(material, _FIGURE) if len(each[2][2]) > 5])
    if place is None:
        return None
    match = place[2]
    letters = re.sub("-", "", match[2])
    wrong = letters_changed(chance, match[2])
    if wrong.replace("-", "") == letters or "--" in wrong:
        wrong = f"{match[2]}s"
    edit = _instead(material, place, f"{{{{ {match[1] or ''}{wrong}{match[3]} }}}}")
    return edit.fault("percentages", (match[2],))


@OPERATORS.fault("references")
def figure_of_another_criterion(material: Material, chance: random.Random) -> Fault | None:
    """A figure of another criterion by its bare name, as happens where a sentence was copied."""
    places = [each for each in _places(material, _FIGURE) if each[0].startswith("criteria/") and not each[2][1]]
    place = pick(chance, places)
    if place is None:
        return None
    file, _, match = place
    elsewhere = [
        (each.file, str(each.path[1]))
        for each in material.values
        if each.path[0] == "percentages" and each.file != file and each.file.startswith("criteria/")
    ]
    own = material.data(file).get("percentages", {})
    other = pick(chance, [each for each in elsewhere if each[1] not in own])
    if other is None:
        return None
    number = other[0].removeprefix("criteria/").removesuffix(".yaml")
    edit = _instead(material, place, f"{{{{ {other[1]}{match[3]} }}}}")
    return edit.fault("percentages of the criterion", (f"{number}/{other[1]}", "no figure", number))


@OPERATORS.fault("references")
def form_that_the_figure_has_not(material: Material, chance: random.Random) -> Fault | None:
    """A filter that there is not, or that a bare percentage cannot have."""
    place = pick(chance, _places(material, _FIGURE))
    if place is None:
        return None
    match = place[2]
    wrong = chance.choice(("cuont", "percentage", "rset", "numbers", "word", "capitals", "upper"))
    edit = _instead(material, place, f"{{{{ {match[1] or ''}{match[2]}{match[3]} | {wrong} }}}}")
    return edit.fault(
        "the documentation has the list of filters",
        ("filter", "form", "count", "percent", "did you mean", "known"),
        f"… | {wrong}",
    )


@OPERATORS.fault("references")
def brace_lost(material: Material, chance: random.Random) -> Fault | None:
    """A figure with a brace too few."""
    place = pick(chance, _places(material, _FIGURE))
    if place is None:
        return None
    whole = place[2][0]
    edit = _instead(
        material, place, chance.choice((whole[:-1], whole[1:], whole.replace("{{", "((").replace("}}", "))")))
    )
    return edit.fault("the documentation: two braces on each side", ("brace", "{{", "}}", "figure"))


@OPERATORS.fault("references")
def criterion_of_a_recommendation(material: Material, chance: random.Random) -> Fault | None:
    """A recommendation, or a story, for a criterion that there is not."""
    values = [
        each
        for each in material.values
        if each.file in ("recommendations.yaml", "good-practice.yaml") and each.key in ("criteria", "criterion")
    ]
    value = pick(chance, values)
    if value is None:
        return None
    edit = Edit(material, value.file, value.start, value.end, _no_such_criterion(material, chance))
    return edit.fault("the framework", ("there is no", "not in", "no such", "known", "did you mean"))


@OPERATORS.fault("references")
def recommendation_that_is_not_there(material: Material, chance: random.Random) -> Fault | None:
    """A recommendation by a number beyond the last one."""
    count = len(material.data("recommendations.yaml")["recommendations"])
    wrong = count + chance.randint(1, 4)
    sentence = chance.choice(
        (
            f"This is the subject of recommendation {wrong}.",
            f"See recommendation {wrong}.",
            f"Recommendation {wrong} takes this up.",
        )
    )
    edit = added(material, chance, sentence)
    return edit.fault("recommendations.yaml", ("there is no", "there are", "recommendations", str(count)), sentence)


@OPERATORS.fault("references")
def table_that_is_not_there(material: Material, chance: random.Random) -> Fault | None:
    """A table or chart by a number that is beyond all of them."""
    wrong = chance.randint(31, 60)
    sentence = chance.choice(
        (f"The figures are in Table {wrong}.", f"See Table {wrong}.", f"Chart {wrong} shows this by type of case.")
    )
    edit = added(material, chance, sentence)
    return edit.fault(
        "the tables and charts of the report",
        ("there is no", "{table}", "{chart}", "not in", "tables", "charts"),
        sentence,
    )
