"""Paths: distances between rows, and what runs over the ways between them.

A new kernel takes a sparse matrix and answers with an array by row; its compiled loop is beside it, in a file
`loops_*`.
"""
