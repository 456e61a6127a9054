"""Units of a report become one file: pages one after the other, one tree of tags, each font once.

``report``
    the whole of it
``sources``
    the files of the units, side by side, and where their pages stand in the report
``tags``, ``links``, ``numbers``, ``bookmarks``, ``fonts``
    what units say about each other or have in common
``shown``
    what a viewer shows of the file beside its pages
"""
