"""Networks drawn by chance: statistics of an exponential random graph, their changes, and chains over networks.

A new statistic is a code in `loops_toggles`: what it changes by when one tie is added. Everything else follows.
"""
