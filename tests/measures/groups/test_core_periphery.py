from itertools import combinations

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster import Cluster, InputError, as_cluster, load_dataset
from socluster._kernels.groups import core_periphery as kernel
from socluster.measures.groups.core_periphery import CorePeriphery, continuous_coreness, core_periphery

PATTERNS = ["missing", "or", "and"]


def literal_correlation(strength, core, pattern):
    """The correlation over the cells that the pattern says something about; NaN if one side does not vary."""
    n = len(strength)
    data, ideal = [], []
    for i in range(n):
        for j in range(n):
            inside = int(core[i]) + int(core[j])
            if i == j or (inside == 1 and pattern == "missing"):
                continue
            data.append(strength[i, j])
            ideal.append(inside == 2 or (inside == 1 and pattern == "or"))
    if len(set(data)) < 2 or len(set(ideal)) < 2:
        return np.nan
    return np.corrcoef(data, ideal)[0, 1]


def every_core(n):
    for size in range(n + 1):
        for members in combinations(range(n), size):
            yield np.isin(np.arange(n), members)


@st.composite
def matrices(draw, largest=6):
    """Small matrices of strengths, symmetric or not."""
    n = draw(st.integers(0, largest))
    cells = draw(st.lists(st.sampled_from([0.0, 0.0, 1.0, 1.0, 2.5]), min_size=n * n, max_size=n * n))
    matrix = np.array(cells).reshape(n, n)
    np.fill_diagonal(matrix, 0)
    return matrix + matrix.T if draw(st.booleans()) else matrix


# from an exhaustive search over all cores that was written apart from this package
KNOWN = [
    ("knoke", "information", "missing", 0.6574, "COMM EDUC INDU MAYR NEWS"),
    ("knoke", "information", "or", 0.4860, "COMM MAYR NEWS"),
    ("knoke", "information", "and", 0.4102, "COUN COMM INDU MAYR NEWS UWAY"),
    ("kite", None, "missing", 0.6, "0 1 3 5 6"),
    ("kite", None, "or", 0.3273, None),
    ("kite", None, "and", 0.5092, None),
]


@pytest.mark.parametrize(("dataset", "layer", "pattern", "correlation", "members"), KNOWN)
def test_known_values(dataset, layer, pattern, correlation, members):
    found = core_periphery(load_dataset(dataset), layer=layer, variant=pattern)
    assert found.correlation == pytest.approx(correlation, abs=5e-5)
    assert found.proven
    if members:
        assert found.core.index[found.core].tolist() == members.split()
        assert found.optima == 1


@given(matrices(), st.sampled_from(PATTERNS))
def test_the_best_of_all_cores_is_found(matrix, pattern):
    from scipy import sparse

    found = kernel.best_core(sparse.csr_array(matrix), pattern, 0)
    cores = list(every_core(len(matrix)))
    values = np.array([literal_correlation(matrix, core, pattern) for core in cores])
    assert found.proven
    if np.isnan(values).all():
        assert np.isnan(found.correlation)
        assert found.optima is None
        assert not found.core.any()
    else:
        best = np.nanmax(values)
        assert found.correlation == pytest.approx(best)
        assert literal_correlation(matrix, found.core, pattern) == pytest.approx(best)
        assert found.optima == np.count_nonzero(values > best - 1e-9)
        sizes = [core.sum() for core, value in zip(cores, values, strict=True) if value > best - 1e-9]
        assert found.core.sum() == min(sizes)


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("directed", [True, False])
def test_the_search_comes_near_to_the_best(pattern, directed, monkeypatch):
    """Without a core to find, which is the hardest case; the values are those of the search as it is."""
    from scipy import sparse

    rng = np.random.default_rng(3)
    missed = []
    for _ in range(25):
        matrix = (rng.random((12, 12)) < rng.uniform(0.1, 0.6)) * rng.integers(1, 4, (12, 12)).astype(float)
        matrix = np.triu(matrix, 1) if not directed else matrix - np.diag(matrix.diagonal())
        matrix = sparse.csr_array(matrix if directed else matrix + matrix.T)
        monkeypatch.setattr(kernel, "EXHAUSTIVE", 20)
        best = kernel.best_core(matrix, pattern, 10)
        monkeypatch.setattr(kernel, "EXHAUSTIVE", 0)
        found = kernel.best_core(matrix, pattern, 10)
        assert not found.proven
        assert literal_correlation(matrix.toarray(), found.core, pattern) == pytest.approx(found.correlation)
        assert found.correlation <= best.correlation + 1e-9
        missed.append(best.correlation - found.correlation)
    assert max(missed) < 0.1
    assert np.count_nonzero(np.array(missed) > 1e-9) <= 2


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_planted_core_is_found_in_a_large_cluster(pattern):
    graph = nx.stochastic_block_model([40, 260], [[0.8, 0.15], [0.15, 0.01]], seed=5)
    cluster = as_cluster(nx.Graph(nx.relabel_nodes(graph, str).edges))
    found = core_periphery(cluster, variant=pattern, restarts=0)
    planted = pd.Series(found.core.index.astype(int) < 40, index=found.core.index)
    assert (found.core == planted).mean() > 0.98
    assert not found.proven
    assert found.optima is None
    assert found.correlation <= core_periphery(cluster, variant=pattern, restarts=3).correlation + 1e-9


