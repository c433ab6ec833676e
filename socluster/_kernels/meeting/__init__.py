"""Actors who meet at events: one draw of meetings and ties, and the likelihood of what became of every dyad.

A new loop stands in a module `loops_*`, which only its face here loads.
"""
