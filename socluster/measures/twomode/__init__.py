"""Two modes: actors and the groups that they belong to, measured directly or projected.

A new two-mode measure takes its matrix from `shared.incidence`, so that it can be asked of actors and of groups.
"""
