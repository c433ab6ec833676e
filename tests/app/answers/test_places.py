"""Where everybody stands in the picture."""

import networkx as nx
import pandas as pd
import pytest

import socluster as sc
from socluster.app.answers.places import WIDTH, places_of
from socluster.plot.svg.marks import looks_of


def places(cluster):
    return places_of(cluster, looks_of(cluster.actors, None, "en"))


@pytest.mark.parametrize("name", ["siauliai", "norway_project", "davis", "karate"])
def test_everybody_stands_inside_the_picture_and_nobody_on_another(name):
    found = places(sc.load_dataset(name))
    spots = [(round(x), round(y)) for x, y, _ in found.actors.values()]
    assert len(set(spots)) == len(spots)
    assert all(0 <= x <= WIDTH and 0 <= y <= found.height for x, y in spots)


def test_attendances_are_drawn_event_by_event():
    found = places(sc.load_dataset("siauliai"))
    assert len(found.groups) == 8
    assert {side for _, _, side in found.actors.values()} == {"left", "right", "middle"}


def test_who_is_at_no_event_stands_below():
    cluster = sc.load_dataset("siauliai").with_actor("nobody knows")
    found = places(cluster)
    assert found.actors["nobody knows"][1] > max(
        y for name, (_, y, _) in found.actors.items() if name != "nobody knows"
    )


def test_an_empty_cluster_and_isolates_have_a_picture():
    assert places(sc.as_cluster(nx.empty_graph(0))).actors == {}
    assert len(places(sc.as_cluster(nx.empty_graph(3))).actors) == 3


def test_the_rest_of_an_event_of_very_many_shares_a_place():
    actors = pd.DataFrame({"actor": [f"a{at}" for at in range(200)]})
    told = pd.DataFrame({"actor": actors["actor"], "group": "fair"})
    cluster = sc.Cluster.from_tables(actors, groups=pd.DataFrame({"group": ["fair"]}), affiliations=told)
    found = places_of(cluster, looks_of(cluster.actors, None, "en"))
    assert set(found.actors) == set(actors["actor"])
    rest = [place for place in found.actors.values() if place[2].startswith("rest")]
    assert len(rest) == 80
    assert len(set(rest)) == 1
    assert found.bands[0].n_actors == 200
