"""Who is in it."""

import pandas as pd
import pytest

import socluster as sc
from socluster.report.sections.members import members


def with_sectors(*sectors):
    actors = pd.DataFrame({"actor": [f"a{place}" for place in range(len(sectors))], "sector": sectors})
    return sc.Cluster.from_tables(actors)


@pytest.mark.parametrize(
    ("sectors", "finding"),
    [
        (["public", "public", "civic", None], "The most frequent sector is public: 2 of 4."),
        (["public", "public", "civic", "civic"], "By sector, civic and public are equally many: 2 of 4 each."),
        (["public", "public"], "2 organisations and other actors are in the data."),
        ([], "0 organisations and other actors are in the data."),
    ],
)
def test_no_majority_is_claimed_where_there_is_none(facts, sectors, finding):
    assert members(facts(with_sectors(*sectors))).finding == finding


def test_whose_sector_is_not_stated_has_a_bar_of_its_own(facts):
    (figure,) = members(facts(with_sectors("public", "public", "civic", None))).blocks
    assert ">not stated</text>" in figure.pictures[0]


def test_who_differ_with_too_few_of_each_are_not_called_alike(facts):
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": list("ABCDE"), "sector": ["public"] * 3 + ["civic", "private"]})
    )
    (bullets,) = members(facts(cluster)).blocks
    assert "They differ by sector, but there are too few of each to compare." in str(bullets)
