"""Comments and tracked changes of a Word file that came back are remarks, each at its place, none lost, none twice."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from omi_report.comments.remark import Remark, Returned
from omi_report.comments.word.reader import remarks_of_word
from omi_report.document.build import build_document
from omi_report.document.inlines import NoteInline
from omi_report.document.tree import (
    DivisionBlock,
    Document,
    FindingItem,
    FindingsBlock,
    HeadingBlock,
    ParagraphBlock,
    Part,
    RowGroup,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
)
from omi_report.remarks.adding import origins_of
from omi_report.remarks.places import places_of
from omi_report.remarks.placing import placed
from omi_report.word_package import WordFileError
from tests.samples import WESTMARK, inspected
from tests.word_files import part_of, with_parts, word
from tests.word_replies import (
    META,
    changed,
    commented,
    draft_file,
    inserted,
    mark,
    opened,
    run_with,
    runs_of,
    saved,
    saved_elsewhere,
    with_threads,
)

TABLE = TableBlock(
    (TableColumn("Quay"), TableColumn("Boats")),
    (RowGroup((TableRow(("North",), (TableCell(("twelve boats",)),)),)),),
    "table-boats",
    1,
    "Table 1",
    ("Boats by quay",),
)
FINDINGS = FindingsBlock(
    "strength",
    "good",
    4,
    "Strengths",
    (
        FindingItem(
            "finding-1.1-lights",
            "a",
            (ParagraphBlock(("The lights were lit each night.",)), ParagraphBlock(("They were seen from far away.",))),
            ("finding-1.1-strength-a",),
        ),
        FindingItem("finding-1.1-ropes", "b", (ParagraphBlock(("Ropes were coiled and dry.",)),)),
    ),
)
NOTE = NoteInline("may", ("As told in May.",), 1, "Note 1", "note-1", "note-1-reference")
CRITERION = DivisionBlock(
    "criterion",
    3,
    "Safe harbours",
    (
        ParagraphBlock(("Harbours are safe at night.",)),
        FINDINGS,
        ParagraphBlock(
            ("All in all it was well done", NOTE, "."),
        ),
        TABLE,
        HeadingBlock(4, ("What comes next",)),
    ),
    "criterion-1.1",
    label="1.1",
)
PART = Part("section-1", "section", "Harbours", (ParagraphBlock(("Boats come and go.",)), CRITERION))
PLACES = ("section-1", "criterion-1.1", "finding-1.1-lights", "finding-1.1-ropes", "table-boats")


@pytest.fixture(scope="module")
def draft() -> bytes:
    return draft_file(PART)


def read(data: bytes) -> Returned:
    return remarks_of_word(data, "reply.docx")


def only(data: bytes) -> Remark:
    returned = read(data)
    assert len(returned.remarks) == 1, returned
    assert not returned.unread
    return returned.remarks[0]


def test_a_draft_says_which_it_is_and_nothing_else(draft: bytes) -> None:
    assert read(draft) == Returned("reply.docx", (), "westmark", 2)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Boats come and go", "section-1"),
        ("Harbours are safe", "criterion-1.1"),
        ("Strengths", "criterion-1.1"),
        ("The lights were", "finding-1.1-lights"),
        ("seen from far", "finding-1.1-lights"),
        ("Ropes were", "finding-1.1-ropes"),
        ("All in all", "criterion-1.1"),
        ("twelve boats", "table-boats"),
        ("What comes next", "criterion-1.1"),
    ],
)
def test_a_comment_is_at_the_place_that_its_words_stand_in(draft: bytes, words: str, place: str) -> None:
    document = opened(draft)
    run = run_with(document, words)
    commented(document, run, "This is not so.")
    found = only(saved(document))
    assert (found.address, found.says, found.quoted, found.by) == (place, "This is not so.", run.text, "Ann Alder")
    assert found.proposed is None
    assert run.text in found.words
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", found.date)


def test_the_words_of_a_place_are_all_of_its_own(draft: bytes) -> None:
    document = opened(draft)
    commented(document, run_with(document, "seen from"), "Seen by whom?")
    assert only(saved(document)).words == "The lights were lit each night. They were seen from far away."


def test_a_comment_over_paragraphs_quotes_all_of_them(draft: bytes) -> None:
    document = opened(draft)
    commented(document, run_with(document, "They were seen"), "Both.", last=run_with(document, "Ropes were"))
    found = only(saved(document))
    assert found.address == "finding-1.1-lights"
    assert found.quoted == "They were seen from far away. Ropes were coiled and dry."


def test_a_comment_on_a_note_is_at_the_place_that_refers_to_it(draft: bytes) -> None:
    document = opened(draft)
    commented(document, run_with(document, "Boats come"), "In April.")
    data = saved(document)
    body = part_of(data, "word/document.xml")
    body = re.sub(rb"<w:commentRange(Start|End) [^>]*/>", b"", body)
    body = re.sub(rb"<w:r><w:commentReference [^>]*/></w:r>", b"", body)
    notes = part_of(data, "word/footnotes.xml").replace(
        b"</w:p></w:footnote></w:footnotes>",
        b'<w:r><w:commentReference w:id="0"/></w:r></w:p></w:footnote></w:footnotes>',
    )
    found = only(with_parts(data, {"word/document.xml": body, "word/footnotes.xml": notes}))
    assert (found.address, found.quoted) == ("criterion-1.1", "As told in May.")


def test_answers_follow_the_comment_with_their_authors_and_a_resolved_one_says_so(draft: bytes) -> None:
    document = opened(draft)
    first = commented(document, run_with(document, "Ropes"), "Not all.")
    answer = commented(document, run_with(document, "Ropes"), "All but one.", "Bo Birch")
    found = only(with_threads(saved(document), {answer: first}, (first,)))
    assert re.fullmatch(
        r"Not all\.\nReply \(Bo Birch, \S+\): All but one\.\n\(Marked as resolved in the file\.\)", found.says
    )
    assert found.by == "Ann Alder"


def test_comments_that_answer_each_other_in_a_circle_are_told_once(draft: bytes) -> None:
    document = opened(draft)
    both = [commented(document, run_with(document, "Ropes"), each) for each in ("One.", "Two.")]
    found = only(with_threads(saved(document), {both[0]: both[1], both[1]: both[0]}))
    assert found.says.count("One.") == found.says.count("Two.") == 1


@pytest.mark.parametrize(
    ("words", "new", "quoted", "proposed"),
    [
        ("coiled", "wet", "coiled", "wet"),
        ("coiled and ", "", "coiled and", ""),
        ("Ropes were coiled and dry.", "", "Ropes were coiled and dry.", ""),
        ("dry", "dry and clean", "coiled and dry.", "coiled and dry and clean."),
        ("Rope", "Cable", "Ropes", "Cables"),
        ("coiled and dry", "coiled, and dry", "coiled and dry.", "coiled, and dry."),
    ],
)
def test_a_change_is_a_proposal_with_enough_words_to_be_found(
    draft: bytes, words: str, new: str, quoted: str, proposed: str
) -> None:
    document = opened(draft)
    changed(run_with(document, "Ropes were"), words, new)
    found = only(saved(document))
    assert found.address == "finding-1.1-ropes"
    assert found.words == "Ropes were coiled and dry."
    assert (found.by, found.date) == ("Bo Birch", "2024-07-02")
    accepted = found.words.replace(found.quoted, found.proposed or "")
    assert accepted.split() == found.words.replace(words, new).split()
    if new != "coiled, and dry":
        assert (found.quoted, found.proposed) == (quoted, proposed)


def test_changes_beside_each_other_are_one_and_others_are_apart(draft: bytes) -> None:
    document = opened(draft)
    changed(run_with(document, "Ropes"), "Ropes", "Cables")
    changed(run_with(document, "coiled"), "coiled", "wound")
    changed(run_with(document, "The lights"), "each night", "on most nights")
    changed(run_with(document, "The lights"), "The", "All", "Cy Cedar")
    returned = read(saved(document))
    assert [(each.quoted, each.proposed, each.by) for each in returned.remarks] == [
        ("The", "All", "Cy Cedar"),
        ("each night.", "on most nights.", "Bo Birch"),
        ("Ropes were coiled", "Cables were wound", "Bo Birch"),
    ]


def test_a_paragraph_that_was_added_follows_the_words_before_it(draft: bytes) -> None:
    document = opened(draft)
    paragraph = run_with(document, "Ropes were").getparent()
    new = OxmlElement("w:p")
    new.append(inserted("Nets were mended."))
    paragraph.addnext(new)
    of_end = OxmlElement("w:rPr")
    of_end.append(mark("w:ins"))
    paragraph.get_or_add_pPr().append(of_end)
    found = only(saved(document))
    assert found.address == "finding-1.1-ropes"
    assert (found.quoted, found.proposed) == ("coiled and dry.", "coiled and dry.\nNets were mended.")


def test_words_before_a_paragraph_are_of_its_place(draft: bytes) -> None:
    document = opened(draft)
    run = run_with(document, "Ropes were")
    run.getparent().insert(1, inserted("All "))
    found = only(saved(document))
    assert (found.address, found.proposed) == ("finding-1.1-ropes", "All Ropes were coiled")


def test_what_moved_is_told_where_it_was_and_where_it_is(draft: bytes) -> None:
    document = opened(draft)
    changed(run_with(document, "seen from"), "They were seen from far away.", "")
    run_with(document, "Ropes were").addnext(inserted(" They were seen from far away."))
    data = saved(document)
    body = part_of(data, "word/document.xml").replace(b"w:del ", b"w:moveFrom ").replace(b"w:del>", b"w:moveFrom>")
    body = body.replace(b"w:ins ", b"w:moveTo ").replace(b"w:ins>", b"w:moveTo>")
    returned = read(with_parts(data, {"word/document.xml": body}))
    assert [(each.address, each.says) for each in returned.remarks] == [
        ("finding-1.1-lights", "These words are to be moved elsewhere."),
        ("finding-1.1-ropes", "Words are to be moved here from elsewhere."),
    ]


def test_a_row_that_was_struck_out_is_a_change(draft: bytes) -> None:
    document = opened(draft)
    row = next(each for each in document.element.body.iter(qn("w:tr")) if "twelve" in "".join(each.itertext()))
    row.get_or_add_trPr().append(mark("w:del"))
    found = only(saved(document))
    assert (found.address, found.quoted, found.proposed) == ("table-boats", "North twelve boats", "")


def test_what_was_put_in_and_struck_out_again_is_told_and_proposes_nothing(draft: bytes) -> None:
    document = opened(draft)
    put_in = inserted("by nobody ")
    run_with(document, "Ropes were").addnext(put_in)
    gone = mark("w:del", "Cy Cedar")
    gone.append(put_in[0])
    put_in.append(gone)
    returned = read(saved(document))
    assert not returned.remarks
    assert [each.partition(": ")[2] for each in returned.unread] == ["«by nobody» was put in and struck out again"]


def test_a_bookmark_that_was_copied_is_no_second_place(draft: bytes) -> None:
    document = opened(draft)
    paragraph = run_with(document, "Ropes were").getparent()
    copied = run_with(document, "What comes").getparent()
    for each in paragraph.findall(qn("w:bookmarkStart")):
        other = OxmlElement("w:bookmarkStart")
        other.set(qn("w:id"), "777")
        other.set(qn("w:name"), each.get(qn("w:name")))
        copied.insert(1, other)
    commented(document, run_with(document, "What comes"), "What?")
    assert only(saved(document)).address == "criterion-1.1"


def test_comments_and_marks_that_do_not_fit_each_other_are_not_lost(draft: bytes) -> None:
    document = opened(draft)
    commented(document, run_with(document, "Ropes were"), "Nowhere.")
    data = saved(document)
    body = part_of(data, "word/document.xml").replace(
        b'<w:commentRangeStart w:id="0"/>', b'<w:commentRangeStart w:id="7"/>'
    )
    body = body.replace(b'<w:commentRangeEnd w:id="0"/>', b"").replace(b'<w:commentReference w:id="0"/>', b"")
    returned = read(with_parts(data, {"word/document.xml": body}))
    assert [(each.says, each.address, each.quoted) for each in returned.remarks] == [("Nowhere.", "", "")]
    assert returned.unread == ("a mark at «Ropes were coiled and dry.»: the file does not hold its comment",)


def test_a_comment_without_words_and_changes_of_looks_are_told(draft: bytes) -> None:
    document = opened(draft)
    commented(document, run_with(document, "Ropes were"), "")
    look = OxmlElement("w:rPr")
    look.append(mark("w:rPrChange"))
    run_with(document, "Ropes were").insert(0, look)
    returned = read(saved(document))
    assert not returned.remarks
    assert returned.unread == (
        "comment 1, at «Ropes were coiled and dry.»: it has no words",
        "1 change of the look alone",
    )


def test_words_that_go_leave_no_mark_behind() -> None:
    document = opened(word("Ropes were coiled, dry and clean, in May."))
    changed(run_with(document, "Ropes"), "dry and clean", "")
    (remark,) = read(saved(document)).remarks
    assert (remark.quoted, remark.proposed) == ("dry and clean", "")


def test_where_paragraphs_were_joined_is_told(draft: bytes) -> None:
    document = opened(draft)
    paragraph = run_with(document, "Ropes were").getparent()
    properties = OxmlElement("w:rPr")
    properties.append(mark("w:del"))
    paragraph.get_or_add_pPr().append(properties)
    returned = read(saved(document))
    assert (returned.remarks, returned.unread) == (
        (),
        ("1 change of where a paragraph ends, at «Ropes were coiled and dry.»",),
    )


def test_a_file_of_somebody_else_has_words_alone() -> None:
    document = opened(word("Heading 1|Safe harbours", "Ropes were coiled and dry.", "Nets were mended."))
    commented(document, run_with(document, "Ropes"), "Not all.")
    changed(run_with(document, "Nets"), "mended", "torn")
    returned = read(saved(document))
    assert (returned.area, returned.draft) == ("", None)
    assert [(each.address, each.words, each.quoted) for each in returned.remarks] == [
        ("", "Ropes were coiled and dry.", "Ropes were coiled and dry."),
        ("", "Nets were mended.", "mended."),
    ]


def test_a_file_that_is_no_word_file_is_refused() -> None:
    with pytest.raises(WordFileError, match=r"reply\.docx is no Word file"):
        read(b"%PDF-1.7")


def test_what_a_redline_marks_is_no_remark(draft: bytes) -> None:
    document = opened(draft)
    changed(run_with(document, "Ropes were"), "coiled", "wound", "Office")
    data = saved(document)
    body = part_of(data, "word/document.xml").replace(b' w:date="2024-07-02T10:00:00Z"', b"")
    assert not read(with_parts(data, {"word/document.xml": body})).remarks


def test_what_a_redline_says_is_passed_over_without_a_word(draft: bytes) -> None:
    document = opened(draft)
    commented(
        document, run_with(document, "Boats come"), "The heading has changed.", by=document.core_properties.author
    )
    found = read(saved(document))
    assert (found.remarks, found.unread) == ((), ())


MARKS = tuple(
    qn(f"w:{name}")
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference")
)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_becomes_of_marks_no_comment_and_no_change_is_lost_or_told_twice(draft: bytes, seed: int) -> None:
    chosen, document = random.Random(seed), opened(draft)
    for words in ("Boats come", "seen from", "twelve", "What comes"):
        commented(document, run_with(document, words), f"On {words}.")
    changed(run_with(document, "Ropes were"), "coiled", "wound")
    changed(run_with(document, "Harbours are"), "safe", "")
    paragraphs = list(document.element.body.iter(qn("w:p")))
    for mark_ in list(document.element.body.iter(*MARKS)):
        fate = chosen.choice(["kept", "removed", "moved", "doubled"])
        if fate in ("removed", "moved"):
            mark_.getparent().remove(mark_)
        if fate in ("moved", "doubled"):
            chosen.choice(paragraphs).append(deepcopy(mark_))
    returned = read(saved(document))
    assert sorted(each.says for each in returned.remarks) == [
        "On Boats come.",
        "On What comes.",
        "On seen from.",
        "On twelve.",
        "Other words are proposed.",
        "These words are to be left out.",
    ]


# --- an unchanged report -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["Safe harbours", "Boats come", "Boats by", "twelve", "Ropes were", "All in all"])
def test_nothing_has_moved_or_changed_in_an_unchanged_report(draft: bytes, words: str) -> None:
    document = opened(draft)
    commented(document, run_with(document, words), "So?")
    (back,) = placed(read(saved(document)).remarks, places_of(Document(META, (PART,))))
    assert (back.found, back.address) == ("same", back.remark.address)


# --- without the list of places ------------------------------------------------------------------------------------

LONG = "finding-1.1-nets-that-nobody-had-mended-since-may"


def test_without_the_list_no_words_fall_to_a_neighbour() -> None:
    nets = FindingItem(LONG, "c", (ParagraphBlock(("Nets were torn.",)), ParagraphBlock(("Nobody had mended them.",))))
    findings = replace(FINDINGS, findings=(FINDINGS.findings[0], nets, FINDINGS.findings[1]))
    criterion = replace(CRITERION, blocks=tuple(findings if each is FINDINGS else each for each in CRITERION.blocks))
    document = opened(draft_file(replace(PART, blocks=(criterion,))))
    commented(document, run_with(document, "Nets were"), "Which?")
    changed(run_with(document, "Nobody had"), "mended", "seen")
    commented(document, run_with(document, "Ropes were"), "All?")
    commented(document, run_with(document, "All in all"), "So?")
    here = read(saved(document)).remarks
    assert [each.address for each in here] == [LONG, LONG, "finding-1.1-ropes", "criterion-1.1"]
    for known in (["section-1"], ["section-1", "criterion-1.1", LONG], PLACES):
        there = remarks_of_word(saved_elsewhere(saved(document)), "reply.docx", known).remarks
        assert [replace(each, address="") for each in there] == [replace(each, address="") for each in here]
        untold = LONG if LONG in known else ""
        assert [each.address for each in there] == [untold, untold, "finding-1.1-ropes", "criterion-1.1"]
        assert [*origins_of(there, 2)] == [*origins_of(here, 2)]


# --- many ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def westmark() -> tuple[bytes, dict[str, str]]:
    """The Word file of a whole report, and the addresses of its findings by their first words."""
    document = build_document(inspected(WESTMARK))
    findings = {
        str(item.blocks[0].children[0])[:20]: item.id
        for part in document.parts
        for division in part.blocks
        if isinstance(division, DivisionBlock)
        for block in division.blocks
        if isinstance(block, FindingsBlock)
        for item in block.findings
        if isinstance(item.blocks[0], ParagraphBlock) and isinstance(item.blocks[0].children[0], str)
    }
    return draft_file(*document.parts), findings


@pytest.mark.parametrize("seed", range(2))
def test_of_a_hundred_comments_and_changes_none_is_lost_or_misplaced(
    westmark: tuple[bytes, dict[str, str]], seed: int
) -> None:
    chosen, (data, findings) = random.Random(seed), westmark
    document = opened(data)
    runs = [run for run in runs_of(document) if len(run.text.split()) > 1]
    expected = []
    for number in range(100):
        run = chosen.choice(runs)
        runs = [each for each in runs if each.getparent() is not run.getparent()]
        whole = "".join(each.text or "" for each in run.getparent().iter(qn("w:t")))
        place = next((id_ for words, id_ in findings.items() if whole.startswith(words)), "")
        if chosen.random() < 0.5:
            commented(document, run, f"Remark {number}")
            expected.append((f"Remark {number}", place))
        else:
            changed(run, chosen.choice(run.text.split()), f"Word{number}")
            expected.append((f"Word{number}", place))
    found = read(saved(document)).remarks
    assert len(found) == len(expected)
    for key, place in expected:
        mine = [each for each in found if key in re.findall(r"Remark \d+|Word\d+", each.says + (each.proposed or ""))]
        assert len(mine) == 1, key
        assert mine[0].address
        assert mine[0].address == place or not place, key
        assert mine[0].quoted in mine[0].words


# --- LibreOffice ---------------------------------------------------------------------------------------------------


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_file_that_libreoffice_saved_says_the_same(draft: bytes, tmp_path: Path) -> None:
    document = opened(draft)
    commented(document, run_with(document, "seen from"), "By whom?")
    commented(document, run_with(document, "twelve"), "Eleven.")
    commented(document, run_with(document, "Strengths"), "Only these?")
    changed(run_with(document, "Ropes were"), "coiled", "wound")
    data = saved(document)
    (tmp_path / "reply.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    form = "docx:MS Word 2007 XML"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path / "out"), "reply.docx"]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
    there = remarks_of_word((tmp_path / "out" / "reply.docx").read_bytes(), "reply.docx", PLACES)
    here = read(data)
    assert (there.area, there.draft) == ("westmark", 2)
    assert {(each.address, each.quoted, each.proposed, each.by) for each in there.remarks} == {
        (each.address, each.quoted, each.proposed, each.by) for each in here.remarks
    }