def test_the_search_repeats_itself_and_is_no_worse_than_cpnet():
    # cpnet 0.0.21's BE ends at r = .3002 with a core of 4 in the best of ten runs ("or")
    cluster = as_cluster(nx.relabel_nodes(nx.powerlaw_cluster_graph(60, 3, 0.3, seed=1), str))
    found = core_periphery(cluster, variant="or")
    assert found.correlation == pytest.approx(0.3031, abs=5e-5)
    assert core_periphery(cluster, variant="or").core.equals(found.core)


def test_a_star_has_many_equally_good_cores(cluster_of):
    star = cluster_of("AB AC AD AE AF")
    found = core_periphery(star)
    assert found.correlation == pytest.approx(1)
    assert found.core["A"]
    assert found.core.sum() == 2
    assert found.optima == 5
    assert "one of 5 equally good" in str(found)
    centre = core_periphery(star, variant="or")
    assert centre.core[centre.core].index.tolist() == ["A"]
    assert (centre.correlation, centre.optima) == (pytest.approx(1), 1)


@pytest.mark.parametrize("ties", ["", "AB AC BC"])
def test_no_core_where_all_pairs_are_alike(cluster_of, ties):
    found = core_periphery(cluster_of(ties, actors="ABC"))
    assert np.isnan(found.correlation)
    assert not found.core.any()
    assert str(found).startswith("No core")
    large = core_periphery(cluster_of(list(combinations(range(24), 2)) if ties else [], actors=map(str, range(24))))
    assert np.isnan(large.correlation)
    assert not large.core.any()


def test_strengths_count_unless_they_are_told_not_to(cluster_of):
    cluster = cluster_of([("A", "B", 9.0), ("B", "C", 1.0), ("C", "D", 1.0), ("A", "C", 1.0)])
    assert core_periphery(cluster).core.tolist() == [True, True, False, False]
    unweighted = core_periphery(cluster, weighted=False)
    assert unweighted.correlation == pytest.approx(core_periphery(cluster_of("AB BC CD AC"), weighted=True).correlation)


def test_the_answer_and_its_pictures(knoke):
    found = core_periphery(knoke, layer="information")
    assert isinstance(found, CorePeriphery)
    assert found.core.name == "core"
    assert found.core.index.equals(knoke.index)
    assert found.core.dtype == bool
    assert found.to_frame()["core"].equals(found.core)
    english, lithuanian = found.plot(), found.plot(language="lt")
    names = {trace.name for trace in english.data}
    assert {"core (5)", "periphery (5)"} <= names
    assert not any(name.startswith("money") for name in names if name)
    assert {"branduolys (5)", "periferija (5)"} <= {trace.name for trace in lithuanian.data}
    with pytest.raises(InputError, match="language must be one of"):
        found.plot(language="de")


