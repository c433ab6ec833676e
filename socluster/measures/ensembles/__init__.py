"""Measures of many networks at once: what the measures of a cluster say of every draw of its ties, without a loop."""
