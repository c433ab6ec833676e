"""What a regression says, prints and shows."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc

FLORENTINE = sc.load_dataset("florentine")
EXPLAINED = ["business", sc.predictors.difference("wealth")]


@pytest.fixture(scope="module")
def found():
    return sc.mrqap(FLORENTINE, "marriage", EXPLAINED, draws=199, rng=7)


def test_its_sentences(found):
    said = found.sentences("en")
    assert said[0] == "Linear regression of 'marriage' over 120 pairs of 16 actors; R² = 0.203."
    assert said[1].startswith("Coefficients: 'business' 0.429 (t = 4.61, p = 0.00")
    assert said[2].startswith("p is two-sided: how often 199 permutations of the actors give a t at least")
    assert "Association is not cause" in said[3]
    assert not any(word in repr(found) for word in ("significant", "effect", "NaN"))
    said = found.sentences("lt")
    assert said[0] == "Tiesinė regresija („santuoka“), 120 porų iš 16 veikėjų; R² = 0,203."
    assert "„skirtumas: turtas“ 0,00266" in said[1]
    assert "veikėjus perstačius 199 kartus" in said[2]


def test_its_table(found):
    table = found.to_frame()
    assert table.index.tolist() == ["intercept", "business", "difference: wealth"]
    assert table.columns.tolist() == [
        "estimate", "standardized", "t", "p_greater", "p_less", "p_two_sided", "error", "low", "high", "undefined",
    ]  # fmt: skip
    printed = found.to_text("lt")
    assert printed.index.tolist() == ["laisvasis narys", "verslas", "skirtumas: turtas"]
    assert printed.loc["verslas", "t"] == "4,612"
    assert printed.loc["laisvasis narys", "standartizuotas"] == "–"
    assert r"business & 0.429" in found.to_latex()
    assert "<td>4.612</td>" in found.to_html()
    assert "120 pairs of 16 actors" in found.to_latex()


def test_standardized_coefficients_are_those_of_standardized_data(found):
    off = np.triu_indices(16, 1)
    wealth = FLORENTINE.actors["wealth"].to_numpy(dtype=float)
    columns = [FLORENTINE.matrix(layer).toarray()[off] for layer in ("marriage", "business")]
    columns.append(np.abs(wealth[:, None] - wealth)[off])
    y, *x = ((each - each.mean()) / each.std() for each in columns)
    expected, *_ = np.linalg.lstsq(np.stack(x, axis=1), y, rcond=None)
    np.testing.assert_allclose(found.to_frame()["standardized"].iloc[1:], expected)


def test_odds_and_rates():
    odds = sc.mrqap(FLORENTINE, "marriage", EXPLAINED, family="logit", draws=19, rng=7)
    np.testing.assert_allclose(odds.to_frame()["odds_ratio"], np.exp(odds.to_frame()["estimate"]))
    assert odds.statistic == "z"
    assert "Logistic regression" in repr(odds)
    assert "odds ratio" in odds.to_text().columns
    rates = sc.mrqap(FLORENTINE, "marriage", EXPLAINED, family="poisson", draws=19, rng=7)
    assert "rate_ratio" in rates.to_frame()


def test_its_picture(found):
    figure = found.plot(language="lt")
    assert "verslas: stebėta 4,6" in figure.layout.meta["alt"]
    assert "laisvasis" not in figure.layout.meta["alt"]


def test_several_networks_have_levels_without_a_test():
    both = sc.mrqap({"then": FLORENTINE, "now": FLORENTINE}, "marriage", EXPLAINED, draws=19, rng=7)
    table = both.to_frame()
    assert table.index[:2].tolist() == ["network: then", "network: now"]
    assert table.iloc[:2][["p_greater", "p_less", "p_two_sided"]].isna().all(axis=None)
    assert "2 networks" in both.sentences()[1]
    assert "network" not in both.sentences()[2]
    assert (both.networks, both.actors, both.dyads) == (2, 32, 240)


def test_draws_that_are_lost_are_said():
    ties = pd.DataFrame({"source": list("abcde"), "target": list("bcdea")})
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": list("abcde"), "lead": [True, False, False, False, False]}),
        ties,
        layers={"tie": {"directed": True}},
    )
    found = sc.mrqap(cluster, "tie", [sc.predictors.sender("lead")], draws=9, rng=1)
    assert found.is_exact
    assert "exact: the share of all 120 orders" in repr(found)