def test_wrong_options_are_refused(kite):
    with pytest.raises(InputError, match="variant must be one of"):
        core_periphery(kite, variant="xor")
    for restarts in (-1, 1.5, True):
        with pytest.raises(InputError, match="restarts must be a whole number"):
            core_periphery(kite, restarts=restarts)


# -- continuous -------------------------------------------------------------------------------------------------------


def loss(strength, values):
    cells = (strength - np.outer(values, values)) ** 2
    return cells.sum() - np.diag(cells).sum()


@pytest.mark.parametrize(("dataset", "layer"), [("knoke", "information"), ("knoke", "money"), ("kite", None)])
def test_no_other_values_come_nearer(dataset, layer):
    cluster = load_dataset(dataset)
    strength = cluster.matrix(layer).toarray()
    found = continuous_coreness(cluster, layer=layer, normalized=False).to_numpy()
    rng = np.random.default_rng(4)
    for step in (1e-4, 1e-2, 0.3):
        for _ in range(50):
            other = np.maximum(found + step * rng.normal(size=len(found)), 0)
            assert loss(strength, other) > loss(strength, found) - 1e-9
    # each value is the best one given the others
    for i in range(len(found)):
        rest = np.delete(found, i)
        mean = np.delete(strength[i] + strength[:, i], i) / 2
        assert found[i] == pytest.approx(max(mean @ rest / (rest @ rest), 0), abs=1e-5)


def test_an_exact_pattern_is_recovered_in_any_unit(cluster_of):
    true = dict(zip("ABCDE", [3.0, 2.0, 1.0, 0.5, 0.1], strict=True))
    for unit in (1.0, 1e4):
        cluster = cluster_of([(a, b, unit * true[a] * true[b]) for a, b in combinations(true, 2)])
        found = continuous_coreness(cluster, normalized=False)
        assert found.tolist() == pytest.approx([unit**0.5 * value for value in true.values()], rel=1e-4)
        normalized = continuous_coreness(cluster)
        assert (normalized**2).sum() == pytest.approx(1)
        assert normalized.tolist() == pytest.approx(
            np.array(list(true.values())) / np.linalg.norm(list(true.values())), rel=1e-4
        )


def test_directions_enter_as_their_mean(knoke):
    found = continuous_coreness(knoke, layer="information")
    mean = continuous_coreness(knoke.symmetrise("mean"), layer="information")
    assert found.tolist() == pytest.approx(mean.tolist(), abs=1e-9)


def test_the_order_of_actors_does_not_matter(knoke):
    tables = knoke.to_tables()
    turned = Cluster.from_tables(tables.actors.iloc[::-1], tables.ties, layers=tables.layers)
    found = continuous_coreness(turned, layer="money")[list(knoke.labels)]
    assert found.tolist() == pytest.approx(continuous_coreness(knoke, layer="money").tolist(), abs=1e-5)


def test_pieces_stars_and_nobody(cluster_of):
    pieces = continuous_coreness(cluster_of("AB AC BC DE", actors="ABCDEF"))
    assert pieces[["A", "B", "C"]].tolist() == pytest.approx([3**-0.5] * 3)
    assert pieces[["D", "E", "F"]].tolist() == pytest.approx([0, 0, 0], abs=1e-6)
    star = continuous_coreness(cluster_of("AB AC AD AE"))
    assert star["A"] > 0.99
    assert continuous_coreness(cluster_of([], actors="AB")).isna().all()
    assert continuous_coreness(cluster_of([], actors="AB"), normalized=False).tolist() == [0, 0]
    assert continuous_coreness(cluster_of([], actors="")).empty


def test_the_discrete_core_has_the_highest_values(knoke):
    found = continuous_coreness(knoke, layer="information")
    core = core_periphery(knoke, layer="information").core
    assert set(found.nlargest(3).index) <= set(core.index[core])
    assert found.name == "continuous_coreness"
    unweighted = continuous_coreness(knoke, weighted=False)
    assert unweighted.tolist() != pytest.approx(continuous_coreness(knoke).tolist())
