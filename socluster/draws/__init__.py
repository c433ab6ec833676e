"""Draws: many repetitions of one task, cut into pieces, computed by whoever is at hand, and kept as they come.

Whatever repeats is a `Task`; to repeat something new, write its task, and `pieces.collected` does the rest.
"""
