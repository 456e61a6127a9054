"""OMI525: a text has marks of another Markdown or program, which are printed as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.form.typed_bullet import missing_spaces
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.nodes import Span
from omi_report.prose.stretches import Stretches
from omi_report.prose.view import MASK

RULE = Rule(
    "OMI525",
    "not-markdown",
    Severity.WARNING,
    "A text holds lines of bars or tabs that are no table, a line that begins with a bar or a colon, footnotes in "
    "other marks than [^name], or marks that texts do not have: struck words (~~ … ~~), [b] … [/b], [[ … ]], boxes to "
    "tick, names of picture signs (:smile:), a figure in other marks than {{ }}, stars that open an emphasis and do "
    "not close it, a raised or lowered sign (m^2^) that is not closed or too long, a link whose brackets do not fit "
    "together.",
    "They are printed as they stand: the cells become a line of bars, the link an address in brackets.",
    bad="text: |\n  Plans were ~~late~~ **not made; see the [report] (https://example.org)[1].",
    good="text: |\n  Plans were **not made**; see the [report](https://example.org).",
)

_KINDS = {
    "table": (
        "this line belongs to no table, and is printed as it stands",
        "a table is a line of headings (| Year | Plan |), a line of dashes (| --- | --- |), and a line for each row",
    ),
    "bar": ("«|» begins a line, and is printed as it stands", "remove it; a quotation has > before it"),
    "footnote": (
        "«{0}» is no footnote, and is printed as it stands",
        "write [^name] in the text, and [^name]: with the note on a line of its own",
    ),
    "address": (
        "«{0}» gives no link its address, and is printed as it stands",
        "write the address where the link is, [words](https://example.org), and remove this line",
    ),
    "mark": ("«{0}» is a mark that texts do not have, and is printed as it stands", "write *emphasis* or **strong**"),
    "link": ("«{0}» is no link: its brackets do not fit together", "write [words](https://example.org)"),
    "figure": ("«{0}» is no figure, and is printed as it stands", "write {{{{ its-name }}}}"),
    "angle": (
        "«{0}» is printed with its angle brackets",
        "remove the < and the >; if a figure is meant, write {{{{ its-name }}}}",
    ),
    "reference": ("«{0}» is a reference without its braces, and is printed as code", "write {{criterion}}`1.2`"),
    "task": (
        "«{0}» is no box to tick, and is printed as it stands",
        "write it as an item of a list, without the brackets",
    ),
    "alert": ("«{0}» is printed as it stands", "remove it; a box of the report has a key of its own (boxes)"),
    "emoji": ("«{0}» is the name of a picture sign, and is printed as it stands", "say it in words"),
    "container": ("«{0}» is printed as it stands", "remove it; a box of the report has a key of its own (boxes)"),
    "script": (
        "«{0}» raises or lowers nothing, and is printed as it stands",
        "write m^2^ or CO~2~, with up to four letters and figures between the two signs",
    ),
    "definition": (
        "this line begins with a colon, and defines nothing",
        "a definition stands on the line below its term: a colon, a space, and what the term means",
    ),
    "star": (
        "the emphasis that begins or ends at «{0}» has no counterpart, and the star is printed",
        "write as many stars behind the words as before them, *so* or **so**, or remove them",
    ),
    "apart": (
        "the emphasis that begins or ends at «{0}» has no counterpart, and the star is printed",
        "no space stands between the stars and their words: write **so** and not ** so **, or remove the stars",
    ),
}


_SIGNS = ("|", "[", "((", "~", "==", "*", "__", "^", "+-", "<", "$", "%", "\t")


@each_text(holds=(*_SIGNS, "`", ":"))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look for each kind in what is left as words when the text has been read."""
    done = 0
    # OMI501 speaks of faults such as HTML, and OMI526 of a star that is a bullet
    known = {fault.offset for fault in text.view.parsed.faults} | (missing_spaces(text) if "*" in text.text else set())
    found: list[re.Match[str]] = []
    if any(sign in text.text for sign in _SIGNS):
        prose = text.view.prose
        found += _marks(any(sign in prose for sign in "|\t+")).finditer(prose)
    if ":" in text.text:
        found += _colons().finditer(text.view.prose)
    if "`" in text.text:
        found += _bare_reference().finditer(text.text)
    for match in found:
        kind = str(match.lastgroup)
        if kind == "star" and (
            match.start() < done or _is_escaped(text, match.start()) or not _is_printed(text, match.start())
        ):
            continue
        if match.start() in known or _is_meant(text, kind, match):
            continue
        done = match.end()
        kind = "address" if kind == "footnote" and _is_address(text.text, match) else kind
        message, hint = _KINDS["apart" if kind == "star" and _is_apart(text.text, match) else kind]
        end = match.end() if "\n" not in match.group() else text.text.index("\n", match.start())
        if end > match.start():
            yield text.problem(
                RULE, match.start(), end, message.format(one_line(text.text[match.start() : end])), hint.format()
            )


def _is_meant(text: CheckedText, kind: str, match: re.Match[str]) -> bool:
    """Say whether what looks like a broken mark is a whole one."""
    if kind == "definition":
        above = text.text[: match.start()].rpartition("\n\n")[2]
        follows_another = _colon_before().search(above) is not None  # which has been told of
        return follows_another or text.remembered(_definitions_of).hold(match.start())
    return kind == "link" and _is_whole(text, match)


def _definitions_of(text: CheckedText) -> Stretches[Span]:
    from omi_report.prose.nodes import Definitions, nodes

    return Stretches(node.span for node in nodes(text.view.parsed.blocks) if isinstance(node, Definitions))


