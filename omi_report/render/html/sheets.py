"""A style sheet as a page holds it: the page can reach its pictures and fonts.

Comments, and white space at the ends of lines, are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from omi_report.errors import OutputError

_STRING = r"""(?:"(?:[^"\\\n]|\\.)*+(?:"|(?=\n)|\Z)|'(?:[^'\\\n]|\\.)*+(?:'|(?=\n)|\Z))"""
_URL = r"(?<![\w\-#@]|[^\x00-\x7f])" + "".join(
    rf"(?:{name}|\\{name}|\\0{{0,4}}(?:{codes})\s?)"
    for name, codes in zip("url", ("55|75", "52|72", "4c|6c"), strict=True)
)
"""The word before an address; any of its letters may be written as an escape."""

_TOKEN = re.compile(
    rf"""
      (?P<comment> /\*.*?(?:\*/|\Z) )
    | (?P<string> {_STRING} )
    | (?P<url> {_URL}\( \s* (?P<address> {_STRING} | (?:[^\s"'()\\]|\\[0-9a-f]{{1,6}}\s?|\\.)*+ (?= \s*\) ) ) )
    | (?P<unclear> {_URL}\( (?:[^)\\]|\\.)*+ )  # what CSS cannot read as an address either
    | (?P<import> @import\b )
    | (?P<namespace> @namespace\b [^;]*+ )  # its address is a name, and nothing is fetched from there
    | (?P<escape> (?: \\(?:[0-9a-f]{{1,6}}\s?|.) (?:[\w\-]|[^\x00-\x7f])*+ )++ )  # with the rest of its name
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
"""Comments, strings and addresses. Each may hold marks of the others, which mean nothing there."""

_APART = frozenset(" \t\n{};,")
"""Beside one of these a comment can simply be left out: it does not keep two words apart."""

_OPEN_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\(?:[0-9a-fA-F]{1,6})?\Z")
"""A backslash, or the code of a character behind one: the space that follows belongs to it."""

_BESIDE = re.compile(r"[ \t\n]*([{};,])[ \t\n]*|(?<=:)[ \t\n]+")
"""White space that means nothing. Before a colon it does: a descendant stands there."""

_BETWEEN = re.compile(r"(?<=[\w\])*]) ([>~]) (?=[\w.#:*\[])")
"""White space around what stands between two parts of a selector. A plus sign may be one of a sum, and keeps it."""

_NOUGHT = re.compile(r"(?<![\w.#-])0+\.(?=\d)")

_CODE_AT_END = re.compile(r"(?<!\\)((?:\\\\)*\\[0-9a-fA-F]{1,6})\n(?=[ \t\n])")
"""The code of a character that takes the end of its line, while more white space follows: it gets a space instead."""


Rewrite = Callable[[str], str]
"""Takes the address of a picture or font and returns another in its place."""


def minified(css: str, rewrite: Rewrite = str, name: str = "the sheet") -> str:
    """Return a style sheet that means the same and can stand inside a ``style`` element.

    Raises OutputError, with the ``name`` of the sheet and the line, where ``rewrite`` raises it, and where the
    sheet imports another one.
    """
    css = re.sub(r"\r\n?|\f", "\n", css)
    bare = _CODE_AT_END.sub(r"\1 \n", "".join(_pieces(css, rewrite, name)))
    lines = "\n".join(line for line in map(_trimmed, bare.split("\n")) if line)
    return re.sub(r"</(?=style)", r"<\\/", lines, flags=re.IGNORECASE)  # which would end the element


def squeezed(css: str) -> str:
    """Return a minified sheet without what means nothing: white space, a nought before a point, a last semicolon.

    Strings and addresses stay as they are.
    """
    pieces, at = [], 0
    for match in _TOKEN.finditer(css):
        pieces += [_squeezed(css[at : match.start()]), match[0]]
        at = match.end()
    return "".join([*pieces, _squeezed(css[at:])])


def _squeezed(piece: str) -> str:
    bare = _BESIDE.sub(lambda match: match[1] or "", piece)
    return _NOUGHT.sub(".", _BETWEEN.sub(lambda match: match[1], bare)).replace(";}", "}")


def used_rules(css: str, classes: Collection[str]) -> str:
    """Return a squeezed sheet without the selectors that ask for a class which is not among some classes.

    A rule of which no selector is left goes as well. What a selector asks for in brackets, such as ``:not(.this)``,
    does not count, and neither does what is written with an escape.
    """
    strings: list[str] = []

    def out_of_the_way(match: re.Match[str]) -> str:
        strings.append(match[0])
        return f"\0{len(strings) - 1}\0"

    def rule(match: re.Match[str]) -> str:
        kept = [each for each in _selectors(match[1]) if _may_be_met(each, classes)]
        return f"{','.join(kept)}{match[2]}" if kept else ""

    bare = _RULE.sub(rule, _TOKEN.sub(out_of_the_way, css))
    return re.sub(r"\0(\d+)\0", lambda match: strings[int(match[1])], _EMPTY.sub("", bare))


_RULE = re.compile(r"([^{}@;]+)(\{[^{}]*\})")
_EMPTY = re.compile(r"@media[^{}]*\{\s*\}")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_ASKED = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")


def _selectors(written: str) -> list[str]:
    """The selectors of a rule; a comma in brackets does not end one."""
    found, depth = [""], 0
    for sign in written:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            found.append("")
        else:
            found[-1] += sign
    return found


def _may_be_met(selector: str, classes: Collection[str]) -> bool:
    while _IN_BRACKETS.search(selector):
        selector = _IN_BRACKETS.sub("", selector)
    return "\0" in selector or all(name in classes for name in _ASKED.findall(selector))


def _trimmed(line: str) -> str:
    """A line without the white space at its ends; a space after a backslash is a letter of a name."""
    kept = line.strip(" \t")
    return line.lstrip(" \t")[: len(kept) + 1] if _OPEN_ESCAPE.search(kept) else kept


def _pieces(css: str, rewrite: Rewrite, name: str) -> Iterator[str]:
    at, last = 0, "\n"
    for match in _TOKEN.finditer(css):
        between = css[at : match.start()]
        at = match.end()
        yield between
        last = between[-1:] or last
        if match["comment"]:
            piece = "" if last in _APART or css[at : at + 1] in _APART else "/**/"
        else:
            try:
                piece = _piece(match, rewrite)
            except OutputError as error:
                line = css.count("\n", 0, match.start()) + 1
                raise OutputError(f"{name}:{line}: {error}") from error
        yield piece
        last = "\\" if match["escape"] else piece[-1:] or last
    yield css[at:]


def _piece(match: re.Match[str], rewrite: Rewrite) -> str:
    if match["import"]:
        raise OutputError("@import is not followed: write the styles into this sheet")
    if not match["string"] and not match["url"]:
        return match[0]
    written = match[0].replace("\\\n", "")  # a string that goes on in the next line
    if not match["address"]:
        return written
    address = _unescaped(match["address"].replace("\\\n", ""))
    found = rewrite(address)
    return written if found == address else f'url("{found}"'


def _unescaped(written: str) -> str:
    """What an address in a sheet stands for, without its quotation marks."""
    bare = written[1:-1] if written[:1] in ('"', "'") else written
    return _ESCAPE.sub(lambda match: match[2] or _character(int(match[1], 16)), bare)


def _character(number: int) -> str:
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
