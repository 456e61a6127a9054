"""Addresses, file names and paths that stand bare in words: names of places, which are no prose.

Some addresses with ``://`` or ``www.`` become links as well; a view wants each place only once.
"""

from __future__ import annotations

import re
from functools import cache

from omi_report.prose.nodes import Span

_ENDINGS = (  # of domains; those that are English words («in», «is», «it») are none without a path
    "academy|ac\\.uk|au|biz|ca|ch|com|co\\.uk|de|dev|edu|eu|fr|gov|gov\\.uk|ie|info|int|io|mil|net|nhs\\.uk|nl|org|org\\.uk|"
    "police\\.uk|scot|uk|wales"
)
_FILES = (
    "bat|bmp|cfg|conf|css|csv|db|docx?|eml|exe|gif|gz|html?|ics|ini|jpe?g|js|json|log|md|mp3|mp4|msg|od[pst]|pdf|png|"
    "pptx?|ps1|py|rtf|sh|sql|svg|tar|tiff?|toml|tsv|txt|xhtml|xlsx?|xml|ya?ml|zip"
)
_NAME = r"[^\W_][\w-]*"
_REST = r"(?:[^\s<>\"“”«»‘’`]*[\w/\\=&#~-])?"  # of a path, without the full stop of the sentence


def places_in(text: str) -> tuple[Span, ...]:
    """Return where addresses, file names and paths stand bare in a text, in order."""
    if not _sign().search(text):
        return ()
    return tuple(Span(*match.span()) for match in _place().finditer(text))


@cache
def _sign() -> re.Pattern[str]:
    """What is quick to find, and in every place."""
    return re.compile(r"[.@\\/](?<=[\w-].)(?=[A-Za-z])|[\\/](?=[\w/])")


@cache
def _place() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w\\/.@-])(?:"
        rf"[\w.+-]+@{_NAME}(?:\.{_NAME})+"  # jo@example.org
        rf"|[a-z]+://{_REST}"  # file:///srv/color
        rf"|(?:%\w+%|\$\w+)[\\/]{_REST}"  # $HOME/color
        rf"|[A-Za-z]:[\\/](?:[\w.()-]+(?: [\w.()-]+){{0,3}}\\)*{_REST}"  # C:\Reports\color.txt
        rf"|\\\\(?=\w){_REST}"  # \\server\color
        rf"|(?:~|\.{{1,2}})/(?=\w){_REST}"  # ~/color
        rf"|/[\w.-]+/(?=\w){_REST}"  # /srv/color
        rf"|[\w-][\w.-]*(?:\\(?=[A-Za-z0-9])[\w-][\w.-]*(?<![.]))+"  # reports\color
        rf"|{_NAME}(?:\.{_NAME})*\.[A-Za-z]{{2,}}(?::\d+)?/{_REST}"  # example.org/color
        rf"|(?:[\w.-]+/)*[\w-]+(?:\.[\w-]+)*\.(?:{_FILES})(?![\w-]|\.\w)(?:[?#/]{_REST})?"  # docs/color.html
        rf"|{_NAME}(?:\.{_NAME})*\.(?:{_ENDINGS})(?![\w-]|\.\w)(?:[?#]{_REST})?"  # color.org
        rf")",
        re.IGNORECASE,
    )
