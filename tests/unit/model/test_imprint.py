"""What a framework may say of its reports as publications."""

from __future__ import annotations

import pytest

from omi_report.model.imprint import Imprint
from omi_report.model.shape import fill
from omi_report.source.folder import SourceFile
from omi_report.source.reader import read_tree


def faults(text: str) -> list[tuple[str, int, int, str]]:
    root, problems = read_tree(text, "a.yaml")
    assert not problems
    _, wrong = fill(Imprint, SourceFile("a.yaml", "a.yaml", text, root))
    return [(each.code, each.location.line, each.location.column, f"{each.message} {each.hint}") for each in wrong]


@pytest.mark.parametrize(
    "address",
    ["https://www.example.org", "http://example.org/a/b?c=d", "https://example.org:8080/", "https://é.example"],
)
def test_a_page_on_the_web_has_an_address_there(address: str) -> None:
    assert not faults(f"contact: {{website: '{address}'}}\n")
    assert not faults(f"licence: {{name: A licence, address: '{address}'}}\n")


@pytest.mark.parametrize(
    "address",
    [
        *("www.example.org", "javascript:alert(1)", "file:///etc/passwd", "ftp://example.org", "mailto:a@example.org"),
        *("https://", "https:///path", "https://a b.example", "https://bank.example@evil.example", "//example.org"),
    ],
)
def test_no_other_address_is_taken(address: str) -> None:
    ((code, line, column, said),) = faults(f"contact:\n  website: '{address}'\n")
    assert (code, line, column) == ("OMI104", 2, 12)
    assert "begins with https:// or http://" in said


@pytest.mark.parametrize("address", ["a.b+c@example.org", "enquiries@hmi.gov.uk"])
def test_an_e_mail_address_is_one(address: str) -> None:
    assert not faults(f"contact: {{email: {address}}}\n")


@pytest.mark.parametrize(
    "address", ["example.org", "a@b", "a@b@c.org", "a@b.org?subject=x", "a b@c.org", "mailto:a@b.org"]
)
def test_nothing_else_is_an_e_mail_address(address: str) -> None:
    ((code, _, _, said),) = faults(f"contact: {{email: '{address}'}}\n")
    assert code == "OMI104"
    assert "enquiries@example.org" in said


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("0161 496 0000", True),
        ("+44 (0)161 496 0000", True),
        ("(0161) 496-0000", True),
        ("call us", False),
        ("12", False),
    ],
)
def test_a_telephone_number_is_figures(number: str, right: bool) -> None:
    assert (not faults(f"contact: {{telephone: '{number}'}}\n")) == right


def test_a_contact_is_a_way_to_reach_somebody() -> None:
    ((code, line, column, said),) = faults("contact:\n  name: The press office\n")
    assert (code, line, column) == ("OMI104", 2, 3)
    assert "a contact has one of address, telephone, email and website at least" in said


def test_its_texts_have_their_places() -> None:
    text = "formats: Ask us.\ncomplaints: Tell us.\nlicence: {name: A licence, text: Copy it.}\n"
    root, _ = read_tree(text, "a.yaml")
    imprint, _ = fill(Imprint, SourceFile("a.yaml", "a.yaml", text, root))
    assert imprint is not None
    assert imprint.texts == (
        (("licence", "text"), "Copy it."),
        (("formats",), "Ask us."),
        (("complaints",), "Tell us."),
    )
    assert Imprint().texts == ()
