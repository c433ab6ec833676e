"""Which columns of a table of ties hold what, by their names or by what the user says."""

import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.io.objects.layer_column import refuse_free_text, with_chosen_columns
from socluster.io.options import ReadingOptions


def named(columns, table="ties", settled=None, **options):
    frame = pd.DataFrame([["x"] * len(columns)], columns=columns)
    return list(with_chosen_columns(frame, table, ReadingOptions(**options), settled).columns)


@pytest.mark.parametrize(
    ("columns", "options", "ours"),
    [
        (["source", "target"], {}, ["source", "target"]),
        (["From", "To", "Value"], {}, ["source", "target", "weight"]),
        (["Who", "Whom"], {"source": "Who", "target": "Whom"}, ["source", "target"]),
        (["a", "b", "hours"], {"source": "a", "target": "b", "weight": "hours"}, ["source", "target", "weight"]),
        (["source", "target", "Kind of work"], {"layer": "Kind of work"}, ["source", "target", "layer"]),
    ],
)
def test_columns_are_found_by_name_or_by_what_is_said(columns, options, ours):
    assert named(columns, **options) == ours


def test_what_is_called_as_ours_but_is_not_meant_steps_aside():
    assert named(["source", "target", "Who"], source="Who") == ["source (column)", "target", "source"]
    assert named(["source", "target", "weight"], weight=None) == ["source", "target", "weight (column)"]


def test_no_layer_is_the_one_layer_that_every_cluster_has():
    frame = pd.DataFrame({"source": ["a"], "target": ["b"], "layer": ["money"]})
    found = with_chosen_columns(frame, "ties", ReadingOptions(layer=None))
    assert found["layer"].tolist() == ["tie"]
    assert found["layer (column)"].tolist() == ["money"]


def test_columns_whose_meaning_is_settled_keep_their_names():
    assert named(["source", "target", "value"], settled={"value": "number"}) == ["source", "target", "value"]


def test_a_column_that_is_not_there_is_named_with_the_nearest():
    with pytest.raises(InputError, match="there is no column of this name; here are source, target, hours") as caught:
        named(["source", "target", "hours"], weight="hour", layer="kind")
    assert [problem.nearest for problem in caught.value.problems] == ["hours", None]


def test_one_column_cannot_be_two():
    with pytest.raises(InputError, match="names the same column as another option"):
        named(["a", "b"], source="a", target="a")


def test_affiliations_take_only_what_they_have():
    assert named(["actor", "group", "hours"], "affiliations", weight="hours", source="Who") == [
        "actor",
        "group",
        "weight",
    ]


def doubted(texts, column="Relationship", **options):
    frame = pd.DataFrame({"source": "a", "target": "b", "layer": texts})
    refuse_free_text(frame, "ties", {"layer": column}, ReadingOptions(**options), "it.csv")


@pytest.mark.parametrize("n_rows", [1, 10, 200])
def test_a_few_texts_are_layers(n_rows):
    doubted([f"kind {row % 3}" for row in range(n_rows)])
    doubted([f"kind {row % 12}" for row in range(n_rows * 120)])


def test_many_texts_are_asked_about_with_both_ways_on():
    for texts in ([f"kind {row}" for row in range(4)], [f"kind {row % 13}" for row in range(1000)]):
        with pytest.raises(
            InputError, match=r"layer='Relationship'\) makes each a layer, read\(..., layer=None\) keeps it"
        ):
            doubted(texts)


def test_who_has_said_so_is_not_asked():
    many = [f"kind {row}" for row in range(100)]
    doubted(many, column="Layer")
    doubted(many, column=" sluoksnis ")
    doubted(many, layer="Relationship")
