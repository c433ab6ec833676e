"""Which conditions of which form of governance a cluster meets, and what is known of its effectiveness, at which level.

Neither question has a best answer or a score: both end in a table that also lists what nobody knows.
"""
