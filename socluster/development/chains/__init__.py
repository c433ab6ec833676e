"""Referral chains: who can pass a client on to whom, how many get through, and how long they wait.

`chain` reads a cluster and the order of its steps; a new question about chains starts from what it returns.
"""
