"""Compiling: when loops are compiled, how they are loaded, and what they share.

A new compiled loop is in a file `loops_*` of the folder that uses it, states its signature, and is reached by
`load` only.
"""
