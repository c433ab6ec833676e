"""Mixing: do ties stay among actors of one kind, or lead to others?

A new index takes a cluster and `group=`, reads it through `shared.grouping`, and has a file of its own if it has
tests of its own.
"""
