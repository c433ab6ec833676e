"""Pictures of plain tables: intervals, rankings, trade-offs and whatever else results are drawn with.

A new picture is a function that takes a table and returns a figure with a description in `meta["alt"]`, in both
languages; title, notes and description are put together in `plot/caption.py`. It knows no result, and is made public
in `socluster/plot/__init__.py`.
"""
