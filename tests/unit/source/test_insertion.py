"""A key is put into an entry of a list, and nothing else is changed."""

from __future__ import annotations

import pytest

from omi_report.source.edits import edited
from omi_report.source.folder import SourceFile
from omi_report.source.insertion import key_edits
from omi_report.source.reader import read_tree
from omi_report.source.tree import Mapping, Sequence

CASES = {
    "a plain text": ("- words\n", "- id: x\n  text: words\n"),
    "a plain text with a comment": ("- words # c\n", "- id: x\n  text: words # c\n"),
    "a plain text over lines": ("- one\n  two\n   three\n", "- id: x\n  text: one\n    two\n     three\n"),
    "lines that are indented far enough": (
        "- one\n    two\n\n    three\n",
        "- id: x\n  text: one\n    two\n\n    three\n",
    ),
    "a text in quotation marks": ("- 'it''s\n  two'\n", "- id: x\n  text: 'it''s\n    two'\n"),
    "escapes": ('- "a\\n\\\n  b"\n', '- id: x\n  text: "a\\n\\\n    b"\n'),
    "a block": ("- |\n  one\n\n  two\n", "- id: x\n  text: |\n    one\n\n    two\n"),
    "a block, kept as far in as it is": ("- |\n    one\n     two\n", "- id: x\n  text: |\n    one\n     two\n"),
    "a block that keeps its empty lines": ("- |+\n  one\n\n\n", "- id: x\n  text: |+\n    one\n\n\n"),
    "a block with a line of spaces": ("- |\n  one\n     \n  two\n", "- id: x\n  text: |\n    one\n       \n    two\n"),
    "a folded block": ("- >-\n one\n two\n", "- id: x\n  text: >-\n    one\n    two\n"),
    "a block with its indentation given": ("- |2-\n    one\n   \n", "- id: x\n  text: |2-\n      one\n     \n"),
    "the same, further in": ("  - |1\n     one\n", "  - id: x\n    text: |1\n       one\n"),
    "a comment below a block": ("- |\n   one\n # c\n", "- id: x\n  text: |\n   one\n # c\n"),
    "a block without a last line end": ("- |\n  one", "- id: x\n  text: |\n    one"),
    "an anchor": ("- &a |\n  one\n", "- id: x\n  text: &a |\n    one\n"),
    "an anchor on a line of its own": ("- &a\n  one\n", "- id: x\n  text: &a\n    one\n"),
    "a text below its hyphen": ("- # c\n  one\n", "- # c\n  id: x\n  text: one\n"),
    "a hyphen with more spaces": ("-   one\n", "-   id: x\n    text: one\n"),
    "a mapping": ("- text: one # c\n", "- id: x\n  text: one # c\n"),
    "a mapping with an anchor": ("- &a\n  text: one\n", "- &a\n  id: x\n  text: one\n"),
    "a key with an anchor": ("- &a text: one\n", "- id: x\n  &a text: one\n"),
    "a key with a question mark": ("- ? text\n  : one\n", "- id: x\n  ? text\n  : one\n"),
    "a mapping in braces": ("- {text: one}\n", "- {id: x, text: one}\n"),
    "braces with spaces": ("- { text: one }\n", "- { id: x, text: one }\n"),
    "braces over lines": ("- {\n  text: one\n  }\n", "- {id: x,\n  text: one\n  }\n"),
    "braces with a comment": ("- { # c\n  text: one\n  }\n", "- { id: x, # c\n  text: one\n  }\n"),
    "braces with an anchor": ("- &a {text: one}\n", "- &a {id: x, text: one}\n"),
    "a list in brackets": ("[words, more]\n", "[{id: x, text: words}, more]\n"),
    "brackets over lines": ("[\n  'one\n  two',\n]\n", "[\n  {id: x, text: 'one\n  two'},\n]\n"),
    "a pair in brackets": ("[text: one, two]\n", "[{id: x, text: one}, two]\n"),
    "braces in brackets": ("[{text: one}]\n", "[{id: x, text: one}]\n"),
    "a key that holds nothing": ("- id:\n  text: one\n", "- id: x\n  text: one\n"),
    "a key that holds null": ("- {id: ~, text: one}\n", "- {id: x, text: one}\n"),
}


def with_key(text: str) -> str:
    tree, problems = read_tree(text, "a.yaml")
    assert not problems
    assert isinstance(tree, Sequence)
    return edited(text, key_edits(SourceFile("a.yaml", "a.yaml", text, tree), tree, tree[0], "id", "x", "text"))[0]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_key_is_put_where_it_belongs(case: str, end: str) -> None:
    before, after = (text.replace("\n", end) for text in CASES[case])
    found = with_key(before)
    assert found == after
    was, _ = read_tree(before, "a.yaml")
    tree, problems = read_tree(found, "a.yaml")
    assert not problems
    assert isinstance(was, Sequence)
    assert isinstance(tree, Sequence)
    own: dict[str, object] = {str(key): value for key, value in was[0].items()} if isinstance(was[0], Mapping) else {}
    assert tree[0] == (own or {"text": was[0]}) | {"id": "x"}
    assert tree[1:] == was[1:]


def test_a_pair_whose_end_is_not_known_is_left() -> None:
    text = "[&a one, text: *a]\n"
    tree, _ = read_tree(text, "a.yaml")
    assert isinstance(tree, Sequence)
    assert key_edits(SourceFile("a.yaml", "a.yaml", text, tree), tree, tree[1], "id", "x", "text") == []
