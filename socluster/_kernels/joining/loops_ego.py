"""Compiled loops over what changes around everybody when one actor x joins, candidate by candidate.

Candidate c would be tied to partners[starts[c]:starts[c + 1]], as strongly as `strengths` says; a part of `starts` is
enough to compute a part of the candidates. Two things follow, and both stay within two steps of x. The partners spread
their ties over one more contact, so that less runs through them between any two of their contacts who are in contact
themselves. And partners who are in contact with each other now have x as a further common contact.

`columns` and `values` are the contacts of every actor. Every tie is also listed once, at its less connected end: the
ties of i are begins[i], ..., ends[i] - 1; they lead from `near`, that is i, to `far` and are `own` strong. Whoever
looks for ties among a set of actors goes through these alone, which are few, also around hubs. All loops leave their
tables as they found them, candidate by candidate, so that no result depends on what was computed before.
"""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["among_partners", "contact_sums", "eased", "hierarchies"]

_ROWS = "int64[::1], uint32[::1], float64[::1]"  # starts, columns, values
_TIES = "int64[::1], int64[::1], uint32[::1]"  # begins, ends, far
_ALL_OF_TIES = f"{_TIES}, uint32[::1], float64[::1]"  # the same, near, own
_CANDIDATES = "int64[::1], int64[::1], float64[::1]"  # starts, partners, strengths


@compiled(
    f"void({_ALL_OF_TIES}, float64[::1], float64[::1], {_CANDIDATES},"
    "float64[::1], int64[::1], float64[::1], float64[::1])"
)
def among_partners(
    begins: Vector,
    ends: Vector,
    far: Vector,
    near: Vector,
    own: Vector,
    total: Vector,
    largest: Vector,
    starts: Vector,
    partners: Vector,
    strengths: Vector,
    through: Vector,
    closed: Vector,
    overlap: Vector,
    overlap_of_x: Vector,
) -> None:
    """Look at the ties among the partners of every candidate, and fill in, for every partner q:

    `through`, what runs between x and q, directly and through others; `closed`, how many of the other partners q is in
    contact with; `overlap`, by how much x repeats what q has from them; `overlap_of_x`, the part of q in how far the
    partners repeat each other for x (both are sums of w_iq m_jq over j, see `ego.Holes`).
    """
    spot = np.full(total.size, -1, np.int64)
    for c in range(starts.size - 1):
        strongest = 0.0
        for p in range(starts[c], starts[c + 1]):
            spot[partners[p]] = p
            strongest = max(strongest, strengths[p])
            through[p], closed[p], overlap[p], overlap_of_x[p] = strengths[p], 0, 0.0, 0.0
        for p in range(starts[c], starts[c + 1]):
            q, to_q = partners[p], strengths[p]
            for tie in range(begins[q], ends[q]):
                r, other = far[tie], spot[far[tie]]
                if other < 0:
                    continue
                to_r, between = strengths[other], own[tie]
                most_q, most_r = max(largest[q], to_q), max(largest[r], to_r)
                through[p] += to_r * (between / (total[r] + to_r))
                through[other] += to_q * (between / (total[q] + to_q))
                closed[p] += 1
                closed[other] += 1
                overlap[p] += to_r * (to_q / most_r + between / strongest)
                overlap[other] += to_q * (to_r / most_q + between / strongest)
                overlap_of_x[p] += between * (to_r / most_q)
                overlap_of_x[other] += between * (to_q / most_r)
        for p in range(starts[c], starts[c + 1]):
            spot[partners[p]] = -1


@compiled("int64(boolean[::1], float64[::1], int64[::1], int64, int64, float64)")
def _noted(is_changed: Vector, change: Vector, changed: Vector, count: int, tie: int, more: float) -> int:
    """Add to the change of a tie; return the number of ties listed as changed."""
    change[tie] += more
    if is_changed[tie]:
        return count
    is_changed[tie] = True
    changed[count] = tie
    return count + 1


