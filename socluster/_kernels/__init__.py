"""Kernels: arrays in, arrays out; they know nothing of labels, tables or clusters.

A new kernel is a function over arrays in the folder where a reader would look for it, and it imports no pandas.
"""
