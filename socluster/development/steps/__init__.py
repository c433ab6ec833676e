"""Five interacting steps of making a cluster, and whether its partners agree about the vision.

A new question about agreement gets a file of its own; tables of ratings are read by `ratings`, rankings by `rankings`.
"""
