"""Cells of a sheet that are wrong together: shifted or swapped columns, one word in many cells, merged cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from omi_report.evidence import evidence_rules as rules
from omi_report.evidence.table import Cells, Explained, Table, listed
from omi_report.model.evidence import BLANK
from omi_report.problems import Problem, closest, excerpt
from omi_report.visible import strange_character

_MANY = 4
"""So many cells with one thing wrong are told of in one message."""

_LOOKED_AT = 60
"""The rows that a shift is looked for in: it is in all of them."""

_MOST_SWAPPED = 30


def shifted(table: Table) -> Explained | None:
    """All cells from a column on stand one column too far to the right or left."""
    rows = table.whole[:_LOOKED_AT]
    before = _wrong_cells(table, rows, 0, 0)
    if len(rows) < 2 or before < len(rows):
        return None
    for step, side in ((1, "right"), (-1, "left")):
        for start in _starts(table, rows, step):
            if _wrong_cells(table, rows, start, step) * 10 <= before:
                heading = table.header[start]
                message = f"from «{excerpt(heading)}» on the cells stand one column too far to the {side}"
                hint = "the cells were shifted, and the headings were not: move the cells back below their own headings"
                problem = table.problem(
                    rules.SHIFTED_CELLS, table.header_line, start, message, hint, length=len(heading)
                )
                return Explained([problem], None)
    return None


def _starts(table: Table, rows: Sequence[tuple[int, Cells]], step: int) -> list[int]:
    """The columns in which a shift may begin: the first that is wrong, and the ones before it that are blank or fit."""
    first = next((at for at in range(table.width) if any(table.wrong(rows, at))), None)
    if first is None:
        return []
    blank = [at for at in range(1, first + 1) if not any(cells[at].strip() for _line, cells in rows)]
    return list(dict.fromkeys([*(blank[-1:] if step > 0 else []), first, max(0, first - 1), 1]))


def _wrong_cells(table: Table, rows: Sequence[tuple[int, Cells]], start: int, step: int) -> int:
    """How many cells are no answers of their columns, if those from a column on are moved back by a step."""
    count = 0
    for index, name in enumerate(table.names):
        moved = index + step if index >= start else index
        lost = step < 0 and index == start  # its own cells are those that were taken away
        if name and not lost and 0 <= moved < table.width:
            codes = table.known.codes[name]
            attribute = table.known.columns[name].kind == "attribute" and table.known.ids_needed
            for _line, cells in rows:
                cell = cells[moved]
                count += (cell not in codes and not table.known.takes(name, cell)) or (attribute and not cell)
    return count


def emptied(table: Table) -> Explained | None:
    """A column that no case may leave blank holds nothing: it was emptied, or the cells after it were shifted."""
    if table.known.blanks or not table.known.ids_needed or len(table.whole) < _MANY:
        return None
    for index, name in enumerate(table.names):
        if not name or any(cells[index].strip() for _line, cells in table.whole):
            continue
        depends = table.known.depends.get(name, {})
        if all(each in table.names for each in depends) and len(_contradicting(table, index, depends)) >= _MANY:
            message = f"no case has anything under «{name}»"
            hint = "were all cells from there on shifted to the right, or was the column emptied?"
            place = table.header_line, index
            return Explained([table.problem(rules.SHIFTED_CELLS, *place, message, hint, len(name))], None)
    return None


def swapped(table: Table) -> Explained | None:
    """The cells of two columns changed places."""
    wrong = {at: {cell for _line, cell in table.wrong(table.whole, at)} for at in range(table.width) if table.names[at]}
    counts = {at: sum(1 for _ in table.wrong(table.whole, at)) for at in wrong if wrong[at]}
    filled = {at: sum(1 for _line, cells in table.whole if cells[at].strip()) for at in counts}
    most = [at for at in counts if counts[at] * 2 > filled[at] and filled[at] > 1][:_MOST_SWAPPED]
    for number, one in enumerate(most):
        for other in most[number + 1 :]:
            if _fits(table, wrong[one], other) and _fits(table, wrong[other], one):
                return _swap(table, one, other)
    return None


def _fits(table: Table, cells: set[str], index: int) -> bool:
    return all(table.known.takes(table.names[index], cell) for cell in cells)


def _swap(table: Table, one: int, other: int) -> Explained:
    names = f"«{table.names[one]}» and «{table.names[other]}»"
    message = f"the cells of {names} are swapped: each holds what belongs under the other heading"
    hint = "swap the two headings, or the cells below them"
    heading = table.header[one]
    problem = table.problem(rules.SHIFTED_CELLS, table.header_line, one, message, hint, length=len(heading))
    places = {one: other, other: one}
    rows = [
        (line, [cells[places.get(at, at)] for at in range(len(cells))] if len(cells) == table.width else cells)
        for line, cells in table.rows
    ]
    return Explained([problem], table.with_rows(rows))


def one_word_in_many_cells(table: Table) -> Explained | None:
    """A word that is no answer, such as «N/A», stands in many cells."""
    places: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for index, name in enumerate(table.names):
        for line, cell in table.wrong(table.whole, index):
            places.setdefault((" ".join(cell.split()), table.known.columns[name].kind), []).append((line, index))
    many = {key: found for key, found in places.items() if len(found) >= (2 if _is_for_nothing(key[0]) else _MANY)}
    if not many:
        return None
    problems, mended = [], {line: list(cells) for line, cells in table.rows}
    depended = {attribute for depends in table.known.depends.values() for attribute in depends}
    unknown: set[int] = set()
    for (word, kind), found in many.items():
        line, index = min(found)
        names = list(dict.fromkeys(table.names[at] for _line, at in sorted(found, key=lambda place: place[1])))
        where = f"of {listed(names)}" if len(names) <= 3 else f"of {len(names)} columns"
        what = "no answer to them" if kind == "question" else "no value of them"
        message = f"«{excerpt(word)}» stands in {len(found)} cells {where}, and is {what}"
        rule = rules.UNKNOWN_ANSWER if kind == "question" else rules.BAD_ATTRIBUTE
        length = len(mended[line][index])
        problems.append(table.problem(rule, line, index, message, _hint(table, word, names), length))
        for at_line, at in found:
            mended[at_line][at] = _any_answer(table, table.names[at])
            if table.names[at] in depended:
                unknown.add(at_line)  # nobody knows which questions apply to the case
    return Explained(problems, table.with_rows(list(mended.items())).without(unknown))


def _hint(table: Table, word: str, names: list[str]) -> str:
    column = table.known.columns[names[0]]
    use = ", ".join(column.answers)
    if _is_for_nothing(word) and column.kind == "question":
        blank = "leave the cell empty where a question does not apply"
        if not table.known.ids_needed:
            return "leave the cell empty where somebody gave no answer (find and replace does all of them)"
        return (
            f"{blank}, and write {column.not_relevant} where it does not matter to the case"
            if column.not_relevant
            else blank
        )
    nearest = closest(word.lower(), column.answers)
    if not nearest:
        nearest = [answer for answer in column.answers if len(word) == 1 and answer.startswith(word.lower())]
    strange = strange_character(word, nearest[0]) if nearest else ""
    meant = f"did you mean «{nearest[0]}»? {f'{strange}; ' if strange else ''}" if nearest else ""
    return f"{meant}use {use} (find and replace does all of them)"


def _any_answer(table: Table, name: str) -> str:
    """An answer that no other problem follows from."""
    column = table.known.columns[name]
    return column.not_relevant.split(" or ")[0] or column.answers[0]


def merged(table: Table) -> Explained | None:
    """An attribute is blank in many cases: most often its cells were merged."""
    if not table.known.ids_needed:
        return None
    problems: list[Problem] = []
    lines: set[int] = set()
    for index, name in enumerate(table.names):
        if not name or table.known.columns[name].kind != "attribute":
            continue
        blank = [line for line, cells in table.whole if not cells[index].strip()]
        if len(blank) < _MANY:
            continue
        known = ", ".join(table.known.columns[name].answers)
        message = f"{len(blank)} of {len(table.whole)} cases have no «{name}»"
        hint = f"use {known} in each row" + ("; were the cells merged?" if len(blank) < len(table.whole) else "")
        problems.append(table.problem(rules.BAD_ATTRIBUTE, blank[0], index, message, hint))
        lines.update(blank)  # nobody can say which questions these cases get
    return Explained(problems, table.without(lines)) if problems else None


def remarks(table: Table) -> Explained | None:
    """Remarks stand beside the table, under no heading."""
    bare = {at for at, heading in enumerate(table.header) if not heading.strip()}
    beside = [
        (line, at)
        for line, cells in table.rows
        for at, cell in enumerate(cells)
        if cell.strip() and (at in bare or (at >= table.width and _fits_so_far(table, cells)))
    ]
    if len(beside) < 2:
        return None
    line, at = beside[0]
    message = f"{len(beside)} cells stand under no heading"
    problem = table.problem(rules.UNKNOWN_COLUMN, line, at, message, "give the column a heading, or delete it")
    lines = {line for line, _at in beside}
    rows = [
        (line, ["" if at in bare else cell for at, cell in enumerate(cells)][: table.width if line in lines else None])
        for line, cells in table.rows
    ]
    return Explained([problem], table.with_rows(rows))


def _fits_so_far(table: Table, cells: Cells) -> bool:
    """Whether the cells of a row that is too long are answers as far as the headings go: then nothing was shifted."""
    return all(not name or table.known.takes(name, cell) for name, cell in zip(table.names, cells, strict=False))


def torn_apart(table: Table) -> Explained | None:
    """An attribute does not go with the answers in many cases: its column was sorted or pasted by itself."""
    against: dict[str, set[int]] = {}
    for index, name in enumerate(table.names):
        depends = table.known.depends.get(name)
        if depends and all(each in table.names for each in depends):
            for line in _contradicting(table, index, depends):
                for attribute in depends:
                    against.setdefault(attribute, set()).add(line)
    if not against:
        return None
    attribute = max(against, key=lambda each: len(against[each]))
    lines = against[attribute]
    if len(lines) < max(_MANY + 1, len(table.whole) // 20):
        return None
    index = table.names.index(attribute)
    message = f"«{attribute}» does not go with the answers in {len(lines)} of {len(table.whole)} cases"
    hint = (
        "was this column, or that of the answers, sorted or pasted by itself? "
        f"A question that depends on «{attribute}» has an answer only where it applies; look at row {min(lines)}"
    )
    heading = table.header[index]
    problem = table.problem(rules.SHIFTED_CELLS, table.header_line, index, message, hint, len(heading))
    return Explained([problem], table.without(lines))


def _contradicting(table: Table, index: int, wanted: Mapping[str, tuple[str, ...]]) -> list[int]:
    """The lines of the cases in which a question is answered and does not apply, or the reverse."""
    contradicts = against(table, index, wanted)
    return [line for line, cells in table.whole if contradicts(cells)]


def against(table: Table, index: int, wanted: Mapping[str, tuple[str, ...]]) -> Callable[[Cells], bool]:
    """Return what says of a row whether a question is answered and does not apply, or the reverse."""
    name = table.names[index]
    codes = table.known.codes[name]
    irrelevant = {codes.get(each, BLANK) for each in table.known.columns[name].not_relevant.split(" or ")}
    meant = {each: {table.known.codes[each].get(value) for value in values} for each, values in wanted.items()}

    def contradicts(cells: Cells) -> bool:
        codes_now = {attribute: _code(table, attribute, cells) for attribute in meant}
        if None in codes_now.values():
            return False  # the attribute itself is wrong, which is told where it stands
        applies = all(codes_now[attribute] in values for attribute, values in meant.items())
        code = codes.get(cells[index], codes.get(cells[index].strip().lower(), BLANK))
        return code == BLANK if applies else code not in (BLANK, *irrelevant)

    return contradicts


def _code(table: Table, attribute: str, cells: Cells) -> int | None:
    cell = " ".join(cells[table.names.index(attribute)].split())
    codes = table.known.codes[attribute]
    return codes.get(cell, codes.get(cell.lower()))


def _is_for_nothing(word: str) -> bool:
    """Whether a word is written where there is nothing to say."""
    return bool(_not_applicable().fullmatch(word))


@cache
def _not_applicable() -> re.Pattern[str]:
    return re.compile(
        r"#?n\.?\s*/?\s*a\.?|[-–—.]+|not applicable|none( given)?|blank|nil|null|missing|no answer", re.IGNORECASE
    )
