"""How exact the ends of intervals are, said in one sentence."""

import math

import numpy as np
import pytest

import socluster as sc
from socluster.whatif.comparison.ends import ends_said, worst_end


def outcome_of(draws, **ties):
    knoke = sc.load_dataset("knoke").layer("information")
    scenario = sc.Scenario("x").with_actor("x").with_ties("x", sc.ties.Stated(ties or {"MAYR": 0.5, "EDUC": 0.5}))
    return sc.compare(knoke, [scenario], measures=[sc.density, sc.global_efficiency], draws=draws, rng=3)


def test_the_error_is_that_of_the_worst_end_beside_the_length_of_its_interval():
    outcome = outcome_of(400)
    table, errors = outcome.to_frame(), outcome.end_errors()
    assert errors.index.equals(table.index)
    length = table["high"] - table["low"]
    shares = {key: errors.loc[key].max() / length[key] for key in table.index if length[key] > 0}
    place = max(shares, key=shares.get)
    worst = worst_end(outcome)
    assert (worst.measure, worst.share) == (place[1], pytest.approx(shares[place]))
    assert worst.error == errors.loc[place].max()


def test_it_is_said_with_the_number_of_draws_in_both_languages():
    ties = dict(zip(sc.load_dataset("knoke").actors.index, np.linspace(0.1, 0.9, 10).round(2), strict=True))
    outcome = outcome_of(200, **ties)
    english, lithuanian = (ends_said(outcome, language) for language in ("en", "lt"))
    assert english.startswith("The least exact interval is that of ")
    assert ": another 200 draws would move its ends by about 0.0" in english
    assert english != lithuanian
    few = outcome_of(10, **ties)
    assert math.isnan(worst_end(few).share)
    assert ends_said(few, "en") == "10 draws: too few to say how exact the ends of the interval of density are."


def test_nothing_is_said_where_nothing_is_drawn():
    knoke = sc.load_dataset("knoke").layer("information")
    outcome = sc.compare(knoke, [sc.Scenario("x").without_actor("MAYR")], measures=[sc.density], draws=50, rng=1)
    assert (worst_end(outcome), ends_said(outcome, "en")) == (None, "")
