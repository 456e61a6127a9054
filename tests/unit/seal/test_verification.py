from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from omi_report.document.json_form import document_json
from omi_report.document.tree import Document, Meta, Part
from omi_report.seal.differences import MOST, parts_that_differ, places_in, places_that_differ
from omi_report.seal.evidence import evidence_seal
from omi_report.seal.key import Key
from omi_report.seal.manifest import Manifest, digest, output_of
from omi_report.seal.verification import (
    Difference,
    against_rebuilt,
    against_seal,
    against_sources,
    evidence_changed,
    evidence_unchecked,
)
from omi_report.source.reading import Content
from omi_report.source.snapshot import Snapshot
from tests.readings import soundly

NOTHING, OTHER = "0" * 64, "1" * 64
VALUES = {
    "area": "Westmark",
    "edition": "standard",
    "theme": "standard",
    "epoch": None,
    "framework": {"name": "small", "sha256": NOTHING},
    "versions": {"omi_report": "1.0", "pyyaml": "6.0"},
    "inputs": {"area.yaml": NOTHING, "summary.yaml": NOTHING},
    "templates": {"css/print.css": NOTHING},
    "own_templates": {},
    "outputs": {"report.html": output_of(b"<p>")},
}
SEALED = soundly(Manifest, VALUES)


@pytest.mark.parametrize(
    ("changes", "what", "how"),
    [
        ({"inputs": {"area.yaml": OTHER, "summary.yaml": NOTHING}}, "input area.yaml", "was changed"),
        ({"inputs": {"area.yaml": NOTHING}}, "input summary.yaml", "is missing"),
        ({"inputs": {**SEALED.inputs, "context.yaml": OTHER}}, "input context.yaml", "was added"),
        ({"templates": {"css/print.css": OTHER}}, "template css/print.css", "was changed"),
        ({"own_templates": {"css/extra.css": OTHER}}, "template of --template-dir css/extra.css", "was added"),
        ({"framework": {"name": "small", "sha256": OTHER}}, "framework small", "was changed"),
        ({"versions": {**SEALED.versions, "pyyaml": "7"}}, "version of pyyaml", "was 6.0, and is 7 here"),
        ({"versions": {"omi_report": "1.0"}}, "version of pyyaml", "was 6.0, and is none here"),
        ({"area": "Eastmark"}, "area", "is Westmark in the manifest, and Eastmark here"),
    ],
)
def test_each_source_is_named(changes: dict[str, object], what: str, how: str) -> None:
    (found,) = against_sources(SEALED, soundly(Manifest, VALUES | changes))
    assert found.what == what
    assert found.how.startswith(how)


def test_the_same_sources_are_the_same() -> None:
    assert list(against_sources(SEALED, SEALED)) == []


# ---- evidence --------------------------------------------------------------------------------------------------------

KEY, ANOTHER = Key(b"k" * 32), Key(b"l" * 32)


def evidence(**files: str) -> Snapshot:
    names = {f"evidence/{name}.csv": Content(text.encode()) for name, text in files.items()}
    return Snapshot("westmark", "westmark", {"area.yaml": Content(b"x"), **names})


BEFORE = evidence(cases="1", staff="2")
AFTER = evidence(cases="9", victims="3")
CAME_AND_WENT = [
    "input evidence/staff.csv is missing",
    "input evidence/victims.csv was added since the report was built",
]
CHANGED = ["input evidence/cases.csv was changed since the report was built", *CAME_AND_WENT]


@pytest.mark.parametrize(
    ("then", "now", "differences", "unchecked"),
    [
        (KEY, KEY, CHANGED, ""),
        (KEY, ANOTHER, CAME_AND_WENT, "the key is another one than that of the build"),
        (KEY, None, CAME_AND_WENT, "the report was built with a key, and none is named here"),
        (None, KEY, CAME_AND_WENT, "the report was built without a key, so its manifest has their names alone"),
        (None, None, CAME_AND_WENT, "the report was built without a key, so its manifest has their names alone"),
    ],
)
def test_evidence_is_checked_with_the_key_of_the_build(
    then: Key | None, now: Key | None, differences: list[str], unchecked: str
) -> None:
    sealed = soundly(Manifest, VALUES | {"evidence": evidence_seal(BEFORE, then)})
    assert [" ".join(each) for each in evidence_changed(sealed, AFTER, now)] == differences
    assert list(evidence_changed(sealed, BEFORE, now)) == []
    assert evidence_unchecked(sealed, now) == unchecked


@pytest.mark.parametrize("key", [KEY, None])
def test_evidence_in_the_manifest_of_an_earlier_build_is_checked_by_its_plain_digests(key: Key | None) -> None:
    plain = {"evidence/cases.csv": digest(b"1"), "evidence/staff.csv": digest(b"2")}
    sealed = soundly(Manifest, VALUES | {"inputs": SEALED.inputs | plain})
    assert [" ".join(each) for each in evidence_changed(sealed, AFTER, key)] == CHANGED
    assert list(evidence_changed(sealed, BEFORE, key)) == []
    assert evidence_unchecked(sealed, key) == ""
    assert list(against_sources(sealed, SEALED)) == []  # it is no other input that is missing