@compiled(
    f"int64({_ROWS}, {_TIES}, float64[::1], float64[::1], int64[::1], float64,"
    "float64[::1], float64[::1], boolean[::1], float64[::1], int64[::1])"
)
def _changes(
    starts: Vector,
    columns: Vector,
    values: Vector,
    begins: Vector,
    ends: Vector,
    far: Vector,
    per_total: Vector,
    per_joined: Vector,
    partners: Vector,
    per_x: float,
    to_x: Vector,
    to_q: Vector,
    is_changed: Vector,
    change: Vector,
    changed: Vector,
) -> int:
    """List the ties between whose ends more or less runs through others than before, and how much; return their number.

    Less through every partner q, between any two of its contacts that are tied; more through x, between any two
    partners that are tied. `to_q` is a table of zeros to work in.
    """
    count = 0
    for q in partners:
        for cell in range(starts[q], starts[q + 1]):
            to_q[columns[cell]] = values[cell]
        less = per_joined[q] - per_total[q]
        for cell in range(starts[q], starts[q + 1]):
            i, weight = columns[cell], values[cell] * less
            for tie in range(begins[i], ends[i]):
                if to_q[far[tie]] > 0:
                    count = _noted(is_changed, change, changed, count, tie, weight * to_q[far[tie]])
        for tie in range(begins[q], ends[q]):
            if to_x[far[tie]] > 0:
                count = _noted(is_changed, change, changed, count, tie, to_x[q] * (to_x[far[tie]] * per_x))
        for cell in range(starts[q], starts[q + 1]):
            to_q[columns[cell]] = 0.0
    return count


@compiled("float64(float64, boolean)")
def _weight(between: float, logarithmic: bool) -> float:
    return np.log(between) if logarithmic else 1.0


@compiled("float64(float64)")
def _square(value: float) -> float:
    return value * value


@compiled(
    f"void({_ROWS}, {_ALL_OF_TIES}, float64[::1], float64[::1], float64[::1], {_CANDIDATES}, float64[::1],"
    "boolean, float64[::1], float64[:, ::1])"
)
def contact_sums(
    rows_starts: Vector,
    columns: Vector,
    values: Vector,
    begins: Vector,
    ends: Vector,
    far: Vector,
    near: Vector,
    own: Vector,
    between: Vector,
    total: Vector,
    per_total: Vector,
    starts: Vector,
    partners: Vector,
    strengths: Vector,
    through: Vector,
    logarithmic: bool,
    before: Vector,
    result: Vector,
) -> None:
    """Fill result[c] with sum_j (x_ij / s_i)^2 of every i, x last; each term times ln x_ij if `logarithmic`.

    `before` holds these sums without x, `between` x_ij without x, tie by tie, and `through` that between x and every
    partner. What runs between two actors is never less than their own tie, whatever rounding makes of a difference.
    """
    n = total.size
    per_joined, to_x, to_q = per_total.copy(), np.zeros(n), np.zeros(n)
    is_changed, change, changed = np.zeros(own.size, np.bool_), np.zeros(own.size), np.empty(own.size, np.int64)
    for c in range(starts.size - 1):
        row, mine = result[c], partners[starts[c] : starts[c + 1]]
        for i in range(n):
            row[i] = before[i]
        total_x = 0.0
        for p in range(starts[c], starts[c + 1]):
            q = partners[p]
            to_x[q] = strengths[p]
            total_x += strengths[p]
            per_joined[q] = 1.0 / (total[q] + strengths[p])
            row[q] = before[q] * _square(total[q] * per_joined[q]) if total[q] > 0 else 0.0
        per_x = 1.0 / total_x if mine.size else 0.0
        count = _changes(
            *(rows_starts, columns, values, begins, ends, far, per_total, per_joined, mine, per_x),
            *(to_x, to_q, is_changed, change, changed),
        )
        for tie in changed[:count]:
            i, j, old = near[tie], far[tie], between[tie]
            new = max(old + change[tie], own[tie])
            was, now = _weight(old, logarithmic), _weight(new, logarithmic)
            row[i] += _square(new * per_joined[i]) * now - _square(old * per_joined[i]) * was
            row[j] += _square(new * per_joined[j]) * now - _square(old * per_joined[j]) * was
            is_changed[tie], change[tie] = False, 0.0
        row[n] = 0.0 if mine.size else np.nan
        for p in range(starts[c], starts[c + 1]):
            q, weight = partners[p], _weight(through[p], logarithmic)
            row[q] += _square(through[p] * per_joined[q]) * weight
            row[n] += _square(through[p] * per_x) * weight
            to_x[q], per_joined[q] = 0.0, per_total[q]


