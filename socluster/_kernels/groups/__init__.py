"""Groups and positions: how rows fall into parts, how well that fits, and what runs within and between parts.

A new kernel takes a matrix and, where there is one, an array with the part of every row.
"""
