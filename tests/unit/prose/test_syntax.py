"""The two additions to Markdown, as tokens."""

from __future__ import annotations

import pytest
from markdown_it.token import Token

from omi_report.prose.syntax import markdown


def tokens(text: str, *, linkify: bool = False) -> list[Token]:
    """The inline tokens of a text."""
    return markdown(linkify=linkify).parseInline(text)[0].children or []


def types(text: str, *, linkify: bool = False) -> list[str]:
    return [token.type for token in tokens(text, linkify=linkify)]


@pytest.mark.parametrize(
    ("text", "name", "filters"),
    [
        ("{{ on-time }}", "on-time", ()),
        ("{{on-time}}", "on-time", ()),
        ("{{ 1.2/on-time | rest | count }}", "1.2/on-time", ("rest", "count")),
        ("{{ on-time | }}", "on-time", ("",)),
        ("{{ two words }}", "two words", ()),
        ("{{}}", "", ()),
    ],
)
def test_a_substitution_has_a_name_and_filters(text: str, name: str, filters: tuple[str, ...]) -> None:
    (token,) = tokens(text)
    assert token.type == "substitution"
    assert token.meta == {"name": name, "filters": filters, "offset": 0, "length": len(text)}


@pytest.mark.parametrize(
    ("text", "role", "target", "short"),
    [
        ("{criterion}`2.2`", "criterion", "2.2", False),
        ("{criterion}`~2.2`", "criterion", "2.2", True),
        ("{finding}` 1.2/referrals `", "finding", "1.2/referrals", False),
        ("{no-such_role}`x`", "no-such_role", "x", False),
    ],
)
def test_a_role_has_a_target(text: str, role: str, target: str, short: bool) -> None:
    (token,) = tokens(text)
    assert token.type == "role"
    assert token.meta == {"role": role, "target": target, "short": short, "offset": 0, "length": len(text)}


@pytest.mark.parametrize(
    "text",
    [
        "{ on-time }",
        "{{ on-time }",
        "{{ a\nb }}",
        r"\{{ a }}",
        "{criterion} `2.2`",
        "{2}`2.2`",
        "{criterion}`2.2",
        "{}`x`",
    ],
)
def test_what_only_looks_like_one_is_text(text: str) -> None:
    assert not {"substitution", "role"} & set(types(text))


@pytest.mark.parametrize("text", ["`{{ a }}`", "`` {criterion}`2.2` ``"])
def test_code_is_code(text: str) -> None:
    assert types(text) == ["code_inline"]


def test_addresses_become_links_only_where_asked() -> None:
    assert types("see www.example.org.", linkify=True) == ["text", "link_open", "text", "link_close", "text"]
    assert types("see www.example.org.") == ["text"]
