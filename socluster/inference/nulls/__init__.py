"""Null models: what chance means. A frozen value for each, one a file, and the comparison of a measure with them."""
