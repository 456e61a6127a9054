"""The settings of a project: which rules to show, where, and how strictly.

They stand in ``omi.toml`` or in ``[tool.omi]`` of ``pyproject.toml``. The nearest such file above
an area counts, and nothing above the repository is read. An area's folder is untrusted input: a file
of settings inside it may hide what is found in that area, and nothing else.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from omi_report import limits
from omi_report.errors import PluginError, SettingsError
from omi_report.policy import Plugins, Policy, Selection, Settings
from omi_report.source.places import PROJECT_FILE, SETTINGS_FILE, is_area
from omi_report.source.snapshot import Snapshot

KEYS = ("select", "ignore", "per-file-ignores", "strict", "exclude", "plugins", "frameworks", "seal")
KEYS_OF_AN_AREA = ("select", "ignore", "per-file-ignores", "strict")

_DEEP_KEY = r"""(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){50}"""
"""A key of more parts than any table has."""

NOTHING_SELECTED = Selection()


def policy_for(snapshot: Snapshot, folder: Path, selection: Selection = NOTHING_SELECTED) -> Policy:
    """Return the policy for the area in a folder: the settings that count for it, and the user's selection of rules.

    Raises SettingsError where the settings cannot be used.
    """
    from omi_report.document.kinds import PART_KINDS  # takes longer than a check; the cache needs the settings alone

    return Policy(settings_for(snapshot, folder), selection, kinds=PART_KINDS)


def settings_for(snapshot: Snapshot, folder: Path, *, check_codes: bool = True) -> tuple[Settings, ...]:
    """Return the settings that count for the area in a folder: the project's first, then the area's own.

    Raises SettingsError where one of them cannot be used. ``check_codes`` says whether each code in
    them must be that of a rule; this imports all rules.
    """
    project = project_settings(folder, check_codes=check_codes)
    plugins = project.plugins if project else ()
    own = _own_settings(snapshot, folder, plugins, check_codes=check_codes)
    return tuple(each for each in (project, own) if each is not None)


def project_settings(area: Path, *, check_codes: bool = True) -> Settings | None:
    """Return the settings of the project that an area belongs to. Raises SettingsError as `settings_for`."""
    found = _project_file(area)
    return None if found is None else found.reader(check_codes=check_codes).read(found.data, ())


def frameworks_folder_of(area: Path) -> Path | None:
    """Return the folder of frameworks that the project of an area names. Nothing else of its settings is looked at.

    Raises SettingsError where it cannot be used.
    """
    found = _project_file(area)
    named = found.data.get("frameworks") if found and isinstance(found.data, dict) else None
    return None if found is None or named is None else found.reader().frameworks(named)


def project_folder_of(area: Path) -> Path | None:
    """Return the folder whose settings are those of an area's project; None where no file of settings counts.

    Raises SettingsError where it cannot be read.
    """
    found = _project_file(area)
    return None if found is None else found.path.parent


class _ProjectFile(NamedTuple):
    """The file with the settings of a project, its text, and what it says of omi, which should be a table."""

    path: Path
    text: str
    data: Any

    def reader(self, *, check_codes: bool = False) -> _SettingsReader:
        return _SettingsReader(self.path, self.text, of_area=False, check_codes=check_codes)


def _project_file(area: Path) -> _ProjectFile | None:
    """The nearest file above an area that says something of omi."""
    for path, text in _files_above(area):
        if (data := _table(path, text)) is not None:
            return _ProjectFile(path, text, data)
    return None


def _files_above(area: Path) -> Iterator[tuple[Path, str]]:
    """The files above an area that may hold settings, nearest first, with their texts.

    Those in the folder of another area are passed over: they hide what is found there, and are no project's.
    """
    for folder in _folders_above(area):
        if is_area(folder):
            continue
        for path in (folder / SETTINGS_FILE, folder / PROJECT_FILE):
            if os.path.lexists(path):
                yield path, _text_of(path)


def settings_places(area: Path) -> list[Path]:
    """Return the files outside of an area that may hold settings for it, whether or not they are there."""
    return [folder / name for folder in _folders_above(area) for name in (SETTINGS_FILE, PROJECT_FILE)]


def plugins_for(area: Path) -> Plugins:
    """Return the plug-ins that the project of an area names. Raises SettingsError as `settings_for`."""
    project = project_settings(area, check_codes=False)
    return project.plugins if project else ()


def lacking_seal_keys(areas: Iterable[Path]) -> list[str]:
    """Return what settings name a key for evidence that is not there, each once, with its place and the file.

    Settings that cannot be used are passed over. Who only writes an area needs no key, so this is no fault of one.
    """
    found: dict[str, None] = {}
    for area in areas:
        try:
            settings = project_settings(area, check_codes=False)
        except SettingsError:
            continue
        if settings and settings.seal_key and not settings.seal_key.exists():
            found[f"{settings.places['seal']}: the key that [seal] names is not there: {settings.seal_key}"] = None
    return list(found)


def plugins_here() -> Plugins:
    """Return the plug-ins that the project of the current folder names. Raises SettingsError as `settings_for`."""
    return plugins_for(Path.cwd() / "an-area")


def _own_settings(snapshot: Snapshot, folder: Path, plugins: Plugins, *, check_codes: bool) -> Settings | None:
    """The settings inside an area."""
    for name in (SETTINGS_FILE, PROJECT_FILE):
        if name in snapshot.unread:
            raise SettingsError(f"{folder / name}: {snapshot.unread[name].message}")
        if name in snapshot.files:
            text = _decoded(folder / name, snapshot.files[name].data)
            settings = read_settings(folder / name, text, of_area=True, check_codes=check_codes, plugins=plugins)
            if settings is not None:
                return settings
    return None


def _folders_above(area: Path) -> list[Path]:
    """The folders above an area in which settings are looked for, nearest first.

    They end with the repository; outside of one, with the current folder, or with the folder that
    the area stands in.
    """
    above = list(Path(os.path.abspath(area)).parents)  # noqa: PTH100 - links are not resolved: the user's path counts
    if (area / ".git").exists():
        return []
    end = next((folder for folder in above if (folder / ".git").exists()), None)
    if end is None:
        here = Path.cwd()
        end = here if here in above else above[0] if above else None
    return above[: above.index(end) + 1] if end is not None else []


def read_settings(
    path: Path, text: str, *, of_area: bool = False, check_codes: bool = True, plugins: Plugins = ()
) -> Settings | None:
    """Read the text of a file of settings; None where a ``pyproject.toml`` says nothing of omi.

    Raises SettingsError where it cannot be used. ``of_area`` says that it stands inside an area, of whose project
    ``plugins`` are.
    """
    data = _table(path, text)
    return None if data is None else _SettingsReader(path, text, of_area, check_codes).read(data, plugins)


def _table(path: Path, text: str) -> Any:
    """What a file says of omi, which should be a table; None where a ``pyproject.toml`` says nothing."""
    in_project = path.name == PROJECT_FILE
    if in_project and "tool.omi" not in text:
        return None
    import tomllib  # most areas have no settings

    too_deep = f"{path}: brackets or keys stand too deep in each other to be read"
    if re.search(_DEEP_KEY, text):  # for which tomllib takes time and memory by the square of its depth
        raise SettingsError(too_deep)
    try:
        data: dict[str, Any] = tomllib.loads(text)
    except ValueError as error:  # TOMLDecodeError is one; a number may have too many figures besides
        raise SettingsError(f"{_place(path, text, str(error))}: not valid TOML: {error}") from error
    except RecursionError:
        raise SettingsError(too_deep) from None
    if not in_project:
        return data
    tools = data.get("tool")
    return tools.get("omi") if isinstance(tools, dict) else None


def _text_of(path: Path) -> str:
    try:
        if not path.is_file():
            raise SettingsError(f"{path}: this is not an ordinary file")
        if path.stat().st_size > limits.SETTINGS_BYTES:
            raise SettingsError(f"{path}: the file is larger than {limits.SETTINGS_BYTES:,} bytes")
        return _decoded(path, path.read_bytes())
    except OSError as error:
        raise SettingsError(f"{path}: cannot be opened: {error.strerror}") from error


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: not UTF-8 text") from error


def _place(path: Path, text: str, message: str) -> str:
    """The path with the line and column that stand at the end of tomllib's messages."""
    match = re.search(r"\(at line (\d+), column (\d+)\)", message)
    return f"{path}:{match[1]}:{match[2]}" if match else f"{path}:{len(text.splitlines()) or 1}"


