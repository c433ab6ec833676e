"""File formats: for each a module, or a folder if it takes several files, with `read`, `write` and `losses`.

A new format reads a file into plain tables, writes them, says what it cannot carry, and is listed in `io/files.py`.
"""
