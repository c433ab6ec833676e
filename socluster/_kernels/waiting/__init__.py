"""Waiting: queues in numbers, as formulas, as chains of states over time, and as clients who come and go.

A new kernel takes rates and numbers of servers and answers with probabilities or times; it knows no units.
"""
