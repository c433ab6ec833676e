"""Several layers as one network: as if the cluster had these layers only."""

from functools import partial

import networkx as nx
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.core.several_layers import names_several, of_several_layers
from tests.conventions.kinds import kind_of_cluster
from tests.conventions.test_labels import ask, frame_of
from tests.conventions.test_measures import MEASURES, OF_TABLES, asked, needed, options

KNOKE = sc.load_dataset("knoke")
BOTH = list(KNOKE.tie_layers)
OF_LAYERS = [name for name in MEASURES if name not in OF_TABLES and "layer" in {each.name for each in options(name)}]


@pytest.mark.parametrize("name", OF_LAYERS)
def test_all_layers_are_what_no_layer_is(name):
    cluster = kind_of_cluster("multiplex")
    more = needed(name)
    more.pop("layer", None)
    whole = ask(lambda given: getattr(sc, name)(given, *asked(name), **more), cluster)
    listed = ask(lambda given: getattr(sc, name)(given, *asked(name), **more, layer=["a", "b"]), cluster)
    assert type(listed) is type(whole), listed
    if isinstance(whole, InputError):
        assert str(listed) == str(whole)
    else:
        pd.testing.assert_frame_equal(frame_of(listed), frame_of(whole))


def test_other_layers_are_not_seen():
    more = KNOKE.with_layer("advice").with_ties("COUN", ["WRO"], layer="advice")
    assert sc.degree(more, layer=BOTH).equals(sc.degree(KNOKE))
    assert sc.strength(more, layer=tuple(BOTH)).equals(sc.strength(KNOKE))
    assert not sc.degree(more).equals(sc.degree(KNOKE))
    assert sc.density(more, layer=["money"]) == sc.density(KNOKE, layer="money")


def test_graphs_of_other_libraries_too():
    graph = nx.MultiGraph([(1, 2, "a"), (2, 3, "b"), (3, 4, "c")])
    assert sc.degree(graph, layer=["a", "b"], normalized=False).to_dict() == {1: 1, 2: 2, 3: 1, 4: 0}


def test_in_tables_and_scenarios():
    together = partial(sc.degree, layer=BOTH)
    assert list(sc.measure(KNOKE, [together]).columns) == ["degree(layer=information+money)"]
    leaves = sc.Scenario("the mayor leaves").without_actor("MAYR")
    table = sc.compare(KNOKE, leaves, measures={"ties": together}, draws=2, rng=1).to_frame()
    expected = sc.compare(KNOKE, leaves, measures={"ties": sc.degree}, draws=2, rng=1).to_frame()
    pd.testing.assert_frame_equal(table, expected)


def test_where_it_cannot_be_is_said():
    with pytest.raises(InputError, match="layer names no layer; leave it out for all"):
        sc.degree(KNOKE, layer=[])
    with pytest.raises(InputError, match="did you mean 'information'"):
        sc.degree(KNOKE, layer=["informaton", "money"])
    with pytest.raises(InputError, match="name the layer"):
        sc.report_agreement(KNOKE, layer=BOTH)
    with pytest.raises(InputError, match="layer must be a text or None"):
        sc.losses(KNOKE, layer=BOTH)


def test_a_call_without_a_list_stays_what_it_is():
    assert not names_several({"layer": "money"})
    assert names_several({"layer": ("money",)})
    assert of_several_layers(sc.losses, (KNOKE,), {"layer": BOTH}) == ((KNOKE,), {"layer": BOTH})
    assert of_several_layers(sc.degree, (), {"layer": BOTH}) == ((), {"layer": BOTH})
