"""Several layers: how they overlap, and where each actor is at home.

A new measure of layers takes its matrices from `shared.layers`, one for each layer.
"""
