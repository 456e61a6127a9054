"""The functions about inspections and their reports."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from omi_report import build as _build
from omi_report.build import Built, Validated
from omi_report.build_options import BuildOptions
from omi_report.comments.listing import ListedComment
from omi_report.disclosure.parts import ShownParts
from omi_report.document.explanation import Explanation, explain
from omi_report.document.tree import Document
from omi_report.errors import (
    NotAnAreaError,
    OutputError,
    told_by_system,
)
from omi_report.inspection import Inspection, UnsoundAreaError, inspect
from omi_report.plan.standing import Standing
from omi_report.policy import Policy
from omi_report.problems import Rule, in_order
from omi_report.programme.area_status import AreaStatus
from omi_report.programme.side_by_side import SideBySide
from omi_report.render.look import Edition, Look, Theme, look_named
from omi_report.review.change import Changes
from omi_report.review.changes import changes_between
from omi_report.scoring.results import (
    Scores,
)
from omi_report.source.places import COMMENTS_FILE, PLAN_FILE
from omi_report.source.snapshot import Snapshot
from omi_report.workspace.drafted import Drafted, DraftOptions
from omi_report.workspace.verified import Verified, verify as _verify

Area: TypeAlias = "Inspection | str | os.PathLike[str]"
"""An area that was loaded, or the path of its folder."""


@told_by_system()
def areas(*paths: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Return the folders of the areas that paths name: areas themselves, and all those in a folder of areas.

    Without a path they are the area at or above the current folder, or else those below it. What the settings exclude
    is left out. Raises NotAnAreaError for a path that leads to no area.
    """
    from omi_report.workspace.areas import find_areas

    found = find_areas(map(Path, paths))
    wrong = [*found.wrong, *(f"{path} is in no area" for path in found.strays)]
    if wrong:
        raise NotAnAreaError("; ".join(wrong))
    return tuple(found.areas)


@told_by_system()
def load(area: Area) -> Inspection:
    """Read an area with its evidence, and return everything that is known of it.

    Its ``scores``, ``figures``, ``outline`` and ``texts`` are worked out when they are first asked for.
    The area may have errors: ``problems`` has those of reading and of shape, and `validate` finds the others.

    Raises NotAnAreaError where there is no area, SettingsError where its settings cannot be used, and
    UnsoundAreaError where its ``area.yaml`` or its framework is damaged, so that nothing can be known of it.
    """
    if isinstance(area, Inspection):
        return area
    inspected = inspect(*_source(area))
    if isinstance(inspected, Inspection):
        return inspected
    raise UnsoundAreaError(os.fspath(area), tuple(in_order(inspected.problems)))


@told_by_system()
def validate(area: Area) -> Validated:
    """Find all that is wrong with an area, as `omi validate` does.

    ``problems`` are in the order of their places, and ``to_rows()`` gives them for a table. Raises as `load` does,
    except for a damaged area: its problems are returned.
    """
    if isinstance(area, Inspection):
        return _build.lint(area)
    return _build.lint(inspect(*_source(area)))


def rules() -> tuple[Rule, ...]:
    """Return every rule that `validate` holds an area against, in the order of the codes."""
    from omi_report.lint.registry import RULES

    return RULES


@told_by_system()
def score(area: Area, where: Mapping[str, str | Iterable[str]] | None = None) -> Scores:
    """Score an area: from its evidence where there is any, else as it is published.

    ``where`` narrows the cases by their attributes: ``{"case_type": "licence"}``, or several values in a list. Scores
    are exact fractions, in per cent; ``to_rows()`` gives them for a table. Raises as `load`, and UnknownNameError
    for an attribute or a value that the framework does not have, NoEvidenceError where there are no cases to narrow.
    """
    inspection = load(area)
    if where is None:
        return inspection.scores
    from omi_report.scoring.breakdown import score_where

    return score_where(inspection.area, where)


