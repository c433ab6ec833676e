"""What a measure measures on, what is said before, and the groups that it reads."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster import Cluster, InputError
from socluster.core.errors import ProjectionWarning, UncertainTiesWarning, UnknownTiesWarning
from socluster.measures.shared.network import network, one_mode, warn_of_uncertain_ties

ACTORS = pd.DataFrame({"actor": list("ABC"), "sector": ["public", "civic", None], "beds": [1, 2, 2]})
TIES = pd.DataFrame(
    {
        "source": ["A", "B", "A"],
        "target": ["B", "C", "C"],
        "layer": ["x", "x", "y"],
        "weight": [2.0, 4.0, 1.0],
        "confidence": [0.5, 0.5, 1.0],
    }
)


def town(ties=TIES, **tables):
    return Cluster.from_tables(ACTORS, ties, **tables)


# -- the network ------------------------------------------------------------------------------------------------------


def test_ties_of_a_layer(cluster_of):
    net = network(cluster_of([("A", "B", 2), ("C", "B", 4)], directed=True), "tie")
    assert (net.n, net.directed, net.layer) == (3, True, "tie")
    assert net.ties.toarray().tolist() == [[0, 2, 0], [0, 0, 0], [0, 4, 0]]
    assert net.binary.toarray().tolist() == [[0, 1, 0], [0, 0, 0], [0, 1, 0]]
    values = net.series(np.array([1.0, 2.0, 3.0]), "mine")
    assert (values.name, values.index.name, values.to_dict()) == ("mine", "actor", {"A": 1.0, "B": 2.0, "C": 3.0})


def test_shared_ties_cannot_be_written_to_and_ones_own_can(kite):
    net = network(kite)
    before = net.ties.toarray()
    with pytest.raises(ValueError, match="read-only"):
        net.ties.data[0] = 9
    net.strength.data[:] = 9
    net.binary.data[:] = 9
    assert np.array_equal(net.ties.toarray(), before)
    assert np.array_equal(network(kite).strength.toarray(), before)


def test_what_follows_from_a_layer_is_made_once(knoke):
    made = []
    for layer in ("money", "money", "information", None):
        network(knoke, layer).kept("for this test", lambda: made.append(1))
    assert len(made) == 3


def test_a_wrong_layer_is_refused_at_once(knoke):
    with pytest.raises(InputError, match="did you mean 'money'"):
        network(knoke, "mony")


# -- what is said before ----------------------------------------------------------------------------------------------


def test_a_two_mode_cluster_is_projected_and_that_is_said():
    davis = sc.load_dataset("davis")
    with pytest.warns(ProjectionWarning, match="only 89 affiliations"):
        assert one_mode(davis) == davis.project()


def test_who_holds_ties_or_nothing_is_left_as_it_is(recwarn, kite):
    nobody = Cluster.from_tables(ACTORS)
    assert one_mode(kite) is kite
    assert one_mode(nobody) is nobody
    assert not recwarn.list


@pytest.mark.parametrize(("layer", "said"), [(None, "2 uncertain ties"), ("x", "2 uncertain ties"), ("y", None)])
def test_uncertain_ties_are_counted_in_the_layer(layer, said, recwarn):
    warn_of_uncertain_ties(town(), layer)
    assert [warning.category for warning in recwarn.list] == [UncertainTiesWarning] * (said is not None)
    assert all(f"measured as if {said} existed" in str(warning.message) for warning in recwarn.list)


def test_unknown_cells_are_counted_in_the_layer(recwarn):
    unknown = pd.DataFrame({"source": ["B"], "target": ["C"], "layer": ["y"]})
    cluster = town(TIES[2:], unknown=unknown, layers={"x": {}, "y": {}})
    network(cluster, "x")
    assert not recwarn.list
    with pytest.warns(UnknownTiesWarning, match="as if 2 unknown cells of the matrix held no tie"):
        network(cluster, "y")


def test_counts_are_whole_numbers():
    kite = sc.load_dataset("kite")
    for measure in (sc.degree, sc.reach):
        assert measure(kite, normalized=False).dtype == int
        assert measure(kite).dtype == float
    for whole in (sc.core_number, sc.nestedness, sc.multiplex_neighbourhood):
        assert whole(kite).dtype == int
    assert sc.twomode_degree(sc.load_dataset("davis"), normalized=False).dtype == int
    assert {*sc.multiplex_degree(sc.load_dataset("florentine"), normalized=False).dtypes} == {np.dtype(np.int64)}
