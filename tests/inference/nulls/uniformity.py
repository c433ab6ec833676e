"""Does a null draw what it should? Against all of its networks with their probabilities, on small clusters."""

import warnings
from collections import Counter

import numpy as np
import pandas as pd
from scipy import stats

import socluster as sc
from socluster.inference.nulls.base import streams_of

__all__ = ["assert_drawn_as_listed", "listed", "network_of", "small"]


def small(*, directed, ties, n=4, unknown=(), weights=None):
    """Return a small cluster of actors a, b, c, ... of two sectors."""
    names = list("abcdefgh"[:n])
    frame = pd.DataFrame([tuple(each) for each in ties], columns=["source", "target"]).assign(layer="tie")
    if weights is not None:
        frame["weight"] = weights
    open_dyads = pd.DataFrame([tuple(each) for each in unknown], columns=["source", "target"]).assign(layer="tie")
    actors = pd.DataFrame({"actor": names, "sector": (["public", "civic"] * n)[:n]})
    return sc.Cluster.from_tables(actors, frame, unknown=open_dyads, layers={"tie": {"directed": directed}})


def network_of(cluster):
    """Return what tells one network of a null from another."""
    parts = cluster.parts
    ends = [each.tobytes() for links in (parts.ties, parts.affiliations) for each in (links.source, links.target)]
    return (*ends, tuple(parts.actors["sector"].objects()) if "sector" in parts.actors else ())


def listed(null, cluster, most=10**6):
    """Return all networks of a null with their probabilities, added up over networks that look alike."""
    found = Counter()
    for each, share in null.fitted(null.seen(cluster, None)).everything(most):
        found[network_of(each)] += share
    return found


def assert_drawn_as_listed(null, cluster, draws=1200):
    """Draw many, and compare how often each network comes with how likely it is."""
    everything = listed(null, cluster)
    assert abs(sum(everything.values()) - 1) < 1e-9
    fitted = null.fitted(null.seen(cluster, None))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        seen = Counter(network_of(each) for each in fitted.clusters(streams_of(5, 0, draws)))
    possible = {network: share for network, share in everything.items() if share > 0}
    assert set(seen) <= set(possible)
    expected = np.array(list(possible.values())) * draws
    counts = np.array([seen[network] for network in possible], dtype=float)
    rare = expected < 5  # too few for the curve of the test; taken together
    if rare.any() and not rare.all():
        expected = np.append(expected[~rare], expected[rare].sum())
        counts = np.append(counts[~rare], counts[rare].sum())
    assert len(counts) == 1 or stats.chisquare(counts, expected).pvalue > 0.001
