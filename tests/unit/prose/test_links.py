from __future__ import annotations

import pytest

from omi_report.prose.links import LinkFault, link_fault


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
