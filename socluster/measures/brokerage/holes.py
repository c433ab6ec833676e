"""Structural holes: how freely an actor can act among partners who may, or may not, know each other."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster._kernels.ego import ego_model, holes
from socluster._kernels.products import row_sums
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.matrix import Matrix
from socluster.measures.shared.kept import holes_of
from socluster.measures.shared.network import Network, network

__all__ = ["burt_efficiency", "burt_hierarchy", "constraint", "dyadic_constraint", "effective_size"]

HolesVariant: TypeAlias = Literal["whole", "ego"]


@checked
def constraint(
    cluster: Any, /, *, layer: str | None = None, weighted: bool = True, variant: HolesVariant = "whole"
) -> pd.Series[Any]:
    r"""How far do an actor's partners constrain it?

    An actor is constrained by a partner in whom much of its relations is invested, directly or through partners who
    are tied to that partner themselves. Low constraint means structural holes around the actor: room to broker.

    .. math:: c_i = \sum_{j \in N(i)} \Big( p_{ij} + \sum_{q \ne i, j} p_{iq} p_{qj} \Big)^2, \qquad
        p_{ij} = \frac{z_{ij} + z_{ji}}{\sum_k (z_{ik} + z_{ki})}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    weighted : bool, default True
        Take z as the strength of a tie; if False, as 1 for every tie.
    variant : {"whole", "ego"}, default "whole"
        Whether the shares of partners are shares of all their ties, or of those within the ego network of the actor
        (it and its partners), as if nothing lay beyond.

    Returns
    -------
    Series of float
        Index `actor`, name `constraint`; above 0 and mostly below 1. An actor with a single partner has 1, one in a
        closed triad 1.125.

    Notes
    -----
    j runs over the actor's partners, in either direction, and q over everybody. An isolate has NaN. The scale of the
    strengths does not matter. "whole" equals igraph, networkx with the strengths as weights, and UCINET's whole network
    model. "ego" is UCINET's ego network model, in which ties beyond the ego network have no effect and which is the
    default of its dialog in 2026: partners whose other ties are not seen constrain more. UCINET prints nothing for an
    actor with a single partner, who has 1 here.

    References
    ----------
    Burt, R. S. (1992). Structural Holes. Harvard University Press. doi:10.4159/9780674029095
    Burt, R. S. (2004). Structural holes and good ideas. American Journal of Sociology, 110, 349-399.
    doi:10.1086/421787

    Examples
    --------
    >>> import socluster as sc
    >>> sc.constraint(sc.load_dataset("knoke"), layer="information").nsmallest(3).round(4)
    actor
    EDUC    0.3860
    MAYR    0.3874
    COMM    0.4014
    Name: constraint, dtype: float64
    """
    net = network(cluster, layer)
    if variant == "ego":
        dyadic = _dyadic(net, variant, weighted=weighted)
        values = np.where(np.diff(dyadic.indptr) > 0, row_sums(dyadic), np.nan)
    else:
        values = holes_of(net, weighted=weighted).constraint.copy()
    return net.series(values, "constraint")


@checked
def effective_size(
    cluster: Any, /, *, layer: str | None = None, weighted: bool = True, variant: HolesVariant = "whole"
) -> pd.Series[Any]:
    r"""How many non-redundant partners does an actor have?

    Partners who are tied to one another bring much the same. The effective size is the number of partners less this
    redundancy.

    .. math:: E_i = \sum_{j \in N(i)} \Big( 1 - \sum_{q \ne i, j} p_{iq} m_{jq} \Big), \qquad
        p_{iq} = \frac{z_{iq} + z_{qi}}{\sum_k (z_{ik} + z_{ki})}, \quad
        m_{jq} = \frac{z_{jq} + z_{qj}}{\max_k (z_{jk} + z_{kj})}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    weighted : bool, default True
        Take z as the strength of a tie; if False, as 1 for every tie.
    variant : {"whole", "ego"}, default "whole"
        Whether the shares of partners are shares of all their ties, or of those within the ego network of the actor
        (it and its partners), as if nothing lay beyond.

    Returns
    -------
    Series of float
        Index `actor`, name `effective_size`; from 1 (all partners repeat each other) to the number of partners.

    Notes
    -----
    j runs over the actor's partners, in either direction. The divisor of m looks at all ties of j, also those with i
    and with strangers to i. An isolate has NaN. The scale of the strengths does not matter. For undirected ties without
    strengths it equals the short form of Borgatti (1997): partners less their mean number of ties with each other.
    networkx 3.6 agrees when it is called with `nodes=`; without, it gives other values for weighted networks.
    "ego" is UCINET's ego network model: the divisor of m then looks only at ties of j with the actor and its other
    partners. Undirected ties without strengths are the same in both.

    References
    ----------
    Burt, R. S. (1992). Structural Holes. Harvard University Press. doi:10.4159/9780674029095
    Borgatti, S. P. (1997). Structural holes: unpacking Burt's redundancy measures. Connections, 20(1), 35-38.

    Examples
    --------
    >>> import socluster as sc
    >>> sc.effective_size(sc.load_dataset("knoke"), layer="information").nlargest(3)
    actor
    NEWS    4.500
    MAYR    4.375
    COMM    4.200
    Name: effective_size, dtype: float64
    """
    net = network(cluster, layer)
    return net.series(_size(net, variant, weighted=weighted), "effective_size")


@checked
def burt_efficiency(
    cluster: Any, /, *, layer: str | None = None, weighted: bool = True, variant: HolesVariant = "whole"
) -> pd.Series[Any]:
    r"""What share of an actor's partners is non-redundant?

    The effective size of the actor's network over the number of its partners. Each tie costs effort; an efficient
    actor spends it on partners who do not repeat each other.

    .. math:: \frac{E_i}{|N(i)|}

    with E the `effective_size` and N(i) the partners.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    weighted : bool, default True
        Take the strength of a tie; if False, 1 for every tie.
    variant : {"whole", "ego"}, default "whole"
        Whether the shares of partners are shares of all their ties, or of those within the ego network of the actor
        (it and its partners), as if nothing lay beyond.

    Returns
    -------
    Series of float
        Index `actor`, name `burt_efficiency`; above 0, up to 1 (no two partners are tied).

    Notes
    -----
    A partner counts once, tied in whichever direction; a sum of strengths or of arcs is no divisor here. An isolate has
    NaN. Other packages that divide by a sum of strengths, or by in plus out, differ. "whole" and "ego" are UCINET's two
    models; undirected ties without strengths are the same in both.

    References
    ----------
    Burt, R. S. (1992). Structural Holes. Harvard University Press. doi:10.4159/9780674029095

    Examples
    --------
    >>> import socluster as sc
    >>> burt_efficiency(sc.load_dataset("knoke"), layer="information").nlargest(3).round(4)
    actor
    WRO     0.7917
    EDUC    0.5500
    MAYR    0.5469
    Name: burt_efficiency, dtype: float64
    """
    net = network(cluster, layer)
    contacts = holes_of(net, weighted=weighted).contacts
    return net.series(_size(net, variant, weighted=weighted) / np.maximum(contacts, 1), "burt_efficiency")


@checked
def burt_hierarchy(
    cluster: Any, /, *, layer: str | None = None, weighted: bool = True, variant: HolesVariant = "whole"
) -> pd.Series[Any]:
    r"""Is an actor's constraint concentrated in one partner?

    High where a single partner, say a funder who knows all the others, holds the actor in; low where the constraint is
    spread. It is the Coleman-Theil index of disorder, applied to the constraint from each partner.

    .. math:: H_i = \frac{\sum_{j} r_{ij} \ln r_{ij}}{N \ln N}, \qquad r_{ij} = \frac{c_{ij}}{C_i / N}

    with c the `dyadic_constraint`, C the `constraint` and N the number of partners.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    weighted : bool, default True
        Take the strength of a tie; if False, 1 for every tie.
    variant : {"whole", "ego"}, default "whole"
        Whether the shares of partners are shares of all their ties, or of those within the ego network of the actor
        (it and its partners), as if nothing lay beyond.

    Returns
    -------
    Series of float
        Index `actor`, name `burt_hierarchy`; from 0 (all partners alike) to 1 (one partner holds all).

    Notes
    -----
    An isolate and an actor with a single partner have NaN. "whole" is UCINET's whole network model; "ego" its ego
    network model, in which ties beyond the ego network have no effect and which is the default of its dialog in 2026.

    References
    ----------
    Burt, R. S. (1992). Structural Holes. Harvard University Press. doi:10.4159/9780674029095

    Examples
    --------
    >>> import socluster as sc
    >>> burt_hierarchy(sc.load_dataset("kite")).head(2).round(4)
    actor
    0    0.0336
    1    0.0336
    Name: burt_hierarchy, dtype: float64
    """
    net = network(cluster, layer)
    if variant == "ego":
        return net.series(ego_model.hierarchy_of(_dyadic(net, variant, weighted=weighted)), "burt_hierarchy")
    return net.series(holes_of(net, weighted=weighted).hierarchy.copy(), "burt_hierarchy")


@checked
def dyadic_constraint(
    cluster: Any, /, *, layer: str | None = None, weighted: bool = True, variant: HolesVariant = "whole"
) -> pd.Series[Any]:
    r"""How far does each partner constrain an actor?

    .. math:: c_{ij} = \Big( p_{ij} + \sum_{q \ne i, j} p_{iq} p_{qj} \Big)^2, \qquad
        p_{ij} = \frac{z_{ij} + z_{ji}}{\sum_k (z_{ik} + z_{ki})}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    weighted : bool, default True
        Take z as the strength of a tie; if False, as 1 for every tie.
    variant : {"whole", "ego"}, default "whole"
        Whether the shares of partners are shares of all their ties, or of those within the ego network of the actor
        (it and its partners), as if nothing lay beyond.

    Returns
    -------
    Series of float
        Index (actor, partner), name `dyadic_constraint`: a row for every actor and every partner of it, in the order of
        the actors; above 0.

    Notes
    -----
    A tie gives two rows, whatever its direction, because a partner can matter more to the actor than the actor to it.
    The rows of an actor add up to its `constraint` in the same variant. "whole" equals networkx's local_constraint;
    "ego" is UCINET's ego network model.

    References
    ----------
    Burt, R. S. (1992). Structural Holes. Harvard University Press. doi:10.4159/9780674029095

    Examples
    --------
    >>> import socluster as sc
    >>> dyadic_constraint(sc.load_dataset("kite"))["7"].round(3)
    partner
    5    0.160
    6    0.160
    8    0.111
    Name: dyadic_constraint, dtype: float64
    """
    net = network(cluster, layer)
    dyadic = _dyadic(net, variant, weighted=weighted)
    actor = np.repeat(np.arange(net.n), np.diff(dyadic.indptr))
    labels = net.cluster.index
    index = pd.MultiIndex.from_arrays([labels[actor], labels[dyadic.indices]], names=["actor", "partner"])
    return pd.Series(dyadic.data, index=index, name="dyadic_constraint", dtype=float)


_VARIANTS = ("whole", "ego")


def _dyadic(net: Network, variant: str, *, weighted: bool) -> Matrix:
    """Return the constraint from every contact, a row for each actor."""
    strength = net.strength if weighted else net.binary
    dyadic = ego_model.ego_dyadic_constraint(strength) if variant == "ego" else holes.dyadic_constraint(strength)
    dyadic.sort_indices()
    return dyadic


def _size(net: Network, variant: str, *, weighted: bool) -> Array:
    """Return the effective size in one of the two models."""
    if variant == "ego":
        return ego_model.ego_effective_size(net.strength if weighted else net.binary)
    return holes_of(net, weighted=weighted).effective_size.copy()
