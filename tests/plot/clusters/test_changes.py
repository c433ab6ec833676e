"""What differs between two clusters."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.plot.clusters.changes import STEPS, statuses, tie_changes
from socluster.plot.clusters.layout import positions
from socluster.plot.clusters.marks import actor_marks
from socluster.plot.clusters.ties import link_table
from tests.plot.clusters.town import the_change


def links_of(*clusters):
    layout = positions(*clusters)
    return [link_table(each, actor_marks(each, None, None, "en").join(layout), None) for each in clusters]


def changes_of(before, after, probability=None):
    changes = tie_changes(*links_of(before, after), probability)
    changes["pair"] = [" ".join(sorted(pair)) for pair in zip(changes["one"], changes["other"], strict=True)]
    return changes.set_index("pair")


def status_of(before, after):
    return changes_of(before, after)["status"].to_dict()


def test_statuses_of_actors():
    found = statuses(pd.Index(["a", "b"]), pd.Index(["b", "c"]))
    assert found.to_dict() == {"b": "stays", "c": "joins", "a": "leaves"}
    assert list(found.index) == ["b", "c", "a"]
    assert statuses(pd.Index([]), pd.Index([])).empty


def test_every_tie_stays_ends_or_is_new():
    assert status_of(*the_change()) == {
        "clinic ngo": "stays",
        "ngo school": "stays",
        "<b>hub school": "new",
        "<b>hub clinic": "new",
        "<b>hub ngo": "new",
        "clinic school": "ends",
        "firm ngo": "ends",
    }


def test_only_new_ties_are_uncertain_and_each_has_its_step():
    changes = changes_of(*the_change())
    assert changes.loc["<b>hub school", "probability"] == 0.95
    assert np.isnan(changes.loc["firm ngo", "probability"])
    new = changes[changes["status"] == "new"]
    steps = {pair: STEPS[step] for pair, step in new["step"].items()}
    assert steps == {"<b>hub school": 0.9, "<b>hub clinic": 0.5, "<b>hub ngo": 0.0}


def test_without_direction_the_ends_have_no_order_and_with_it_they_have():
    actors = pd.DataFrame({"actor": ["A", "B"]})
    there, back = (pd.DataFrame({"source": [one], "target": [other]}) for one, other in ("AB", "BA"))
    assert status_of(Cluster.from_tables(actors, there), Cluster.from_tables(actors, back)) == {"A B": "stays"}
    directed = {"tie": {"directed": True}}
    before, after = (Cluster.from_tables(actors, ties, layers=directed) for ties in (there, back))
    assert sorted(tie_changes(*links_of(before, after), None)["status"]) == ["ends", "new"]


@pytest.mark.parametrize("column", ["layer", "wave"])
def test_a_tie_of_another_layer_or_wave_is_another_tie(column):
    actors = pd.DataFrame({"actor": ["A", "B"]})
    before, after = (
        Cluster.from_tables(actors, pd.DataFrame({"source": ["A"], "target": ["B"], column: [value]}))
        for value in ("x", "y")
    )
    assert sorted(tie_changes(*links_of(before, after), None)["status"]) == ["ends", "new"]


def test_probabilities_may_be_stated_by_pair_or_by_layer_and_pair():
    by_pair = pd.Series({("<b>hub", "ngo"): 0.7, ("clinic", "<b>hub"): 0.2})
    found = changes_of(*the_change(), by_pair)["probability"]
    assert (found["<b>hub ngo"], found["<b>hub clinic"], found["<b>hub school"]) == (0.7, 0.2, 0.95)
    by_layer = pd.Series({("tie", *pair): value for pair, value in by_pair.items()})
    pd.testing.assert_series_equal(changes_of(*the_change(), by_layer)["probability"], found)


@pytest.mark.parametrize(
    ("probability", "message"),
    [
        (pd.Series({("school", "ngo"): 0.7}), "is not a new tie .here: 'school – ngo'"),
        (pd.Series({("<b>hub", "ngo"): 70.0}), "must be from 0 to 1"),
        (pd.Series({("<b>hub", "ngo"): np.nan}), "must be from 0 to 1"),
        (0.7, "must be a Series of numbers"),
        (pd.Series({"ngo": 0.7}), "must be a Series of numbers"),
        (pd.Series({("<b>hub", "ngo"): "likely"}), "must be a Series of numbers"),
        (pd.Series({("a", "b"): 2.0, ("c", "d"): 0.5}), "3 problems"),
    ],
)
def test_probabilities_that_are_none_or_belong_to_nothing_are_named(probability, message):
    with pytest.raises(InputError, match=message):
        changes_of(*the_change(), probability)


def test_no_ties_no_changes():
    nobody = Cluster.from_tables(pd.DataFrame({"actor": ["A"]}))
    assert tie_changes(*links_of(nobody, nobody), None).empty
