"""At the end of the inspection scores, ratings and conclusions are provisional, wherever omi has a word for them."""

from __future__ import annotations

from omi_report.language.language import Language

_THINGS = ("score", "scores", "rating", "ratings", "conclusion", "conclusions")


def provisional(name: str, language: Language) -> str:
    """Return what a score or a rating is called as long as it is provisional, with a capital if it had one."""
    said = language.label("provisional %(thing)s", thing=name[:1].lower() + name[1:])
    return language.capital(said) if name[:1].isupper() else said


def with_provisional_terms(language: Language) -> Language:
    """Return a language whose words for scores and ratings say that these are provisional."""
    known = dict(language.terms)
    words = {thing: known.get(thing) or language.gettext(thing) for thing in _THINGS}
    return language.with_terms(known | {thing: provisional(word, language) for thing, word in words.items()})
