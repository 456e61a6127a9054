"""Whatever happens to the bytes of an area, loading it tells of it and never breaks."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from hypothesis import given, strategies as st

from omi_report.document.kinds import PART_KINDS
from omi_report.errors import NotAnAreaError
from omi_report.model.load import load_area
from omi_report.problems import in_order
from omi_report.source.snapshot import Snapshot

HAMPSHIRE = Path(__file__).parents[3] / "areas" / "hampshire"
NAMES = ("area.yaml", "summary.yaml", "performance.yaml", "context.yaml", "abbreviations.yaml", "criteria/1.2.yaml")
FILES = {name: (HAMPSHIRE / name).read_bytes() for name in NAMES}
PIECES = (
    *(b"\t", b"\0", b"\xff", b"\r", b"\xc2\x85", b"\xef\xbb\xbf", b"\xf0\x9f\x8f\xb4", b"---\n", b"...", b"%YAML 9\n"),
    *(
        b"{",
        b"}",
        b"[",
        b"]",
        b"[" * 50,
        b"'",
        b'"',
        b"\\",
        b"\\x00",
        b"|",
        b">",
        b"|2-",
        b"- ",
        b": ",
        b"? ",
        b"#",
        b"\n",
    ),
    *(b"&a ", b"*a", b"!!int ", b"<<: ", b"~", b"no", b".nan", b"1e400", b"9" * 5000, b"-1", b"2007-13", b"[key]: "),
    *(b"percentages:\n", b"{{ x }}", b"{criterion}`9.9`"),
)


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """A file in which a few things were inserted, deleted, replaced or put out of order."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 30))
        match draw(st.sampled_from(["insert", "delete", "replace", "shuffle", "repeat", "cut"])):
            case "insert":
                data = data[:at] + draw(st.sampled_from(PIECES)) + data[at:]
            case "delete":
                data = data[:at] + data[at + length :]
            case "replace":
                data = data[:at] + draw(st.binary(max_size=8)) + data[at + length :]
            case "shuffle":
                lines = data.splitlines(keepends=True)
                random.Random(at).shuffle(lines)
                data = b"".join(lines)
            case "repeat":
                data = data[:at] + data[max(0, at - 10 * length) :]
            case "cut":
                data = data[:at]
    return data


@given(st.data())
def test_every_problem_of_a_damaged_area_has_a_place(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(NAMES))
    with tempfile.TemporaryDirectory() as folder:
        area = Path(folder)
        (area / "criteria").mkdir()
        for each, content in FILES.items():
            (area / each).write_bytes(data.draw(damaged(content)) if each == name else content)
        problems = load_area(Snapshot.of(area), PART_KINDS).problems
    assert problems, "the other criteria are missing, at the least"
    for problem in in_order(problems):
        assert problem.location.file.startswith(f"{area.as_posix()}/")
        assert problem.location.line >= 0
        assert (problem.location.column >= 1) == (problem.location.line >= 1)
        assert problem.message
        assert problem.message.isprintable()
        assert len(problem.message) < 300


@given(st.dictionaries(st.sampled_from([*NAMES, "framework.yaml", "criteria/2.1.yaml"]), st.binary(max_size=200)))
def test_a_folder_of_any_bytes_is_loaded_or_is_no_area(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        area = Path(folder)
        (area / "criteria").mkdir()
        for name, content in files.items():
            (area / name).write_bytes(content)
        try:
            loaded = load_area(Snapshot.of(area), PART_KINDS)
        except NotAnAreaError:
            assert "area.yaml" not in files
        else:
            assert loaded.area is None
            assert loaded.problems
