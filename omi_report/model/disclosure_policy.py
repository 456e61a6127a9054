"""What a programme settles about small counts: how small a count it never prints, or that it prints every one.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from typing import Annotated, Final

from omi_report.model.base import Words
from omi_report.model.constraints import Range
from omi_report.model.record import Record, field

SAFE_MINIMUM: Final = 5
"""The smallest count that is printed where a framework says nothing of it."""


class DisclosurePolicy(Record):
    """One of both: the smallest count that is printed anywhere, or why a programme prints every count."""

    minimum: Annotated[int, Range(1)] | None = field(default=None, about="no count under it is printed anywhere")
    none: Words | None = field(default=None, about="every count is printed, and this is the reason")

    def complaint(self) -> str:
        """Say that there is neither a minimum nor a reason for none, or that there are both."""
        if self.minimum is None and self.none is None:
            return "give «minimum», the smallest count that is printed, or «none», the reason why all counts are"
        if self.minimum is not None and self.none is not None:
            return "«minimum» hides small counts and «none» hides nothing: not both"
        return ""

    @property
    def smallest(self) -> int:
        """The smallest count that is printed; 0 where every count is."""
        return 0 if self.none is not None else self.minimum or SAFE_MINIMUM

    @property
    def hides(self) -> bool:
        """Whether any count is hidden."""
        return self.none is None

    @property
    def smallest_group(self) -> int:
        """Under how many people a group is small: the minimum, or the safe one where every count is printed."""
        return self.minimum or SAFE_MINIMUM
