"""The typographer: quotation marks and apostrophes, spaces that do not break, and what is left alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from omi_report.language.known import ENGLISH
from omi_report.render.html.typography import Typographer, typographer

SET = typographer(ENGLISH)

TEXTS = st.text(alphabet="ab 'O\"(19)\n-–,.@:/Table\u00a0“’", max_size=60)


@pytest.mark.parametrize(
    ("written", "typeset"),
    [
        ("the offender's plan", "the offender’s plan"),
        ("offenders' plans", "offenders’ plans"),
        ("'a' and \"b\"", "‘a’ and “b”"),
        ("('a'), [\"b\"]", "(‘a’), [“b”]"),
        ("he said, 'it was \"good\"'.", "he said, ‘it was “good”’."),
        ("\"'It', he said\"", "“‘It’, he said”"),
        ("– 'so' –", "– ‘so’ –"),
        ("and/'or'", "and/‘or’"),
        ("the '90s", "the ’90s"),
        ("rock 'n' roll's", "rock ‘n’ roll’s"),
        ("«guillemets» and “curly” ‘ones’ stay", "«guillemets» and “curly” ‘ones’ stay"),
        ("no quotation marks", "no quotation marks"),
        ("a closing one' alone", "a closing one’ alone"),
    ],
)
def test_quotation_marks(written: str, typeset: str) -> None:
    assert SET.text(written) == typeset


@pytest.mark.parametrize(
    "text",
    [
        "see Table~1 and Appendix~4",
        "criterion~1.2, strength~(a)",
        "its strength~(b)",
        "a cause for concern~(a)",
        "in sections~1 to 3",
        "on 5~November 2007",
        "a budget of £2~million, 3~per cent more",
        "an area of 14~km and 3~km2, at 9~am, 5 M and 4 mmm",
        "ten of the 12 cases",
        "tables of 3 rows, and a table",
        "12 staged events",
        "in Table~1 or\nTable~2",
    ],
)
def test_spaces_that_do_not_break(text: str) -> None:
    expected = text.replace("~", "\u00a0")
    assert SET.text(text.replace("~", " ")) == expected
    assert SET.text(text.replace("~", "\n")) == expected


@pytest.mark.parametrize("address", ["https://a.b/it's?x='1'&y=Table", "http://www.a.b/o'x", "o'neil@example.org"])
def test_addresses_are_left_alone(address: str) -> None:
    assert SET.text(f"see '{address}'.") == f"see ‘{address}’."


@pytest.mark.parametrize(
    ("markup", "typeset"),
    [
        ("<p>&#34;<em>It</em> &#39;was&#39;&#34;</p>", "<p>“<em>It</em> ‘was’”</p>"),
        ("<p><em>&#34;one&#34;</em>'s</p>", "<p><em>“one”</em>’s</p>"),
        ('<p>the <code>x&#39;y "z"</code>\'s</p>', '<p>the <code>x&#39;y "z"</code>’s</p>'),
        ("<pre>it's</pre><p>it's</p>", "<pre>it's</pre><p>it’s</p>"),
        (
            "<p>see <a href=\"#t'1\" title='Table 1'>Table</a> 1</p>",
            "<p>see <a href=\"#t'1\" title='Table 1'>Table</a>\u00a01</p>",
        ),
        ("<tr><td>Table</td><td>1</td></tr>", "<tr><td>Table</td><td>1</td></tr>"),
        ("<td>a</td><td>'b'</td>", "<td>a</td><td>‘b’</td>"),
        ("<p>a<br>'b'</p>", "<p>a<br>‘b’</p>"),
        ("<p>a &amp; 'b' &lt; c</p>", "<p>a &amp; ‘b’ &lt; c</p>"),
        ("<!-- it's --><p>it's</p>", "<!-- it's --><p>it’s</p>"),
        ("<p>it's <svg><text>it's</text></svg></p>", "<p>it’s <svg><text>it's</text></svg></p>"),
    ],
)
def test_markup(markup: str, typeset: str) -> None:
    assert SET.markup(markup) == typeset


@pytest.mark.parametrize(
    ("heading", "typeset"),
    [
        ("Assessment of risk of harm", "Assessment of risk of~harm"),
        ("How scores are made", "How scores are~made"),
        ("Offenders too", "Offenders too"),
        ("Planning for everybody in custody", "Planning for everybody in~custody"),
        ("People supervised on 31~December 2023", "People supervised on 31~December~2023"),
        ("Questions of standard~P~2.2, Planning", "Questions of standard~P~2.2, Planning"),
        ("Protecting the public by minimising recidivism", "Protecting the public by minimising recidivism"),
    ],
)
def test_no_heading_ends_with_a_line_of_one_short_word(heading: str, typeset: str) -> None:
    heading, expected = heading.replace("~", "\u00a0"), typeset.replace("~", "\u00a0")
    assert SET.markup(f"<h3><span>1.2</span> {heading}</h3>") == f"<h3><span>1.2</span> {expected}</h3>"
    assert SET.markup(f"<p>{heading}</p>") == f"<p>{heading}</p>"


@given(TEXTS)
def test_one_character_becomes_one_and_what_is_typeset_stays(text: str) -> None:
    done = SET.text(text)
    assert len(done) == len(text)
    assert SET.text(done) == done
    assert re.sub(r"[\s“”‘’\"']", "", done) == re.sub(r"[\s“”‘’\"']", "", text)


@given(
    st.lists(
        st.sampled_from(["'", '"', "a", " 1", "Table", "<em>", "</em>", "<p>", "</p>", "<br>", "&amp;"]), max_size=30
    )
)
def test_tags_stay_as_they_are(pieces: list[str]) -> None:
    markup = "".join(pieces)
    done = SET.markup(markup)
    assert re.findall("<[^>]*>", done) == re.findall("<[^>]*>", markup)
    assert len(done) == len(markup)
    assert SET.markup(done) == done


def test_another_language_has_marks_and_words_of_its_own() -> None:
    german = Typographer("„“‚‘", ["Tabelle"], ["Mai"])
    assert german.text("\"Tabelle 1\" vom 5 Mai, 'so'") == "„Tabelle\u00a01“ vom 5\u00a0Mai, ‚so‘"
