"""What the data show of every item."""

import pandas as pd
import pytest

import socluster as sc
from socluster.development.steps.items import ITEMS

TOWN = sc.Cluster.from_tables(
    pd.DataFrame({"actor": list("ABCDE"), "sector": ["public", "civic", "public", "public", "science"]}),
    pd.DataFrame({"source": ["A"], "target": ["B"]}),
)


def offering(*providers, weight=3):
    town = TOWN.with_group("care", kind="service", service="care", place="K")
    for provider in providers:
        town = town.with_affiliation(provider, "care", layer="provides", weight=weight)
    return town


def shown(item, value=None, cluster=TOWN, **options):
    evidence = None if value is None else {item: value}
    return sc.development_steps(cluster, evidence=evidence, **options).to_frame().loc[item]


def test_initiators_are_of_two_sectors():
    assert shown("1.1", ["A", "B"])["proposed"]
    assert not shown("1.1", ["A", "C"])["proposed"]
    assert shown("1.1", ["A", "C"], cutoffs={"sectors": 1})["proposed"]
    marked = TOWN.with_columns(initiative=[True, False, None, False, True])
    assert shown("1.1", cluster=marked)["shown"] == "2 initiators of 2 sectors"
    with pytest.raises(sc.InputError, match="is no actor of this cluster"):
        shown("1.1", ["Z"])


def test_methodology_problems_and_solutions():
    assert shown("1.2", "questionnaire of 2015")["shown"] == "a reference: questionnaire of 2015"
    assert shown("1.3", pd.DataFrame({"problem": ["a"]}))["proposed"]
    assert not shown("1.3", [])["proposed"]
    needs = pd.DataFrame({"place": ["K"], "service": ["care"], "amount": [4]})
    assert not shown("1.4", needs)["proposed"]  # needs are known, offers are not
    assert shown("1.4", needs, offering("A"))["shown"] == "1 need and 1 offer"
    assert not shown("1.4", cluster=offering("A"))["proposed"]


def test_activity_of_80_percent_of_the_providers():
    assert not shown("2.1", cluster=offering("A", "B", "C"))["proposed"]
    assert shown("2.1", cluster=offering("A", "B", "C", "D"))["proposed"]
    assert shown("2.1", ["A", "B"], offering("A", "B"))["proposed"]
    assert shown("2.1", cluster=offering("A"))["status"] == "under way"
    assert shown("2.1")["status"] == "not started"


def test_a_capacity_that_nobody_stated_is_no_potential():
    assert not shown("2.2", cluster=offering("A", "B", weight=1))["proposed"]
    assert shown("2.2", cluster=offering("A", "B"))["proposed"]


def test_partners_strategy_and_what_comes_after():
    sweep = sc.sweep_partners(TOWN, {"hub": ["A"]}, measures=[sc.density], layer=None)
    assert shown("2.3", sweep)["proposed"]
    plan = sc.Scenario("hub").with_actor("hub", sector="civic").with_ties("hub", "A", layer="tie")
    targets = pd.DataFrame({"target": [40], "date": ["2027-01-01"]})
    assert shown("4.1", plan)["shown"] == "a scenario without targets"
    assert shown("4.1", {"scenario": plan, "targets": targets})["proposed"]
    assert not shown("4.1", {"scenario": plan, "targets": targets.assign(date=None)})["proposed"]
    assert not shown("5.1", TOWN)["proposed"]
    assert shown("5.1", TOWN.without_actor("E"))["proposed"]
    waves = pd.DataFrame({"source": ["A", "A"], "target": ["B", "B"], "layer": "tie", "wave": ["1", "2"]})
    assert shown("5.1", cluster=sc.Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]}), waves))["proposed"]
    assert shown("5.2", pd.DataFrame({"planned": [61], "done": [64]}))["proposed"]
    assert shown("5.2", sc.run_chart([1, 2, 3]))["proposed"]
    assert shown("5.1", sc.compare_waves(TOWN, TOWN.without_actor("E")))["proposed"]


@pytest.mark.parametrize("item", [each for each in ITEMS if each not in ("2.2",)])
def test_what_is_no_evidence_of_an_item_is_told_what_would_be(item):
    with pytest.raises(sc.InputError):
        shown(item, 3.5)


def test_evidence_is_a_mapping_from_items():
    for wrong in (["1.1"], {"step 1": ["A"]}, {"1.7": ["A"]}):
        with pytest.raises(sc.InputError):
            sc.development_steps(TOWN, evidence=wrong)