@told_by_system()
def breakdown(area: Area, attributes: Iterable[str], detail: str = "", *, confidential: bool = False) -> ShownParts:
    """Score the parts of a sample by some attributes, as ``omi score --by`` does, with all of their totals.

    ``groups`` are the parts, each with its ``where``, ``cases``, ``scores`` and the questions that ``dropped`` out;
    ``hidden`` says what may not be shown of them, by the framework's policy on small counts: the values themselves are
    all there. With ``detail``, the number of a result, it says so of the counts of its questions too. Where it is
    ``confidential`` nothing is hidden. Raises as `load`, and UnknownNameError, NoEvidenceError or TooManyPartsError.
    """
    from omi_report.disclosure.parts import shown_parts

    return shown_parts(load(area), tuple(attributes), detail, confidential=confidential)


@told_by_system()
def side_by_side(areas: Iterable[Area], *, confidential: bool = False) -> SideBySide:
    """Put the scores of areas side by side, as ``omi compare`` does, in the order in which they come.

    ``rows`` have a cell for each of the ``areas``: its score, interval and number of cases. They say whether a
    difference may be chance. Raises as `load`, and UnlikeFrameworksError where the frameworks have nothing in common.
    """
    from omi_report.programme.side_by_side import side_by_side as put_beside

    return put_beside([load(area) for area in areas], confidential=confidential)


@told_by_system()
def why(area: Area, number: str) -> tuple[Explanation, ...]:
    """Return everything that a number of a report is: where it stands, and how it comes about.

    ``number`` is a figure as it is printed (``63%``), the name of a percentage, or the number of a question, a
    criterion, a section or a thread. All that the report prints is looked through, unless the area has errors: then
    there is no report. Nothing comes back where it stands nowhere. Raises as `load`.
    """
    from omi_report.document.build import build_document

    wanted = number.strip()
    if not wanted:
        return ()
    inspection = load(area)
    sound = _build.lint(inspection).sound
    return explain(inspection, wanted, build_document(sound) if sound else None)


@told_by_system()
def document(area: Area) -> Document:
    """Return the report of an area as a tree of plain data, which ``omi build --json`` writes.

    Raises as `load`, and UnsoundAreaError where the area has errors: no report can be made of it.
    """
    from omi_report.document.build import build_document

    return build_document(_sound(area))


@told_by_system()
def export(area: Area, *, confidential: bool = False) -> dict[str, Any]:
    """Return the open data of an area: scores, percentages, the texts of the report and so on, as lists of rows.

    The rows of a table all have the same columns. What the framework's policy on small counts hides
    is left out; with ``confidential`` nothing is. Raises as `document`.
    """
    from omi_report.opendata.export import export_data, tables_of

    inspection = _sound(area)
    data = export_data(inspection, confidential=confidential)
    for table, columns in tables_of(inspection.area.kinds, inspection.framework).items():
        data[table] = [dict.fromkeys(columns) | row for row in data.get(table, ())]
    return data


@told_by_system()
def build(  # noqa: PLR0913 - one for each thing that can be asked for
    area: Area,
    output: str | os.PathLike[str] = "build",
    *,
    html: bool = True,
    pdf: bool = True,
    json: bool = False,
    docx: bool = False,
    govspeak: bool = False,
    glance: bool = False,
    renderers: Iterable[str] = (),
    templates: str | os.PathLike[str] | None = None,
    word_template: str | os.PathLike[str] | None = None,
    edition: Edition = "standard",
    theme: Theme = "standard",
) -> Built:
    """Compile the report of an area and write it, sealed by its manifest, below the folder ``output``.

    ``json`` writes the report as data too, ``docx`` as a Word file, ``govspeak`` as the Markdown of GOV.UK, and
    ``renderers`` name those of plug-ins. With ``glance`` all of these hold the page at a glance alone. ``templates``
    is a folder of one's own templates, ``word_template`` a Word file whose styles the report's has. Where the area has
    errors nothing is written, ``written`` is empty, and ``validated`` has the problems. Raises as `load`, and
    OutputError where nothing is asked for, the report cannot be written, there is no such edition or theme, or the
    templates cannot be used; WordFileError for a Word file that cannot be opened safely.
    """
    asked = tuple(renderers)
    if not (html or pdf or json or docx or govspeak or asked):
        raise OutputError("nothing is asked for: say yes to html, pdf, json, docx or govspeak, or name a renderer")
    look: Look = look_named(edition, theme)
    options = BuildOptions(
        html=html,
        pdf=pdf,
        json=json,
        docx=docx,
        govspeak=govspeak,
        glance=glance,
        renderers=asked,
        output=Path(output),
        templates=_folder(templates),
        word_template=None if word_template is None else Path(word_template),
        edition=look.edition,
        theme=look.theme,
    )
    return _build.build(*_source(area), options)


