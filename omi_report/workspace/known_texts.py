"""What is known of the texts of an area since it was last checked, kept from one run to the next.

After a change of one text only that text is looked at by the rules that look at one text alone.
"""

from __future__ import annotations

import hashlib
import json

from omi_report.build import Validated, lint
from omi_report.cache import keep, kept
from omi_report.inspection import Inspection, Unreadable
from omi_report.lint.clean_texts import CleanTexts
from omi_report.workspace.cache import program_digest


def lint_with_known_texts(inspected: Inspection | Unreadable) -> Validated:
    """Find what is wrong in an area, as `lint`, with the help of what is kept of its texts; keep what is found now.

    Nothing is kept where a plug-in adds rules: nobody knows when its program changes.
    """
    if not isinstance(inspected, Inspection) or inspected.policy.plugins:
        return lint(inspected)
    try:
        key = _key(inspected)
    except OSError:  # the program cannot be read
        return lint(inspected)
    name = _name(inspected)
    clean = CleanTexts(*_known(name, key))
    validated = lint(inspected, clean)
    if (clean.found, clean.facts) != (clean.known, clean.known_facts):
        keep(name, json.dumps({"key": key, "texts": clean.found, "facts": clean.facts}).encode())
    return validated


def _name(inspection: Inspection) -> str:
    """The name under which the texts of an area are known."""
    folder = str(inspection.snapshot.folder.resolve())
    return f"{hashlib.blake2b(folder.encode(errors='surrogateescape'), digest_size=16).hexdigest()}.texts"


def _key(inspection: Inspection) -> str:
    """A digest of the program and of the framework: all that rules may know beside a text."""
    own = inspection.files.get(inspection.area.framework_file)
    file = inspection.of_project.file if inspection.of_project else own
    digest = hashlib.blake2b(program_digest())
    digest.update(f"{inspection.framework.framework}\0{file.text if file else ''}".encode(errors="surrogatepass"))
    return digest.hexdigest()


def _known(name: str, key: str) -> tuple[dict[str, int], dict[str, str]]:
    """The texts and the facts that are known under a key; none where nothing is kept, or something else."""
    try:
        found = json.loads(kept(name) or b"{}")
    except ValueError:
        return {}, {}
    if not isinstance(found, dict) or found.get("key") != key:
        return {}, {}
    texts, facts = found.get("texts"), found.get("facts")
    if not isinstance(texts, dict) or not isinstance(facts, dict):
        return {}, {}
    return {digest: bits for digest, bits in texts.items() if isinstance(bits, int)}, facts
