"""Which model predicts members who are left out best."""

import numpy as np
import pytest

from socluster.core.errors import InputError
from socluster.whatif.ties import AtMost, Closure, Committee, Logit, Rates, Stated, suggest
from tests.whatif.ties.test_active import cluster
from tests.whatif.ties.test_dyads import directed
from tests.whatif.ties.test_estimated import closed, of


def test_activity_is_suggested_where_degrees_differ():
    found = suggest(cluster(spread=1.5), models=[Rates(activity=False), Rates()], members=15, draws=60)
    assert found.best == Rates()
    assert found.close == (Rates(),)


def test_closure_is_suggested_where_partners_are_tied():
    found = suggest(of(closed(2, n=36)), members=18, draws=40)
    assert any(isinstance(model, Closure) for model in found.close)


def test_shared_events_are_suggested_where_they_make_ties():
    rng = np.random.default_rng(4)
    attends = rng.random((30, 6)) < 0.2
    chance = 1 - 0.98 * 0.4 ** (attends.astype(int) @ attends.T)
    matrix = np.triu(rng.random((30, 30)) < chance, 1)
    found = suggest(of(matrix | matrix.T, attends), members=12, draws=20)
    assert any(isinstance(part, Committee) for part in getattr(found.best, "models", ()))
    assert "with_affiliation" in str(found)


def test_directed_ties_have_a_score():
    found = suggest(directed(), members=6, draws=10)
    assert np.isfinite(found.to_frame()["log_score"]).all()


def test_models_that_mean_the_same_are_too_close_to_call():
    found = suggest(cluster(), models=[Rates(), Rates(prior_dyads=4.5)], members=8, draws=20)
    assert len(found.close) == 2
    assert "Too close to call" in str(found)


def test_what_cannot_be_ranked_is_told():
    with pytest.raises(InputError, match="one partner"):
        suggest(cluster(), models=[Rates(), Stated({"m00": 0.5})])
    with pytest.raises(InputError, match="at least one"):
        suggest(cluster(), models=[])
    with pytest.raises(InputError, match="no ties"):
        suggest(cluster().without_ties(layer="tie"))
    with pytest.raises(InputError, match="no model fits"):
        suggest(cluster(), models=[Rates(by="nosuch")])


def test_what_has_no_score_comes_last():
    found = suggest(cluster(), models=[AtMost(Rates(), 3), Logit(match=())], members=5, draws=5)
    assert found.ranked == (Logit(match=()), AtMost(Rates(), 3))
    assert "no log score" in str(found)
