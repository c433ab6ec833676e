"""The dyads of two waves, counted: among those who are in both, and of which both waves know whether they are tied."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.whatif.comparison.observed_links import open_dyads

__all__ = ["WaveDyads", "count_dyads"]


@dataclass(frozen=True)
class WaveDyads:
    """How many dyads, or ordered pairs where ties have a direction, are what.

    Parameters
    ----------
    n11, n10, n01, n00 : int
        Of those in both waves, known in both: tied in both, before only, after only, in neither.
    entry, exit : int
        Ties after with who came, and before with who left.
    left_open : int
        Of those in both: unknown in at least one wave.
    tied_before, tied_after : int
        Of those left open: tied before (and unknown after), and tied after (and unknown before).
    """

    n11: int
    n10: int
    n01: int
    n00: int
    entry: int
    exit: int
    left_open: int
    tied_before: int
    tied_after: int


def count_dyads(before: Cluster, after: Cluster, layer: str | None, ties: pd.DataFrame) -> WaveDyads:
    """Count the dyads of two waves of one layer.

    Parameters
    ----------
    before, after : Cluster
        With ties of this layer alone.
    layer : str or None
        The layer; None where there are no ties.
    ties : DataFrame
        From `tie_changes`.
    """
    both = set(before.ids) & set(after.ids)
    directed = any(each.layers[layer].directed for each in (before, after) if layer in each.layers)
    possible = len(both) * (len(both) - 1) // (1 if directed else 2)
    unknown = open_dyads(before) | open_dyads(after)
    left_open = sum(source in both and target in both for _, source, target in unknown)
    inside = ties.loc[ties["with_both"].astype(bool), "status"].value_counts()
    outside = ties.loc[~ties["with_both"].astype(bool), "status"].value_counts()
    n11, n10, n01 = (int(inside.get(status, 0)) for status in ("stayed", "went", "came"))
    return WaveDyads(
        n11=n11,
        n10=n10,
        n01=n01,
        n00=possible - left_open - n11 - n10 - n01,
        entry=int(outside.get("came", 0)),
        exit=int(outside.get("went", 0)),
        left_open=left_open,
        tied_before=int(inside.get("not known after", 0)),
        tied_after=int(inside.get("not known before", 0)),
    )
