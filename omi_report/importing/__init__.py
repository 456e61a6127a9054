"""A report that exists as Word or text → the files of an area, as texts.

The way has five steps, each a room of a few small modules:

1. **Reading.** ``text_reader`` and ``word_reader`` make a list of `ReportPiece` of a file: a paragraph, a line, a
   table, each with the line where it stands. ``furniture`` takes out what belongs to the page (running heads, page
   numbers), and ``joining`` puts together what the page broke.
2. **Titles.** ``titles`` holds each short piece against everything that the framework has a name for: its sections,
   criteria, parts, kinds of finding and box. ``structure`` settles which of several places with a title is the one
   where its text stands, since contents and tables repeat titles, and cuts the report there.
3. **Contents.** Each place has a module that knows its shape, and nothing of any report: ``criterion``, ``stories``,
   ``lists``, ``prose``, ``cover``. What they make is plain data for a file, with a `Doubt` where they were not certain.
4. **Texts.** ``markdown`` writes a piece as Markdown; ``figures`` gives percentages and counts names, where the figure
   prints the very words that stood there; ``references`` makes roles of references.
5. **Files.** ``writing`` writes the data as YAML, with a comment at each doubt; ``area_files`` puts the files together.

No word is lost: a piece that no step puts into a file is kept in ``import-left-over.md`` with its line and the reason,
and so are the titles that were recognised. No module knows a report or its words; what a report looks like comes from
the framework's data and from the shape of the text. So a report that nobody has seen is read as well as any other.
"""
