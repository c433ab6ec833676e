"""Names of the parts of large pictures."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.plot.saving import for_paper, pixels
from tests.plot.boxes import faults

SECTORS = ["public", "private", "civic"]


def town(n=330, within=0.97, seed=3):
    """Three sectors, within which most ties are."""
    rng = np.random.default_rng(seed)
    third, actors = n // 3, [f"a{row}" for row in range(n)]
    ends = set()
    while len(ends) < 4 * n:
        one = int(rng.integers(n))
        near = rng.random() < within
        other = int(rng.integers(third)) + one // third * third if near else int(rng.integers(n))
        if one != other:
            ends.add((min(one, other), max(one, other)))
    table = pd.DataFrame({"actor": actors, "sector": np.repeat(SECTORS, third)})
    ties = pd.DataFrame([(actors[one], actors[other]) for one, other in sorted(ends)], columns=["source", "target"])
    return sc.Cluster.from_tables(table, ties, name="Town")


def parts(figure):
    return {note.text: note for note in figure.layout.annotations if note.font.weight == "bold"}


@pytest.mark.parametrize("mm", [85, 180])
def test_parts_that_stand_together_are_named_beside_their_actors(mm):
    figure = sc.plot.network(town()).drawn_anew(pixels(mm), None)
    assert set(parts(figure)) == {f"{sector} (110)" for sector in SECTORS}
    marks = {trace.name: np.column_stack([trace.x, trace.y]) for trace in figure.data if trace.customdata is not None}
    for text, note in parts(figure).items():
        nearest = {name: np.hypot(*(points - [note.x, note.y]).T).min() for name, points in marks.items() if name}
        assert min(nearest, key=nearest.get) == text


@pytest.mark.parametrize("language", ["en", "lt"])
@pytest.mark.parametrize("mm", [85, 180])
def test_they_lie_on_nothing_and_it_says_how_many_actors_are_named(mm, language):
    printed = for_paper(sc.plot.network(town(), size=sc.degree, language=language), pixels(mm), None)
    assert faults(printed) == []
    said = printed.layout.title.subtitle.text
    assert {"en": "of 330 named", "lt": "iš 330"}[language] in said


def test_what_is_spread_over_the_picture_has_no_place_and_so_no_name():
    assert not parts(sc.plot.network(town(within=0.0)))


def test_where_nothing_is_coloured_components_are_named_by_their_size():
    graph = nx.disjoint_union_all([nx.powerlaw_cluster_graph(n, 3, 0.3, seed=n) for n in (240, 60, 30, 4)])
    figure = sc.plot.network(sc.as_cluster(graph)).drawn_anew(pixels(180), None)
    assert list(parts(figure)) == ["240 actors", "60 actors", "30 actors"]


def test_few_actors_have_names_themselves_and_whoever_chose_names_gets_these_only():
    assert not parts(sc.plot.network(town(270)))
    assert not parts(sc.plot.network(town(), labels=["a1"], width=700))
    assert not parts(sc.plot.network(town(), labels=None))


def test_a_name_of_a_part_has_no_arrow():
    notes = parts(sc.plot.network(town()).drawn_anew(pixels(180), None)).values()
    assert notes
    assert not any(note.showarrow for note in notes)
