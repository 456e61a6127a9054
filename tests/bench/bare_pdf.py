"""A bare script that renders the print page with WeasyPrint, with the same options as omi."""

from __future__ import annotations

import sys
from pathlib import Path

from weasyprint import HTML

OPTIONS = {"pdf_variant": "pdf/ua-1", "full_fonts": False, "optimize_images": False}

page, target = sys.argv[1:]
HTML(filename=page).write_pdf(target, **OPTIONS)
Path(target).stat()
