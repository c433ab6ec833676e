"""Draws: many repetitions of one task, cut into pieces, computed by any workers, and kept as they finish.

Whatever repeats is a `Task`; to repeat something new, write its task, and `pieces.collected` does the rest.
"""
