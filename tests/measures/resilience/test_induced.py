from functools import partial

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

import socluster as sc
from socluster import InputError
from socluster.core.errors import UncertainTiesWarning
from socluster.measures.resilience.induced import induced_centrality
from tests.measures.small_graphs import cluster_from, graphs
from tests.measures.ucinet_samples import PRINTED_ISO, iso


@pytest.mark.parametrize(("variant", "heading"), [("reach", "Frag"), ("distance", "DwFrag")])
def test_the_rise_of_fragmentation_that_ucinet_prints(variant, heading):
    rise = -induced_centrality(iso(), partial(sc.fragmentation, variant=variant))
    assert rise.tolist() == pytest.approx(PRINTED_ISO[heading], abs=2e-8)  # single precision


def test_it_is_what_removal_says(kite):
    after = sc.removal(kite)["fragmentation"]
    assert induced_centrality(kite, sc.fragmentation).tolist() == pytest.approx((0 - after).tolist())


@given(graphs())
def test_it_is_the_difference_for_a_measure_of_ones_own(graph):
    cluster = cluster_from(graph)
    expected = [graph.degree(node) for node in graph]
    assert induced_centrality(cluster, lambda each: float(each.n_ties)).tolist() == expected


@given(graphs(directed=False))
def test_induced_is_endogenous_and_exogenous_together(graph):
    """Everett and Borgatti (2010), of betweenness: what falls to the others and the actor's own add up."""
    cluster = cluster_from(graph)
    raw = partial(sc.betweenness, normalized=False)
    whole = induced_centrality(cluster, raw)
    others = induced_centrality(cluster, raw, variant="exogenous")
    assert whole.tolist() == pytest.approx((others + raw(cluster)).tolist())
    for place, node in enumerate(graph):
        left = graph.subgraph(set(graph) - {node})
        before, after = (nx.betweenness_centrality(each, normalized=False) for each in (graph, left))
        expected = sum(before[other] - after[other] for other in left)
        assert others.iloc[place] == pytest.approx(expected)


def test_exogenous_degree_counts_the_partners(kite):
    """Each partner loses one partner: the exogenous degree is the degree."""
    raw = partial(sc.degree, normalized=False)
    assert induced_centrality(kite, raw, variant="exogenous").tolist() == raw(kite).tolist()
    assert induced_centrality(kite, raw).tolist() == (2 * raw(kite)).tolist()


def test_undefined_without_the_actor(cluster_of):
    assert induced_centrality(cluster_of("AB"), sc.density).isna().all()
    assert np.isnan(induced_centrality(cluster_of("AB", actors="ABC"), sc.constraint)).all()
    assert induced_centrality(cluster_of([], actors=""), sc.density).empty


def test_one_layer_is_all_that_the_measure_sees(florentine):
    alone = induced_centrality(florentine.layer("marriage"), sc.density)
    assert induced_centrality(florentine, sc.density, layer="marriage").equals(alone)
    with pytest.raises(InputError, match="did you mean 'marriage'"):
        induced_centrality(florentine, sc.density, layer="mariage")


def test_what_is_measured_must_be_one_number_or_one_for_each(kite):
    with pytest.raises(InputError, match="take variant='induced'"):
        induced_centrality(kite, sc.density, variant="exogenous")
    with pytest.raises(InputError, match="one value per actor is needed"):
        induced_centrality(kite, sc.hits)
    with pytest.raises(InputError, match="variant must be one of"):
        induced_centrality(kite, sc.density, variant="own")


def test_uncertain_ties_are_said_once(cluster_of):
    cluster = cluster_of("AB BC CD")
    uncertain = cluster.ties.iloc[[0]][["source", "target", "layer"]].assign(
        layer="gossip", confidence=0.5, evidence="assumed"
    )
    with pytest.warns(UncertainTiesWarning) as said:
        induced_centrality(cluster.with_ties(uncertain), sc.density)
    assert len(said) == 1
