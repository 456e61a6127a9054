"""Exports → a map that is proposed: by the headings, the numbers and texts of questions, the values, and a code book.

``matching`` says which question or attribute a heading names, ``placing`` which answer a written value is,
``code_books`` what codes stand for, ``ids`` which column has the ids, ``personal`` what would tell who somebody is.
``sheet`` puts them together for one sheet, and ``map_text`` writes the map, with the confidence of each guess beside
it. What is not sure is listed in the map under ``unsure``, for a person to look at.
"""
