"""The environment of a user's own templates: what would never end, or fill the memory, is refused with its place.

The templates are programs. A slip in one of them should not keep a build running for ever.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import jinja2
from jinja2 import nodes
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import missing

from omi_report.problems import closest

MOST_STEPS = 1_000_000
"""How often all loops of templates together may go round, and how many calls they may make: a report has thousands."""

MOST_BITS = 10_000
"""The longest whole number that a power may give."""

MOST_CHARACTERS = 100_000_000
"""The longest page that a template may give."""

MOST_MEMORY = 2_000_000_000
"""How many bytes templates may take while a page is made of them."""

_COUNTED = "counted by omi"

Item = TypeVar("Item")


class OwnEnvironment(SandboxedEnvironment):
    """Counts the steps of templates, and refuses more than ``MOST_STEPS``."""

    intercepted_binops = frozenset(["**"])

    def __init__(self, folders: Sequence[Path], **options: Any) -> None:
        super().__init__(**options | {"undefined": NamedUndefined})
        self._folders = folders
        self._steps = 0
        self.filters[_COUNTED] = self._counted

    def call(self, context: Context, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls."""
        self._step()
        return super().call(context, called, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Work out a power, unless the result is longer than any number of a report."""
        if isinstance(left, int) and isinstance(right, int) and left.bit_length() * right > MOST_BITS:
            raise jinja2.TemplateRuntimeError("a number is too large")
        return super().call_binop(context, operator, left, right)

    def _step(self) -> None:
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise jinja2.TemplateRuntimeError(
                f"the templates have taken {MOST_STEPS:,} steps and are not at their end: does a loop never end, or "
                "does a macro call itself?"
            )

    def _counted(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield what a loop goes through."""
        for item in items:
            self._step()
            yield item

    def _generate(self, source: nodes.Template, *arguments: Any, **named: Any) -> str:
        for loop in source.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.iter.lineno)
        return super()._generate(source, *arguments, **named)

    def _load_template(self, name: str, globals: MutableMapping[str, Any] | None) -> jinja2.Template:  # noqa: A002
        self._step()
        try:
            return super()._load_template(name, globals)
        except (RecursionError, MemoryError, OverflowError, SyntaxError, ValueError) as error:
            files = (folder / "html" / name for folder in self._folders)
            file = next((str(each) for each in files if each.is_file()), None)
            raise jinja2.TemplateSyntaxError(in_words(error), 1, name, file) from error


class NamedUndefined(jinja2.StrictUndefined):
    """A name that a template uses and that there is not; the error names what it may be meant for."""

    @property
    def _undefined_message(self) -> str:
        name, owner = str(self._undefined_name), self._undefined_obj
        if self._undefined_hint:
            return self._undefined_hint
        if owner is missing:
            return f"there is no «{name}» here"
        known = owner if isinstance(owner, dict) else [each for each in dir(owner) if not each.startswith("_")]
        nearest = closest(name, list(map(str, known)))
        return f"there is no «{name}» here" + (f": did you mean «{nearest[0]}»?" if nearest else "")


_NO_SUCH = re.compile(r"No (filter|test) named '([^']*)'\.?")


def named_wrongly(message: str, environment: jinja2.Environment) -> str:
    """Return the words for a filter or test that there is not, with what it may be meant for; else the message."""
    found = _NO_SUCH.match(message)
    if not found:
        return message
    known = environment.filters if found[1] == "filter" else environment.tests
    nearest = closest(found[2], [name for name in known if " " not in name])
    return f"there is no {found[1]} «{found[2]}»" + (f": did you mean «{nearest[0]}»?" if nearest else "")


def in_words(error: BaseException) -> str:
    """Say what went wrong while a template was run."""
    match error:
        case RecursionError():
            return "it calls itself again and again, or is nested too deeply"
        case MemoryError():
            return "it needs too much memory"
        case UnicodeDecodeError():
            return "it is not UTF-8 text: save it as such"
        case jinja2.TemplateError():
            return error.message or type(error).__name__
    return f"{type(error).__name__}: {error}"


@contextmanager
def memory_limited() -> Iterator[None]:
    """Let Python raise MemoryError where more than ``MOST_MEMORY`` is taken, on systems that can."""
    if sys.platform != "linux":
        yield
        return
    import resource

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = pages * resource.getpagesize() + MOST_MEMORY
    lowest = min(each for each in (soft, hard, wanted) if each != resource.RLIM_INFINITY)
    resource.setrlimit(resource.RLIMIT_AS, (lowest, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
