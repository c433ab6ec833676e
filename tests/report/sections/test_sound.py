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
            "50% of 2 ties are documented, confirmed or reported. What is missing in the data is not known.",
        ),
        (
            ["assumed", "simulated"],
            "0% of 2 ties are documented, confirmed or reported. What is missing in the data is not known.",
        ),
    ],
)
def test_assumed_and_simulated_ties_are_not_counted_as_known(facts, evidence, finding):
    ties = pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"], "evidence": evidence, "confidence": 0.5})
    part = sound(facts(sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABC")}), ties)))
    assert part.finding == finding
    assert sum(int(row[2].text) for row in part.blocks[0].rows) == 2


@pytest.mark.parametrize("language", ["en", "lt"])
def test_evidence_that_may_not_be_stated_is_no_finding_about_the_data(facts, language):
    """A table without a column of evidence reads as reported: that 100% are reported says nothing."""
    town = sc.as_cluster(pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"]}))
    part = sound(facts(town, language=language))
    said = {
        "en": "All 2 ties count as reported: so does a tie whose evidence",
        "lt": "Visi 2 ryšiai laikomi nurodytais",
    }
    assert part.finding.startswith(said[language])
    assert "100" not in part.finding
    assert {"en": "Where no evidence is stated", "lt": "Kur pagrindas nenurodytas"}[language] in part.blocks[0].note


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


def test_memberships_are_no_evidence_of_ties(facts):
    """They are counted apart: eight documented attendances say nothing of an assumed tie."""
    actors = pd.DataFrame({"actor": list("ABC")})
    ties = pd.DataFrame({"source": ["A"], "target": ["B"], "evidence": ["assumed"], "confidence": 0.5})
    town = sc.Cluster.from_tables(actors, ties).with_group("G", kind="event")
    town = town.with_affiliation("A", "G", evidence="documented").with_affiliation("B", "G", evidence="documented")
    part = sound(facts(town))
    assert part.finding.startswith("0% of 1 tie is documented, confirmed or reported. 100% of 2 memberships")
    rows = [[cell.text for cell in row] for row in part.blocks[0].rows]
    assert rows == [["ties", "assumed", "1", "100%"], ["memberships or attendances", "documented", "2", "100%"]]
