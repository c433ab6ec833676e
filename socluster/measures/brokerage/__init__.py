"""Brokerage: who is between others, and what that is worth.

A new measure goes into the file of its idea (holes, roles, paths, bridges), or into a file of its own.
"""
