"""The blocks that parts of any programme can be made of: tables, charts, key facts, images.

Each may be a part by itself, and all of them may stand in a part of several blocks. Neither their code nor their
templates know what a table is about: what its columns mean is declared in the file.
"""
