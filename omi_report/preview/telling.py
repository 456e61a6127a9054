"""What the page is told of the state of files, as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from omi_report.preview.attempt import Notice
from omi_report.preview.board import FileState
from omi_report.problems import Severity

MOST: Final = 300
"""So many problems are told; their number is told besides."""

_ORDER: Final = tuple(Severity)


def as_json(states: Mapping[str, FileState]) -> str:
    """Return what is told of the files that somebody looks at, on one line.

    Problems are those of the first file. What is made of the same sources has the same problems.
    """
    first = next(iter(states.values()))
    notices = sorted(first.attempt.notices, key=lambda each: _ORDER.index(each.problem.severity))
    told = {
        "files": {name: _file(state) for name, state in states.items()},
        "problems": [_problem(notice, first.attempt.sources) for notice in notices[:MOST]],
        "counts": {
            str(severity): sum(notice.problem.severity is severity for notice in notices) for severity in Severity
        },
        "remarks": list(dict.fromkeys(remark for state in states.values() for remark in state.attempt.remarks)),
    }
    return json.dumps(told, ensure_ascii=False)


def _file(state: FileState) -> dict[str, Any]:
    return {
        "version": state.version,
        "is_building": state.is_building,
        "is_made": state.attempt.data is not None,
        "is_known": state.change >= 0,
        "seconds": round(state.seconds, 2),
        "when": state.when,
    }


def _problem(notice: Notice, sources: Mapping[str, Any]) -> dict[str, Any]:
    problem, location = notice.problem, notice.problem.location
    return {
        "place": str(location),
        "file": location.file,
        "line": location.line,
        "column": location.column,
        "length": problem.length,
        "code": problem.code,
        "severity": str(problem.severity),
        "message": problem.message,
        "hint": problem.hint,
        "excerpt": notice.excerpt,
        "anchors": notice.anchors,
        "can_open": location.file in sources,
    }
