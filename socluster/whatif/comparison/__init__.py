"""Comparison: what a scenario would change, with its uncertainty and against a partner like any other.

A new way to compare ends in a `Study`, and what it answers is in the file of its result.
"""
