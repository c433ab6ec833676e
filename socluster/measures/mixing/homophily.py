"""Homophily: do ties keep to the own group, by several indices side by side, for the whole and for every actor?"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster._kernels.groups.homophily import fourfold_indices
from socluster._kernels.groups.mixing import inside_and_across
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.data_notes import data_notes
from socluster.core.errors import SoclusterWarning
from socluster.core.groupings import WithoutGroup
from socluster.core.result import Result
from socluster.measures.groups.communities import modularity
from socluster.measures.mixing.segregation import assortativity, coleman_homophily
from socluster.measures.shared.direction import Direction, partner_ties
from socluster.measures.shared.grouping import Grouping, group_name, grouping
from socluster.measures.shared.network import Network
from socluster.measures.shared.partition import grouped
from socluster.words import Language, Phrase, number, percent, say

__all__ = ["Homophily", "homophily"]


@dataclass(frozen=True, eq=False, repr=False)
class Homophily(Result):
    """What `homophily` found. Its text is a sentence or two about the whole.

    Parameters
    ----------
    cluster : Cluster
        The cluster that was measured (after projection, if it had only two modes).
    group : str
        What the actors were grouped by.
    whole : Series of float
        Index `index`, name `value`: share_own, excess, ei_index, yules_q, point_biserial, assortativity, modularity.
    by_group : DataFrame
        The table of `coleman_homophily`.
    by_actor : DataFrame
        Index `actor`; columns as `homophily` describes them.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    cluster: Cluster
    group: str
    whole: pd.Series[Any] = field(repr=False)
    by_group: pd.DataFrame = field(repr=False)
    by_actor: pd.DataFrame = field(repr=False)
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per actor: index `actor`, the columns of `by_actor`."""
        return self.by_actor.copy()

    def sentences(self, language: Language = "en") -> list[str]:
        """Return what the indices of the whole are.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        group, found = group_name(self.group, language), self.whole
        if np.isnan(found["share_own"]):
            said = say("Homophily by {group}: undefined, since there are no ties.", language, group=group)
            return [said, *self.about_data(language)]
        inside = say(
            "Homophily by {group}: {share} of the ties stay inside a group, {expected} of all pairs are inside one.",
            language,
            group=group,
            share=percent(found["share_own"], language),
            expected=percent(found["share_own"] - found["excess"], language),
        )
        indices = say(
            "E-I index {ei}, Yule's Q {q}, point-biserial correlation {r}, assortativity {assortativity}, "
            "modularity {modularity}.",
            language,
            ei=number(found["ei_index"], language),
            q=number(found["yules_q"], language),
            r=number(found["point_biserial"], language),
            assortativity=number(found["assortativity"], language),
            modularity=number(found["modularity"], language),
        )
        return [inside, indices, *self.about_data(language)]


