"""What every report of a programme says of itself as a publication: its licence, and how to reach who publishes it.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from typing import Annotated

from omi_report.model.base import Text, Words
from omi_report.model.constraints import Filled, Once, Pattern
from omi_report.model.record import Record, field

WebAddress = Annotated[
    str,
    Pattern(
        r"^https?://[^\s/?#\\@]+([/?#]\S*)?$",
        "an address on the web begins with https:// or http://, and has no gaps: https://www.example.org",
    ),
]
"""Where a page lies on the web. No other scheme is taken: a report leads to nothing else."""

MailAddress = Annotated[
    str,
    Pattern(r"^[^\s@/?#&:<>]+@[^\s@/?#&:<>]+\.[^\s@/?#&:<>]+$", "an e-mail address is written enquiries@example.org"),
]

TelephoneNumber = Annotated[
    str, Pattern(r"^\+?[0-9(][0-9 ()-]{4,24}[0-9]$", "a telephone number is figures, with or without gaps: 01614960000")
]


class Licence(Record):
    """Under which terms others may use the report."""

    name: Words = field(about="Open Government Licence v3.0")
    address: WebAddress | None = field(default=None, about="where its terms stand on the web")
    text: Text | None = field(default=None, about="what it allows, in plain words")


class Contact(Record):
    """How to reach who publishes the report."""

    name: Words | None = field(default=None, about="to whom readers write; the inspectorate if left out")
    address: Annotated[tuple[Words, ...], Filled(), Once()] | None = field(
        default=None, about="the lines of the address"
    )
    telephone: TelephoneNumber | None = None
    email: MailAddress | None = field(default=None, about="that of an office, not of a person")
    website: WebAddress | None = None

    def complaint(self) -> str:
        """Say that there is no way to reach anybody, where there is none."""
        if self.address or self.telephone or self.email or self.website:
            return ""
        return "a contact has one of address, telephone, email and website at least"


class Imprint(Record):
    """What a part of the kind ``imprint`` prints, beside what the area says of its own report."""

    copyright: Words | None = field(default=None, about="whose copyright it is, printed with its year: Crown copyright")
    licence: Licence | None = None
    contact: Contact | None = None
    formats: Text | None = field(
        default=None, about="how to ask for the report in large print, easy read, Braille or another language"
    )
    complaints: Text | None = field(default=None, about="how to comment on the report, or to complain")

    @property
    def texts(self) -> tuple[tuple[tuple[str, ...], Text], ...]:
        """Its texts in the order of the report, each with its path."""
        found = (
            (("licence", "text"), self.licence.text if self.licence else None),
            (("formats",), self.formats),
            (("complaints",), self.complaints),
        )
        return tuple((path, text) for path, text in found if text)
