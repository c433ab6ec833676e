"""Whose loss would break most, as plain values."""

import json

import networkx as nx
import pandas as pd
import pytest

import socluster as sc
from socluster.app.answers.leaving import losses, losses_as_told
from socluster.core.errors import InputError


@pytest.fixture(scope="module")
def town():
    return sc.load_dataset("knoke").layer("money")


def test_losses_are_those_of_the_library(town):
    found = losses(town, {"kind": "losses", "order": 1})
    assert [row["actor"] for row in found["rows"]] == sc.losses(town).to_frame().index.tolist()[:20]
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize("order", [1, 2])
def test_every_sentence_but_the_heading_is_told_once(order):
    region = sc.load_dataset("siauliai").project()
    found = losses_as_told(sc.losses(region, order=order))
    for language in ("en", "lt"):
        told = [*found["told"][language], found["finding"][language], *found["notes"][language]]
        assert told == found["sentences"][language][1:]
    counts = {1: "3 of 38 losses", 2: "5 of 703 pairs"}
    assert found["finding"]["en"].startswith(counts[order])
    assert found["breaking"] == len(found["told"]["en"]) == int(counts[order][0])


def test_rows_that_break_something_come_first():
    star = losses(sc.as_cluster(nx.star_graph(5)), {"kind": "losses"})
    assert star["breaking"] == 1
    assert star["rows"][0] | {"actor": "0", "broken_pairs": 10} == star["rows"][0]
    assert all(row["broken_pairs"] == row["isolated"] == 0 for row in star["rows"][1:])


def test_without_ties_nothing_breaks():
    found = losses(sc.as_cluster(nx.empty_graph(3)), {"kind": "losses"})
    assert found["breaking"] == 0
    assert found["told"] == {"en": [], "lt": []}
    assert found["finding"]["en"] == "There is nothing that a loss could break."


def test_too_many_for_every_two_of_them_is_told_with_what_is_possible():
    large = sc.Cluster.from_tables(pd.DataFrame({"actor": [f"a{at}" for at in range(502)]}))
    assert losses(large, {"kind": "losses", "order": 1})["breaking"] == 0
    with pytest.raises(InputError, match="ask about one at a time") as told:
        losses(large, {"kind": "losses", "order": 2})
    assert "po vieną" in str(told.value.in_language("lt"))


@pytest.mark.parametrize("wrong", [{"order": 3}, {"order": "1"}, {"orders": 1}])
def test_a_wrong_question_is_told(town, wrong):
    with pytest.raises(InputError):
        losses(town, {"kind": "losses", **wrong})