@checked
def homophily(
    cluster: Any,
    /,
    *,
    group: Any,
    missing: WithoutGroup = "refuse",
    layer: str | None = None,
    direction: Direction = "out",
) -> Homophily:
    r"""Do ties keep to the own group, by each of the indices in use?

    Everybody else is tied to an actor or not, and in its group or not: a tied and in its own, b tied and in another, c
    not tied and in its own, d neither.

    .. math:: H = \frac{a}{a + b}, \quad H^* = H - \frac{a + c}{a + b + c + d}, \quad
        EI = \frac{b - a}{a + b}, \quad Q = \frac{ad - bc}{ad + bc}, \quad
        r = \frac{ad - bc}{\sqrt{(a + b)(c + d)(a + c)(b + d)}}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    group : str or Series
        A column of the actors, as "sector", or a Series indexed by actor.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group: an error names them; they make a group "not stated"; or they are left
        out, as if the cluster were without them.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts, and a partner tied in several layers counts once.
    direction : {"out", "in", "all"}, default "out"
        Whom the rows of actors count as tied: those to whom ties run ("out"), from whom they run ("in"), or both
        ("all"). The whole counts every tie by its direction, an undirected one both ways.

    Returns
    -------
    Homophily
        whole, by_group, by_actor; `.to_frame()` is by_actor, with the columns

        * partners, own (a), other (b): whole numbers;
        * share_own (H, 0..1) and excess (H*, above 0: more than if all others were chosen alike);
        * coleman (-1..1): H* over the largest it could be, or over the smallest if it is negative;
        * ei_index (-1..1), yules_q (-1..1), point_biserial (r, -1..1: the correlation of being tied with being in the
          own group), jaccard (a / (a + b + c)), odds_ratio (ad / bc, from 0).

        All are NaN for who has no ties, and each where its divisor is 0. The whole has H, H*, EI, Q and r of all
        ordered pairs, and `assortativity` and `modularity`.

    Notes
    -----
    Strengths do not count. The columns are those of UCINET 6.849, Network > Ego networks > Ego-alter similarity >
    Categorical, and the whole that of Whole networks > Homophily/Influence > Categorical; that one lets values count,
    unless told otherwise. Coleman's index of an actor alone in its group is NaN, as there was nobody to choose; UCINET
    prints 0. `ei_index` counts pairs, and so differs from the whole here if ties are directed (``variant="arcs"``).

    An index describes who is tied to whom. Whether ties are chosen by group, or both go with a third thing, such as
    place, it does not say; `ei_test` compares with chance.

    References
    ----------
    Krackhardt, D. & Stern, R. N. (1988). Informal networks and organizational crises: an experimental simulation.
    Social Psychology Quarterly, 51, 123-140. doi:10.2307/2786835
    Coleman, J. S. (1958). Relational analysis: the study of social organizations with survey methods. Human
    Organization, 17(4), 28-36. doi:10.17730/humo.17.4.q5604m676260q8n7
    Yule, G. U. (1912). On the methods of measuring association between two attributes. Journal of the Royal Statistical
    Society, 75, 579-652. doi:10.2307/2340126

    Examples
    --------
    >>> import socluster as sc
    >>> found = sc.homophily(sc.load_dataset("knoke"), group="sector", layer="information")
    >>> found
    Homophily by sector: 24% of the ties stay inside a group, 29% of all pairs are inside one.
    E-I index 0.51, Yule's Q −0.23, point-biserial correlation −0.106, assortativity −0.156, modularity −0.102.
    >>> found.by_actor.loc["COUN", ["partners", "own", "other", "ei_index"]].tolist()
    [4.0, 2.0, 2.0, 0.0]
    """
    net, read = grouped(cluster, layer, group, missing)
    groups = grouping(read)
    ties = partner_ties(net, direction, weighted=False)
    return Homophily(
        net.cluster,
        str(groups.labels.name),
        _whole(net, groups, read, layer),
        _silently(coleman_homophily, net, read, layer),
        _by_actor(ties, groups, net.cluster.index),
        (*data_notes(net.cluster, layer), *net.left_out),
    )


def _by_actor(ties: Any, groups: Grouping, index: pd.Index) -> pd.DataFrame:
    own, other = inside_and_across(ties, groups.codes)
    indices = fourfold_indices(own, other, *_untied(own, other, groups.sizes[groups.codes] - 1, len(index)))
    counts = {"partners": own + other, "own": own, "other": other}
    return pd.DataFrame({name: cells.astype(np.int64) for name, cells in counts.items()}, index=index).assign(**indices)


def _untied(own: Array, other: Array, own_others: Array, n: int) -> tuple[Array, Array]:
    return own_others - own, (n - 1) - own_others - other


def _whole(net: Network, groups: Grouping, group: Any, layer: str | None) -> pd.Series[Any]:
    """Return the indices of all ordered pairs, and those that compare with the degrees."""
    own, other = (cells.sum(keepdims=True) for cells in inside_and_across(net.binary, groups.codes))
    pairs_inside = np.array([(groups.sizes * (groups.sizes - 1)).sum()])
    untied_across = net.n * (net.n - 1) - pairs_inside - other
    found = fourfold_indices(own, other, pairs_inside - own, untied_across)
    shown = ("share_own", "excess", "ei_index", "yules_q", "point_biserial")
    values = {name: float(found[name][0]) for name in shown}
    values["assortativity"] = _silently(assortativity, net, group, layer)
    values["modularity"] = _silently(modularity, net, group, layer, weighted=False)
    return pd.Series(values, name="value").rename_axis("index")


def _silently(measure: Any, net: Network, group: Any, layer: str | None, **options: Any) -> Any:
    """Ask another measure of the same ties, about which everything was said already."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        return measure(net.cluster, group=group, layer=layer, **options)
