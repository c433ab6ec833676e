"""Pictures of clusters: actors and ties, before and after.

A new picture is a function that takes clusters and returns a figure with a description in `meta["alt"]`, in both
languages; title, notes and description are put together in `plot/caption.py`. It is made public in
`socluster/plot/__init__.py`.
"""
