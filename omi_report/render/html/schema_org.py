"""What a report is, in the words of https://schema.org, for search engines and catalogues."""

from __future__ import annotations

from typing import Any

from omi_report.document.parts import Report


def schema_org(report: Report) -> dict[str, Any]:
    """Return a report as JSON-LD. A report with an ISBN is a book as well: only books have one there."""
    publisher = {"@type": "Organization", "name": report.inspectorate}
    found = {
        "@context": "https://schema.org",
        "@type": ["Report", "Book"] if report.isbn else "Report",
        "name": report.title,
        "inLanguage": report.language,
        "author": publisher,
        "publisher": publisher,
        "datePublished": str(report.published) if report.published else None,
        "temporalCoverage": str(report.inspected),
        "isbn": report.isbn.replace(" ", "").replace("-", ""),
        "about": {"@type": "Thing", "name": report.subject},
        "spatialCoverage": {"@type": "Place", "name": report.area},
        "creativeWorkStatus": "Draft" if report.stage == "draft" else "Published",
    }
    return {name: value for name, value in found.items() if value}
