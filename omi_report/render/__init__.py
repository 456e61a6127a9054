"""A document → files: HTML by Jinja, PDF by WeasyPrint, with drawings of charts."""
