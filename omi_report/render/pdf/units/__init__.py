"""Units of a report: parts that share pages, laid out and written by themselves.

``unit``
    what is known of a unit: plain data, which can go to another process and into the cache
``grouping``
    which parts share pages
``layout``, with ``shared_styles`` and ``number_places``
    how WeasyPrint is asked to lay out a unit
``frozen``
    what was laid out becomes a unit
``kept``
    units that did not change are taken from the cache
"""
