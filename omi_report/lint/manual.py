"""The manual page of the rules, made from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterable

from omi_report.lint.codes import ignorable
from omi_report.lint.declaration import Covers, language_of
from omi_report.lint.registry import registry
from omi_report.policy import Plugins
from omi_report.problems import Rule, Severity
from omi_report.stages import Stage

GROUPS = {
    "OMI0": "Reading",
    "OMI1": "Shape",
    "OMI2": "Figures",
    "OMI3": "References",
    "OMI4": "Judgement",
    "OMI5": "House style",
    "OMI6": "People and disclosure",
    "OMI7": "Publication",
    "OMI8": "Improvement plans, and comments on drafts",
    "OMI9": "Comments that ignore rules",
}
"""The beginnings of the codes and what the rules under them are about."""

_SEVERITIES = {
    Severity.ERROR: "an error: it stops a build",
    Severity.WARNING: "a warning: it stops nothing, unless warnings count (`--strict`)",
    Severity.INFO: "a note: it stops nothing",
}


_LANGUAGES: dict[Covers, str] = {
    "any": "",
    "en": "It looks at reports in English only.",
    "en-GB": "It looks at reports in English only, and not in that of the United States.",
}


_SINCE: dict[Stage, str] = {
    "draft": "It asks from the first draft on, and not at the stage «feedback».",
    "final": "It asks when the stage is final.",
}


_HEAD = """\
# Rules

<!-- Made from the rules by `make docs`: do not edit it here. -->

`omi validate` holds an area against these rules; `omi rule OMI203` shows one of them in the terminal. How to choose
among them, and how to ignore one where it is wrong, stands in [how to validate](../how-to/validate.md).
"""


def rule_page(rule: Rule, plugins: Plugins = ()) -> str:
    """Return the entry of one rule, which may be one of plug-ins, in Markdown, without its heading."""
    parts = [rule.what, rule.why, f"This is {_SEVERITIES[rule.severity]}."]
    checks = (checked.check for checked in registry(plugins).checks if checked.rule.code == rule.code)
    parts += [said for check in checks if (said := _LANGUAGES[language_of(check)])]
    if rule.since != "feedback":
        parts.append(_SINCE[rule.since])
    if rule.code not in ignorable(plugins):
        parts.append("It cannot be ignored by a comment.")
    if rule.bad:
        parts.append(f"Not like this:\n\n{_indented(rule.bad)}")
    if rule.good:
        parts.append(f"Like this:\n\n{_indented(rule.good)}")
    return "\n\n".join(parts) + "\n"


def rules_page(rules: Iterable[Rule]) -> str:
    """Return the reference of all rules in Markdown."""
    rules = list(rules)
    parts = [_HEAD]
    for prefix, title in GROUPS.items():
        group = [rule for rule in rules if rule.code.startswith(prefix)]
        if group:
            parts.append(f"## {title}\n")
            parts += [f"### {rule.code} {rule.name}\n\n{rule_page(rule)}" for rule in group]
    return "\n".join(parts)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.strip("\n").splitlines())
