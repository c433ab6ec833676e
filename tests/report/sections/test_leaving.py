"""What if one of them is lost."""

import pandas as pd
import pytest

import socluster as sc
from socluster.report.sections.leaving import leaving


def test_a_ring_loses_nobody_and_a_star_its_middle(facts):
    ring, star = leaving(facts("AB BC CD DA")), leaving(facts("AB AC AD"))
    assert ring.finding == "No single loss cuts two others off from each other."
    assert ring.short[0] == "0"
    assert star.short[0] == "1 of 4"
    (table,) = (block for block in star.blocks if block.kind == "table")
    assert [cell.text for cell in table.rows[0]] == ["A", "3", "3", "3", "0"]


def test_the_worst_losses_come_first(facts):
    given = facts(sc.load_dataset("siauliai"))
    (table,) = (block for block in leaving(given).blocks if block.kind == "table")
    cut = [int(row[2].text) for row in table.rows]
    assert cut == sorted(cut, reverse=True)
    assert cut[0] == sc.losses(given.network).to_frame()["broken_pairs"].max()


def test_losses_stand_in_the_order_of_the_library_as_in_the_app(facts):
    given = facts(sc.load_dataset("siauliai"), language="lt")
    (table,) = (block for block in leaving(given).blocks if block.kind == "table")
    worst = given.losses.to_frame().index[: len(table.rows)]
    assert [row[0].text for row in table.rows] == [given.name(each) for each in worst]
    ring = facts("ZX XS SQ", language="lt")  # X and S cut off as much
    (table,) = (block for block in leaving(ring).blocks if block.kind == "table")
    assert [row[0].text for row in table.rows] == ["S", "X"] == ring.losses.to_frame().index[:2].tolist()


def test_without_ties_there_is_nothing_to_lose(facts):
    assert leaving(facts(sc.Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]})))) is None


@pytest.mark.filterwarnings("ignore::socluster.core.errors.UncertainTiesWarning")
def test_a_loss_that_rests_on_uncertain_ties_says_so(facts):
    ties = pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"], "evidence": "assumed", "confidence": [0.3, 1.0]})
    for language, told in (("en", "Uncertain ties were counted"), ("lt", "Neapibrėžti ryšiai")):
        part = leaving(facts(sc.as_cluster(ties), language=language))
        assert told in part.blocks[-1].items[-1]
    assert len(leaving(facts("AB BC")).blocks[-1].items) == 1


def test_of_two_nobody_is_told_that_no_two_others_are_cut_off(facts):
    assert leaving(facts("AB")) is None


def test_where_services_are_offered_it_is_said_that_losses_do_not_count_how_much(facts):
    town = sc.as_cluster(pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"]}))
    served = town.with_group("S", kind="service", service="care", place="Kelmė")
    served = served.with_affiliation("A", "S", layer="provides", weight=3)
    for language, told in (("en", "not how much is offered"), ("lt", "o ne tai, kiek")):
        items = [leaving(facts(each, language=language)).blocks[-1].items for each in (town, served)]
        assert [any(told in item for item in said) for said in items] == [False, True]
