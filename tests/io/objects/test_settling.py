"""What the options ask for is done to the tables; what they do not ask for stays as it was."""

import pandas as pd
import pytest

from socluster.core.layers import Layer
from socluster.core.tables import Origin, Tables
from socluster.io.objects.settling import described, settled_tables, without_missing
from socluster.io.options import ReadingOptions

ACTORS = pd.DataFrame({"actor": list("abc")})


def settled(ties, *, layers=None, origin=False, **options):
    frame = pd.DataFrame(ties)
    origins = {"ties": Origin("it.csv", rows=list(range(2, len(frame) + 2)))} if origin else {}
    losses = []
    tables = Tables(actors=ACTORS, ties=frame, layers=layers or {}, origins=origins)
    found = settled_tables(tables, ReadingOptions(**options), losses)
    return found, [str(loss) for loss in losses]


def ends(tables):
    return list(zip(tables.ties["source"], tables.ties["target"], strict=True))


def test_what_is_not_asked_for_stays():
    found, losses = settled(
        {"source": ["a", "b", "a"], "target": ["b", "a", "a"], "weight": [1, 0, 2], "own": list("xyz")}
    )
    assert ends(found) == [("a", "b"), ("b", "a"), ("a", "a")]
    assert found.ties["own"].tolist() == list("xyz")
    assert (found.layers, losses) == ({}, [])


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        ({"self_ties": "drop"}, [("a", "b"), ("b", "a"), ("b", "c")]),
        ({"zero_weight": "drop"}, [("a", "b"), ("b", "a"), ("a", "a")]),
        ({"duplicates": "sum", "self_ties": "drop", "zero_weight": "drop"}, [("a", "b")]),
        ({"duplicates": "sum", "self_ties": "drop", "zero_weight": "drop", "directed": True}, [("a", "b"), ("b", "a")]),
    ],
)
def test_rows_are_left_out_and_laid_together_as_asked(options, kept):
    ties = {"source": ["a", "b", "a", "b"], "target": ["b", "a", "a", "c"], "weight": [1.0, 2.0, 1.0, 0.0]}
    found, _ = settled(ties, **options)
    assert ends(found) == kept
    if len(kept) == 1:
        assert found.ties["weight"].tolist() == [3.0]


def test_a_row_with_an_end_that_means_not_known_is_left_behind_and_said():
    found, losses = settled({"source": ["a", "NA", "b"], "target": ["b", "a", "NA"]}, missing=["NA"], origin=True)
    assert ends(found) == [("a", "b")]
    assert losses == ["2 rows in which an end is not known"]
    assert found.origins["ties"].rows == [2]


def test_the_rows_that_stay_know_where_they_stood():
    found, _ = settled({"source": ["a", "a"], "target": ["a", "b"]}, self_ties="drop", origin=True)
    assert found.origins["ties"].row(0) == 3


def test_no_layer_forgets_those_that_there_were_but_not_their_directions():
    ties = {"source": ["a", "b"], "target": ["b", "c"], "layer": ["money", "advice"]}
    layers = {"money": {"directed": True}, "advice": {"directed": False}}
    found, _ = settled(ties, layers=layers, layer=None)
    assert set(found.ties["layer"]) == {"tie"}
    assert found.layers == {"tie": {"directed": True}}
    assert sorted(ends(found)) == [("a", "b"), ("b", "c"), ("c", "b")]


def test_affiliations_are_settled_by_themselves():
    frame = pd.DataFrame({"actor": ["a", "a", "b"], "group": ["x", "x", "y"], "weight": [1.0, 2.0, 0.0]})
    options = ReadingOptions(duplicates="max", zero_weight="drop")
    found = settled_tables(Tables(actors=ACTORS, affiliations=frame), options, [])
    assert found.affiliations[["actor", "group", "weight"]].values.tolist() == [["a", "x", 2.0]]


def test_the_name_and_the_layers_that_the_user_gives_go_first():
    tables = Tables(actors=ACTORS, layers={"money": {"directed": False, "meaning": "pays"}}, name="file")
    found = described(
        tables, ReadingOptions(name="mine", layers={"money": {"directed": True}, "advice": Layer("advice")})
    )
    assert found.name == "mine"
    assert found.layers["money"] == {"directed": True, "meaning": "pays"}
    assert found.layers["advice"] == Layer("advice").to_dict()
    assert described(tables, ReadingOptions()).name == "file"


def test_cells_are_empty_that_mean_not_known_in_every_table():
    actors = pd.DataFrame({"actor": ["a", "b"], "sector": ["NA", "x"]})
    tables = Tables(actors=actors, ties=pd.DataFrame({"source": ["a"], "target": ["b"], "ref": ["NA"]}))
    found = without_missing(tables, ReadingOptions(missing=["NA"]))
    assert found.actors["sector"].isna().tolist() == [True, False]
    assert found.ties["ref"].isna().all()
    assert without_missing(tables, ReadingOptions()) is tables


def test_what_lacks_an_end_is_left_for_the_core_to_name():
    found, _ = settled({"source": ["a"], "whom": ["b"]}, self_ties="drop")
    assert list(found.ties.columns) == ["source", "whom"]
