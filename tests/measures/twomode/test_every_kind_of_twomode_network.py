"""What holds for all two-mode measures: small networks, order, layers, what is refused and what is said."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import InputError, UncertainTiesWarning
from socluster.measures.twomode.centrality import (
    twomode_betweenness,
    twomode_closeness,
    twomode_degree,
    twomode_density,
    twomode_eigenvector,
)
from socluster.measures.twomode.clustering import affiliation_overlap, twomode_clustering, twomode_local_clustering
from socluster.measures.twomode.projection import swap_modes
from tests.measures.twomode.twomode_samples import few, incidences, two_mode

OF_MEMBERS = [
    twomode_degree,
    twomode_closeness,
    twomode_betweenness,
    twomode_eigenvector,
    twomode_local_clustering,
]


@few
@given(incidences(), st.randoms(use_true_random=False))
def test_order_and_modes_do_not_matter(incidence, random):
    cluster = two_mode(incidence)
    swapped = swap_modes(cluster)
    rows = random.sample(range(len(incidence)), len(incidence))
    turned = two_mode(incidence[rows])
    for measure in OF_MEMBERS:
        of_groups = measure(cluster, mode="groups")
        assert measure(swapped).tolist() == pytest.approx(of_groups.tolist(), nan_ok=True, abs=1e-9)
        expected = measure(cluster).to_numpy()[rows]
        assert measure(turned).to_numpy() == pytest.approx(expected, nan_ok=True, abs=1e-9)


@pytest.mark.parametrize("incidence", [np.zeros((0, 2)), np.zeros((1, 1)), np.zeros((3, 2)), np.ones((1, 1))])
@pytest.mark.parametrize("mode", ["actors", "groups"])
def test_small_and_empty_networks(incidence, mode):
    cluster = two_mode(incidence)
    for measure in OF_MEMBERS:
        for options in ({}, {"normalized": False}) if measure is not twomode_local_clustering else ({},):
            series = measure(cluster, mode=mode, **options)
            is_count = options.get("normalized") is False and measure.__name__ == "twomode_degree"
            assert series.dtype == (int if is_count else float)
            assert len(series) == incidence.shape[mode == "groups"]
            assert not np.isinf(series).any()
    assert np.isnan(twomode_clustering(cluster, mode=mode))
    assert np.isnan(twomode_clustering(cluster, variant="robins-alexander"))
    assert affiliation_overlap(cluster, mode=mode).shape == (incidence.shape[mode == "groups"],) * 2
    density = twomode_density(cluster)
    assert np.isnan(density) if not incidence.size else density == incidence.mean()


def test_a_layer_is_measured_alone_and_several_layers_once():
    rows = pd.DataFrame(
        [("a", "x", "attends"), ("a", "x", "funds"), ("b", "x", "funds")], columns=["actor", "group", "layer"]
    )
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": ["a", "b"]}), groups=pd.DataFrame({"group": ["x"]}), affiliations=rows
    )
    assert twomode_density(cluster) == 1
    assert twomode_density(cluster, layer="attends") == 0.5
    assert swap_modes(cluster, layer="attends").n_affiliations == 1
    with pytest.raises(InputError, match="no layer of affiliations"):
        twomode_density(cluster, layer="atends")


def test_what_has_no_groups_is_refused(kite):
    for measure in [*OF_MEMBERS, twomode_density, twomode_clustering, affiliation_overlap, swap_modes]:
        with pytest.raises(InputError, match="no groups"):
            measure(kite)


@pytest.mark.parametrize(
    ("measure", "options"),
    [
        (twomode_degree, {"mode": "events"}),
        (twomode_closeness, {"variant": "closest"}),
        (twomode_clustering, {"variant": "latapy"}),
        (affiliation_overlap, {"variant": "overlap"}),
    ],
)
def test_unknown_options_are_refused(measure, options, davis):
    with pytest.raises(InputError, match="must be one of"):
        measure(davis, **options)


def test_uncertain_affiliations_are_counted_and_said():
    cluster = two_mode([[1, 1], [0, 1]], confidence=0.5)
    for measure in [*OF_MEMBERS, twomode_density, twomode_clustering]:
        with pytest.warns(UncertainTiesWarning, match="as if 3 uncertain affiliations existed") as caught:
            measure(cluster)
        assert [warning.filename for warning in caught] == [__file__]
