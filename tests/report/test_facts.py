"""What a report is about."""

import pandas as pd
import pytest

import socluster as sc
from socluster.report.facts import Facts


def facts(cluster, language="en"):
    return Facts(cluster, (), (), language)


def test_groups_make_the_ties_only_where_there_are_none():
    region = facts(sc.load_dataset("siauliai"))
    assert region.is_projected
    assert region.network.n_ties == 146
    assert not facts(sc.load_dataset("florentine")).is_projected


def test_the_column_that_tells_most_apart_colours_the_picture():
    actors = pd.DataFrame({"actor": list("abcd"), "sector": ["x", "x", "x", "y"], "level": ["p", "p", "q", "q"]})
    assert facts(sc.Cluster.from_tables(actors)).color == "level"
    assert facts(sc.Cluster.from_tables(actors[["actor"]])).color is None
    alike = actors.assign(sector="x", level=["p", "q", "r", "s"])
    assert facts(sc.Cluster.from_tables(alike)).columns == ()  # one for all, and one for each: nothing is told apart


def test_equals_are_ordered_by_name():
    ties = pd.DataFrame({"source": ["A", "B", "C"], "target": ["B", "C", "D"]})
    assert facts(sc.as_cluster(ties)).betweenness.index.tolist() == ["B", "C", "A", "D"]


@pytest.mark.parametrize(("language", "name"), [("en", "Ministry of Health"), ("lt", "Sveikatos apsaugos ministerija")])
def test_names_are_those_of_the_language(language, name):
    assert name in facts(sc.load_dataset("siauliai"), language).names.values()


def test_what_has_no_words_is_computed_once_for_both_languages():
    english = facts(sc.load_dataset("siauliai"))
    assert english.losses is english.in_language("lt").losses
    lithuanian = english.in_language("lt")
    assert lithuanian.network is english.network
    assert lithuanian.name("MSSL") == facts(english.cluster, "lt").name("MSSL") != english.name("MSSL")


def test_warnings_of_a_projection_are_in_the_language():
    attends = pd.DataFrame({"actor": list("ABC"), "group": "Forum", "layer": "attends"})
    actors, groups = pd.DataFrame({"actor": list("ABC")}), pd.DataFrame({"group": ["Forum"]})
    english = facts(sc.Cluster.from_tables(actors, groups=groups, affiliations=attends))
    assert "such a clique says who was there" in english.projection_warnings[0]
    assert english.in_language("lt").projection_warnings != english.projection_warnings
