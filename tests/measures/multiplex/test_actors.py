"""How actors are tied in several layers, against literal definitions, degree, and the Medici by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socluster as sc
from socluster.measures.multiplex.actors import (
    layer_exclusivity,
    layer_participation,
    layer_relevance,
    multiplex_degree,
    multiplex_neighbourhood,
)
from tests.measures.multiplex.multiplex_samples import few, multiplex_clusters, tables_of


@few
@given(multiplex_clusters(), st.sampled_from(["out", "in", "all"]))
def test_measures_of_actors_equal_their_definitions(cluster, direction):
    partners = {}
    for name, table in tables_of(cluster).items():
        ties = {"out": table, "in": table.T, "all": table + table.T}[direction]
        partners[name] = [set(np.flatnonzero(row)) for row in ties]
    degree = multiplex_degree(cluster, direction=direction, normalized=False)
    relevance = layer_relevance(cluster, direction=direction)
    exclusivity = layer_exclusivity(cluster, direction=direction)
    participation = layer_participation(cluster, direction=direction)
    whole = multiplex_neighbourhood(cluster, direction=direction)
    for place, actor in enumerate(cluster.labels):
        everybody = set().union(*(each[place] for each in partners.values()))
        assert whole[actor] == len(everybody)
        degrees = [len(each[place]) for each in partners.values()]
        assert degree.loc[actor].tolist() == degrees
        if sum(degrees) and len(degrees) > 1:
            m = len(degrees)
            expected = m / (m - 1) * (1 - sum((k / sum(degrees)) ** 2 for k in degrees))
            assert participation[actor] == pytest.approx(expected)
        else:
            assert np.isnan(participation[actor])
        for name, each in partners.items():
            others = set().union(*(rest[place] for other, rest in partners.items() if other != name))
            alone = each[place] - others
            assert multiplex_neighbourhood(cluster, layers=name, direction=direction)[actor] == len(each[place])
            found = multiplex_neighbourhood(cluster, layers=[name], direction=direction, exclusive=True)
            assert found[actor] == len(alone)
            size = len(everybody)
            assert relevance.loc[actor, name] == pytest.approx(len(each[place]) / size if size else np.nan, nan_ok=True)
            assert exclusivity.loc[actor, name] == pytest.approx(len(alone) / size if size else np.nan, nan_ok=True)


@few
@given(multiplex_clusters(), st.sampled_from(["out", "in", "all"]))
def test_they_agree_with_degree(cluster, direction):
    whole = multiplex_neighbourhood(cluster, direction=direction)
    assert whole.tolist() == sc.degree(cluster, direction=direction, normalized=False).tolist()
    normalized = multiplex_degree(cluster, direction=direction)
    for name in cluster.tie_layers:
        expected = sc.degree(cluster, layer=name, direction=direction)
        assert normalized[name].tolist() == pytest.approx(expected.tolist(), nan_ok=True)


def test_the_medici_by_hand(florentine):
    """Six marriages, five businesses, three families with both."""
    assert multiplex_neighbourhood(florentine)["Medici"] == 8
    assert multiplex_neighbourhood(florentine, layers="marriage", exclusive=True)["Medici"] == 3
    assert layer_relevance(florentine).loc["Medici"].tolist() == [6 / 8, 5 / 8]
    assert layer_exclusivity(florentine).loc["Medici"].tolist() == [3 / 8, 2 / 8]
    assert layer_participation(florentine)["Medici"] == pytest.approx(2 * (1 - (36 + 25) / 121))
    assert layer_relevance(florentine).loc["Pucci"].isna().all()  # an isolate
