"""An area → its report: every part in the framework's order."""

from __future__ import annotations

from typing import Any

from omi_report.document import contents, narrative, parts, tables
from omi_report.document.resolve import Resolver
from omi_report.document.sections import build_section
from omi_report.inspection import Inspection
from omi_report.model.outline import PlacedPart
from omi_report.prose.nodes import plain
from omi_report.scoring.results import Scores

# These two list what other parts hold, so they are built when those are there.
_LAST_BUILT = ("contents", "abbreviations")


def build_report(inspection: Inspection) -> parts.Report:
    """Build the report of an area that the checks have passed."""
    area, scores = inspection.area, inspection.scores
    resolver = Resolver(area, inspection.outline, inspection.figures)
    built: list[parts.Part] = []
    for placed in resolver.outline.parts:
        if placed.part.kind == "sections":
            built += [build_section(section, resolver, scores) for section in area.framework.sections]
        elif placed.part.kind in _LAST_BUILT:
            built.append(parts.Part(**_common(placed, resolver)))
        else:
            built.append(_build(placed, resolver, scores))
    identity = area.identity
    return parts.Report(
        title=plain(resolver(area.framework.report_title)),
        area=identity.area,
        slug=area.slug,
        subject=area.framework.title,
        inspectorate=area.framework.inspectorate,
        language=area.framework.language,
        stage=identity.stage,
        inspected=identity.inspected,
        published=identity.published,
        keywords=(area.framework.title, identity.area, area.framework.inspectorate),
        isbn=identity.isbn or "",
        parts=_with_lists(built, resolver),
    )


def _with_lists(built: list[parts.Part], resolver: Resolver) -> tuple[parts.Part, ...]:
    """Put the contents and the abbreviations in their places."""
    entries = contents.contents_entries(built)
    done: list[parts.Part] = []
    for placed in built:
        common = {name: getattr(placed, name) for name in ("kind", "id", "heading", "appendix", "introduction")}
        if placed.kind == "contents":
            done.append(contents.build_contents(common, entries))
        elif placed.kind == "abbreviations":
            done.append(contents.build_abbreviations(common, resolver, built, entries))
        else:
            done.append(placed)
    return tuple(done)


def _common(placed: PlacedPart, resolver: Resolver) -> dict[str, Any]:
    part = placed.part
    return {
        "kind": part.kind,
        "id": placed.id,
        "heading": part.heading or "",
        "appendix": placed.appendix,
        "introduction": resolver(part.text),
    }


def _build(placed: PlacedPart, resolver: Resolver, scores: Scores) -> parts.Part:
    common = _common(placed, resolver)
    match placed.part.kind:
        case "title-page":
            return narrative.build_title_page(common, resolver)
        case "foreword":
            return narrative.build_foreword(common, resolver)
        case "acknowledgements":
            return narrative.build_acknowledgements(common, resolver)
        case "summary":
            return narrative.build_summary(common, resolver)
        case "scores":
            return tables.build_scores(common, resolver, scores)
        case "recommendations":
            return narrative.build_recommendations(common, resolver)
        case "next-steps":
            return narrative.build_next_steps(common, resolver)
        case "good-practice":
            return narrative.build_good_practice(common, resolver)
        case "service-users":
            return narrative.build_service_users(common, resolver)
        case "performance":
            return tables.build_performance(common, resolver)
        case "context":
            return tables.build_context(common, resolver)
        case "standard-text":
            return narrative.build_standard_text(common, placed.part, resolver)
        case kind:
            raise AssertionError(f"no builder for parts of kind {kind}")
