"""Monitoring: what changed between two waves, whether an indicator moves, and how far a plan is.

`waves` compares two observations dyad by dyad, `chart` reads a series of numbers, `plan` a table of what was planned
and done. A new question gets a file; what it answers is a `Result` beside it.
"""
