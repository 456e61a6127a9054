"""What a report is, in the words of https://schema.org, for search engines and catalogues."""

from __future__ import annotations

from typing import Any

from omi_report.document.tree import Meta


def schema_org(meta: Meta) -> dict[str, Any]:
    """Return a report as JSON-LD. A report with an ISBN is a book as well: only books have one there."""
    publisher = {"@type": "Organization", "name": meta.inspectorate}
    found = {
        "@context": "https://schema.org",
        "@type": ["Report", "Book"] if meta.isbn else "Report",
        "name": f"{meta.draft}: {meta.title}" if meta.draft else meta.title,
        "inLanguage": meta.language,
        "author": publisher,
        "publisher": publisher,
        "datePublished": meta.published,
        "temporalCoverage": meta.inspected,
        "isbn": meta.isbn.replace(" ", "").replace("-", ""),
        "version": meta.issue,
        "copyrightNotice": meta.copyright,
        "license": meta.licence,
        "about": {"@type": "Thing", "name": meta.programme},
        "spatialCoverage": {"@type": "Place", "name": meta.area},
        "creativeWorkStatus": "Published" if meta.stage == "final" else "Draft",
    }
    return {name: value for name, value in found.items() if value}
