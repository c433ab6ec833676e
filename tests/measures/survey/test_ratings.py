"""The table of who rated whom: from columns of the ties and from layers, and what is refused."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.measures.survey.collaboration import rater_disagreement, rating_scores, relative_connectivity
from socluster.measures.survey.ratings import item_names, rating_table, within_scale
from tests.measures.survey.survey_samples import TRUST, survey


def test_ratings_in_columns_of_the_ties(town):
    table = rating_table(town, items=TRUST)
    assert table.index.names == ["rater", "rated"]
    assert table.index.tolist() == [("A", "B"), ("A", "C"), ("B", "A"), ("C", "B")]
    assert table.columns.tolist() == TRUST
    assert set(table.dtypes) == {np.dtype(float)}
    assert table.loc[("C", "B")].tolist() == pytest.approx([2, 3, np.nan], nan_ok=True)


def test_ratings_in_layers():
    rows = [("B", "A", "trust", 3.0), ("A", "B", "trust", 1.0), ("A", "B", "value", 4.0), ("C", "A", "value", 2.0)]
    ties = pd.DataFrame(rows, columns=["source", "target", "layer", "weight"])
    layers = {"trust": {"directed": True}, "value": {"directed": True}}
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": ["C", "B", "A"]}), ties, layers=layers)
    table = rating_table(cluster, items=["trust", "value"])
    assert table.index.tolist() == [("C", "A"), ("B", "A"), ("A", "B")]  # in the order of the actors
    assert table["trust"].tolist() == pytest.approx([np.nan, 3, 1], nan_ok=True)
    assert table["value"].tolist() == pytest.approx([2, np.nan, 4], nan_ok=True)
    scores = rating_scores(cluster, scores={"both": ["trust", "value"]}, variant="points")
    assert scores["both"].tolist() == pytest.approx([np.nan, (1 + 4) / 2, (3 + 2) / 2], nan_ok=True)
    with pytest.raises(InputError, match="layer has no effect"):
        rating_table(cluster, items="trust", layer="trust")


def test_a_pair_without_any_rating_has_no_row():
    cluster = survey([("A", "B", 4, 3, 2), ("B", "C", None, None, None)])
    assert rating_table(cluster, items=TRUST).index.tolist() == [("A", "B")]
    nobody = survey([], actors="AB", reliable=pd.Series(dtype=float))
    assert len(rating_table(nobody, items="weight")) == 0
    assert rating_scores(nobody, scores={"all": "weight"})["all"].isna().all()
    assert rater_disagreement(nobody, items="weight").isna().all()
    assert relative_connectivity(nobody, items="weight").isna().all()


def test_ambiguous_and_impossible_items_are_refused(town, knoke, florentine):
    with pytest.raises(InputError) as error:
        rating_table(town, items=["relible", "open", "mision"])
    assert [problem.nearest for problem in error.value.problems] == ["reliable", "mission"]
    with pytest.raises(InputError, match="ties of several layers have these ratings \\(information and money\\)"):
        rating_table(knoke, items="weight")
    assert len(rating_table(knoke, items="weight", layer="money")) == 22
    with pytest.raises(InputError, match="is not directed"):
        rating_table(florentine, items=["marriage", "business"])
    with pytest.raises(InputError, match="is not directed"):
        rating_table(survey([("A", "B", 1, 2, 3)], directed=False), items="open")
    with pytest.raises(InputError, match="is neither a layer of ties nor a numeric column"):
        rating_table(town, items=["evidence"])
    with pytest.raises(InputError, match="at least one item"):
        rating_table(town, items=[])
    waves = pd.DataFrame({"source": ["A", "A"], "target": ["B", "B"], "wave": ["1", "2"]})
    two = sc.Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]}), waves, layers={"tie": {"directed": True}})
    with pytest.raises(InputError, match="several waves"):
        rating_table(two, items="weight")


def test_items_are_named_once_each():
    assert item_names("trust") == ["trust"]
    assert item_names(name for name in ["open", "trust", "open"]) == ["open", "trust"]
    with pytest.raises(InputError, match="at least one item"):
        item_names([])


def test_a_scale_takes_its_ends_and_lists_whatever_lies_outside(town):
    table = rating_table(town, items=TRUST)
    within_scale(table, (1, 4))  # 1 and 4 occur, and an item without an answer is no rating
    with pytest.raises(InputError) as error:
        within_scale(table, (2, 3.5))
    places = [(problem.row, problem.column, problem.value) for problem in error.value.problems]
    a_to_c = [("A -> C", item, 4.0) for item in TRUST]
    b_to_a = [("B -> A", item, 1.0) for item in TRUST]
    assert places == [("A -> B", "reliable", 4.0), ("A -> B", "open", 4.0), *a_to_c, *b_to_a]
    with pytest.raises(InputError, match="scale must be two numbers"):
        within_scale(table, (3, 3))


@pytest.mark.parametrize("items", [[[1]], [1], ["reliable", ["open"]], [pd.NA], 1], ids=repr)
def test_what_is_no_name_is_no_item(items):
    town = survey([("A", "B", 4, 3, 2), ("B", "A", 1, 2, 3)])
    calls = [
        lambda: rating_table(town, items=items),
        lambda: rater_disagreement(town, items=items),
        lambda: relative_connectivity(town, items=items),
        lambda: rating_scores(town, scores={"trust": items}),
    ]
    for call in calls:
        with pytest.raises(InputError, match=r"an item is the name of a layer|items must be"):
            call()
