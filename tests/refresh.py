"""`make docs`: write the generated pages of docs/ anew, and compile the catalogues of the languages.

One function for each page; a test holds every page against what its function returns.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from babel.messages.extract import DEFAULT_KEYWORDS

from omi_report.document.kinds import PART_KINDS
from omi_report.fonts.files import ARABIC_FILES, FALLBACK_FILES, FONT_FILES, HEBREW_FILES, FontFile
from omi_report.model.schema import described, schema_of
from omi_report.resources import templates_folder
from tests.catalogues import catalogue_files, compiled, read_catalogue

ROOT = Path(__file__).parent.parent


def rules_reference() -> str:
    """The reference of the rules."""
    from omi_report.lint.manual import rules_page
    from omi_report.lint.registry import RULES

    return rules_page(RULES)


def command_reference() -> str:
    """The reference of the commands: their own help, in the order of the help."""
    import click

    from omi_report.cli.main import COMMANDS, main

    pages: list[tuple[str, click.Command | None]] = [("omi", main)]
    for name in COMMANDS:
        command = main.get_command(click.Context(main), name)
        pages.append((f"omi {name}", command))
        if isinstance(command, click.Group):
            within = click.Context(command, info_name=name)
            pages += [
                (f"omi {name} {each}", command.get_command(within, each)) for each in command.list_commands(within)
            ]
    parts = ["# Commands\n\nThis page is made from the commands themselves (`make docs`).\n"]
    for name, command in pages:
        assert command is not None, name
        context = click.Context(
            command, info_name=name, terminal_width=88, max_content_width=88, **main.context_settings
        )
        parts.append(f"## {name}\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def schema(kind: str) -> str:
    """The JSON Schema of a kind of file."""
    return json.dumps(schema_of(kind, PART_KINDS), indent=2, ensure_ascii=False) + "\n"


def report_schema() -> str:
    """The JSON Schema of a report as JSON."""
    from omi_report.document.json_schema import document_schema

    return json.dumps(document_schema(), indent=2, ensure_ascii=False) + "\n"


def export_schema() -> str:
    """The JSON Schema of open data as JSON."""
    from omi_report.opendata.data_schema import data_schema

    return json.dumps(data_schema(PART_KINDS), indent=2, ensure_ascii=False) + "\n"


def font_coverage() -> str:
    """The characters that the fonts have that come with omi, as a module for those who ask for them."""
    return (
        '"""The characters that the fonts of a report have: made from the fonts themselves (`make docs`)."""\n\n'
        "from __future__ import annotations\n\nfrom typing import Final\n\n"
        f"COVERED: Final = (\n{_ranges(FONT_FILES)})\n"
        '"""What every font of every report has, as ranges of a class of a pattern."""\n\n'
        f'FALLBACK: Final = (\n{_ranges(FALLBACK_FILES)})\n"""What the fonts of last resort have, likewise."""\n\n'
        f"HEBREW: Final = (\n{_ranges(HEBREW_FILES)})\n"
        f'ARABIC: Final = (\n{_ranges(ARABIC_FILES)})\n"""And those for letters from right to left."""\n'
    )


def _ranges(files: tuple[FontFile, ...]) -> str:
    """The characters that all of some fonts have, a range in a line."""
    from fontTools.ttLib import TTFont

    folder = templates_folder() / "fonts"
    ranges: list[tuple[int, int]] = []
    for code in sorted(set.intersection(*(set(TTFont(folder / name).getBestCmap()) for name, _, _ in files))):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1] = ranges[-1][0], code
        else:
            ranges.append((code, code))
    return "".join(f'    r"\\u{first:04x}-\\u{last:04x}"\n' for first, last in ranges)


KEYWORDS: Final = DEFAULT_KEYWORDS | {"label": None, "sentence": None, "message": None, "counted": (1, 2)}
"""The functions whose literals are messages, each with the places of its keys (None for the first alone)."""


def catalogue() -> str:
    """The template of the message catalogues: every interface string of templates and outputs."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract_from_dir
    from babel.messages.pofile import write_po

    found = Catalog(project="omi_report", charset="utf-8")
    for folder, pattern, method in (("omi_report", "**.py", "python"), ("templates", "html/**.html", "jinja2")):
        options = {pattern: {"extensions": "jinja2.ext.i18n", "newstyle_gettext": "true"}}
        extracted = extract_from_dir(
            ROOT / folder, [(pattern, method)], options, keywords=KEYWORDS, comment_tags=["Translators:"]
        )
        for file, line, message, comments, context in sorted(extracted, key=lambda each: (each[0], each[1])):
            found.add(message, locations=[(f"{folder}/{file}", line)], auto_comments=comments, context=context)
    target = io.BytesIO()
    write_po(target, found, omit_header=True, include_lineno=False, width=100)
    return target.getvalue().decode()


PAGES: Final[dict[str, Callable[[], str]]] = {
    "docs/reference/rules.md": rules_reference,
    "docs/reference/commands.md": command_reference,
    "omi_report/fonts/coverage.py": font_coverage,
    "omi_report/locale/omi.pot": catalogue,
    "docs/reference/schema/report.json": report_schema,
    "docs/reference/schema/export.json": export_schema,
    **{f"docs/reference/schema/{kind}.json": partial(schema, kind) for kind in described(PART_KINDS)},
}
"""Every generated page, by its path in the repository, and the function that returns its text."""


def compiled_catalogues() -> dict[Path, bytes]:
    """The catalogues as the program reads them, each beside the one that translators write."""
    return {path.with_suffix(".mo"): compiled(read_catalogue(path)) for path in catalogue_files()}


def main() -> None:
    """Write the pages that have changed."""
    for name, page in PAGES.items():
        path, text = ROOT / name, page()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"wrote {name}")
    for path, data in compiled_catalogues().items():
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)
            print(f"wrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
