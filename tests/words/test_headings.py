import pandas as pd
import pytest

import socluster as sc
from socluster.report.page.parts import table_html
from socluster.words.headings import cell_name, heading_name

FAMILIES, FEW = sc.load_dataset("florentine"), {"layer": "marriage", "draws": 20, "rng": 1}
NORWAY = sc.load_dataset("norway_project")


def joins(name, **ties):
    return sc.Scenario(name).with_actor(name, sector="civic").with_ties(name, sc.ties.Stated(ties), layer="contract")


CANDIDATES = [joins("hub", LEU=0.5), joins("edge", UTEN=0.5)]
SETTINGS = {"goal": sc.density, "draws": 5, "rng": 1}
TABLES = {
    "comparison": lambda: sc.compare(NORWAY, CANDIDATES, measures=[sc.density], draws=5, rng=1, null=True).to_frame(),
    "ranking": lambda: sc.rank_partners(NORWAY, CANDIDATES, **SETTINGS, cost={"hub": 1, "edge": 2}).to_frame(),
    "sensitivity": lambda: sc.sensitivity(NORWAY, CANDIDATES, **SETTINGS).to_frame("lt"),
    "attribution": lambda: sc.attribute(NORWAY, CANDIDATES[0], measure=sc.density, draws=5, rng=1).to_frame(),
    "ties": lambda: NORWAY.ties[["source", "target", "layer", "weight", "evidence"]],
    "profile": lambda: sc.measure(NORWAY, [sc.degree, sc.betweenness]),
    "roles": lambda: sc.brokerage_roles(NORWAY, group="sector"),
    "qap": lambda: sc.qap(FAMILIES, "marriage", "business", draws=20, rng=1).to_frame().reset_index(drop=True),
    "mrqap": lambda: sc.mrqap(FAMILIES, "marriage", ["business"], draws=20, rng=1).to_frame(),
    "null": lambda: sc.compare_to_null(FAMILIES, sc.transitivity, null=sc.nulls.FixedTies(), **FEW).to_frame(),
    "ergm": lambda: sc.ergm(FAMILIES, [sc.terms.edges()], layer="marriage").to_frame(),
    "losses": lambda: sc.losses(NORWAY).to_frame(),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_on_a_lithuanian_page_has_lithuanian_headings(name):
    table = TABLES[name]()
    columns = [*(str(each) for each in table.index.names if each), *map(str, table.columns)]
    same = [column for column in columns if heading_name(column, "lt") == column]
    assert not same
    lithuanian, english = (table_html(table, None, "x", language) for language in ("lt", "en"))
    for column in columns:
        assert f">{column}<" in english
        assert heading_name(column, "lt") in lithuanian


def test_a_users_own_columns_and_texts_stay():
    table = pd.DataFrame({"my_own": ["density"], "sector": ["civic"]}, index=pd.Index(["density"], name="measure"))
    said = table_html(table, None, "x", "lt")
    for text in ("my_own", ">density<", ">pilietinis<", ">tankis<"):
        assert text in said
    assert cell_name("actor", "civic", "lt") == "civic"


def test_what_a_value_is_of_is_said_in_words():
    assert cell_name("of", "cluster", "lt") == "klasteris"
    assert [cell_name("of", f"mean of {n} actors", "lt") for n in (1, 2, 11)] == [
        "1 veikėjo vidurkis",
        "2 veikėjų vidurkis",
        "11 veikėjų vidurkis",
    ]
    assert cell_name("of", "mean of 3 of 4 actors", "lt") == "3 veikėjų vidurkis"
    assert cell_name("of", "something", "lt") == "something"
