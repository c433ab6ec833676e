"""networkx calls our kernels: `nx.betweenness_centrality(G, backend="socluster")`, or by `nx.config.backend_priority`.

networkx finds this folder by the entry points of the package. It is a door of the house, like the command line: it
speaks networkx (its functions, arguments, errors and meanings of a weight) and asks nothing but kernels, and no other
part of the package needs it. To add a function: write it with networkx's own signature, name it in `info` and
`interface`, and say in `limits` what it does not take.
"""
