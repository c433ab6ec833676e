"""What several measures use: the network, layers, groupings and directions that they measure on.

What only one folder needs stays in that folder; a new file here knows no measure.
"""
