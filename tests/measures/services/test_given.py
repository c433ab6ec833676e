"""Needs, populations and distances that people hand in."""

import pandas as pd
import pytest

import socluster as sc
from socluster.measures.services.given import distances_of, needs_of, population_of


def test_needs_are_a_table_or_a_mapping_or_a_series():
    table = pd.DataFrame({"place": ["K"], "service": ["care"], "amount": ["2,5"], "ref": ["survey"]})
    for given in (table, table.set_index(["place", "service"]), {("K", "care"): 2.5}, pd.Series({("K", "care"): 2.5})):
        assert needs_of(given).table[["place", "service", "target_group", "amount"]].to_numpy().tolist() == [
            ["K", "care", "", 2.5]
        ]


def test_read_needs_can_be_handed_on(tmp_path):
    from socluster.starter import new

    new(tmp_path / "mine")
    needs = sc.read_needs(tmp_path / "mine" / "example.xlsx")
    assert len(needs_of(needs).table) == needs["amount"].notna().sum()


def test_rows_are_named_as_in_the_table():
    table = pd.DataFrame({"place": ["K", "K"], "service": "care", "amount": [1, -1]}, index=["first", "second"])
    with pytest.raises(sc.InputError) as caught:
        needs_of(table)
    assert [(each.row, each.column) for each in caught.value.problems] == [("second", "amount"), ("second", "service")]
    assert "needs, second eilutė" in str(caught.value.in_language("lt")) or "poreikiai" in str(
        caught.value.in_language("lt")
    )


def test_populations():
    found = population_of(pd.DataFrame({"place": ["K", "V"], "population": [10, 20], "year": [2018, 2021]}))
    assert found.people.to_dict() == {"K": 10, "V": 20}
    assert found.years == ("2018", "2021")
    assert population_of({"K": 3}).people["K"] == 3


def test_distances():
    found = distances_of({("a", "b"): 3})
    assert found.between(["a", "b"], ["b"]).tolist() == [[3], [0]]
    assert found.unstated_within(["a", "b"], ["b"]) == 1
    with pytest.raises(sc.InputError, match=r"no distance from b to a; add a row") as caught:
        found.between(["b", "c"], ["a"])
    assert len(caught.value.problems) == 2
    with pytest.raises(sc.InputError, match="a key names source, target"):
        distances_of({"a": 3})
