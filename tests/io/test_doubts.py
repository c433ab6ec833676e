"""What is said about words that are probably slips."""

import pandas as pd
import pytest

import socluster as sc
from socluster.cli import main
from socluster.io.doubts import doubts


def cluster(*sectors):
    actors = pd.DataFrame({"actor": [f"a{k}" for k in range(len(sectors))], "sector": pd.Series(sectors, dtype=object)})
    return sc.Cluster.from_tables(actors)


@pytest.mark.parametrize(("sector", "meant"), [("pubic", "public"), ("privat", "private"), ("viešassis", "public")])
def test_a_word_that_is_nearly_ours(sector, meant):
    (doubt,) = doubts(cluster("public", sector, None))
    assert f"'{sector}' (1 actor): did you mean '{meant}'?" in str(doubt)


def test_a_word_that_more_actors_have():
    (slip, own) = doubts(cluster("church", "church", "chruch"))
    assert "'chruch' (1 actor): did you mean 'church'?" in str(slip)
    assert str(own).startswith(
        "sectors of your own: church (socluster itself knows public, private, civic and science)"
    )
    assert len(doubts(cluster("church", "chruch"))) == 1


def test_names_that_differ_in_capitals():
    ties = pd.DataFrame({"source": ["Clinic", "clinic"], "target": ["School", "CLUB"]})
    (doubt,) = doubts(sc.as_cluster(ties))
    assert str(doubt) == "the actors Clinic and clinic, who differ in capitals only: are they one?"


def test_nothing_is_doubted():
    assert doubts(cluster("public", "private", "civic", "science", None)) == []
    assert doubts(cluster()) == []


def test_validate_says_so_and_is_content(tmp_path, capsys):
    (tmp_path / "actors.csv").write_text("actor,sector\nA,public\nB,pubic\n")
    assert main(["validate", str(tmp_path)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "valid" in said[0]
    assert said[1].endswith("look again at the sector 'pubic' (1 actor): did you mean 'public'?")
    assert main(["validate", str(tmp_path), "--language", "lt"]) == 0
    assert "„pubic“" in capsys.readouterr().out


def test_dates_that_nothing_can_order_are_told_in_both_languages():
    dates = ["2025 m. kovas", "March 2025", "2025", "2025-03", "2025-03-14", "2025-03-14/2025-03-16", None]
    groups = pd.DataFrame({"group": list("abcdefg"), "date": pd.Series(dates, dtype=object)})
    (doubt,) = doubts(sc.Cluster.from_tables(pd.DataFrame({"actor": ["A"]}), groups=groups))
    assert str(doubt).startswith("the dates 2025 m. kovas and March 2025: write the year")
    assert "datos 2025 m. kovas ir March 2025" in doubt.said("lt")


@pytest.mark.parametrize("name", ["siauliai", "knoke", "florentine"])
def test_shipped_dates_are_dates(name):
    assert not [doubt for doubt in doubts(sc.load_dataset(name)) if "dates" in str(doubt)]


@pytest.mark.parametrize(
    ("date", "is_odd"),
    [
        *[(date, False) for date in ("2025-12-31", "2025-01", "2025-03-14 18:00")],
        *[(date, True) for date in ("2025-13", "2025-00", "2025-3", "2025-03-32", "2025-03-00", "2025.03.01", "kovas")],
    ],
)
def test_a_month_or_day_that_is_none_is_told(date, is_odd):
    groups = pd.DataFrame({"group": ["a"], "date": [date]})
    told = doubts(sc.Cluster.from_tables(pd.DataFrame({"actor": ["x"]}), groups=groups))
    assert bool(told) is is_odd
