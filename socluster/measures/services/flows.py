"""What can flow from offers to needs: the variables of programmes that share out what several needs compete for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from socluster.core.columns import Array
from socluster.core.matrix import Matrix

__all__ = ["Flows"]


@dataclass(frozen=True, eq=False)
class Flows:
    """The services that are possible at all: whose they are, what need they go to, and how much they can be.

    Parameters
    ----------
    row, need : array of int of shape (flows,)
        Whose it is, and what need it goes to.
    amount : array of float of shape (flows,)
        How much it can be.
    by_row, by_need : sparse arrays of shape (rows, flows) and (needs, flows)
        What adds up the flows of each row, and those to each need.
    """

    row: Array
    need: Array
    amount: Array
    by_row: Matrix
    by_need: Matrix

    @classmethod
    def of(cls, reach: Array) -> Flows:
        """Return the flows of a table: a row for each offer, a column for each need, above 0 where it can serve it.

        Examples
        --------
        >>> import numpy as np
        >>> flows = Flows.of(np.array([[3.0, 0.0], [1.0, 2.0]]))
        >>> flows.row.tolist(), flows.need.tolist(), flows.by_need.toarray().tolist()
        ([0, 1, 1], [0, 0, 1], [[1.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
        """
        row, need = np.nonzero(reach)
        ones, number = np.ones(row.size), np.arange(row.size)
        by_row = sparse.csr_array((ones, (row, number)), shape=(reach.shape[0], row.size))
        by_need = sparse.csr_array((ones, (need, number)), shape=(reach.shape[1], row.size))
        return cls(row, need, reach[row, need], by_row, by_need)
