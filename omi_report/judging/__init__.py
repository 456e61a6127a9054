"""The workbooks in which cases are judged and surveys are typed in: what stands in them, and what was filled in.

``form`` says what each sheet has, as plain data; ``workbook`` writes it; ``filled`` reads what people have put in.
"""