def test_evidence_where_there_was_none_was_added() -> None:
    (found,) = evidence_changed(SEALED, evidence(cases="1"), KEY)
    assert " ".join(found) == "input evidence/cases.csv was added since the report was built"


def test_a_manifest_under_the_name_of_another(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_bytes(b"<p>")
    (found,) = against_seal(tmp_path, {"manifest-large-print.json": SEALED})
    assert found.how == "is the manifest of another look (manifest.json)"


def test_a_link_is_no_file_of_a_report(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"<p>")
    (tmp_path / "report.html").symlink_to(tmp_path / "elsewhere")
    assert Difference(f"{tmp_path}/report.html", "is missing") in against_seal(tmp_path, {"manifest.json": SEALED})


@pytest.mark.parametrize(
    ("there", "again", "how"),
    [
        (b"<p>", b"<p>", []),
        (b"<b>", b"<p>", ["differs from what is built again, in its first lines"]),
        (b"<b>", b"<b>", ["is as building it again makes it, but the manifest differs"]),
        (None, b"<p>", []),
        (None, b"<b>", ["differs from what the manifest says when it is built again"]),
    ],
)
def test_what_is_built_again(tmp_path: Path, there: bytes | None, again: bytes, how: list[str]) -> None:
    if there is not None:
        (tmp_path / "report.html").write_bytes(there)
    assert [each.how for each in against_rebuilt(tmp_path, SEALED, {"report.html": again})] == how


def test_parts_of_a_page_are_named_by_their_ids() -> None:
    page = (
        b'<html><head><title>x</title></head><body><main><section class="part" id="summary">a</section>'
        b'<article class="criterion" id="criterion-1.2"><header class="criterion-head">b</header></article>'
        b"<footer>c</footer></main></body></html>"
    )
    assert parts_that_differ(page, page) == []
    assert parts_that_differ(page, page.replace(b">b<", b">B<")) == ["criterion-1.2"]
    assert parts_that_differ(page, page.replace(b"<title>x", b"<title>y")) == ["the head of the page"]
    changed = page.replace(b">a<", b">A<").replace(b">c<", b">C<")
    assert parts_that_differ(page, changed) == ["summary", "the data at the end of the page"]
    assert parts_that_differ(page, page.replace(b"summary", b"abstract")) == ["summary", "abstract"]


def test_many_parts_are_counted() -> None:
    one = b"".join(b'<section id="p%d">1</section>' % number for number in range(20))
    assert parts_that_differ(one, one.replace(b">1<", b">2<"))[MOST:] == ["and 12 more places"]


def pdf(texts: list[bytes], title: str = "x", attached: bytes = b"") -> bytes:
    with pikepdf.new() as made:
        for text in texts:
            made.add_blank_page()
            made.pages[-1].Contents = made.make_stream(text)
        made.docinfo["/Title"] = title
        if attached:
            made.attachments["data.csv"] = pikepdf.AttachedFileSpec(made, attached, filename="data.csv")
        out = io.BytesIO()
        made.save(out, deterministic_id=True)
        return out.getvalue()


def test_places_of_a_pdf_are_its_pages_its_attachments_and_its_information() -> None:
    one = pdf([b"a", b"b"])
    assert places_that_differ(one, pdf([b"a", b"c"])) == ["page 2"]
    assert places_that_differ(one, pdf([b"a", b"b", b"c"])) == ["page 3"]
    assert places_that_differ(one, pdf([b"a", b"b"], "y")) == ["the document information"]
    assert places_that_differ(one, pdf([b"a", b"b"], attached=b"1")) == ["the attachment data.csv"]
    assert places_that_differ(one, b"%PDF-1.7 nonsense") == []


# ---- reports as data -------------------------------------------------------------------------------------------------

META = Meta("A report", "Westmark", "westmark", "Checks", "The Office", "en-GB", "final", "2024-05")
PARTS = (Part("foreword", "foreword", "Foreword", ()), Part("summary", "summary", "Summary", ()))


def data_of(*parts: Part, meta: Meta = META) -> bytes:
    return document_json(Document(meta, parts)).encode()


def test_the_parts_that_differ_are_named() -> None:
    other = replace(PARTS[1], heading="In short")
    assert places_in("report.json", data_of(*PARTS), data_of(PARTS[0], other)) == ["summary"]
    assert places_in("report.json", data_of(*PARTS), data_of(PARTS[0])) == ["summary"]
    assert places_in("report.json", data_of(*PARTS), data_of(*PARTS)) == []


def test_what_a_report_says_of_itself_may_differ() -> None:
    draft = replace(META, stage="draft")
    assert places_in("report.json", data_of(), data_of(meta=draft)) == ["what it says of itself"]


def test_where_data_differ_that_are_no_report_cannot_be_said() -> None:
    assert places_in("report.json", data_of(), b"\xff{") == []
