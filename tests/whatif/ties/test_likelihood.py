"""The probability of all ties of one partner together: by enumeration of all worlds of tiny clusters."""

from itertools import product

import numpy as np
import pytest

from socluster.core.streams import stream
from socluster.whatif.ties import AtMost, Closure, Committee, Rates, Stated
from socluster.whatif.ties.likelihood import log_score
from tests.whatif.ties.tie_samples import town, with_hub


def all_worlds(ties, known=None, draws=3):
    n = len(ties.sources)
    known = np.ones(n, dtype=bool) if known is None else known
    worlds = [np.array(world, dtype=bool) for world in product((False, True), repeat=n)]
    return worlds, np.array([log_score(ties, world, known, draws=draws, key=5) for world in worlds])


@pytest.mark.parametrize(
    "model",
    [
        Stated({"School": 0.3, "NGO": 0.9}),
        Rates(),
        Rates(activity=1.0),
        Committee({"spring": 0.5, "autumn": 0.5}, probability=0.4),
        Closure(Stated({"School": 0.5, "Parish": 0.25, "Firm": 0.6}), 0.3),
        Closure(Rates(), 0.4),
        Rates() | Stated({"School": 0.5}),
    ],
    ids=repr,
)
def test_the_probabilities_of_all_worlds_add_up_to_one(model):
    _, scores = all_worlds(model.fit(with_hub(town()), "Hub", "tie"))
    assert np.exp(scores).sum() == pytest.approx(1, abs=1e-9)


def test_directed_worlds_add_up_to_one_and_are_as_frequent_as_drawn():
    ties = Rates(prior_rate=0.3, prior_dyads=50).fit(with_hub(town(directed=True)), "Hub", "tie")
    n = len(ties.sources)
    worlds, scores = all_worlds(ties, draws=2)
    assert np.exp(scores).sum() == pytest.approx(1, abs=1e-6)
    drawn, rng = np.zeros(4), np.random.default_rng(0)
    one, other = ties.pairs[0][0], ties.pairs[1][0]
    for _ in range(4000):
        for there in ties.realised_of_draws(rng.random((2, n)), stream(5, 0, 0)):
            drawn[2 * there[one] + there[other]] += 0.5
    told = np.zeros(4)
    for world, score in zip(worlds, scores, strict=True):
        told[2 * world[one] + world[other]] += np.exp(score)
    assert drawn / 4000 == pytest.approx(told, abs=0.03)


def test_introductions_are_as_frequent_as_drawn():
    ties = Closure(Stated({"School": 0.5, "Parish": 0.25, "Firm": 0.6}), 0.3).fit(with_hub(town()), "Hub", "tie")
    worlds, scores = all_worlds(ties, draws=1)
    rng, seen = np.random.default_rng(1), {}
    for _ in range(6000):
        key = tuple(ties.realised(rng.random(len(ties.sources)), rng).tolist())
        seen[key] = seen.get(key, 0) + 1
    for world, score in zip(worlds, scores, strict=True):
        assert seen.get(tuple(world.tolist()), 0) / 6000 == pytest.approx(np.exp(score), abs=0.02)


def test_unknown_dyads_are_left_out():
    ties = Stated({"School": 0.3, "NGO": 0.9}).fit(with_hub(town()), "Hub", "tie")
    known = np.array([True, False])
    for second in (False, True):
        score = log_score(ties, np.array([True, second]), known, draws=1, key=1)
        assert score == pytest.approx(np.log(0.3))


def test_what_has_no_formula_has_no_score():
    ties = AtMost(Rates(), 2).fit(with_hub(town()), "Hub", "tie")
    assert np.isnan(log_score(ties, np.zeros(6, dtype=bool), np.ones(6, dtype=bool), draws=2, key=1))


def test_many_first_ties_are_sampled_nearly_right(monkeypatch):
    from socluster.whatif.ties import likelihood

    ties = Closure(Rates(), 0.4).fit(with_hub(town()), "Hub", "tie")
    there, known = np.ones(6, dtype=bool), np.ones(6, dtype=bool)
    exact = log_score(ties, there, known, draws=20, key=1)
    monkeypatch.setattr(likelihood, "_ALL", 2)
    assert log_score(ties, there, known, draws=20, key=1) == pytest.approx(exact, abs=0.1)
