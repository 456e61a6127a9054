"""Files of moderation that were damaged: every fault is data, and what can be read is read right."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from omi_report.model.moderated import AgreedAnswer
from omi_report.moderation.second import read_second
from omi_report.moderation.trail import read_trail, with_rows
from tests.moderated import judged_again, sheet_text
from tests.samples import random_cases, westmark_framework

FRAMEWORK = westmark_framework()


def second_of(chance: random.Random) -> tuple[bytes, list[str]]:
    cases = random_cases(FRAMEWORK, 6, chance)
    return sheet_text(judged_again(cases, FRAMEWORK, chance)).encode(), [case["case"] for case in cases]


def trail_of(chance: random.Random) -> bytes:
    answers = [each.id for each in FRAMEWORK.answers]
    rows = [
        AgreedAnswer(
            f"C{at}",
            chance.choice(list(FRAMEWORK.questions)),
            chance.choice(answers),
            chance.choice(answers),
            chance.choice(answers),
            "ann and bo",
            "2024-05-02",
            chance.choice(["seen again", 'they said "no"', "late, and short"]),
        )
        for at in range(5)
    ]
    return with_rows(None, rows, "agreed.csv")


def a_byte_is_another(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def cut_off(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def a_line_twice(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    return b"".join([*lines, chance.choice(lines)])


def a_cell_out(data: bytes, chance: random.Random) -> bytes:
    commas = [at for at, byte in enumerate(data) if byte == ord(",")]
    at = chance.choice(commas)
    return data[:at] + data[at + 1 :]


def a_quotation_mark(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + b'"' + data[at:]


def in_another_encoding(data: bytes, chance: random.Random) -> bytes:
    return data.decode().encode(chance.choice(["utf-16", "utf-8-sig"]))


DAMAGE = (a_byte_is_another, cut_off, a_line_twice, a_cell_out, a_quotation_mark, in_another_encoding)


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda each: each.__name__)
def test_a_damaged_file_is_told_or_read(damage: Callable[[bytes, random.Random], bytes]) -> None:
    chance = random.Random(damage.__name__)
    for _ in range(40):
        data, ids = second_of(chance)
        found, problems = read_second(damage(data, chance), "second.csv", FRAMEWORK, ids, None, ())
        assert all(each.location.file == "second.csv" and each.message for each in problems)
        if not problems:
            assert {each.case for each in found} <= set(ids)
            assert all(each.judge and each.judge != each.first for each in found)
        trail, problems = read_trail(damage(trail_of(chance), chance), "agreed.csv", FRAMEWORK)
        assert all(each.location.file == "agreed.csv" and each.message for each in problems)
        if not problems:
            known = {each.id for each in FRAMEWORK.answers}
            assert {each.agreed for each in trail} <= known
            assert all(each.who and each.why and each.when for each in trail)


def test_what_is_sound_is_read_whole() -> None:
    chance = random.Random(3)
    data, ids = second_of(chance)
    found, problems = read_second(in_another_encoding(data, chance), "second.csv", FRAMEWORK, ids, None, ())
    assert (problems, [each.case for each in found]) == ([], ids)
    assert len(read_trail(trail_of(chance), "agreed.csv", FRAMEWORK)[0]) == 5
