"""Many small networks at once: draws of one network, as rows of bits, and one compiled loop for each kind of measure.

A network of n actors is n rows of W = ceil(n / 64) words of 64 bits: bit j of row i says whether i is tied to j. A
stack of networks, an array of shape (draws, n, W), is built by numpy (`stack`). Whatever is asked of it (`families`) is
one loop over the draws in a file of its own (`loops_*`), compiled when it is first needed, which allocates nothing and
holds no lock; or, for few networks, a page of numpy (`dense`), so that a small question compiles nothing.
"""
