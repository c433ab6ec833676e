"""The tables of the demonstration: whom they show, and with which words."""

import pandas as pd
import pytest

from socluster.demo.tables import brokers, comparison, headed, most_central, movers, named, printed
from tests.demo.demo_results import results


def test_the_ten_most_central_come_first_by_betweenness():
    shown = most_central(results().profile)
    assert len(shown) == 10
    assert shown["betweenness"].is_monotonic_decreasing
    assert shown["betweenness"].min() >= results().profile.drop(index=shown.index)["betweenness"].max()


def test_only_those_who_broker_are_shown():
    shown = brokers(results().roles)
    assert (shown["total"] > 0).all()
    assert len(shown) == (results().roles["total"] > 0).sum()
    assert shown["total"].is_monotonic_decreasing


@pytest.mark.parametrize(("language", "heading"), [("en", "betweenness"), ("lt", "tarpiškumas")])
def test_headings_are_words_of_the_language(language, heading):
    table = headed(most_central(results().profile), language)
    assert heading in table.columns
    assert table.index.name == {"en": "organisation", "lt": "organizacija"}[language]


@pytest.mark.parametrize("language", ["en", "lt"])
def test_organisations_have_their_names(language):
    actors = results().region.actors
    shown = named(most_central(results().profile), results().region, language)
    names = actors["name_lt"].fillna(actors["name"]) if language == "lt" else actors["name"]
    assert set(shown.index) <= set(names.dropna()) | set(actors.index[names.isna()])


@pytest.mark.parametrize(("language", "sign"), [("en", "."), ("lt", ",")])
def test_the_comparison_has_a_row_per_measure_and_numbers_of_the_language(language, sign):
    frame = results().outcome.to_frame()
    table = comparison(frame, language)
    assert len(table) == len(frame)
    assert all(isinstance(cell, str) for cell in table.to_numpy().ravel())
    assert any(sign in cell for cell in table.iloc[:, 0])


def test_movers_are_those_of_whom_least_is_sure():
    table = movers(results(), "en")
    assert list(table.columns) == ["before", "after", "after_low", "after_high"]
    assert (table["after_low"] <= table["after_high"]).all()
    widths = table["after_high"] - table["after_low"]
    assert (widths.diff().dropna() <= 1e-9).all()


def test_a_printed_table_has_the_decimal_sign_of_the_language():
    frame = pd.DataFrame({"x": [1.5]})
    assert [line.split() for line in printed(frame, "en")] == [["x"], ["0", "1.5"]]
    assert "1,5" in printed(frame, "lt")[1]
