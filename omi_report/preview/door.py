"""Who may ask: the user of this machine's browser who has the address that was printed, and no other page."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

HOST: Final = "127.0.0.1"
_HOSTS: Final = (HOST, "localhost")
SECOND: Final = "Omi-Token"
"""The header that has the token a second time."""


@dataclass(frozen=True, slots=True)
class Door:
    """Lets in what comes to the right host and port, with the token that was made at this start."""

    port: int
    token: str

    @property
    def address(self) -> str:
        """The address of the page. Whoever has it may look, so it is printed to the user alone."""
        return f"http://{HOST}:{self.port}/{self.token}/"

    def name(self, path: str, headers: Mapping[str, str | None]) -> str | None:
        """Return what a request asks for, empty for the page itself; None where it is refused.

        Another host in the request is a name that somebody has made to lead here; another origin is another page.
        """
        hosts = [f"{host}:{self.port}" for host in _HOSTS]
        if headers.get("Host") not in hosts:
            return None
        if headers.get("Origin") not in (None, *(f"http://{host}" for host in hosts)):
            return None
        if headers.get("Sec-Fetch-Site") not in (None, "same-origin", "none"):
            return None
        token, stroke, name = path.removeprefix("/").partition("/")
        return name if stroke and secrets.compare_digest(token.encode(), self.token.encode()) else None

    def may_change(self, headers: Mapping[str, str | None]) -> bool:
        """Say whether a request that was let in may do something: it has the token a second time, and an origin.

        No page of another origin can set the header without being asked for it first, which is refused.
        """
        given = headers.get(SECOND) or ""
        return headers.get("Origin") is not None and secrets.compare_digest(given.encode(), self.token.encode())
