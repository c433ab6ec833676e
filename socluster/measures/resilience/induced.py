"""Induced centrality: how much of a number of the whole cluster is due to an actor."""

from __future__ import annotations

import warnings
from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.errors import InputError, SoclusterWarning
from socluster.core.progress import progress
from socluster.measures.shared.answers import Answer, Measure, answer
from socluster.measures.shared.one_value import one_layer, one_measure, only_column

__all__ = ["induced_centrality"]


@checked
def induced_centrality(
    cluster: Any,
    measure: Measure,
    /,
    *,
    layer: str | None = None,
    variant: Literal["induced", "exogenous"] = "induced",
) -> pd.Series[Any]:
    r"""How much would any measure of the whole cluster lose without an actor?

    The measure is taken of the cluster, and again without the actor; the difference is what the actor contributes. Any
    measure of ours or of your own will do, such as `fragmentation`, `compactness` or the number of services.

    .. math:: I(i) = f(G) - f(G - i)

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    measure : callable
        A measure of the whole cluster; `functools.partial` sets its options, as in
        ``partial(fragmentation, variant="distance")``. Of a measure of actors, the sum over all actors is taken.
    layer : str, optional
        One layer of ties, which is all that the measure gets to see.
    variant : {"induced", "exogenous"}, default "induced"
        The whole difference; or, for a measure of actors, what of it falls to the others: how much the actor
        contributes to *their* values, its own left out.

    Returns
    -------
    Series of float
        Index `actor`, name `induced_centrality`; in the unit of the measure. Positive where the cluster has more of it
        with the actor, negative where it has less.

    Raises
    ------
    InputError
        If the measure gives neither a number nor one value by actor; if "exogenous" is asked of a measure of the whole
        cluster, which says nothing about the others.

    Notes
    -----
    NaN where the measure is undefined with or without the actor. A measure that is normalized by the number of actors
    also changes because there are fewer; ask for raw values to leave that out. The key player criterion of UCINET
    (Frag, and DwFrag by distance, 6.849) is the rise of fragmentation, ``-induced_centrality(cluster, fragmentation)``,
    and normalized there, that over ``1 - fragmentation(cluster)``. The measure is computed once for every actor, with a
    progress bar where it takes long. `removal` says what the others lose, in eight numbers.

    References
    ----------
    Everett, M. G. & Borgatti, S. P. (2010). Induced, endogenous and exogenous centrality. Social Networks, 32,
    339-344. doi:10.1016/j.socnet.2010.06.004

    Examples
    --------
    >>> import socluster as sc
    >>> (-induced_centrality(sc.load_dataset("kite"), sc.fragmentation)).nlargest(2).round(3)
    actor
    7    0.389
    8    0.222
    Name: induced_centrality, dtype: float64
    """
    given = one_layer(cluster, layer)
    name, function = one_measure(measure)
    with_all = answer(function, name, given)
    values = np.empty(given.n_actors)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)  # said once already, of the whole cluster
        for place, actor in enumerate(progress(given.labels, len(values), name, "actor")):
            without = answer(function, name, given.without_actor(actor))
            values[place] = _sum(with_all, name, actor if variant == "exogenous" else None) - _sum(without, name)
    return pd.Series(values, index=given.index, name="induced_centrality")


def _sum(answered: Answer, name: str, left_out: str | None = None) -> float:
    """Return a number as it is, or the sum of values by actor, one of whom may be left out."""
    if isinstance(answered, float):
        if left_out is not None:
            raise InputError(
                "the measure '{name}' gives one number; variant='exogenous' needs a measure of actors, or take "
                "variant='induced'",
                {"name": name},
            )
        return answered
    values = only_column(answered, name)
    return float((values if left_out is None else values.drop(left_out)).sum(skipna=False))
