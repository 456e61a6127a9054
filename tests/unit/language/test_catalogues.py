"""Every language has every message, and the template of the catalogues has those of every place."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.pofile import write_po

from omi_report.language.known import UnknownLanguageError, language_of
from omi_report.quantity import Form, Quantity
from tests.catalogues import (
    INVENTED,
    catalogue_files,
    compiled,
    flaws,
    invented,
    invented_catalogue,
    read_catalogue,
    template,
    translated,
)
from tests.refresh import compiled_catalogues


def test_every_language_has_every_message_with_its_values() -> None:
    found = {"invented": invented_catalogue()} | {str(path): read_catalogue(path) for path in catalogue_files()}
    assert {name: wrong for name, each in found.items() if (wrong := flaws(each))} == {}


def test_every_catalogue_is_compiled_and_fresh() -> None:
    stale = [path for path, data in compiled_catalogues().items() if not path.exists() or path.read_bytes() != data]
    assert stale == [], "out of date: run `make docs`"


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("not scored", ""),
        ("Table %(number)s", "Tabelle"),
        ("Table %(number)s", "Tabelle %(nummer)s"),
        ("“”‘’", "„“"),
        (",.", "."),
        ("January February March April May June July August September October November December", "Januar Februar"),
    ],
)
def test_a_message_that_is_missing_or_spoilt_is_found(key: str, wrong: str) -> None:
    spoilt = translated(lambda each: wrong if each == key else invented(each))
    (flaw,) = flaws(spoilt)
    assert f"«{key}»" in flaw


def test_a_translation_that_is_only_guessed_does_not_count() -> None:
    guessed = invented_catalogue()
    guessed["not scored"].flags.add("fuzzy")
    assert flaws(guessed) == ["«not scored» is not translated"]


def test_the_template_has_messages_of_templates_and_of_each_kind_of_call() -> None:
    keys = {message.id for message in template()}
    assert "Skip the contents" in keys
    assert "none of the %(base)s" in keys
    assert "no %(term_score)s is published" in keys
    assert ("mean of %(number)s %(term_question)s", "mean of %(number)s %(terms_question)s") in keys


def test_a_catalogue_in_the_folder_makes_a_language(locale_folder: Path) -> None:
    folder = locale_folder / INVENTED / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "omi.po").open("wb") as file:
        write_po(file, invented_catalogue())
    (folder / "omi.mo").write_bytes(compiled(read_catalogue(folder / "omi.po")))
    language = language_of(f"{INVENTED}-GB")
    assert language.label("Table %(number)s", number=1250) == f"{invented('Table')} 1’250"
    assert language.phrase(Quantity(count=0, base=6), Form("count")) == invented("none of the %(base)s") % {"base": "6"}
    assert language.date(2007, 11, 5) == f"2007·{invented('November')}·5"
    assert language.quotes == "„‟‹›"
    with pytest.raises(UnknownLanguageError, match=f"omi writes en-GB or another English, {INVENTED}"):
        language_of("cy")
