"""Records: declared key by key, made by name, and never changed."""

from typing import Annotated, Any, ClassVar

import pytest

from omi_report.model.base import Words
from omi_report.model.constraints import Filled, Once, OrSeveral
from omi_report.model.readers import read, reader_of
from omi_report.model.record import Record, field


class Leaf(Record):
    """A leaf of the tests."""

    name: str
    colour: str = field(default="green", about="as it is seen in summer")
    edges: tuple[str, ...] = ()


class Oak(Leaf):
    """A leaf with something more."""

    season: ClassVar[str] = "autumn"

    acorns: int = 0


def test_values_are_given_by_name_and_the_others_are_as_declared() -> None:
    leaf = Leaf(name="one", edges=("smooth",))
    assert (leaf.name, leaf.colour, leaf.edges) == ("one", "green", ("smooth",))
    assert list(leaf.items()) == [("name", "one"), ("colour", "green"), ("edges", ("smooth",))]
    assert repr(leaf) == "Leaf(name='one', colour='green', edges=('smooth',))"


def test_a_class_below_has_the_keys_of_those_above_first() -> None:
    assert list(Oak.keys) == ["name", "colour", "edges", "acorns"]
    assert (Oak(name="x").colour, Oak.season) == ("green", "autumn")
    assert Leaf.keys["colour"].about == "as it is seen in summer"


def test_records_are_equal_by_class_and_values() -> None:
    one, same = Leaf(name="x"), Leaf(colour="green", name="x")
    assert one == same
    assert hash(one) == hash(same)
    assert one != Leaf(name="y")
    assert one != Oak(name="x")
    assert one != "x"


def test_a_record_with_another_value_is_another_record() -> None:
    leaf = Leaf(name="x")
    assert leaf.replaced(colour="red") == Leaf(name="x", colour="red")
    assert leaf.colour == "green"


def test_nothing_of_a_record_can_be_changed() -> None:
    leaf = Leaf(name="x")
    with pytest.raises(AttributeError, match=r"^Leaf.name cannot be changed$"):
        leaf.name = "y"  # type: ignore[misc]  # mypy knows it as well
    with pytest.raises(AttributeError, match=r"^Leaf.name cannot be changed$"):
        del leaf.name


@pytest.mark.parametrize("values", [{}, {"name": "x", "colours": "y"}])
def test_a_key_too_many_or_too_few_is_a_mistake_of_the_program(values: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=r"^Leaf: (name|colours) cannot be given, or must be$"):
        Leaf(**values)


def test_an_annotation_may_be_put_off() -> None:
    declared = {"__annotations__": {"number": "int", "kind": "ClassVar[str]"}, "__module__": __name__}
    late: type[Record] = type("Late", (Record,), declared)
    assert [(slot.name, slot.annotation) for slot in late.keys.values()] == [("number", int)]


def test_a_record_that_a_program_made_is_read_as_it_is() -> None:
    leaf = Leaf(name="x")
    assert read(tuple[Leaf, ...], [leaf]) == ((leaf,), [])


def test_a_type_that_cannot_be_read_is_a_mistake_of_the_program() -> None:
    for kind in (complex, set[str]):
        with pytest.raises(TypeError, match=r"^there is no reader of "):
            read(kind, "x")


@pytest.mark.parametrize(
    ("written", "value"), [("yes", True), ("True", True), ("on", True), ("0", False), ("N", False)]
)
def test_yes_and_no_are_written_in_many_ways(written: str, value: bool) -> None:
    assert read(bool, written) == (value, [])


@pytest.mark.parametrize(("written", "value"), [("64", 64), (" 7 ", 7), ("-3", -3), ("+3", 3), ("64.0", 64)])
def test_a_whole_number_may_have_a_sign_and_noughts(written: str, value: int) -> None:
    assert read(int, written) == (value, [])


@pytest.mark.parametrize("written", ["", "6 4", "0x10", "1e3", "64.5", "٦٤", "--3", ".0"])
def test_anything_else_is_no_whole_number(written: str) -> None:
    _, faults = read(int, written)
    assert [fault.type for fault in faults] == ["int_parsing"]


def test_the_faults_of_a_value_have_their_paths() -> None:
    node = {"name": ["x"], "edges": ["a", {}, "b", []], "colours": "y"}
    _, faults = read(dict[str, Leaf], {"one": node, "two": "x", "three": {}})
    assert [(fault.type, fault.path) for fault in faults] == [
        ("string_type", ("one", "name")),
        ("string_type", ("one", "edges", 1)),
        ("string_type", ("one", "edges", 3)),
        ("extra_forbidden", ("one", "colours")),
        ("model_type", ("two",)),
        ("missing", ("three", "name")),
    ]


def test_types_with_other_constraints_have_other_readers() -> None:
    plain = tuple[Words, ...]
    readers = {
        reader_of(Annotated[plain, Filled()]),
        reader_of(Annotated[plain, Once()]),
        reader_of(Annotated[plain, OrSeveral()]),
    }
    assert len(readers) == 3