@dataclass(frozen=True, slots=True)
class _SettingsReader:
    """Gives the settings their types; every complaint names the line of its key."""

    path: Path
    text: str
    of_area: bool
    check_codes: bool

    @property
    def known(self) -> tuple[str, ...]:
        return KEYS_OF_AN_AREA if self.of_area else KEYS

    def read(self, data: Any, plugins: Plugins) -> Settings:
        if not isinstance(data, dict):
            raise self.wrong("omi", "a table is expected")
        for key in data:
            if key not in self.known:
                raise self.unknown(key)
        patterns = data.get("per-file-ignores", {})
        if not isinstance(patterns, dict):
            raise self.wrong("per-file-ignores", 'a table is expected: {"criteria/1.2.yaml" = ["OMI203"]}')
        self.expect_few("per-file-ignores", list(patterns))
        own = self.plugins(data.get("plugins", []))
        return Settings(
            self.path.parent,
            self.codes("select", data.get("select", []), own or plugins),
            self.codes("ignore", data.get("ignore", []), own or plugins),
            {pattern: self.codes(pattern, codes, own or plugins) for pattern, codes in patterns.items()},
            self.flag("strict", data.get("strict", False)),
            self.expect_few("exclude", self.texts("exclude", data.get("exclude", []), '["drafts/**"]')),
            self.of_area,
            own,
            self.frameworks(data["frameworks"]) if "frameworks" in data else None,
            {key: f"{self.path}:{self.line_of(key)}" for key in ("select", "ignore", "seal", *patterns)},
            self.seal_key(data["seal"]) if "seal" in data else None,
        )

    def plugins(self, names: Any) -> Plugins:
        if not names:
            return ()
        from omi_report.workspace.plugins import plugin_named  # takes longer than all settings

        try:
            named = self.texts("plugins", names, '["omi-example"]')
            return tuple(dict.fromkeys(plugin_named(name) for name in named))
        except PluginError as error:
            raise self.wrong("plugins", str(error)) from None

    def frameworks(self, name: Any) -> Path:
        """The folder of frameworks: one inside the project's, also when links are followed."""
        key, folder = "frameworks", self.path.parent
        if not isinstance(name, str) or not name:
            raise self.wrong(key, 'the name of a folder is expected: "frameworks"')
        found = folder / name
        try:
            inside, is_folder = found.resolve().is_relative_to(folder.resolve()), found.is_dir()
        except (OSError, ValueError):
            inside, is_folder = True, False
        if not inside or Path(name).is_absolute():
            raise self.wrong(key, f"«{name}» does not lie inside {folder}: name a folder of the project")
        if not is_folder:
            raise self.wrong(key, f"there is no folder «{name}» in {folder}")
        return found

    def seal_key(self, table: Any) -> Path:
        """The file with the key that seals evidence. It is opened when a report is built or verified, not before."""
        name = table.get("key") if isinstance(table, dict) and len(table) == 1 else None
        if not isinstance(name, str) or not name:
            raise self.wrong("seal", 'a table with the file of a key is expected: [seal] and key = "../omi-seal-key"')
        return self.path.parent / name

    def codes(self, key: str, value: Any, plugins: Plugins) -> tuple[str, ...]:
        codes = self.texts(key, value, '["OMI203", "OMI5"]')
        if self.check_codes and codes:
            from omi_report.lint.codes import complaint  # which needs all rules

            for code in codes:
                if said := complaint(code, plugins):
                    raise self.wrong(key, said)
        return codes

    def texts(self, key: str, value: Any, example: str) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(key, f"a list of texts is expected: {example}")
        return tuple(value)

    def expect_few(self, key: str, patterns: Sequence[str]) -> tuple[str, ...]:
        """The patterns of paths, none of which takes long, and all together neither."""
        if len(patterns) > limits.PATTERNS:
            raise self.wrong(key, f"there are more than {limits.PATTERNS} patterns: use ** to say several at once")
        if any(len(pattern) > limits.PATTERN_CHARACTERS for pattern in patterns):
            raise self.wrong(key, f"a pattern has more than {limits.PATTERN_CHARACTERS} characters: make it shorter")
        return tuple(patterns)

    def flag(self, key: str, value: Any) -> bool:
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false is expected")
        return value

    def unknown(self, key: str) -> SettingsError:
        import difflib

        if key in KEYS:
            return self.wrong(key, "this can be set for the project only, not inside an area's folder")
        nearest = difflib.get_close_matches(key, self.known, n=1)
        hint = f"did you mean «{nearest[0]}»?" if nearest else f"the settings are {', '.join(self.known)}"
        return SettingsError(f"{self.path}:{self.line_of(key)}: unknown setting «{key}»: {hint}")

    def wrong(self, key: str, message: str) -> SettingsError:
        return SettingsError(f"{self.path}:{self.line_of(key)}: «{key}»: {message}")

    def line_of(self, key: str) -> int:
        """The first line that sets a key, in ``[tool.omi]`` where there is one; tomllib keeps no places."""
        quoted = rf"""["']?{re.escape(key)}["']?"""
        name = re.compile(rf"\s*(?:\[(?:tool\.omi\.)?)?{quoted}\s*[=.\]]|.*[{{,]\s*{quoted}\s*=")
        return next((number for number, line in self.lines() if name.match(line)), 1)

    def lines(self) -> Iterator[tuple[int, str]]:
        inside = self.path.name != PROJECT_FILE
        for number, line in enumerate(self.text.splitlines(), start=1):
            if self.path.name == PROJECT_FILE and line.lstrip().startswith("["):
                inside = line.lstrip().startswith("[tool.omi")
            if inside:
                yield number, line
