"""What a comparison says: no more than was computed, in both languages, with a picture."""

import re

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.nulls.comparison import NullComparison
from tests.inference.nulls.uniformity import small


@pytest.fixture(scope="module")
def closed():
    return sc.compare_to_null(
        sc.load_dataset("knoke"), [sc.transitivity, sc.density], null=sc.nulls.FixedTies(), layer="information",
        draws=99, rng=7,
    )  # fmt: skip


def made(observed, values, probability=None, names=("m",)):
    index = pd.Index(list(names), name="measure")
    null = sc.nulls.FixedTies()
    frame = pd.DataFrame(np.array(values, dtype=float).reshape(-1, len(names)), columns=index)
    return NullComparison(sc.load_dataset("kite"), null, pd.Series(observed, index, dtype=float), frame, probability)


def test_numbers_by_hand():
    row = made([3.0], [1, 2, 3, 6]).to_frame().iloc[0]
    assert (row["mean"], row["p_higher"], row["p_lower"], row["p"]) == (3.0, 3 / 5, 4 / 5, 1.0)
    assert row["sd"] == pytest.approx(np.std([1, 2, 3, 6], ddof=1))
    assert row["z"] == 0
    exact = made([2.0], [0, 1, 2], np.array([0.5, 0.25, 0.25])).to_frame().iloc[0]
    assert (exact["mean"], exact["p_higher"], exact["low"], exact["high"]) == (0.75, 0.25, 0.0, 2.0)
    assert exact["sd"] == pytest.approx(np.sqrt(0.25 + 1 - 0.75**2))


def test_where_the_null_gives_nothing_else_there_is_no_p():
    row = made([2.0], [2, 2, 2]).to_frame().iloc[0]
    assert np.isnan(row[["z", "p", "p_lower", "p_higher"]].to_numpy(dtype=float)).all()
    never = made([3.0], [2, 2, 2]).to_frame().iloc[0]
    assert never["p_higher"] == 1 / 4
    assert np.isnan(never["z"])


def test_what_is_undefined_is_said_to_be_so():
    assert "is undefined" in made([np.nan], [1, 2]).sentences()[0]
    assert "never defined" in made([1.0], [np.nan, np.nan]).sentences()[0]
    half = made([1.0], [np.nan, 2.0, 0.0]).to_frame().iloc[0]
    assert half["defined"] == pytest.approx(2 / 3)


def test_sentences_say_which_null_and_no_more(closed):
    first, second, null, caution = closed.sentences()
    assert re.search(r"^transitivity: 0\.673 observed; the null gives .* p = 0\.0\d+ \(two-sided\)\.$", first)
    assert "cannot come out otherwise" in second
    assert null.startswith("Null: as many ties as observed, placed at random (99 draws")
    assert "does not say why" in caution
    for language in ("en", "lt"):
        said = " ".join(closed.sentences(language)).lower()
        assert not re.search(r"prove|significan|įrod|reikšming", said)


def test_actors_outside_their_interval_are_named_with_their_p():
    found = sc.compare_to_null(
        sc.load_dataset("knoke"), sc.betweenness, null=sc.nulls.DegreeSequence(), layer="information", draws=99, rng=7
    )
    said = found.sentences()
    assert "of 10 actors lie outside the 90%" in said[0]
    assert "EDUC (p = 0.02)" in said[1]
    still = sc.compare_to_null(
        sc.load_dataset("kite"), sc.degree, null=sc.nulls.DegreeSequence(), draws=9, rng=7
    ).sentences()
    assert "each actor has its observed value" in still[0]


def test_pictures(closed):
    figure = closed.plot(language="lt")
    assert "stebėta" in figure.layout.meta["alt"]
    assert len(closed.plot(measure="transitivity").data) == 2
    with pytest.raises(InputError, match="did you mean 'density'"):
        closed.plot(measure="densty")
    with pytest.raises(InputError, match="leave actor out"):
        closed.plot(actor="MAYR")
    by_actor = sc.compare_to_null(
        small(directed=False, ties=["ab", "bc"]), sc.betweenness, null=sc.nulls.FixedTies(), draws=9, rng=1
    )
    assert by_actor.plot().layout.meta["alt"].startswith("Betweenness: 0 of 4 actors")
    assert "betweenness: a" in by_actor.plot(actor="a").layout.meta["alt"]
    with pytest.raises(InputError, match="is no actor of this cluster"):
        by_actor.plot(actor="z")


def test_layers_that_are_compared_together_are_named_first():
    knoke, null = sc.load_dataset("knoke"), sc.nulls.FixedTies()
    together = sc.compare_to_null(knoke, sc.reciprocity, null=null, draws=20, rng=1)
    assert together.sentences()[0] == "No layer was named, so the layers information and money were compared together."
    assert len(together.sentences("lt")) == len(together.sentences())
    alone = sc.compare_to_null(knoke, sc.reciprocity, null=null, layer="money", draws=20, rng=1)
    assert "together" not in str(alone)


def test_of_affiliations_no_ties_are_missed():
    davis = sc.load_dataset("davis")
    found = sc.compare_to_null(davis, sc.twomode_clustering, null=sc.nulls.TwoModeDegrees(), draws=5, rng=1)
    assert "no ties between the actors" not in str(found)
