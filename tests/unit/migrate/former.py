"""Frameworks of the former format, made by chance, and what the first edition of omi made of their answers.

The arithmetic here is written for itself, in plain fractions: it shares nothing with the program.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import yaml
from hypothesis import strategies as st

Data = dict[str, Any]
Answers = Mapping[str, list[str]]
"""The answers to each question, case by case."""

ANSWERS = [
    {"id": "yes", "name": "Yes", "line": "above"},
    {"id": "no", "name": "No", "line": "below"},
    {"id": "none", "name": "Not relevant", "line": "not-relevant"},
]


@st.composite
def frameworks(draw: st.DrawFn) -> Data:
    """What a framework of the former format may hold."""
    graded = draw(st.lists(st.booleans(), min_size=1, max_size=3))
    threads = draw(st.sampled_from([[], ["roh"], ["roh", "care"]]))
    sections: list[Data] = [
        {
            "number": at,
            "title": f"Section {at}",
            "judged_by": "grade" if by_grade else "cases",
            "criteria": [
                _criterion(draw, f"{at}.{inner}", threads, by_grade=by_grade)
                for inner in range(1, draw(st.integers(1, 3)) + 1)
            ],
        }
        for at, by_grade in enumerate(graded, start=1)
    ]
    data: Data = {"framework": "former", "title": "T", "report_title": "R {{ area }}", "inspectorate": "I"}
    data["sections"] = sections
    data["bands"] = _bands(draw)
    data["scale"] = ANSWERS
    carried = [name for name in threads if _carries(sections, name)]
    if carried:
        data["threads"] = [{"id": name, "title": name, "sections": [1]} for name in carried]
    for section in sections:
        for criterion in section["criteria"]:
            for question in criterion.get("questions", ()):
                held = carried if section is sections[0] else ()
                question["threads"] = [name for name in question.get("threads", ()) if name in held]
    data |= _choices(draw)
    if not any(graded) or not data.get("grades"):  # there would be no grades around which the words stand
        data.get("score_texts", {}).pop("grades", None)
    data["parts"] = list(_parts(draw, rated=not all(graded) or bool(data.get("grades"))))
    showing = [each for section in sections for each in section["criteria"] if each.get("shows_performance")]
    for criterion in showing[1:]:  # two tables of one name were never sound
        del criterion["shows_performance"]
    if showing:
        data["parts"].append({"kind": "performance", "heading": "Measures"})
    return data


def _carries(sections: list[Data], thread: str) -> bool:
    return any(thread in q.get("threads", ()) for criterion in sections[0]["criteria"] for q in criterion["questions"])


def _criterion(draw: st.DrawFn, number: str, threads: list[str], *, by_grade: bool) -> Data:
    questions: list[Data] = []
    for at in range(draw(st.integers(0 if by_grade else 1, 3))):
        question: Data = {"id": f"{number}.{at}", "text": f"Was {number}.{at} done?"}
        if carried := draw(st.sets(st.sampled_from(threads))) if threads else set():
            question["threads"] = sorted(carried)
        questions.append(question)
    if questions and not by_grade:
        questions.append({"id": f"{number}.9", "text": "Overall?", "summary": True})
    criterion: Data = {"number": number, "title": f"C {number}", "statement": "S.", "questions": questions}
    shows = draw(st.sampled_from([None, None, True, False]))
    return criterion if shows is None else criterion | {"shows_performance": shows}


def _bands(draw: st.DrawFn) -> list[Data]:
    lowest = draw(st.sets(st.integers(1, 100), max_size=4)) | {0}
    bands = [{"id": f"b{each}", "name": f"Band {each}", "lowest": each, "conclusion": "C."} for each in lowest]
    return draw(st.permutations(bands))


def _choices(draw: st.DrawFn) -> Data:
    """The keys that may be left out."""
    grades = [{"id": "met", "name": "Met"}, {"id": "unmet", "name": "Not met", "urgent": True}]
    summary = draw(st.integers(0, 100))
    weights = {"questions": 100 - summary, "summary": summary}
    without = draw(st.sampled_from([{}, {"without_summary": "unscorable"}, {"without_summary": "questions-alone"}]))
    possible: Data = {
        "grades": draw(st.sampled_from([grades, []])),
        "performance_grades": draw(st.sampled_from([grades, [], None])),
        "weights": draw(st.sampled_from([weights | without, without, None])),
        "section_scores": draw(st.sampled_from(["published", "exact"])),
        "score_texts": dict(draw(st.sampled_from([{"grades": "One.\n\nTwo: {{ area }}.\n"}, {"advice": "A"}, {}]))),
        "minimum_base": 8,
    }
    return {key: value for key, value in possible.items() if draw(st.booleans())}


def _parts(draw: st.DrawFn, *, rated: bool) -> list[Data]:
    parts: list[Data] = [{"kind": "sections"}]
    if rated and draw(st.booleans()):
        parts.append({"kind": "scores", "heading": "Scores"} | draw(st.sampled_from([{}, {"text": "Of all.\n"}])))
    if draw(st.booleans()):
        parts.append({"kind": "context", "heading": "Figures", "appendix": True})
    return draw(st.permutations(parts))


@st.composite
def layouts(draw: st.DrawFn, data: Data) -> str:
    """A framework as somebody may have written it: keys in any order, in brackets or not, comments between."""
    pieces = []
    for key in draw(st.permutations(list(data))):
        lines = yaml.dump(
            {key: data[key]},
            default_flow_style=draw(st.sampled_from([None, False, True])),
            sort_keys=False,
            allow_unicode=True,
            width=draw(st.sampled_from([40, 1000])),
        )
        if lines.startswith("{"):
            lines = lines.strip()[1:-1] + "\n"
        pieces.append(draw(st.sampled_from(["", "", "\n", "# a comment\n", "\n# one\n\n# two\n"])) + lines)
    return "".join(pieces).replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


# ---- what became of it -----------------------------------------------------------------------------------------------


def results(data: Data, answers: Answers, conclusions: Mapping[str, str], grades: Mapping[str, str]) -> list[Data]:
    """Every section, criterion and thread with its score, as a fraction, and the names of its ratings."""
    found: list[Data] = []
    for section in data["sections"]:
        if section["judged_by"] == "grade":
            named = {grade["id"]: grade["name"] for grade in data.get("grades", ())}
            found.append(_row("section", section["number"], None, None))
            found += [
                _row("criterion", each["number"], None, named.get(grades.get(each["number"], "")))
                for each in section["criteria"]
            ]
            continue
        scores = [_criterion_score(criterion, data, answers) for criterion in section["criteria"]]
        rounded = [score and (score if data.get("section_scores") == "exact" else half_up(score)) for score in scores]
        mean = None if None in rounded else Fraction(sum(map(Fraction, rounded)), len(rounded))  # type: ignore[arg-type]
        found.append(_row("section", section["number"], mean, _band(mean, data)))
        names = {band["id"]: band["name"] for band in data["bands"]}
        for criterion, score in zip(section["criteria"], scores, strict=True):
            band = _band(score, data)
            stated = conclusions.get(criterion["number"])
            found.append(_row("criterion", criterion["number"], score, band, names[stated] if stated else band))
    for thread in data.get("threads", ()):
        shares = [_share(answers[q["id"]]) for q in _asked(data, 1) if thread["id"] in q.get("threads", ())]
        known = [share for share in shares if share is not None]
        found.append(_row("thread", thread["id"], 100 * sum(known, Fraction()) / len(known) if known else None, None))
    return found


def _row(kind: str, number: Any, score: Fraction | None, rating: str | None, concluded: str | None = None) -> Data:
    return {
        "kind": kind,
        "number": str(number),
        "score": score,
        "rating": rating,
        "concluded": concluded or rating,
    }


def questions(data: Data) -> list[str]:
    """The ids of all questions, in order."""
    return [q["id"] for section in data["sections"] for each in section["criteria"] for q in each["questions"]]


def _asked(data: Data, section: int) -> list[Data]:
    return [q for each in data["sections"][section - 1]["criteria"] for q in each["questions"]]


def half_up(value: Fraction) -> int:
    return math.floor(value + Fraction(1, 2))


def _share(answers: list[str]) -> Fraction | None:
    relevant = [answer for answer in answers if answer != "none"]
    return Fraction(relevant.count("yes"), len(relevant)) if relevant else None


def _criterion_score(criterion: Data, data: Data, answers: Answers) -> Fraction | None:
    weights = data.get("weights") or {}
    singles = [_share(answers[q["id"]]) for q in criterion["questions"] if not q.get("summary")]
    known = [share for share in singles if share is not None]
    (summary,) = [_share(answers[q["id"]]) for q in criterion["questions"] if q.get("summary")]
    if not known:
        return None
    mean = sum(known, Fraction()) / len(known)
    if summary is None:
        return 100 * mean if weights.get("without_summary") == "questions-alone" else None
    return int(weights.get("questions", 80)) * mean + int(weights.get("summary", 20)) * summary


def _band(score: Fraction | None, data: Data) -> str | None:
    if score is None:
        return None
    falling = sorted(data["bands"], key=lambda band: -band["lowest"])
    return next(str(band["name"]) for band in falling if half_up(score) >= band["lowest"])
