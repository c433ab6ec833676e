"""A what-if tells where its tie models do not reproduce what members show."""

from socluster.measures.cohesion.density import density
from socluster.whatif.comparison.compare import compare
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Committee, Preferential, Rates, Stated
from tests.whatif.ties.test_active import cluster


def joins(model):
    return Scenario("s").with_actor("hub", sector="x", place="p").with_ties("hub", model)


def asked(model, found=None):
    return compare(cluster(spread=1.5) if found is None else found, joins(model), measures=[density], draws=10, rng=1)


def test_a_model_that_fails_is_named_in_both_languages():
    outcome = asked(Rates(activity=False))
    assert outcome.checks[0].failures
    assert "does not reproduce what members show" in str(outcome)
    assert any("neatkartoja" in line for line in outcome.sentences("lt"))


def test_a_model_that_reproduces_them_is_not_mentioned():
    assert "degree spread" not in asked(Rates()).checks[0].failures


def test_only_models_that_learn_about_members_are_checked():
    for model in (Stated({"m00": 0.5}), Rates() | Stated({"m00": 0.5})):
        assert asked(model).checks == ()
    assert len(asked(Preferential(3)).checks) == 1
    small = cluster().without_actor([f"m{place:02}" for place in range(6, 30)])
    assert asked(Rates(), small).checks == ()
    assert Committee(probability=0.5).learns is False
