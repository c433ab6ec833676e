"""What is lost where matrices say nothing of direction."""

from dataclasses import replace

import pandas as pd
import pytest

from socluster.core.tables import Tables
from socluster.io.formats.matrix_losses import matrix_losses
from socluster.io.formats.relation_losses import common_losses


def losses(tables):
    return [str(loss) for loss in matrix_losses(tables, keeps_name=True)]


@pytest.mark.parametrize(
    ("weights", "is_lost"),
    [([1.0, 1.0], True), ([1.0, 2.0], False), ([1.0], False)],
)
def test_a_direction_shows_only_where_the_matrix_is_not_symmetric(weights, is_lost):
    arcs = pd.DataFrame({"source": ["a", "b"], "target": ["b", "a"], "layer": "x"}).head(len(weights))
    layers = {"x": {"directed": True}, "y": {"directed": False}}
    tables = Tables(pd.DataFrame({"actor": ["a", "b"]}), arcs.assign(weight=weights), layers=layers)
    told = ["the direction of the layers x (all mutual, they will look undirected)"]
    assert losses(tables) == (told if is_lost else [])
    assert losses(replace(tables, layers={"x": {"directed": False}})) == []


def test_the_common_losses_come_first(layered):
    named = replace(layered, name="Klasteris", info={"title": "T"})
    common = common_losses(named, keeps_name=False, keeps_unknown=True)
    assert [str(loss) for loss in matrix_losses(named, keeps_name=False)] == [str(loss) for loss in common]
    assert len(common) == 2


def test_groups_are_groups_unless_they_have_the_names_of_the_actors(two_mode):
    assert losses(two_mode) == []
    twins = Tables(pd.DataFrame({"actor": ["a"]}), groups=pd.DataFrame({"group": ["a"]}))
    assert losses(twins) == ["that the groups are groups (they have the names of the actors)"]
