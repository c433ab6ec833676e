"""Whether a cluster holds the ties of a projection and, beside them, what they were made of."""

from __future__ import annotations

from socluster.core.derivation import DERIVED, is_projected
from socluster.core.tables import Tables

__all__ = ["n_beside_projection"]


def n_beside_projection(tables: Tables) -> int:
    """Return how many affiliations other programs would count twice: as edges, and in the ties of their projection.

    Examples
    --------
    >>> import socluster as sc
    >>> whole = sc.load_dataset("siauliai")
    >>> projected = whole.project()
    >>> [n_beside_projection(each.to_tables()) for each in (whole, projected, projected.select(keep_groups=False))]
    [0, 46, 0]
    """
    refs = [] if tables.ties is None else tables.ties["ref"].dropna().unique().tolist()
    if tables.affiliations is None or not any(ref.startswith(DERIVED) and is_projected(DERIVED, ref) for ref in refs):
        return 0
    return len(tables.affiliations)
