"""What the hints of the exercises listen for: mistakes made with pandas and networkx, without a measure of ours."""

from itertools import combinations

import networkx
import pytest

from socluster.learn.exercises import find
from tests.learn.exercises.shipped import across, column, knoke, norway, siauliai, table


def money(kind):
    return dict(getattr(knoke("money"), kind)())


def civic(layer, ends):
    """How much of what civic organisations give, receive, or either, comes from or goes to other sectors."""
    sector = column("knoke", "sector")
    pairs = [pair for pair in knoke(layer).edges for end in ends if sector[pair[end]] == "civic"]
    return across(pairs, sector) / len(pairs)


def ei(pairs, group):
    pairs = list(pairs)
    return 2 * across(pairs, group) / len(pairs) - 1


def by_chance(dataset):
    sector = column(dataset, "sector")
    return ei(combinations(sector.index, 2), sector)


def centralization_of(kind, divisor):
    degrees = [degree for _, degree in getattr(knoke("information"), kind)()]
    return sum(max(degrees) - degree for degree in degrees) / divisor


def without(*kinds):
    kind = column("siauliai", "kind")
    graph = siauliai()
    graph.remove_nodes_from(kind.index[kind.isin(kinds)])
    return graph.number_of_edges() / siauliai().number_of_edges()


def recognisable_by(*columns):
    return int((~table("norway_project", "actors")[list(columns)].duplicated(keep=False)).sum())


def both_layers():
    return networkx.compose(knoke("money"), knoke("information"))


def reported_elsewhere():
    return set(table("siauliai", "groups")["group"]) - {"National round table"}


def norway_ei():
    return ei(norway().edges, column("norway_project", "sector"))


# What somebody answers who makes a mistake: by exercise and place of the hint.
MISTAKES = {
    ("01.2", 0): lambda: networkx.density(norway()),
    ("01.2", 1): lambda: 8 / (13 * 12 / 2),
    ("01.2", 2): lambda: 8 / (9 * 8),
    ("01.2", 3): lambda: 8,
    ("01.4", 0): lambda: 3 * 10,
    ("01.4", 2): lambda: 2 * 27 - 3 * 2,
    ("02.1", 0): lambda: 9 / (9 * 8),
    ("02.1", 3): lambda: networkx.betweenness_centrality(both_layers(), normalized=False)["UWAY"],
    ("02.5", 1): lambda: 62 / 66,
    ("03.1", 1): lambda: (1 + norway_ei()) / 2,
    ("03.2", 0): norway_ei,
    ("03.2", 1): lambda: by_chance("norway_project"),
    ("03.2", 2): lambda: norway_ei() - by_chance("knoke"),
    ("03.3", 0): lambda: civic("money", [0]),
    ("03.3", 2): lambda: civic("information", [1]),
    ("03.5", 1): lambda: siauliai(reported_elsewhere()).number_of_edges(),
    ("03.5", 2): lambda: 1 - siauliai(reported_elsewhere()).number_of_edges() / siauliai().number_of_edges(),
    ("04.1", 0): lambda: {actor for actor, degree in money("in_degree").items() if not degree},
    ("04.1", 1): lambda: {a for a, degree in money("in_degree").items() if degree and not money("out_degree")[a]},
    ("04.1", 2): lambda: {a for a, degree in money("out_degree").items() if degree > money("in_degree")[a]},
    ("04.3", 1): lambda: knoke("money").number_of_edges() * knoke("information").number_of_edges() / 100,
    ("04.3", 2): lambda: networkx.density(knoke("information")),
    ("04.4", 0): lambda: sum(knoke("information").has_edge(*pair) for pair in knoke("money").edges) / 22,
    ("07.3", 1): lambda: 64,
    ("07.3", 3): lambda: 501 - 36,
    ("08.2", 0): lambda: 100 * (64 / 61 - 1),
    ("08.2", 1): lambda: 100 * 61 / 58,
    ("08.5", 0): lambda: without("expert"),
    ("08.5", 1): lambda: without("project team"),
    ("08.5", 2): lambda: 1 - without("expert", "project team"),
    ("09.2", 0): lambda: centralization_of("in_degree", 9 * 9),
    ("09.2", 1): lambda: centralization_of("out_degree", 9 * 8),
    ("09.4", 0): lambda: recognisable_by("sector", "kind"),
    ("09.4", 2): lambda: 13 - recognisable_by("sector", "kind", "place"),
}


@pytest.mark.parametrize(("key", "place"), MISTAKES, ids=str)
def test_a_mistake_leads_to_what_its_hint_expects(key, place):
    answer = MISTAKES[key, place]()
    expected = find(key).hints[place].answer
    wanted = expected() if callable(expected) else expected
    assert answer == (wanted if isinstance(answer, set) else pytest.approx(wanted, rel=1e-12))
