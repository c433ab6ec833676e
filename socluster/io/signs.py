"""Signs of ties that stand in a column of their own, which no measure reads: a conflict would count as cooperation."""

from __future__ import annotations

from socluster.core.cluster import Cluster
from socluster.core.coerce import as_number
from socluster.words import Phrase, counted

__all__ = ["signs_passed_over"]

_SIGNS = ("sign", "polarity", "valence")
_NEGATIVE = ("-", "\N{MINUS SIGN}", "neg", "negative")


def signs_passed_over(cluster: Cluster) -> list[Phrase]:
    """Return what to say of negative ties in one layer with positive ones; a layer of their own says it all.

    Parameters
    ----------
    cluster : Cluster
        As it was read.

    Returns
    -------
    list of Phrase
        For each column that is called a sign and holds negative ones, how many.
    """
    found = []
    columns = [each for each in cluster.parts.ties.rest if each.strip().casefold() in _SIGNS]
    if not columns:
        return []
    ties = cluster.parts.tie_frame()
    for column in columns:
        negative = ties[column].map(_is_negative).astype(bool)
        is_mixed = ~negative.groupby(ties["layer"]).transform("all").astype(bool)
        n = int((negative & is_mixed).sum())
        if n:
            found.append(
                counted(
                    "the minus of {n} tie (column '{column}'), which counts as positive; leave such ties out, or put "
                    "them into a layer of their own",
                    "the minus of {n} ties (column '{column}'), which count as positive; leave such ties out, or put "
                    "them into a layer of their own",
                    n,
                    column=column,
                )
            )
    return found


def _is_negative(cell: object) -> bool:
    if isinstance(cell, str) and cell.strip().casefold() in _NEGATIVE:
        return True
    number = as_number(cell)
    return number is not None and number < 0
