"""An area → its report: every part in the framework's order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from omi_report.disclosure.hidden import hidden_in
from omi_report.document.abbreviated import abbreviated
from omi_report.document.context import BuildContext
from omi_report.document.listed import with_picture_ids
from omi_report.document.notes import numbered
from omi_report.document.part_kind import PartKind
from omi_report.document.provisional import with_provisional_terms
from omi_report.document.references import References
from omi_report.document.texts import Texts
from omi_report.document.tree import Document, Meta, ParagraphBlock, Part
from omi_report.inspection import Inspection
from omi_report.language.known import language_of
from omi_report.language.language import Language
from omi_report.model.outline import PlacedPart


def build_document(inspection: Inspection) -> Document:
    """Build the report of an area without errors, less what its framework's policy on small counts hides."""
    context = context_of(inspection)
    placed = [(each, _kind_of(each, inspection)) for each in inspection.outline.parts]
    # A kind that lists parts is built last. Until then an empty part stands in its place.
    built = [(context.part(each),) if kind.lists_parts else tuple(kind.build(each, context)) for each, kind in placed]
    if inspection.area.pictures:
        named = iter(with_picture_ids(part for parts in built for part in parts))
        built = [tuple(next(named) for _ in parts) for parts in built]
    listed = (part for (_each, kind), parts in zip(placed, built, strict=True) if kind.in_contents for part in parts)
    context = replace(context, parts=tuple(listed))
    whole: list[Part] = []
    for (each, kind), parts in zip(placed, built, strict=True):
        whole += kind.build(each, context) if kind.lists_parts else parts
    if _has_notes(inspection):
        whole = list(numbered(whole, context.language))
    told = abbreviated(whole, _abbreviations(inspection))
    return Document(_meta(context), tuple(_with_words(part, context.language) for part in told))


def context_of(inspection: Inspection) -> BuildContext:
    """Return what the parts of an area's report are built from."""
    area, outline = inspection.area, inspection.outline
    language = language_of(area.framework.language).with_terms(area.framework.words.by_ours)
    if area.identity.stage == "feedback":
        language = with_provisional_terms(language)
    references = References(area.framework, outline, language)
    texts = Texts(area.identity.area, inspection.figures, references, language, area.pictures)
    return BuildContext(area, outline, inspection.scores, language, references, texts, hidden=hidden_in(inspection))


def _has_notes(inspection: Inspection) -> bool:
    """Say whether any text may have a note: to look through the whole report takes longer."""
    standard = (text for _path, text in inspection.framework.prose())
    return any("[^" in text for text in (*(prose.text for prose, _parsed in inspection.texts), *standard))


def _with_words(part: Part, language: Language) -> Part:
    """A part that says so where there is nothing in it; what would introduce it is left out."""
    if part.blocks:
        return part
    words = (language.label("Nothing is reported here."),)
    return replace(part, blocks=(ParagraphBlock(words, role="quiet"),), introduction=())


def _abbreviations(inspection: Inspection) -> dict[str, str]:
    """The abbreviations that an area lists, each with what it stands for."""
    listed = (each for _file, each in inspection.area.ask(lambda kind: kind.abbreviations))
    return {name: expansion for each in listed for name, expansion in each.items()}


def _kind_of(placed: PlacedPart, inspection: Inspection) -> PartKind[Any]:
    kind = inspection.area.kinds[placed.part.kind]
    assert isinstance(kind, PartKind)
    return kind


def _meta(context: BuildContext) -> Meta:
    identity, framework = context.area.identity, context.area.framework
    licence = framework.imprint.licence
    return Meta(
        title=context.title,
        area=identity.area,
        slug=context.area.slug,
        programme=framework.title,
        inspectorate=framework.inspectorate,
        language=framework.language,
        stage=identity.stage,
        inspected=str(identity.inspected),
        drafted=str(identity.drafted) if identity.drafted and identity.stage == "draft" else None,
        published=str(identity.published) if identity.published and identity.stage == "final" else None,
        isbn=(identity.isbn or "") if identity.stage == "final" else "",
        keywords=(framework.title, identity.area, framework.inspectorate),
        draft=context.draft,
        stage_notice=context.stage_notice,
        marks=context.marks,
        terms=context.language.terms,
        issue=identity.issue or "",
        copyright=context.copyright,
        licence=(licence.address or licence.name) if licence else "",
    )
