"""Cohesion: how tightly a cluster hangs together, and where it would come apart.

A new measure of the whole takes a cluster and returns a number, in the file of the question that it answers.
"""
