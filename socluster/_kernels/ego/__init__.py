"""Around every row: its contacts, the ties among them, and the open pairs that it joins.

A new kernel takes a sparse matrix and answers with an array by row; what visits triangles belongs into
`loops_triangles`.
"""
