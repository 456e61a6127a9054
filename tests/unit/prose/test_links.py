from __future__ import annotations

import pytest

from omi_report.prose.links import LinkFault, is_address, link_fault


@pytest.mark.parametrize(
    "href",
    [
        "https://example.org",
        "HTTP://example.org/a?b#c",
        "https://[2001:db8::1]:8080/",
        "mailto:jo@example.org?subject=x",
        "tel:+44(0)1632-960001",
        "#criterion-1.2",
    ],
)
def test_where_a_link_may_lead(href: str) -> None:
    assert link_fault(href) is None


@pytest.mark.parametrize(
    ("href", "fault"),
    [
        ("", "empty"),
        ("#", "empty"),
        (" ", "empty"),
        ("map.html", "relative"),
        ("../map.html", "relative"),
        ("/srv/map.html", "relative"),
        ("//host/share", "relative"),
        ("\\\\host\\share", "relative"),
        ("?q", "relative"),
        ("ms-msdt:/id", "scheme"),
        ("smb://host/x", "scheme"),
        ("about:blank", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("JavaScript:alert(1)", "scheme"),
        ("data:text/html,x", "scheme"),
        ("c:/map.html", "scheme"),
        ("https:", "incomplete"),
        ("https:map.html", "incomplete"),
        ("https:///map.html", "incomplete"),
        ("https://\\host", "incomplete"),
        ("mailto:", "incomplete"),
        ("mailto:jo", "incomplete"),
        ("tel:x", "incomplete"),
    ],
)
def test_where_it_may_not(href: str, fault: LinkFault) -> None:
    assert link_fault(href) == fault


@pytest.mark.parametrize(
    ("words", "href", "is_it"),
    [
        ("www.example.org/a", "https://www.example.org/a/", True),
        ("enquiries@example.org", "mailto:enquiries@example.org", True),
        ("our website", "https://www.example.org", False),
        ("0161 496 0000", "tel:01614960000", True),
        ("+44 (0)161 496 0000", "tel:+44-161-496-0000", True),
        ("(0161) 496 0000", "tel:01614960000", True),
        ("0161 496 0001", "tel:01614960000", False),
        ("call us", "tel:01614960000", False),
    ],
)
def test_the_words_of_a_link_may_be_its_address(words: str, href: str, is_it: bool) -> None:
    assert is_address(words, href) == is_it