@told_by_system()
def verify(
    folder: str | os.PathLike[str],
    area: Area | None = None,
    templates: str | os.PathLike[str] | None = None,
    word_template: str | os.PathLike[str] | None = None,
) -> Verified:
    """Compare the reports in a folder with their manifests and, if the area is given, with the reports built again.

    Raises ManifestError where there is no manifest, OutputError where the templates cannot be used, and as `load`.
    """
    source = None if area is None else _folder_of(area)
    word = None if word_template is None else Path(word_template)
    return _verify(Path(folder), source, _folder(templates), word_template=word)


@told_by_system()
def plan(area: Area, today: datetime.date) -> tuple[Standing, ...] | None:
    """Return how far the actions of an area's plan have come by a day; None without one. Raises as `document`."""
    from omi_report.plan.planned import planned
    from omi_report.plan.standing import standings

    found = planned(load(area))
    if found is not None and found.plan is None:
        raise UnsoundAreaError(PLAN_FILE, found.problems)
    return None if found is None else standings(found, today)


@told_by_system()
def status(area: Area, today: datetime.date) -> AreaStatus:
    """Return where an inspection stands by a day. Where it cannot be read, nothing is raised: ``refusal`` says why."""
    from omi_report.programme.status import status_of

    return status_of(_folder_of(area), today)


@told_by_system()
def comments(area: Area) -> tuple[ListedComment, ...] | None:
    """Return the comments on the drafts of an area, in the order of the report. Otherwise it is as `plan`."""
    from omi_report.comments.commented import commented
    from omi_report.comments.listing import listed
    from omi_report.workspace.commenting import places_now

    found = commented(load(area))
    if found is not None and found.held is None:
        raise UnsoundAreaError(COMMENTS_FILE, found.problems)
    return None if found is None else listed(found, found.comments, places_now(found.inspection))


@told_by_system()
def make_draft(area: Area, options: DraftOptions) -> Drafted:
    """Make a draft of a report, as `omi draft` does. Where it may not be made, ``problems`` say why.

    Raises DraftError where the stage is not draft, the draft has no number or is there already; and as `build`.
    """
    from omi_report.workspace import drafting

    return drafting.make_draft(_folder_of(area), options)


def _folder_of(area: Area) -> Path:
    return area.snapshot.folder if isinstance(area, Inspection) else Path(area)


@told_by_system()
def compare(old: Document | str | os.PathLike[str], new: Document | str | os.PathLike[str]) -> Changes:
    """Return what is different between two editions of a report, as `omi diff` shows it.

    Each is a report, or what `omi diff` takes: an area, ``areas/hampshire@draft-1``, a ``report.json``, a folder of a
    build. Raises NotComparableError and RevisionError, which are OmiErrors, where one of them is no report.
    """
    from omi_report.workspace.versions import version_of

    before, after = (
        each if isinstance(each, Document) else version_of(os.fspath(each)).document for each in (old, new)
    )
    return changes_between(before, after)


def _source(area: Area) -> tuple[Snapshot, Policy]:
    """The files and the settings of an area."""
    if isinstance(area, Inspection):
        return area.snapshot, area.policy
    from omi_report.workspace.area import open_area

    return open_area(Path(area))


def _folder(templates: str | os.PathLike[str] | None) -> Path | None:
    if templates is None:
        return None
    folder = Path(templates)
    if not folder.is_dir():
        raise OutputError(f"there is no template folder {folder}")
    return folder


def _sound(area: Area) -> Inspection:
    validated = validate(area)
    if validated.sound is None:
        raise UnsoundAreaError(validated.inspection.snapshot.shown or ".", tuple(validated.problems))
    return validated.sound
