"""Spectra and currents: what eigenvectors and systems of linear equations say of a matrix.

A new kernel takes a sparse matrix, answers with arrays, and says what it does where the matrix falls into pieces.
"""
