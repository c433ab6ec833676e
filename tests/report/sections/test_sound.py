"""How good the data are."""

import pandas as pd
import pytest

import socluster as sc
from socluster.report.facts import Facts
from socluster.report.sections.sound import sound


@pytest.mark.parametrize(
    ("evidence", "finding"),
    [
        (
            ["reported", "assumed"],
            "50% of 2 links in the data are documented, confirmed or reported; what is missing in them is not known.",
        ),
        (
            ["assumed", "simulated"],
            "0% of 2 links in the data are documented, confirmed or reported; what is missing in them is not known.",
        ),
    ],
)
def test_assumed_and_simulated_ties_are_not_counted_as_known(facts, evidence, finding):
    ties = pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"], "evidence": evidence, "confidence": 0.5})
    part = sound(facts(sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABC")}), ties)))
    assert part.finding == finding
    assert sum(int(row[1].text) for row in part.blocks[0].rows) == 2


def test_what_is_not_stated_is_counted(facts):
    actors = pd.DataFrame({"actor": list("ABCD"), "sector": ["public", "civic", None, "public"]})
    part = sound(facts(sc.Cluster.from_tables(actors)))
    assert "The sector of 1 of 4 is not stated." in part.blocks[-1].items
    assert part.finding == "Neither ties nor memberships are in the data."


def test_the_words_of_the_data_about_themselves_are_kept(facts):
    region = sc.load_dataset("siauliai")
    assert region.info["note"] in sound(facts(region)).blocks[-1].items


def test_nobody(facts):
    assert sound(facts(sc.Cluster.from_tables(pd.DataFrame({"actor": []})))) is None


def uncertain(language, *outcomes):
    ties = pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"], "evidence": "assumed", "confidence": [0.5, 0.9]})
    return Facts(sc.as_cluster(ties), outcomes, (), language)


@pytest.mark.parametrize(("language", "told"), [("en", "may differ from those"), ("lt", "gali skirtis nuo")])
def test_that_uncertain_ties_are_drawn_elsewhere_is_told(language, told):
    asked = {"measures": [sc.density], "draws": 20, "rng": 1}
    outcome = sc.compare(uncertain("en").cluster, sc.Scenario("s").without_actor("C"), **asked)
    assert any(told in item for item in sound(uncertain(language, outcome)).blocks[-1].items)
    assert not any(told in item for item in sound(uncertain(language)).blocks[-1].items)
