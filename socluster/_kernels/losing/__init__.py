"""Losing: what is left when rows or ties are taken out, or come back one by one.

A new kernel takes a sparse matrix and sets of rows, and answers with a row of numbers for each set.
"""
