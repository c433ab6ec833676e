"""From the tables of a cluster to numbered nodes and named relations."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from socluster.core.tables import Tables
from socluster.io.formats.relation_export import filled, is_two_mode, network_of, waved_layers
from tests.io.formats.network_samples import ACTORS


def rows(relation):
    ends = zip(relation.sources.tolist(), relation.targets.tolist(), strict=True)
    return [(*pair, weight) for pair, weight in zip(ends, relation.weights.tolist(), strict=True)]


def test_ties_are_relations_of_positions(layered):
    network = network_of(layered)
    assert list(network.actors.names) == ACTORS
    assert network.groups is None
    referral, info, empty = network.relations
    assert [(each.name, each.directed) for each in network.relations] == [
        ("nukreipimas, 1", True),
        ("„info“", False),
        ("empty", False),
    ]
    assert rows(referral)[:3] == [(0, 1, 1.0), (1, 0, 2.5), (4, 3, 0.001)]
    assert rows(info)[:2] == [(0, 2, 0.1), (2, 4, 3.0)]
    # What is unknown follows the ties of its layer, without a weight.
    assert [rows(each)[-1][:2] for each in (referral, info)] == [(5, 0), (3, 4)]
    assert [np.isnan(each.weights).tolist() for each in (referral, info)] == [
        [False] * 3 + [True],
        [False] * 2 + [True],
    ]
    assert rows(empty) == []


def test_affiliations_count_groups_from_zero(two_mode):
    network = network_of(two_mode)
    assert list(network.groups.names) == ["2016-11 „Diena“", "b, c"]
    (relation,) = network.relations
    assert (relation.name, relation.directed) == ("affiliation", False)
    assert rows(relation) == [(0, 0, 1.5), (0, 1, 2.0), (1, 1, 1.0)]


def test_of_ties_and_affiliations_the_ties_are_written(layered, two_mode):
    both = replace(layered, groups=two_mode.groups, affiliations=two_mode.affiliations)
    assert (is_two_mode(layered), is_two_mode(two_mode), is_two_mode(both)) == (False, True, False)
    assert network_of(both).groups is None


def test_what_is_not_said_of_a_tie_is_the_default():
    plain = Tables(pd.DataFrame({"actor": ["a", "b"]}), pd.DataFrame({"source": ["b"], "target": ["a"]}))
    (relation,) = network_of(plain).relations
    assert (relation.name, relation.directed, rows(relation)) == ("tie", False, [(1, 0, 1.0)])
    assert len(filled(plain.groups)) == 0


@pytest.mark.parametrize(
    ("waves", "split"),
    [
        (["1", "2"], {"x": ["x (1)", "x (2)"]}),
        (["1", None], {"x": ["x", "x (1)"]}),
        (["1", "1"], {}),
        ([None, None], {}),
    ],
)
def test_every_wave_of_a_layer_is_a_relation(waves, split):
    ties = pd.DataFrame({"source": ["a", "b"], "target": ["b", "c"], "layer": "x", "wave": waves})
    tables = Tables(pd.DataFrame({"actor": ["a", "b", "c"]}), ties)
    assert waved_layers(tables) == split
    assert [each.name for each in network_of(tables).relations] == split.get("x", ["x"])


def test_a_layer_that_nothing_uses_goes_with_the_kind_that_is_written(two_mode):
    layers = {**two_mode.layers, "arcs": {"directed": True}, "tie": {"directed": False}, "more": {"directed": False}}
    assert [each.name for each in network_of(replace(two_mode, layers=layers)).relations] == ["affiliation", "more"]
