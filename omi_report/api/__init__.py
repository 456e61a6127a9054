"""What omi does, as functions for Python programs and notebooks. The command line is no more than a view of them.

An area is named by the path of its folder, or is an `Inspection` that `load` returned: all that the functions
need of it is then worked out once. Nothing is printed. What is wrong with an area is data (`Problem`); an exception,
always an `OmiError`, says that omi cannot go on: there is no area, or settings or templates cannot be used.

The settings of the project (``omi.toml``) count as they do for the commands.
"""

from __future__ import annotations

from omi_report.api.evidence import (
    GuessedMap,
    ImportedEvidence,
    ImportOptions,
    allocate_cases,
    draw_sample,
    evidence_sheets,
    guess_caseload_map,
    guess_map,
    import_evidence,
    missing_answers,
    replace_case,
    sample,
    write_sample,
)
from omi_report.api.reports import (
    Area,
    areas,
    breakdown,
    build,
    comments,
    compare,
    document,
    export,
    load,
    make_draft,
    plan,
    rules,
    score,
    side_by_side,
    status,
    validate,
    verify,
    why,
)
from omi_report.build import Built, Validated
from omi_report.build_options import Written
from omi_report.comments.listing import ListedComment
from omi_report.disclosure.parts import ShownParts
from omi_report.document.explanation import Explanation
from omi_report.document.places import NumberPlace
from omi_report.document.tree import Document
from omi_report.errors import (
    DraftError,
    ManifestError,
    NoEvidenceError,
    NotAnAreaError,
    OmiError,
    OutputError,
    SettingsError,
    UnknownNameError,
)
from omi_report.evidence.figures import Refusal
from omi_report.importing.caseload import ReadCaseload
from omi_report.importing.sheets.causes import Cause
from omi_report.importing.sheets.imported import ImportedSheets
from omi_report.inspection import Inspection, UnsoundAreaError
from omi_report.judging.progress import JudgingSoFar
from omi_report.language.message import Message
from omi_report.model.sample import Sample
from omi_report.model.scales import Band, Scale
from omi_report.plan.standing import Standing
from omi_report.problems import Edit, Location, Problem, Rule, Severity
from omi_report.programme.area_status import AreaStatus
from omi_report.programme.side_by_side import SideBySide
from omi_report.quantity import Quantity
from omi_report.render.look import Edition, Theme
from omi_report.review.change import Change, Changes, FigureChange
from omi_report.sampling.allocating import Allocated
from omi_report.sampling.replacing import Replaced
from omi_report.scoring.results import (
    CriterionResult,
    KeyQuestionRating,
    OverallResult,
    QuestionResult,
    Score,
    Scored,
    Scores,
    SectionResult,
    ThreadResult,
    Unscorable,
)
from omi_report.seal.verification import Difference
from omi_report.workspace.case_sheets import SheetChoice
from omi_report.workspace.caseloads import CaseloadOptions
from omi_report.workspace.drafted import Drafted, DraftOptions
from omi_report.workspace.evidence_import import EvidenceChange
from omi_report.workspace.sampling import DrawOptions, NewSample
from omi_report.workspace.verified import Verified

__all__ = [
    "Allocated",
    "Area",
    "AreaStatus",
    "Band",
    "Built",
    "CaseloadOptions",
    "Cause",
    "Change",
    "Changes",
    "CriterionResult",
    "Difference",
    "Document",
    "DraftError",
    "DraftOptions",
    "Drafted",
    "DrawOptions",
    "Edit",
    "Edition",
    "EvidenceChange",
    "Explanation",
    "FigureChange",
    "GuessedMap",
    "ImportOptions",
    "ImportedEvidence",
    "ImportedSheets",
    "Inspection",
    "JudgingSoFar",
    "KeyQuestionRating",
    "ListedComment",
    "Location",
    "ManifestError",
    "Message",
    "NewSample",
    "NoEvidenceError",
    "NotAnAreaError",
    "NumberPlace",
    "OmiError",
    "OutputError",
    "OverallResult",
    "Problem",
    "Quantity",
    "QuestionResult",
    "ReadCaseload",
    "Refusal",
    "Replaced",
    "Rule",
    "Sample",
    "Scale",
    "Score",
    "Scored",
    "Scores",
    "SectionResult",
    "SettingsError",
    "Severity",
    "SheetChoice",
    "ShownParts",
    "SideBySide",
    "Standing",
    "Theme",
    "ThreadResult",
    "UnknownNameError",
    "Unscorable",
    "UnsoundAreaError",
    "Validated",
    "Verified",
    "Written",
    "allocate_cases",
    "areas",
    "breakdown",
    "build",
    "comments",
    "compare",
    "document",
    "draw_sample",
    "evidence_sheets",
    "export",
    "guess_caseload_map",
    "guess_map",
    "import_evidence",
    "load",
    "make_draft",
    "missing_answers",
    "plan",
    "replace_case",
    "rules",
    "sample",
    "score",
    "side_by_side",
    "status",
    "validate",
    "verify",
    "why",
    "write_sample",
]
