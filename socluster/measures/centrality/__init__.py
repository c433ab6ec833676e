"""Centrality: who counts in a cluster, one kind of answer a file.

A new centrality is a function that takes a cluster and returns a Series by actor, in the file of its kind (degree,
distance, paths, flow, walks).
"""
