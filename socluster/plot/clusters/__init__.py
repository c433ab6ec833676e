"""Pictures of clusters: actors and ties, before and after.

A new picture is a function that takes clusters and returns a figure with a description in `meta["alt"]`, in both
languages; it is made public in `socluster/plot/__init__.py`.
"""
