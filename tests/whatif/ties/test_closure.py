"""Ties to partners of partners, by hand."""

import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.whatif.ties import Closure, Stated
from tests.whatif.ties.tie_samples import fitted, to


def test_closure_leads_to_partners_of_partners():
    probabilities = to(Closure(Stated({"NGO": 1.0, "Clinic": 0.5}), 0.4))
    assert probabilities == pytest.approx(
        {
            "NGO": 1,
            "Clinic": 0.5,  # NGO is not tied to it
            "School": 1 - (1 - 0.4) * (1 - 0.4 * 0.5),
            "Firm": 1 - (1 - 0.4) * (1 - 0.4 * 0.5),
            "Parish": 0.4 * 0.5,  # an uncertain tie
            "Court": 0.4 * 0.5,
        }
    )


def test_closure_follows_directed_paths():
    out = fitted(Closure(Stated({"School": 1.0}), 0.4), directed=True)
    assert {pair: p for pair, p in out.items() if p > 0} == pytest.approx(
        {("Hub", "School"): 1, ("Hub", "Clinic"): 0.4, ("Hub", "NGO"): 0.4}
    )
    into = fitted(Closure(Stated({"NGO": 1.0}, direction="in"), 0.4), directed=True)
    assert {pair: p for pair, p in into.items() if p > 0} == pytest.approx({("NGO", "Hub"): 1, ("School", "Hub"): 0.4})


def test_more_rounds_reach_further():
    chain = Cluster.from_tables(
        pd.DataFrame({"actor": list("abcd")}), pd.DataFrame({"source": list("abc"), "target": list("bcd")})
    ).with_actor("Hub")
    for rounds, reached in ((1, "ab"), (2, "abc"), (3, "abcd")):
        probabilities = to(Closure(Stated({"a": 1.0}), 1.0, rounds=rounds), cluster=chain)
        assert {actor for actor, p in probabilities.items() if p == 1} == set(reached)
