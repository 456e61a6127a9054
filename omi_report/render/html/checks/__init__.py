"""What can be wrong with a page that templates of a user's own make, or with a style or picture beside them.

A finished page is parsed once (``markup.py``); each check is a file that looks at what came of it.
"""
