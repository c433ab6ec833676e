"""What is said of networks drawn from a model."""

import numpy as np
import pytest

import socluster as sc
from socluster.core.errors import InputError

FLORENTINE = sc.load_dataset("florentine")


def drawn(coefficient, **more):
    given = {"layer": "marriage", "draws": 60, "rng": 7, **more}
    return sc.ergm_simulate(FLORENTINE, [sc.terms.edges(), sc.terms.triangle()], [coefficient, 0.0], **given)


def test_the_table_compares_with_the_cluster():
    frame = drawn(-1.6).to_frame()
    assert frame.index.tolist() == ["edges", "triangle"]
    assert frame["observed"].tolist() == [20, 3]
    assert (frame["low"] <= frame["median"]).all()
    assert (frame["median"] <= frame["high"]).all()
    assert frame.loc["edges", "median"] == drawn(-1.6).statistics["edges"].median()


def test_a_wider_interval_is_wider():
    narrow, wide = (drawn(-1.6, draws=sc.Draws(60, interval=share)).to_frame() for share in (0.5, 0.95))
    assert (wide["high"] - wide["low"] > narrow["high"] - narrow["low"]).all()


def test_sentences_say_that_the_coefficients_are_assumed():
    said = drawn(-1.6).sentences()
    assert said[0] == "60 networks were drawn from the model with the coefficients edges −1.6 and triangle 0."
    assert said[-1].startswith("The coefficients are an assumption")
    assert len(said) == 4
    assert len(drawn(-1.6).sentences("lt")) == 4


def test_estimated_coefficients_are_no_assumption():
    fit = sc.ergm(FLORENTINE, [sc.terms.edges()], layer="marriage")
    said = fit.simulate(draws=5, rng=1).sentences()
    assert any(each.startswith("The coefficients were estimated from the observed network") for each in said)
    assert not any("assumption" in each for each in said)


def test_networks_that_still_drift_are_told():
    still = drawn(-1.6, steps=4)
    assert still.drifting == []  # nearly nothing has happened, and half of it before half-way
    moving = drawn(1.0, steps=60)
    assert moving.drifting == ["edges", "triangle"]
    assert any("have not" in each or "may not have forgotten" in each for each in moving.sentences())
    assert drawn(1.0, steps=4000).drifting == []
    assert drawn(1.0, steps=60, draws=1).drifting == []


def test_networks_of_another_kind_are_told():
    told = "more than three times, of the observed ties"
    assert any(told in each for each in drawn(2.0).sentences())
    assert not any(told in each for each in drawn(-1.6).sentences())


def test_a_network_is_a_cluster_and_has_a_number():
    found = drawn(-1.6)
    assert (
        sc.ergm_statistics(found.network(3), [sc.terms.edges()], layer="marriage")["edges"]
        == (found.statistics.loc[3, "edges"])
    )
    for wrong in (60, -1, 1.5, "first"):
        with pytest.raises(InputError, match="draw"):
            found.network(wrong)


def test_what_is_handed_out_is_the_callers_own():
    found = drawn(-1.6)
    statistics, coefficients = found.statistics, found.coefficients
    statistics.loc[:] = 0
    coefficients.loc[:] = np.nan
    assert found.statistics["edges"].min() > 0
    assert found.coefficients.to_dict() == {"edges": -1.6, "triangle": 0}


def test_the_picture_shows_every_statistic():
    alt = drawn(-1.6).plot().layout.meta["alt"]
    assert "edges: 20 observed" in alt
    assert "triangle" in alt
