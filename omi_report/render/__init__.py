"""A report → files: HTML by Jinja, PDF by WeasyPrint, drawings of charts."""
