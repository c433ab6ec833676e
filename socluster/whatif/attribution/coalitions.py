"""What a measure says after any of many sets of edits: the sets are draws of one network, and measured together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from socluster._kernels.compiling.sharing import shared
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.subset import keep_actors
from socluster.measures.ensembles.asked import Asked
from socluster.measures.ensembles.rules import rule_of
from socluster.measures.ensembles.size import is_worth_compiling
from socluster.measures.shared.answers import Measure
from socluster.whatif.attribution.between import BetweenStates
from socluster.whatif.attribution.shapley import Coalition

__all__ = ["values_together"]


def values_together(between: BetweenStates, measure: Measure, chosen: Sequence[Coalition]) -> Array | None:
    """Return the measure after every one of these sets of edits, or None if it has to be asked about each cluster.

    Parameters
    ----------
    between : BetweenStates
        What stands between two clusters.
    measure : callable
        A measure of the whole cluster.
    chosen : sequence of frozenset of int
        Places of the edits that are made.
    """
    rule = rule_of(measure)
    if rule is None or not between.differs_in_ties_only(by_layer=rule.layer is not None, group=rule.group):
        return None
    made = np.zeros((len(chosen), len(between.edits)), dtype=bool)
    for row, places in zip(made, chosen, strict=True):
        row[list(places)] = True
    whole, there, is_present = between.whole, between.ties_after(made), between.actors_after(made)
    found = np.full(len(chosen), np.nan)
    for present in np.unique(is_present, axis=0):
        sets = np.flatnonzero((is_present == present).all(axis=1))
        rows = present[whole.ties.source] & present[whole.ties.target]
        varies = np.flatnonzero(~there[np.ix_(sets, np.flatnonzero(rows))].all(axis=0))
        asked = Asked(Cluster(keep_actors(whole, present)), varies, {"value": rule})
        values: list[Array] = []

        def put(name: str, draws: slice, some: Array, values: list[Array] = values, sets: Array = sets) -> None:
            del name
            values.append(some)
            if some.ndim == 1:
                found[sets[draws]] = some

        if not asked.rules:
            return None
        table = there[np.ix_(sets, np.flatnonzero(rows)[varies])]
        shared(list(asked.jobs(table, put, compiled=is_worth_compiling(int(present.sum()), len(chosen)))))
        if any(each.ndim > 1 for each in values):
            return None  # numbers by actor, which the slow way refuses
    return found
