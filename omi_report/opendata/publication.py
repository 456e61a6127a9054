"""The open data of an area with what its files say of themselves: title, language, publisher, licence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from omi_report.inspection import Inspection
from omi_report.model.base import ReportDate
from omi_report.model.imprint import Contact
from omi_report.opendata.export import export_data, plain_words, tables_of
from omi_report.opendata.export_tables import Tables, stage_of


@dataclass(frozen=True, slots=True)
class Publication:
    """What the data of an area are of, who publishes them, and under which terms. What is not known is empty.

    ``inspected`` and ``published`` are written out, ``issued`` is the same as the latter for programs: 2008-02.
    """

    area: str
    title: str
    programme: str
    language: str
    publisher: str
    inspected: str
    published: str
    issued: str
    stage: str
    licence: str
    licence_address: str
    contact: tuple[str, ...]
    minimum: int | None
    confidential: bool


@dataclass(frozen=True, slots=True)
class AreaData:
    """The open data of an area, the tables among them with their columns, and what is to be said of them."""

    values: dict[str, Any]
    tables: Tables
    publication: Publication


def area_data(inspection: Inspection, *, confidential: bool = False) -> AreaData:
    """Return the open data of an area without errors, as `export_data` does, with what its files say of themselves."""
    values = export_data(inspection, confidential=confidential)
    identity, framework = inspection.area.identity, inspection.framework
    licence, is_final = framework.imprint.licence, identity.stage == "final"
    publication = Publication(
        area=identity.area,
        title=plain_words(inspection, framework.report_title),
        programme=framework.title,
        language=framework.language,
        publisher=framework.inspectorate,
        inspected=_written(identity.inspected, inspection),
        published=_written(identity.published, inspection) if identity.published and is_final else "",
        issued=str(identity.published) if identity.published and is_final else "",
        stage=stage_of(values),
        licence=licence.name if licence else "",
        licence_address=(licence.address or "") if licence else "",
        contact=tuple(_ways(framework.imprint.contact)),
        minimum=values["minimum"],
        confidential=confidential and framework.disclosure.hides,
    )
    return AreaData(values, tables_of(inspection.area.kinds, framework), publication)


def _written(date: ReportDate, inspection: Inspection) -> str:
    return inspection.language.date(date.year, date.month, date.day)


def _ways(contact: Contact | None) -> Iterator[str]:
    """The ways to reach who publishes the report, a line each."""
    if contact is None:
        return
    if contact.name:
        yield contact.name
    if contact.address:
        yield ", ".join(contact.address)
    for said, way in (("Telephone", contact.telephone), ("E-mail", contact.email), ("Website", contact.website)):
        if way:
            yield f"{said}: {way}"
