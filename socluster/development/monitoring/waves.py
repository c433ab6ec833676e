"""What changed between two waves, dyad by dyad, and because of whom?"""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np

from socluster.core.arguments import is_number
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, NearNameWarning, Problem, nearest
from socluster.core.warn import warn
from socluster.development.monitoring.brokers import lost_brokers
from socluster.development.monitoring.dyads import count_dyads
from socluster.development.monitoring.names import alike
from socluster.development.monitoring.wave_change import WaveChange
from socluster.io.objects.dispatch import as_cluster
from socluster.measures.shared.network import one_mode, warn_of_uncertain_ties
from socluster.whatif.comparison.observed_links import membership_changes, tie_changes
from socluster.words import counted, later, listed, marked

__all__ = ["compare_waves"]


@checked
def compare_waves(before: Any, after: Any, /, *, layer: str | None = None, years: float | None = None) -> WaveChange:
    r"""What changed between two waves of a cluster, and because of whom?

    Of the dyads of actors who are in both waves, and of which both waves know whether they are tied, :math:`n_{11}` are
    tied in both, :math:`n_{10}` before only, :math:`n_{01}` after only and :math:`n_{00}` in neither:

    .. math:: \text{Jaccard} = \frac{n_{11}}{n_{11} + n_{10} + n_{01}}, \quad
              \text{Hamming} = n_{10} + n_{01}, \quad
              \text{persistence} = \frac{n_{11}}{n_{11} + n_{10}}, \quad
              \text{creation} = \frac{n_{01}}{n_{01} + n_{00}}

    The change in the number of ties adds up exactly: rewiring (:math:`n_{01} - n_{10}`) plus entry (ties with who came)
    minus exit (ties with who left), plus ties that one wave leaves unknown.

    Parameters
    ----------
    before, after : Cluster or anything that `as_cluster` takes
        The two waves. Actors are the same if their ids are.
    layer : str, optional
        The layer of ties; needed where there are several.
    years : float, optional
        How many years lie between the waves; without it, the half-life counts in times between the waves.

    Returns
    -------
    WaveChange
        jaccard, hamming, matching, persistence, dissolution, creation, rewiring, entry, exit, half_life and more;
        `.lost_brokers`, `.through()`, `.by_actor()`, `.renamed`, `.to_frame()`, `.plot()`, `.plot_network()`.

    Raises
    ------
    InputError
        If the waves hold several layers and none is named, one of them lacks the layer, or has it with a direction
        where the other has none, or if a layer holds several waves (``select(wave=...)`` takes one).

    Warns
    -----
    NearNameWarning
        If somebody who left is called nearly like somebody who came.
    UncertainTiesWarning
        If ties are uncertain; they are counted as if they existed.

    Notes
    -----
    What is undefined is NaN: Jaccard where neither wave has ties among those in both, persistence where the first has
    none. Strengths do not count. The half-life, :math:`-\Delta \ln 2 / \ln(\text{persistence})`, assumes that every tie
    ends with the same probability in equal times. It is what `half_life` means in simulations of events.

    A lost broker is one of the tenth with the highest betweenness before, who left, or is not in that tenth after.

    Snijders, van de Bunt and Steglich (2010) advise a Jaccard index of 0.3 or more between waves for stochastic
    actor-oriented models, and have doubts below 0.2. This is about models, and no verdict on a cluster.

    References
    ----------
    Snijders, T. A. B., van de Bunt, G. G. & Steglich, C. E. G. (2010). Introduction to stochastic actor-based models
    for network dynamics. Social Networks, 32(1), 44-60. doi:10.1016/j.socnet.2009.02.004

    Examples
    --------
    >>> import pandas as pd
    >>> from socluster.development.monitoring.waves import compare_waves
    >>> first = pd.DataFrame({"source": list("aabcde"), "target": list("bccdef")})
    >>> then = pd.DataFrame({"source": list("abacdag"), "target": list("bcddggh")})
    >>> change = compare_waves(first, then)
    >>> change.jaccard, change.hamming, change.rewiring, change.entry, change.exit
    (0.6, 2, 0, 3, 2)
    """
    waves = one_mode(as_cluster(before)), one_mode(as_cluster(after))
    chosen = _layer(*waves, layer)
    if years is not None and not (is_number(years) and 0 < years < np.inf):
        raise InputError(Problem("must be a positive number", is_argument=True, column="years", value=years))
    first, second = (_only(each, chosen) for each in waves)
    ties = tie_changes(first, second)
    for each in (first, second):
        warn_of_uncertain_ties(each, chosen)
    actors = membership_changes(first, second)
    renamed = alike(first, second)
    if len(renamed):
        pairs = [f"{one} / {other}" for one, other in renamed[["before", "after"]].to_numpy()]
        message = counted(
            "{n} actor who left is called nearly like one who came ({names}); if they are the same, give both one id "
            "and compare again",
            "{n} actors who left are called nearly like some who came ({names}); if they are the same, give both one "
            "id and compare again",
            len(renamed),
            names=later(listed, pairs),
        )
        warn(message, NearNameWarning)
    with warnings.catch_warnings():  # what is uncertain or unknown was said, or is told by the answer
        warnings.simplefilter("ignore")
        brokers = lost_brokers(first, second, chosen)
    return WaveChange(
        before=first,
        after=second,
        layer=chosen,
        years=None if years is None else float(years),
        actors=actors,
        ties=ties.drop(columns="layer"),
        dyads=count_dyads(first, second, chosen, ties),
        lost_brokers=brokers,
        renamed=renamed,
    )


def _layer(before: Cluster, after: Cluster, layer: str | None) -> str | None:
    """Return the layer that both waves have; None where neither holds any ties.

    Raises
    ------
    InputError
        If there are several, or a wave that has ties lacks it.
    """
    known = list(dict.fromkeys([*before.tie_layers, *after.tie_layers]))
    if layer is None and len(known) > 1:
        message = marked(
            "the waves hold several layers (before: {before}; after: {after}); name one that both have, as in "
            "layer='{first}'"
        )
        names = [list(each.tie_layers) for each in (before, after)]
        shared = [each for each in known if all(each in held for held in names)]
        values = {"before": names[0], "after": names[1], "first": (shared or known)[0]}
        raise InputError(message, values)
    chosen = layer if layer is not None else (known[0] if known else None)
    problems = []
    for side, each in (("before", before), ("after", after)):
        if chosen is not None and chosen not in each.tie_layers and (each.tie_layers or chosen not in known):
            message = marked("the wave '{side}' holds no such layer")
            near = nearest(chosen, list(each.tie_layers))
            values = {"side": side}
            problems.append(
                Problem(message, is_argument=True, column="layer", value=chosen, nearest=near, values=values)
            )
    if problems:
        raise InputError(problems)
    return chosen


def _only(cluster: Cluster, layer: str | None) -> Cluster:
    """Return the cluster with ties of this layer alone."""
    return cluster.select(layers=[layer]) if layer is not None and cluster.tie_layers else cluster
