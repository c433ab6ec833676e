"""Whether a model reproduces what members show."""

import numpy as np
import pytest

from socluster.core.errors import InputError
from socluster.io.datasets import load_dataset
from socluster.whatif.ties import Committee, Logit, Rates, Stated, check
from socluster.whatif.ties.checking import shown_by_member
from socluster.whatif.ties.left_out import LeftOut
from tests.whatif.ties.test_active import cluster
from tests.whatif.ties.test_dyads import directed


def test_equal_rates_do_not_reproduce_unequal_degrees_and_activity_does():
    found = cluster(spread=1.5)
    plain, active = (check(found, Rates(activity=wanted)) for wanted in (False, True))
    assert "degree spread" in plain.failures
    assert "degree spread" not in active.failures
    degrees = np.asarray(found.matrix().sum(axis=0)).ravel()
    assert plain.to_frame().loc["degree spread", "observed"] == pytest.approx(degrees.std())


def test_what_is_observed_is_that_of_the_whole_cluster():
    import networkx as nx

    club = load_dataset("karate")
    table = check(club, Rates(by="faction"), members=34, draws=5, by="faction").to_frame()
    graph = nx.karate_club_graph()
    assert table.loc["transitivity", "observed"] == pytest.approx(nx.transitivity(graph))
    within = sum(graph.nodes[a]["club"] == graph.nodes[b]["club"] for a, b in graph.edges)
    assert abs(table.loc["mixing", "observed"] - within / graph.number_of_edges()) < 0.05  # faction is nearly club


def test_returned_ties_are_checked_where_there_is_a_direction():
    assert "reciprocity" in check(directed(), Rates(), members=10, draws=10).to_frame().index
    assert "reciprocity" not in check(cluster(), Rates(), members=10, draws=10).to_frame().index
    table = check(directed(), Rates(), members=30, draws=60).to_frame()
    assert table.loc["reciprocity", "reproduced"]


def test_it_is_the_same_each_time_and_kept():
    found = cluster()
    one, other = (check(found, Rates(), members=8, draws=10) for _ in range(2))
    assert one is other
    assert check(cluster(), Rates(), members=8, draws=10).to_frame().equals(one.to_frame())


def test_the_order_of_the_rows_does_not_matter():
    order = list(np.random.default_rng(2).permutation(30))
    one, other = (check(cluster(order=o), Rates(), members=8, draws=10) for o in (None, order))
    assert one.to_frame()[["observed", "low", "high"]].to_numpy() == pytest.approx(
        other.to_frame()[["observed", "low", "high"]].to_numpy(), abs=1e-6
    )


def test_what_is_about_one_partner_is_refused():
    for model in (Stated({"m00": 0.5}), Committee(["x"], probability=0.5), Rates() | Stated({"m00": 0.5})):
        with pytest.raises(InputError, match="one partner"):
            check(cluster(), model)


def test_what_cannot_be_checked_says_why():
    with pytest.raises(InputError, match="no ties"):
        check(cluster().without_ties(layer="tie"), Rates())
    with pytest.raises(InputError, match="nosuch"):
        check(cluster(), Rates(by="nosuch"))
    with pytest.raises(InputError, match="nosuch"):
        check(cluster(), Rates(), by="nosuch")


def test_groups_are_those_of_the_model_then_sectors():
    assert check(cluster(), Rates(by="place"), members=4, draws=4).by == "place"
    assert check(cluster(), Logit(match=()), members=4, draws=4).by == "sector"
    assert (
        "mixing"
        not in check(cluster().with_columns(sector=["x"] * 30, replace=True), Logit(match=()), members=4, draws=4)
        .to_frame()
        .index
    )


def test_partners_whom_the_model_excludes_count_among_those_who_are_tied_to_each_other():
    """A member with partners 1 and 2, tied to each other; to 2 the model allows no tie."""
    tied = np.zeros((3, 3), dtype=bool)
    tied[1, 2] = tied[2, 1] = True
    out = LeftOut(
        member="a",
        place=0,
        ties=None,
        outward=np.array([True]),
        others=np.array([1]),
        there=np.array([True]),
        known=np.array([True]),
        impossible=np.array([2]),
    )
    assert shown_by_member(out, out.there[None], tied, out.impossible).tolist() == [[2.0, 1.0]]
    assert shown_by_member(out, out.there[None], tied).tolist() == [[1.0, 0.0]]
