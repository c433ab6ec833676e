"""Groups: cohesive parts of a cluster, found from the ties.

A new kind of group has a file of its own and answers with a membership by actor, or with member lists where groups
overlap.
"""
