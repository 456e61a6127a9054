"""The index says of all texts at once what a look into each of them says."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import Wanted
from omi_report.lint.text_index import TextIndex
from omi_report.prose.view import view_of
from tests.rules.runner import GOLDEN_AREA
from tests.samples import inspected


@pytest.fixture(scope="module")
def texts() -> list[CheckedText]:
    inspection = inspected(GOLDEN_AREA)
    return [CheckedText(inspection, prose, view_of(prose.text)) for prose, _ in inspection.texts]


def looked_for(wanted: Wanted, text: CheckedText) -> bool:
    """Say of one text what a rule asks for, in the plainest way."""
    stands = not wanted.holds or any(part in text.view.text for part in wanted.holds)
    said = not wanted.words or not wanted.words.isdisjoint(text.view.vocabulary)
    return stands and said and wanted.takes(text)


@given(data=strategies.data())
def test_as_text_by_text(texts: list[CheckedText], data: strategies.DataObject) -> None:
    words = sorted({word for text in texts for word in text.view.vocabulary})
    parts = strategies.sampled_from(
        [" ", "\n", "%", "{{", "offender", "zz", *words[:40], *(word[1:3] for word in words)]
    )
    wanted = Wanted(
        standard=data.draw(strategies.booleans()),
        holds=tuple(data.draw(strategies.lists(parts, max_size=3))),
        words=data.draw(strategies.frozensets(strategies.sampled_from([*words, "no such word"]), max_size=4)),
    )
    found = list(TextIndex(texts).wanted_by(wanted))
    assert found == [number for number, text in enumerate(texts) if looked_for(wanted, text)]


def test_more_words_than_texts_have(texts: list[CheckedText]) -> None:
    many = frozenset(f"word{number}" for number in range(100_000))
    assert list(TextIndex(texts).wanted_by(Wanted(words=many | {"the"})))
    assert not list(TextIndex(texts).wanted_by(Wanted(words=many)))


def test_no_texts() -> None:
    assert not list(TextIndex([]).wanted_by(Wanted(holds=("a",))))
