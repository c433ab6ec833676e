"""When two paths are equally long, for every measure that asks: one rule, one tolerance, the same from every source.

A length such as 1 / 3 is rounded, so that three ties of strength 3 in a row are not exactly as long as one of
strength 1. Each rounding is at most 1.2e-16 of a sum, so that a sum over a path of 400,000 ties is off by less than
5e-11 of itself, and two that ought to be equal differ by less than `SAME_LENGTH` of themselves. What differs by more
differs in the data.

It is the parts in which two paths differ that are compared, not the way that they have in common: with a long tie
before a fork, the branches of the fork would otherwise seem equal from one end and not from the other. Where lengths
are more than 10^10 apart, less than half of the shortest is allowed, so that no whole tie is taken for rounding.
"""

from __future__ import annotations

__all__ = ["SAME_LENGTH", "WIDEST"]

SAME_LENGTH = 1e-10  # as a part of the lengths compared

# How far apart lengths may be for paths to be compared: half of the shortest is then still more than rounding makes of
# the longest. Sums are held with 31 digits, so that 10 for the tolerance and these 15 leave 6 for sums over many ties.
WIDEST = 1e15
