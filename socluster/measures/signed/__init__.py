"""Signed ties: a layer of positive ties and one of negative ties, looked at together.

A new measure takes `positive=` and `negative=`, and its matrices from `signed.layers`.
"""
