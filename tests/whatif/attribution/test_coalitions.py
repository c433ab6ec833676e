"""Sets of edits that are measured together equal the clusters after each of them."""

from functools import partial
from itertools import combinations

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.measures.brokerage.holes import constraint
from socluster.whatif.attribution.between import BetweenStates
from socluster.whatif.attribution.coalitions import values_together
from socluster.whatif.scenarios.scenario import Scenario

MEASURES = [sc.global_efficiency, sc.density, sc.transitivity, partial(sc.ei_index, group="sector")]


def town(*, directed=False, **tables):
    ties = pd.DataFrame({"source": list("abcda"), "target": list("bcdec"), "weight": [1.0, 2.0, 1.0, 0.5, 3.0]})
    actors = pd.DataFrame({"actor": list("abcdef"), "sector": list("xxyyxy")})
    return Cluster.from_tables(actors, ties, layers={"tie": {"directed": directed}}, **tables)


SCENARIOS = [
    Scenario("joins").with_actor("new", sector="x").with_ties("new", ["a", "f"]).without_ties("a", "b"),
    Scenario("leaves").without_actor("c").with_ties("a", "d"),
    Scenario("both").without_actor("e").with_actor("new", sector="y").with_ties("new", ["d", "f"]),
    Scenario("strength").with_strength("b", "c", by=0.5).with_ties("e", "f"),
]


def sets_of(between):
    """All sets of edits that hold all of the earlier phases if any of a later one."""
    phases = [[place for place, edit in enumerate(between.edits) if edit.phase == phase] for phase in range(3)]
    found, before = [], frozenset()
    for places in phases:
        found += [before | set(some) for k in range(len(places) + 1) for some in combinations(places, k)]
        before |= frozenset(places)
    return found


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda each: each.name)
def test_values_are_those_of_the_clusters(scenario, directed):
    cluster = town(directed=directed)
    between = BetweenStates(cluster, scenario.prepare(cluster).cluster)
    chosen = sets_of(between)
    clusters = [between.cluster([between.edits[place] for place in each]) for each in chosen]
    for measure in MEASURES:
        found = values_together(between, measure, chosen)
        np.testing.assert_allclose(found, [measure(each) for each in clusters], rtol=1e-9, atol=1e-12)


def test_what_is_not_known_by_ties_alone_is_left_to_the_clusters():
    cluster = town()
    sector = Scenario("sector").with_attributes("a", sector="y").prepare(cluster).cluster
    arcs = Scenario("arcs").with_ties("a", "d", layer="asks", directed=True).prepare(cluster).cluster
    unknown = town(unknown=pd.DataFrame({"source": ["a"], "target": ["f"]}))
    index = partial(sc.ei_index, group="sector")
    assert values_together(BetweenStates(cluster, sector), index, [frozenset()]) is None
    assert values_together(BetweenStates(cluster, sector), sc.density, [frozenset()]) is not None
    assert values_together(BetweenStates(cluster, arcs), sc.density, [frozenset()]) is None
    assert values_together(BetweenStates(unknown, unknown), sc.global_efficiency, [frozenset()]) is None
    assert values_together(BetweenStates(cluster, sector), lambda each: 1.0, [frozenset()]) is None
    assert values_together(BetweenStates(cluster, sector), constraint, [frozenset()]) is None
