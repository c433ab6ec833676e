"""Resilience: what is left when actors leave, at once or one after the other.

A new measure compares what the others had with what they have left, in a file named after how actors leave.
"""
