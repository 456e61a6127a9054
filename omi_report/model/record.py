"""Records: what may stand in a mapping of a file, declared as a class, key by key.

A record is declared like a dataclass, and takes its values by name. `read` fills one from a tree; a program
may also make one itself, and then gives values of the declared types, which are not looked at again.

Why no library: every scalar of a file is text, every fault needs its place in the file, and an area is checked
before every commit. A library for models that does much else took a sixth of that check to be imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Final, NamedTuple, Self, dataclass_transform, get_type_hints

REQUIRED: Final = object()
"""Stands for the default of a key that may not be left out."""


class Declared(NamedTuple):
    """What stands after a key's name in the declaration of a record."""

    default: Any
    about: str
    names: str = ""
    holds: str = ""


class Slot(NamedTuple):
    """A key of a record: its type, its value where it is left out, and what editors say of it.

    ``names`` says what in a framework its value names, such as a criterion. Where the value is a mapping, its keys are
    such names, and ``holds`` says what stands under them.
    """

    name: str
    annotation: Any
    default: Any = REQUIRED
    about: str = ""
    names: str = ""
    holds: str = ""

    def needed(self) -> Declared:
        """Return the declaration of the same key where it may not be left out."""
        return Declared(REQUIRED, self.about, self.names, self.holds)

    @property
    def is_required(self) -> bool:
        """Whether the key must be there."""
        return self.default is REQUIRED


def field(*, default: Any = REQUIRED, about: str = "", names: str = "", holds: str = "") -> Any:
    """Declare a key with a few words about it, and with what it names in a framework, as `Slot` has it."""
    return Declared(default, about, names, holds)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
class Record:
    """A mapping of the format: it has no other keys than those declared, and nothing changes after it is made.

    Annotations are read when the class is made. Where they are put off (``from __future__``) that takes longer.
    """

    keys: ClassVar[dict[str, Slot]] = {}
    """The keys by their names, those of the classes above first."""
    defaults: ClassVar[dict[str, Any]] = {}
    """The values of the keys that may be left out."""
    whole: ClassVar[str] = ""
    """The key under which the whole mapping is read, where the writers of the file choose their own keys."""
    left_empty: ClassVar[frozenset[str]] = frozenset()
    """Keys that other frameworks have here: with no value they are as if they were not there."""
    short_schema: ClassVar[dict[str, Any] | None] = None
    """The JSON Schema of what `from_text` takes, where a line of text may stand for the whole."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        keys = dict(cls.keys)
        own = cls.__annotations__
        if any(isinstance(annotation, str) for annotation in own.values()):
            evaluated = get_type_hints(cls, include_extras=True)
            own = {name: evaluated[name] for name in own}
        for name, annotation in own.items():
            if annotation is ClassVar or getattr(annotation, "__origin__", None) is ClassVar:
                continue
            declared = cls.__dict__.get(name, REQUIRED)
            if not isinstance(declared, Declared):
                declared = Declared(declared, "")
            keys[name] = Slot(name, annotation, *declared)
            if name in cls.__dict__:
                delattr(cls, name)  # the value is each record's own
        cls.keys = keys
        cls.defaults = {key.name: key.default for key in keys.values() if not key.is_required}

    def __init__(self, **values: Any) -> None:
        cls = type(self)
        wrong = [name for name in values if name not in cls.keys]
        wrong += [key.name for key in cls.keys.values() if key.is_required and key.name not in values]
        if wrong:
            raise TypeError(f"{cls.__name__}: {', '.join(wrong)} cannot be given, or must be")
        vars(self).update(cls.defaults | values)

    @classmethod
    def of_values(cls, values: dict[str, Any]) -> Self:
        """Make a record of values that have been read: those of all keys that must be there."""
        made = cls.__new__(cls)
        vars(made).update(cls.defaults | values)
        return made

    @classmethod
    def from_text(cls, text: str) -> dict[str, Any] | None:
        """Return the mapping that a line of text stands for; None where it stands for none.

        Raises ValueError, with the words for a user, where it is wrong.
        """
        del text
        return None

    def complaint(self) -> str:
        """Say what is wrong with the values as a whole; nothing where they agree."""
        return ""

    def replaced(self, **values: Any) -> Self:
        """Return a record with other values under some keys."""
        return type(self)(**{name: getattr(self, name) for name in self.keys} | values)

    def items(self) -> Iterator[tuple[str, Any]]:
        """Yield each key with its value, in the order of the declaration."""
        return ((name, getattr(self, name)) for name in self.keys)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be changed")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be changed")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return False
        mine, theirs = vars(self), vars(other)
        if len(mine) == len(theirs) == len(self.keys):
            return mine == theirs
        # Beside its keys a record may hold what was once worked out from them.
        return all(mine[name] == theirs[name] for name in self.keys)

    def __hash__(self) -> int:
        return hash((type(self), *(value for _, value in self.items())))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.items())})"
