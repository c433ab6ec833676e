"""What is known of a network that many might join, one at a time: against networkx, newcomer by newcomer."""

import networkx as nx
import numpy as np
import pytest

from socluster.whatif.engine.joined import MOST_ACTORS, MOST_BYTES, Base, Joined

PARTNERS = [[], [0], [0, 3], [1, 4, 6], [5, 6], list(range(7))]


@pytest.fixture(scope="module")
def graph():
    """A triangle with a tail, a pair, and somebody alone."""
    found = nx.Graph([(0, 1), (1, 2), (0, 2), (2, 3), (4, 5)])
    found.add_node(6)
    return found


@pytest.fixture(scope="module")
def joined(graph):
    base = Base(nx.to_scipy_sparse_array(graph, nodelist=range(7), dtype=float))
    starts = np.concatenate([[0], np.cumsum([len(each) for each in PARTNERS])]).astype(np.int64)
    partners = np.array([each for several in PARTNERS for each in several], dtype=np.int64)
    return Joined(base, starts, partners, np.full(len(partners), 2.0))


@pytest.fixture(scope="module")
def graphs(graph):
    found = []
    for partners in PARTNERS:
        one = graph.copy()
        one.add_node(7)
        one.add_edges_from((7, partner) for partner in partners)
        found.append(one)
    return found


def test_sizes(joined):
    assert (len(joined), joined.n, joined.base.n) == (len(PARTNERS), 8, 7)


def test_distances_and_reach(joined, graphs):
    for row, graph in enumerate(graphs):
        lengths = dict(nx.all_pairs_shortest_path_length(graph))
        per_actor = [[distance for distance in lengths[actor].values() if distance] for actor in range(8)]
        counts = np.bincount([each for several in per_actor for each in several], minlength=joined.by_distance.shape[1])
        assert joined.by_distance[row].tolist() == counts.tolist()
        reached, total, inverse = (each[row] for each in joined.reach("out"))
        assert reached.tolist() == [len(each) for each in per_actor]
        assert total.tolist() == [sum(each) for each in per_actor]
        assert inverse == pytest.approx([sum(1 / distance for distance in each) for each in per_actor])


def test_betweenness_contacts_triangles_parts(joined, graphs):
    for row, graph in enumerate(graphs):
        of_all = nx.betweenness_centrality(graph, normalized=False)
        assert joined.carried[row] / 2 == pytest.approx([of_all[actor] for actor in range(8)])
        assert joined.contacts("all")[row].tolist() == [graph.degree(actor) for actor in range(8)]
        triangles, pairs = (each[row] for each in joined.triples(either_way=False))
        assert triangles == 2 * sum(nx.triangles(graph).values())
        assert pairs == sum(degree * (degree - 1) for _, degree in graph.degree)
        assert joined.pieces[0][row] == nx.number_connected_components(graph)


def test_strengths_count_where_they_are_asked_for(joined, graphs):
    for row, (graph, partners) in enumerate(zip(graphs, PARTNERS, strict=True)):
        expected = [graph.degree(actor) + (actor in partners) for actor in range(7)] + [2 * len(partners)]
        assert joined.strengths("all")[row].tolist() == expected
        for near, far in graph.edges:
            graph.edges[near, far]["weight"] = 2.0 if 7 in (near, far) else 1.0
        tied = [actor for actor in range(8) if graph.degree(actor)]
        for weighted, weight in ((True, "weight"), (False, None)):
            by_networkx = nx.constraint(graph, weight=weight)
            ours = joined.constraint(weighted=weighted)[row]
            assert ours[tied] == pytest.approx([by_networkx[actor] for actor in tied])


def test_spectra(joined, graphs):
    for row, graph in enumerate(graphs):
        values = np.linalg.eigvalsh(nx.to_numpy_array(graph, nodelist=range(8), weight=None))
        assert joined.natural[row] == pytest.approx(np.log(np.exp(values).mean()))
        laplacian = np.linalg.eigvalsh(nx.laplacian_matrix(graph, weight=None).toarray().astype(float))
        assert joined.algebraic[row] == pytest.approx(laplacian[1], abs=1e-9)


def test_groups_must_be_said(joined):
    with pytest.raises(ValueError, match="groups"):
        joined.grouped("sector")


def test_large_networks_are_not_updated():
    assert Base.fits(1_000)
    assert not Base.fits(MOST_ACTORS + 1)
    assert not Base.fits(int(MOST_BYTES**0.5))
