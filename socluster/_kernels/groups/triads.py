"""The sixteen kinds of triad, counted by what is tied in them, so that a hub costs no more than its ties."""

from __future__ import annotations

import itertools

import numpy as np
from scipy import sparse

from socluster._kernels.products import Matrix, Vector, ones_like, product_at, row_sums

__all__ = ["triad_counts"]

SMALL = 100  # actors up to whom tables of all pairs are faster than lists of ties


def triad_counts(ties: Matrix) -> list[int]:
    """Return how many triads are of every kind, from 003 to 300 in the usual order.

    Closed triads (with no null dyad) are found from their least connected actor. Open ones with two tied dyads follow
    from the degrees of the actor in the middle, less the closed ones; those with one tied dyad, and with none, from
    what remains. All are whole numbers.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        A cell for every tie from row to column; nothing on the diagonal.

    Returns
    -------
    list of int

    References
    ----------
    Moody, J. (1998). Matrix methods for calculating the triad census. Social Networks, 20, 291-299.
    doi:10.1016/S0378-8733(98)00006-9
    Batagelj, V. & Mrvar, A. (2001). A subquadratic triad census algorithm for large sparse networks with small maximum
    degree. Social Networks, 23, 237-243. doi:10.1016/S0378-8733(01)00035-1
    """
    n = ties.shape[0]
    ones = ones_like(ties)
    mutual = ones.multiply(ones.T).tocsr()
    single = (ones - mutual).tocsr()
    single.eliminate_zeros()
    back = single.T.tocsr()
    closed = _closed(mutual, single, back)
    both, sent, received = (row_sums(each).astype(object) for each in (mutual, single, back))  # whole, however large
    open_ = {
        "021D": (sent * (sent - 1)).sum() // 2,
        "021U": (received * (received - 1)).sum() // 2,
        "021C": (sent * received).sum(),
        "111D": (both * received).sum(),
        "111U": (both * sent).sum(),
        "201": (both * (both - 1)).sum() // 2,
    }
    inside = {  # how many pairs of dyads of each kind a closed triad holds, by the actor whom they share
        "030T": {"021D": 1, "021U": 1, "021C": 1},
        "030C": {"021C": 3},
        "120D": {"021D": 1, "111D": 2},
        "120U": {"021U": 1, "111U": 2},
        "120C": {"021C": 1, "111D": 1, "111U": 1},
        "210": {"111D": 1, "111U": 1, "201": 1},
        "300": {"201": 3},
    }
    for kind, pairs in inside.items():
        for pair, times in pairs.items():
            open_[pair] -= times * closed[kind]
    counts = {**closed, **{kind: int(number) for kind, number in open_.items()}}
    dyads = {"012": int(single.nnz), "102": int(mutual.nnz) // 2}
    held = {kind: _dyads_in(kind) for kind in counts}
    counts["012"] = dyads["012"] * (n - 2) - sum(held[kind][1] * counts[kind] for kind in held)
    counts["102"] = dyads["102"] * (n - 2) - sum(held[kind][0] * counts[kind] for kind in held)
    if n < 3:
        counts["012"] = counts["102"] = 0
    counts["003"] = n * (n - 1) * (n - 2) // 6 - sum(counts.values())
    return [counts[kind] for kind in _ORDER]


_ORDER = (
    *("003", "012", "102", "021D", "021U", "021C", "111D", "111U"),
    *("030T", "030C", "201", "120D", "120U", "120C", "210", "300"),
)


def _dyads_in(kind: str) -> tuple[int, int]:
    """Return how many mutual and asymmetric dyads a triad holds: its name says so."""
    return int(kind[0]), int(kind[1])


def _closed(mutual: Matrix, single: Matrix, back: Matrix) -> dict[str, int]:
    """Count the triads without a null dyad, each from its least connected actor.

    With partners u < v < w in the order of degrees, the products go over pairs of partners v, w of u only.
    """
    degree = row_sums(mutual + single + back)
    place = np.empty(len(degree), dtype=np.int64)
    place[np.argsort(degree, kind="stable")] = np.arange(len(degree))
    upward = {"mutual": _upward(mutual, place), "on": _upward(single, place), "back": _upward(back, place)}
    present = {name: ties for name, ties in upward.items() if ties.nnz}
    if len(degree) <= SMALL:
        present = {name: ties.toarray().astype(float) for name, ties in present.items()}
    counts = dict.fromkeys(("030T", "030C", "120D", "120U", "120C", "210", "300"), 0)
    for (uv, to_v), (uw, to_w) in itertools.product(present.items(), repeat=2):
        for vw, between in present.items():
            counts[_kind(uv, uw, vw)] += _paths_closed(to_v, to_w, between)
    return counts


def _paths_closed(to_v: Matrix | Vector, to_w: Matrix | Vector, between: Matrix | Vector) -> int:
    """Return how many v and w that have a common u are tied as well."""
    if isinstance(to_v, np.ndarray):
        return int(((to_v.T @ to_w) * between).sum())  # whole numbers far below those that floats no longer tell apart
    return int(product_at(to_v.T.tocsr(), to_w, between).sum())


def _upward(ties: Matrix, place: Vector) -> Matrix:
    """Keep the ties to those who come later in the order."""
    cells = ties.tocoo()
    later = place[cells.row] < place[cells.col]
    ends = cells.row[later], cells.col[later]
    return sparse.csr_array((np.ones(later.sum(), dtype=np.int64), ends), shape=ties.shape)


def _kind(uv: str, uw: str, vw: str) -> str:
    """Return the kind of a closed triad from its dyads, each mutual, an arc as written ("on") or one back."""
    sent = dict.fromkeys("uvw", 0)
    pairs = ((uv, "u", "v"), (uw, "u", "w"), (vw, "v", "w"))
    for dyad, first, second in pairs:
        if dyad != "mutual":
            sent[first if dyad == "on" else second] += 1
    mutual = [{first, second} for dyad, first, second in pairs if dyad == "mutual"]
    if not mutual:
        return "030C" if set(sent.values()) == {1} else "030T"
    if len(mutual) > 1:
        return "210" if len(mutual) == 2 else "300"
    (third,) = set("uvw") - mutual[0]
    return {2: "120D", 0: "120U", 1: "120C"}[sent[third]]
