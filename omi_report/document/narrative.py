"""The parts that are mostly text: foreword, summary, recommendations, good practice and others."""

from __future__ import annotations

from typing import Any

from omi_report.document import parts
from omi_report.document.kinds import foreword, good_practice, recommendations, service_users, summary
from omi_report.document.resolve import Resolver
from omi_report.model.framework import Part
from omi_report.model.outline import criterion_id
from omi_report.prose.nodes import plain

Common = dict[str, Any]
"""What every part has: kind, id, heading, appendix, introduction."""


def build_title_page(common: Common, resolver: Resolver) -> parts.TitlePage:
    """Build the cover; its heading is the report's title."""
    identity, framework = resolver.area.identity, resolver.area.framework
    return parts.TitlePage(
        **common | {"heading": plain(resolver(framework.report_title))},
        area=identity.area,
        inspectorate=framework.inspectorate,
        programme=framework.title,
        inspected=identity.inspected,
        published=identity.published,
        isbn=identity.isbn or "",
        stage=identity.stage,
        notice=resolver(identity.notice),
    )


def build_foreword(common: Common, resolver: Resolver) -> parts.Foreword:
    """Build the foreword."""
    found = resolver.area.content(foreword.KIND)
    return parts.Foreword(
        **common,
        text=resolver(found.text if found else None),
        signatory=found.signatory if found else "",
        office=(found.office or "") if found else "",
    )


def build_acknowledgements(common: Common, resolver: Resolver) -> parts.Acknowledgements:
    """Build the thanks and the team."""
    identity = resolver.area.identity
    return parts.Acknowledgements(**common, text=resolver(identity.acknowledgements), team=identity.team)


def build_summary(common: Common, resolver: Resolver) -> parts.Summary:
    """Build the summary: the sections in order, then the threads."""
    found, framework = resolver.area.content(summary.KIND), resolver.area.framework
    if found is None:
        return parts.Summary(**common, texts=())
    sections = [
        parts.TitledText(section.title, resolver(found.sections[section.number]))
        for section in framework.sections
        if section.number in found.sections
    ]
    threads = [
        parts.TitledText(thread.title, resolver(found.threads[thread.id].text))
        for thread in framework.threads
        if thread.id in found.threads
    ]
    return parts.Summary(**common, texts=(*sections, *threads))


def build_recommendations(common: Common, resolver: Resolver) -> parts.Recommendations:
    """Build the numbered recommendations."""
    found = resolver.area.content(recommendations.KIND)
    listed = found.recommendations if found else ()
    addresses = resolver.outline.entries.get("recommendation", ())
    return parts.Recommendations(
        **common,
        recommendations=tuple(
            parts.Recommendation(
                address.id,
                number,
                resolver(recommendation.text),
                tuple(criterion_link(each, resolver) for each in recommendation.criteria),
                address.also,
            )
            for number, (recommendation, address) in enumerate(zip(listed, addresses, strict=True), start=1)
        ),
    )


def build_next_steps(common: Common, resolver: Resolver) -> parts.NextSteps:
    """Build the next steps."""
    found = resolver.area.content(recommendations.KIND)
    return parts.NextSteps(**common, text=resolver(found.next_steps if found else None))


def build_good_practice(common: Common, resolver: Resolver) -> parts.GoodPractice:
    """Build the stories, each under its criterion."""
    found = resolver.area.content(good_practice.KIND)
    listed = found.stories if found else ()
    addresses = resolver.outline.entries.get("story", ())
    return parts.GoodPractice(
        **common,
        stories=tuple(
            parts.Story(
                address.id,
                story.title,
                criterion_link(story.criterion, resolver),
                resolver(story.text, story.criterion),
            )
            for story, address in zip(listed, addresses, strict=True)
        ),
    )


def build_service_users(common: Common, resolver: Resolver) -> parts.ServiceUsers:
    """Build the views of each group of service users."""
    found = resolver.area.content(service_users.KIND)
    groups = tuple(
        parts.TitledText(group.title, resolver(group.text, group.id), f"service-users-{group.id}")
        for group in (found.groups if found else ())
    )
    return parts.ServiceUsers(**common, groups=groups)


def build_standard_text(common: Common, part: Part, resolver: Resolver) -> parts.StandardText:
    """Build a part of the framework's standard wording."""
    blocks = tuple(parts.TitledText(block.heading, resolver(block.text)) for block in part.blocks)
    return parts.StandardText(**common, blocks=blocks)


def criterion_link(number: str, resolver: Resolver) -> parts.CriterionLink:
    """Return a criterion as something to link to."""
    return parts.CriterionLink(number, resolver.area.framework.criteria[number].title, criterion_id(number))
