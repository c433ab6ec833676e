"""Profiles: many measures in one table, of the whole cluster or of the surroundings of every actor.

A profile computes nothing of its own: every number stands beside the call that gives it alone. A new line of the whole
stands in `lines`, a new column of the surroundings in `ego`.
"""
