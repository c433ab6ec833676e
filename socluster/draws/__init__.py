"""Draws: many repetitions of one task, cut into pieces, computed by any workers, and kept as they finish.

Whatever repeats is a `Task` (task.py). To repeat something new, write its task; `Drawing` (pieces.py) does the rest:
workers, progress, checkpoints, and as many draws as the precision needs. `Worlds` draws uncertain ties, `spread` makes
the table of medians, intervals and errors, and `Draws` is what a user says about all of it.
"""
