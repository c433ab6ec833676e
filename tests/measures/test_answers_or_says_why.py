"""Whatever the cluster holds, these functions answer, or say in plain words why they cannot."""

import contextlib
import warnings
from functools import partial

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import InputError, SoclusterWarning
from socluster.measures.multiplex.actors import (
    layer_exclusivity,
    layer_participation,
    layer_relevance,
    multiplex_degree,
    multiplex_neighbourhood,
)
from socluster.measures.multiplex.overlap import layer_correlation, layer_overlap, multiplexity
from socluster.measures.resilience.attack import attack_curve
from socluster.measures.resilience.removal import removal
from socluster.measures.survey.agreement import ladder_profile, report_agreement
from socluster.measures.survey.collaboration import (
    non_redundant_ties,
    rater_disagreement,
    rating_scores,
    relative_connectivity,
)
from socluster.measures.survey.nonresponse import bounds, response_rate
from socluster.measures.survey.ratings import rating_table
from socluster.measures.twomode.backbone import disparity_backbone, projection_backbone
from socluster.measures.twomode.centrality import (
    twomode_betweenness,
    twomode_closeness,
    twomode_degree,
    twomode_density,
    twomode_eigenvector,
)
from socluster.measures.twomode.clustering import (
    affiliation_overlap,
    twomode_clustering,
    twomode_local_clustering,
)
from socluster.measures.twomode.projection import dual_projection, swap_modes
from tests.examples import examples
from tests.strategies import clusters

TWO_MODE = [
    twomode_density,
    twomode_degree,
    twomode_closeness,
    twomode_betweenness,
    twomode_eigenvector,
    twomode_clustering,
    twomode_local_clustering,
    affiliation_overlap,
    swap_modes,
    lambda cluster: dual_projection(cluster, [sc.degree]),
    projection_backbone,
]
ONE_MODE = [
    disparity_backbone,
    layer_correlation,
    layer_overlap,
    multiplexity,
    layer_exclusivity,
    layer_participation,
    layer_relevance,
    multiplex_degree,
    multiplex_neighbourhood,
    removal,
    partial(attack_curve, order=sc.degree),
    partial(attack_curve, draws=2, rng=1),
    partial(rating_table, items="weight"),
    partial(rating_scores, scores={"all": "weight"}, scale=(0, 1e308)),
    partial(rater_disagreement, items="weight"),
    partial(relative_connectivity, items="weight"),
    non_redundant_ties,
    report_agreement,
    ladder_profile,
    response_rate,
    lambda cluster: bounds(cluster, sc.degree, draws=2, rng=1),
]


def ask(function, cluster):
    """Return the answer, or None if the function says why it has none; any other error is a fault."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.simplefilter("ignore", SoclusterWarning)
        with contextlib.suppress(InputError):
            return function(cluster)
    return None


@settings(max_examples=examples(20, 120), deadline=None)
@given(clusters(), st.data())
def test_every_cluster_has_an_answer_or_a_reason(cluster, data):
    functions = TWO_MODE if cluster.n_groups and data.draw(st.booleans()) else ONE_MODE
    for function in functions:
        found = ask(function, cluster)
        assert repr(found)
        if isinstance(found, pd.Series | pd.DataFrame) and found.index.name == "actor":
            assert found.index.equals(cluster.index)


@pytest.mark.parametrize("function", [*ONE_MODE, *TWO_MODE])
def test_what_is_no_cluster_is_refused(function):
    with pytest.raises(InputError):
        function(3)


@pytest.mark.parametrize("name", ["siauliai", "norway_project", "care_reform", "day_centres", "florentine", "karate"])
def test_shipped_clusters(name):
    cluster = sc.load_dataset(name)
    for function in ONE_MODE[:12]:
        assert ask(function, cluster) is not None
    for function in TWO_MODE if cluster.n_groups else []:
        assert ask(function, cluster) is not None
