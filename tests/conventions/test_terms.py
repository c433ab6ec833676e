"""Every term of a random graph model counts what its definition says, tie by tie, and refuses what it cannot count.

A new term needs a sample in `tests/inference/ergm/term_samples.py`: the term, and its definition written out.
"""

import inspect
import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.ergm.model import model_of
from socluster.inference.ergm.observed import observed_network
from socluster.inference.ergm.term import ErgmTerm
from tests.examples import examples
from tests.inference.ergm.networks import cluster_of_matrix, matrices, two_mode_cluster
from tests.inference.ergm.slow_terms import Net
from tests.inference.ergm.term_samples import KINDS, SAMPLES

IDS = [f"{name}-{kind}-{place}" for place, (name, kind, _, _) in enumerate(SAMPLES)]
SMALL = np.array([[0, 1, 1, 0], [1, 0, 1, 0], [1, 1, 0, 0], [0, 0, 0, 0]])
NETWORKS = {
    "undirected": lambda: cluster_of_matrix(SMALL, directed=False),
    "directed": lambda: cluster_of_matrix(np.triu(SMALL), directed=True),
    "two-mode": lambda: two_mode_cluster(SMALL),
}


def network_of(Y, kind):
    cluster = two_mode_cluster(Y) if kind == "two-mode" else cluster_of_matrix(Y, directed=kind == "directed")
    return observed_network(cluster)


def slowly(net, counted):
    if isinstance(counted, list):
        return np.array([float(each(net)) for each in counted])
    return np.atleast_1d(np.asarray(counted(net), dtype=float))


def toggled(net, i, j, there):
    Y = net.Y.copy().astype(int)
    Y[i, j] = there
    if not net.directed and not net.two_mode:
        Y[j, i] = there
    return Net(Y, net.directed, net.two_mode)


def test_every_term_has_a_sample():
    assert {name for name, *_ in SAMPLES} | {"entrainment", "cross_reciprocity", "cross_twopath"} == set(
        sc.terms.__all__
    )


@pytest.mark.one_of(2)
@pytest.mark.parametrize(("name", "kind", "make", "counted"), SAMPLES, ids=IDS)
@settings(max_examples=examples(4, 60))
@given(data=st.data())
def test_statistics_and_changes_are_those_of_the_definition(name, kind, make, counted, data):
    Y = data.draw(matrices(directed=kind == "directed", two_mode=kind == "two-mode"))
    net = Net(Y.astype(int), kind == "directed", kind == "two-mode")
    model = model_of(network_of(Y, kind), [make(net)])
    now = slowly(net, counted)
    assert model.statistics() == pytest.approx(now, abs=1e-9)
    changes = model.changes()
    dyads = list(net.dyads())
    assert model.dyads.free.tolist() == [list(each) for each in dyads]
    for row in data.draw(st.lists(st.integers(0, len(dyads) - 1), min_size=1, max_size=4)):
        i, j = dyads[row]
        with_tie, without = (slowly(toggled(net, i, j, there), counted) for there in (1, 0))
        assert changes[row] == pytest.approx(with_tie - without, abs=1e-9)


OTHERS = [
    (name, own, make, kind)
    for name, own, make, _ in SAMPLES
    for kind in sorted(set(KINDS) - {each[1] for each in SAMPLES if each[0] == name})
]


@pytest.mark.parametrize(("name", "own", "make", "kind"), OTHERS)
def test_a_term_is_refused_by_networks_without_a_sample_of_it(name, own, make, kind):
    term = make(Net(SMALL, own == "directed", own == "two-mode"))
    with pytest.raises(InputError, match=name) as error:
        model_of(NETWORKS[kind](), [term])
    assert str(error.value.in_language("lt")) != str(error.value)


@pytest.mark.parametrize(("name", "kind", "make", "counted"), SAMPLES, ids=IDS)
def test_a_term_is_a_value_that_says_what_it_counts(name, kind, make, counted):
    net = Net(SMALL, kind == "directed", kind == "two-mode")
    term, again = make(net), make(net)
    assert isinstance(term, ErgmTerm)
    assert term.name == name
    assert term == again
    assert hash(term) == hash(again)
    assert pickle.loads(pickle.dumps(term)) == term
    assert term != sc.terms.edges() or name == "edges"
    assert repr(term).startswith(f"{name}(")
    assert term.describe("en") != term.describe("lt")


@pytest.mark.parametrize("name", sc.terms.__all__)
def test_a_term_is_documented(name):
    function = getattr(sc.terms, name)
    assert len(inspect.getdoc(function).splitlines()[0]) > 20
    assert inspect.signature(function).return_annotation == "ErgmTerm"
