"""Rates of ties by attribute, against the posterior computed by hand."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.whatif.ties import Rates
from tests.whatif.ties.tie_samples import to, town


def test_rates_of_several_attributes_are_drawn_towards_the_overall_rate():
    model = Rates(by=["sector", "place"], prior_rate=0.3, prior_dyads=4)
    table = model.posterior(town()).to_frame()
    # civic in Šiauliai (NGO) and civic in Joniškis (Parish): half a tie in one dyad
    assert table.loc[("civic, Šiauliai", "civic, Joniškis"), ["ties", "dyads"]].tolist() == [0.5, 1]
    assert table.loc[("civic, Šiauliai", "civic, Joniškis"), "rate"] == pytest.approx((4 * 0.3 + 0.5) / 5)
    assert set(to(model).values()) == {0.3}  # nobody else is civic and in Kelmė: only the prior is known
    assert Rates(by=["sector"]) == Rates(by="sector")


def test_unknown_dyads_teach_nothing():
    base = town()
    unknown = pd.DataFrame({"source": ["School"], "target": ["Court"], "layer": ["tie"]})
    tables = base.to_tables()
    open_ = Cluster.from_tables(
        tables.actors,
        tables.ties,
        groups=tables.groups,
        affiliations=tables.affiliations,
        unknown=unknown,
        layers=tables.layers,
    )
    before, after = (Rates(by="sector").posterior(each).to_frame()["dyads"] for each in (base, open_))
    assert before[("public", "public")] == 3
    assert after[("public", "public")] == 2


@pytest.mark.parametrize("directed", [False, True])
def test_drawn_rates_are_the_same_both_ways_unless_ties_have_a_direction(directed):
    drawn = Rates(by="sector").posterior(town(directed=directed)).rates(np.random.default_rng(3))
    assert (drawn == drawn.T).all() == (not directed)
    assert len(np.unique(drawn)) == (drawn.size if directed else 10)  # of four sectors, the fourth not seen yet
