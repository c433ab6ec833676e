"""One table in a file of its own: a list of ties, a list of affiliations, or a matrix, however its columns are called.

`one_table` tells which it is; `lists` and `matrices` make tables of it; `delimited` reads text files and `workbook` the
sheets of a spreadsheet.
"""
