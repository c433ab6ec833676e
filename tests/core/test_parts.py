"""The inner face of a cluster."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import clusters


def test_frames_have_stable_dtypes(town):
    actors, ties = town.actors, town.ties
    assert actors.index.name == "actor"
    assert actors["sector"].tolist()[:3] == ["public", "public", "civic"]
    assert pd.isna(actors.loc["Firm", "sector"])
    assert actors["staff"].dtype == np.float64  # a gap made it a float before we met it
    assert list(ties.columns[:8]) == ["source", "target", "layer", "weight", "confidence", "evidence", "ref", "wave"]


@given(clusters(max_actors=4), st.data())
def test_rows_of_ties_are_found_by_name(cluster, data):
    names = [*cluster.labels, "somebody else"]
    pairs = [(source, target) for source in names for target in names]
    layer = data.draw(st.sampled_from([*cluster.layers, "a layer that nobody has"]))
    rows = cluster.parts.rows_of(layer, [source for source, _ in pairs], [target for _, target in pairs])
    place = {}
    for row, tie in enumerate(cluster.ties.itertuples()):
        if tie.layer == layer:
            place[tie.source, tie.target] = row
            if not cluster.layers[layer].directed:
                place[tie.target, tie.source] = row
    assert rows.tolist() == [place.get(pair, -1) for pair in pairs]
