"""Draws: many repetitions of one task, cut into pieces, computed by any workers, and kept as they finish.

Whatever repeats is a `Task` (task.py); to repeat something new, write its task, and `Drawing` (pieces.py) does the rest:
workers, progress, checkpoints, as many draws as the precision needs. `Worlds` draws uncertain ties, `spread` makes the
table of medians, intervals and errors, `Draws` holds what a user says about it.
"""
