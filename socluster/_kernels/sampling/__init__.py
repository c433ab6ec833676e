"""Sampling: networks drawn by chance, and matrices whose actors change places, as arrays.

Statistics of an exponential random graph, their changes, and chains over networks: a new statistic is a code in
`loops_toggles`, what it changes by when one tie is added; everything else follows. Permutations: `permuted` looks up
the cells of a matrix in another order, `partial` and `likelihood_fits` regress what comes of it in many draws at once.

Null models: networks placed among the dyads, switched or traded from an observed one, or listed one by one, from a
generator per draw. What loops tie by tie belongs into `loops_switching`, beside a way in numpy that gives the same.
"""
