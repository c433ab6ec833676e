"""Roles: who is tied to alike others, and the cluster seen as a few positions.

A new kind of equivalence has a file of its own and answers as `equivalence` does, so that `blockmodel` can take it.
"""
