"""OMI519: a text holds the code of a character in place of the character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.nodes import Span
from omi_report.prose.stretches import Stretches

RULE = Rule(
    "OMI519",
    "character-code",
    Severity.WARNING,
    "A text or title holds the code that another program has for a character: of HTML (&nbsp;, &rsquo), of a "
    "spreadsheet (_x000D_), of mail (=E2=80=99), of an address (%20) or of a programming language (\\u2019).",
    "It is printed as it stands, or nobody sees in the file what is printed; a search for the word fails.",
    bad="text: The victim&rsquo;s letter was%20on file.",
    good="text: The victim’s letter was on file.",
)


@each_text(titles=True, holds=("&", "_x", "\\", "=", "%2", "%C", "%D", "%E"))
def check(text: CheckedText) -> Iterator[Problem]:
    """Find the codes outside of addresses and code. One with a backslash looks like a path, which is an address."""
    escapes = _escape().finditer(text.text) if "\\" in text.text else ()
    outside = (each for each in escapes if not any(start <= each.start() < end for start, end in text.view.code))
    entities = (each for each in _entity().finditer(text.text) if not text.remembered(_apart).hold(each.start()))
    for match in (*entities, *_code().finditer(text.words), *outside):
        meant = _meant(match)
        if meant.startswith("&") and len(meant) > 1:
            hint = "no character has this code: write what is meant"
        elif meant and meant.isprintable() and meant.strip():
            hint = f"write the character itself: «{meant}»"
        else:
            hint = "write a space, or remove it"
        message = f"«{match.group()}» is a code for a character, and is printed as it stands"
        if match.re is _entity():
            message = f"«{match.group()}» is a code of HTML, and no character"
        yield text.problem(RULE, *match.span(), message, hint)


def _meant(match: re.Match[str]) -> str:
    """The character that a code stands for; empty where that is not known."""
    code = match.group()
    if code in ("\\n", "\\r", "\\t", "\\xa0"):
        return " "
    if code.startswith(("_x", "\\u")):
        return chr(int(code[2:6], 16))
    if code.startswith("&"):
        import html  # a table of all names, for which there is seldom a use

        return html.unescape(html.unescape(f"{code.rstrip(';')};"))
    try:
        return bytes.fromhex(re.sub("[=%]", "", code)).decode("utf-8")
    except (ValueError, UnicodeDecodeError):
        return ""


@cache
def _code() -> re.Pattern[str]:
    names = "pound|euro|amp|apos|quot|[lg]t|shy|bull|eacute"
    return re.compile(
        r"(?:&(?:[lr][sd]quo|nbsp|[nm]dash|hellip)(?!;)"
        rf"|&(?:#\d{{2,5}}(?![\d;])|#x[\da-f]{{2,5}}(?!;)|(?:{names})(?![\w;])))"
        r"|_x(?:[\dA-Fa-f]{4})_"
        r"|(?:=[\dA-F]{2}){2,}|(?<!\d)(?:%(?:2[0-9A-F]|[C-E][0-9A-F]%?))(?:%?[89AB][0-9A-F])*"
    )


@cache
def _entity() -> re.Pattern[str]:
    """A code of HTML to its end, be it coded once more or unknown."""
    return re.compile(r"&(?:amp;)*(?:#\d{1,6}|#[xX][\da-fA-F]{1,5}|[A-Za-z]{2,8}\d{0,2});")


def _apart(text: CheckedText) -> Stretches[Span]:
    """Code and addresses, which hold such signs of their own."""
    return Stretches(sorted([*text.view.code, *text.view.addresses]))


@cache
def _escape() -> re.Pattern[str]:
    return re.compile(r"\\u[\dA-Fa-f]{4}(?![\dA-Fa-f]{2})|(?<=[a-z.,;:])(?<![:\\].)\\(?:[nrt]|xa0)(?=[\sA-Za-z])")