def _is_whole(text: CheckedText, match: re.Match[str]) -> bool:
    """Say whether what looks like a broken link is a link: its address is masked, and begins with a bracket."""
    at = match.group().find(f"]{MASK}")
    return at >= 0 and text.text.startswith("](", match.start() + at)


def _is_escaped(text: CheckedText, offset: int) -> bool:
    """Say whether a backslash stands before a star, so that it is meant to be printed."""
    at = offset
    while at and text.text[at - 1] == "\\":
        at -= 1
    return (offset - at) % 2 == 1


def _is_address(text: str, match: re.Match[str]) -> bool:
    """Say whether the address of a link stands behind a mark in brackets, as in other Markdown: «[1]: https://…»."""
    behind = re.compile(r"\s*<?(?:https?:|mailto:|www\.|#\w)").match(text, match.end())
    return match.group().endswith(":") and behind is not None


def _is_apart(text: str, match: re.Match[str]) -> bool:
    """Say whether spaces stand on both sides of the stars, so that they belong to no word."""
    stars = re.compile(r"[*_]+").match(text, match.start())
    before = text[match.start() - 1 : match.start()]
    return stars is not None and not before.strip() and not text[stars.end() : stars.end() + 1].strip()


def _is_printed(text: CheckedText, offset: int) -> bool:
    """Say whether a star is among the words, and not the mark of an emphasis or a list."""
    return text.remembered(_stars_of).hold(offset)


def _stars_of(text: CheckedText) -> Stretches[Span]:
    from omi_report.prose.nodes import Words, nodes

    return Stretches(
        node.span
        for node in nodes(text.view.parsed.blocks)
        if isinstance(node, Words) and ("*" in node.text or "__" in node.text)
    )


@cache
def _marks(tables: bool) -> re.Pattern[str]:
    """All marks that are none; what begins a table is slow to look for, and few texts have the signs of one."""
    words = r"[^\s*_~=^\[\]]"
    table = (
        r"(?P<table>^[ \t]*(?:\|.*\|[ \t]*$|\+[-=+]{3,}\+|"
        r".*\S.*\|.*\n[ \t]*\|?[ \t]*:?-{2,}.*\|.*$|[^\t\n]+\t[^\t\n]+(?:\t.*)?\n[^\t\n]+\t.*$).*)|"
        r"(?P<bar>^[ \t]*\|(?=[ \t]+\w[^|\n]*$))|"
    )
    return re.compile(
        (table if tables else "")
        + rf"(?P<footnote>\[\^[^\]\n]{{0,40}}\]:?|\^\d{{1,3}}\^:?|(?<=[\w.,;])\[\d{{1,3}}\](?![(:])|"
        r"^[ \t]*\[\d{1,3}\]:?(?=\s))"
        r"|(?P<figure>\[\[\s*[\w./-]+(?:\s*\|[\s\w|]*)?\s*\]\]|\(\(\s*[a-z][\w./-]*(?:\s*\|[\s\w|]*)?\s*\)\)|\$\{[\w./-]+\}|(?<![\w%])%[a-z][\w.-]*%(?!\w))"
        rf"|(?P<mark>~~(?=\S)[^~\n]+~~|==(?=\S)[^=\n]+==|\[(?P<tag>b|i|u|s|quote)\].*?\[/(?P=tag)\]|(?<!\w)\^(?=\w)[^\^\n]+\^|\[\[[^\]\n]*\]\])"
        r"|(?P<link>\[[^\]\n]+\]\s+\((?:https?:|www\.|\ufffc)[^)\n]*\)|\([^)\n]+\)\[(?:https?:|www\.|\ufffc)[^\]\n]*\]"
        r"|\[[^\]\n]+\](?:\((?:https?:|www\.|\ufffc)[^)\n]*$|\ufffc{6,}|https?:\S+|\([^)\n]*\s[^)\n]*\)|\[[^\]\n]+\]))"
        r"|(?P<task>(?<=[-+*] )\[[ xX]\](?= ))|(?P<alert>(?<=> )\[![A-Za-z]{2,20}\])"
        r"|(?P<angle><(?![A-Za-z]+:|/)[A-Za-z][\w ./|-]{0,60}>)"
        r"|(?P<script>(?<=[^\W_])[\^~](?=[^\W_])[^\W_]{1,20}[\^~]?)"
        rf"|(?P<star>\*{{2,}}\s?{words}*|\*(?=\S){words}*|(?<={words})\*+|(?<!\w)__{words}+|(?<={words})__(?!\w))",
        re.MULTILINE,
    )


@cache
def _colons() -> re.Pattern[str]:
    """Marks that begin with a colon; a definition's own is behind a term, and in no paragraph."""
    return re.compile(
        r"(?P<container>^[ \t]*:{3,}.*$)|(?P<emoji>(?<![\w:]):[a-z][a-z0-9_+-]{1,30}:(?![\w:]))"
        r"|(?P<definition>^[ \t]*:(?![a-z][a-z0-9_+-]*:|:).*$)",
        re.MULTILINE,
    )


@cache
def _colon_before() -> re.Pattern[str]:
    return re.compile(r"^[ \t]*:", re.MULTILINE)


@cache
def _bare_reference() -> re.Pattern[str]:
    roles = "appendix|chart|criterion|finding|part|question|section|table"
    return re.compile(rf"(?P<reference>(?<![\w{{])\(?\b(?:{roles})\)?`~?[^`\n]+`)")
