"""Joining: what one more actor changes, for many candidate sets of partners, without recomputing.

A new update takes a state of the network before and `candidates`; a test holds it to counting the joined network
anew.
"""