@compiled("float64(int64, float64, float64, float64)")
def _hierarchy(contacts: int, total: float, constraint: float, spread: float) -> float:
    """Return sum_j r_j ln r_j / (N ln N), with r_j = c_ij / (C / N) and ln c_ij = 2 ln x_ij - 2 ln s_i."""
    if contacts < 2:
        return np.nan
    mean_logarithm = 2 * (spread / constraint - np.log(total))
    return float(max((mean_logarithm + np.log(contacts / constraint)) / np.log(contacts), 0.0))


@compiled(f"void(int64[::1], float64[::1], {_CANDIDATES}, float64[:, ::1], float64[:, ::1], float64[:, ::1])")
def hierarchies(
    contacts: Vector,
    total: Vector,
    starts: Vector,
    partners: Vector,
    strengths: Vector,
    constraint: Vector,
    spread: Vector,
    result: Vector,
) -> None:
    """Fill result[c] with the hierarchy of everybody, x last.

    `constraint` and `spread` are the `contact_sums`, without and with logarithms.
    """
    n = total.size
    for c in range(starts.size - 1):
        row = result[c]
        for i in range(n):
            row[i] = _hierarchy(contacts[i], total[i], constraint[c, i], spread[c, i])
        total_x = 0.0
        for p in range(starts[c], starts[c + 1]):
            q = partners[p]
            row[q] = _hierarchy(contacts[q] + 1, total[q] + strengths[p], constraint[c, q], spread[c, q])
            total_x += strengths[p]
        row[n] = _hierarchy(starts[c + 1] - starts[c], total_x, constraint[c, n], spread[c, n])


@compiled(f"void({_ROWS}, {_ALL_OF_TIES}, float64[::1], float64[::1], {_CANDIDATES}, float64[:, ::1])")
def eased(
    rows_starts: Vector,
    columns: Vector,
    values: Vector,
    begins: Vector,
    ends: Vector,
    far: Vector,
    near: Vector,
    own: Vector,
    total: Vector,
    largest: Vector,
    starts: Vector,
    partners: Vector,
    strengths: Vector,
    sizes: Vector,
) -> None:
    """Add to the effective sizes what follows where x becomes the strongest contact of a partner q.

    All other ties of q are weaker now beside its strongest, m_qj = w_qj / max_k w_qk, so that q repeats less of what
    its contacts i and j, tied to each other, have from one another.
    """
    n = total.size
    to_x, to_q = np.zeros(n), np.zeros(n)
    for c in range(starts.size - 1):
        row = sizes[c]
        for p in range(starts[c], starts[c + 1]):
            to_x[partners[p]] = strengths[p]
        for p in range(starts[c], starts[c + 1]):
            q = partners[p]
            if strengths[p] <= largest[q] or total[q] == 0:
                continue
            less = 1.0 / largest[q] - 1.0 / strengths[p]
            for cell in range(rows_starts[q], rows_starts[q + 1]):
                to_q[columns[cell]] = values[cell]
            for cell in range(rows_starts[q], rows_starts[q + 1]):
                i = columns[cell]
                for tie in range(begins[i], ends[i]):
                    j = far[tie]
                    if to_q[j] > 0:
                        row[i] += own[tie] * (to_q[j] * less) / (total[i] + to_x[i])
                        row[j] += own[tie] * (values[cell] * less) / (total[j] + to_x[j])
            for cell in range(rows_starts[q], rows_starts[q + 1]):
                to_q[columns[cell]] = 0.0
        for p in range(starts[c], starts[c + 1]):
            to_x[partners[p]] = 0.0
