"""Cohesion: how cohesive a cluster is, and where it would break.

A new measure of the whole takes a cluster and returns a number, in the file of the question that it answers.
"""
