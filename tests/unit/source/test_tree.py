"""Finding nodes of a tree by their paths."""

from __future__ import annotations

import pytest

from omi_report.source.reader import read_tree
from omi_report.source.tree import Mapping, Node, Path, find, walk

TEXT = """\
name: Northfold
list:
  - one
  - {deep: two, deeper: [three]}
"""


@pytest.fixture
def root() -> Node:
    tree, problems = read_tree(TEXT, "a.yaml")
    assert tree is not None
    assert not problems
    return tree


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (("name",), "Northfold", (1, 7)),
        (("list", 0), "one", (3, 5)),
        (("list", 1, "deep"), "two", (4, 12)),
        (("list", 1, "deeper", 0), "three", (4, 26)),
    ],
)
def test_a_path_leads_to_its_value(root: Node, path: Path, value: str, place: tuple[int, int]) -> None:
    found = find(root, path)
    assert found == value
    assert found.start == place


def test_a_key_is_found_in_place_of_its_value(root: Node) -> None:
    assert find(root, ("list", 1, "deep"), key=True).start == (4, 6)


@pytest.mark.parametrize("key", [False, True])
@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("missing",), (1, 1)),
        (("missing", "deeper"), (1, 1)),
        (("list", 7), (3, 3)),
        (("list", -1), (3, 3)),
        (("list", "one"), (3, 3)),
        (("name", "inside"), (1, 7)),
        (("list", 1, "absent"), (4, 5)),
    ],
)
def test_a_path_that_leads_nowhere_gives_the_deepest_node_on_its_way(
    root: Node, path: Path, place: tuple[int, int], key: bool
) -> None:
    assert find(root, path, key=key).start == place


def test_a_mapping_knows_its_keys_after_it_has_grown(root: Node) -> None:
    assert isinstance(root, Mapping)
    key = root.key("name")
    assert key is not None
    other, _ = read_tree("later: x\n", "b.yaml")
    assert isinstance(other, Mapping)
    root.update(other)
    assert root.key("later") is not None
    assert root.key("never") is None


def test_walk_goes_through_keys_and_values_in_the_order_of_the_file(root: Node) -> None:
    places = [node.start for node in walk(root)]
    assert len(places) == 12
    assert places == sorted(places)
