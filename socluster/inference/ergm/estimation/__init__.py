"""How coefficients of an ERGM are found: numbers in, numbers out; nothing here knows a cluster, a term or a word.

`outcomes` is the exact likelihood of what is independent (dyads, pairs) or listed (all networks), `separation` tells
where it has no maximum, `accuracy` says how much a chain of dependent draws is worth, `hull` how far they carry,
`importance` where they lead, `climbing` goes there, `bridges` gives the log-likelihood, `mixing` finds degeneracy.
"""
