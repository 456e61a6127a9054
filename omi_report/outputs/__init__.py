"""The report as files: HTML by Jinja, PDF by WeasyPrint, written whole or not at all."""
