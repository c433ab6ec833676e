"""What every model of ties must do."""

import dataclasses
import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socluster.core.errors import InputError
from socluster.whatif import ties as public
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import MODELS, TieModel
from socluster.whatif.ties.base import walk
from tests.examples import examples
from tests.whatif.ties.tie_samples import ACTORS, expected, frequencies, models, town, with_hub

EACH = pytest.mark.parametrize("model", models(), ids=repr)


def test_every_model_is_sampled_and_public():
    sampled = {type(part) for model in models() for part in walk(model)}
    assert sampled == set(MODELS)
    assert {model.__name__ for model in MODELS} <= set(public.__all__)
    assert all(model.__doc__ and hasattr(model, "varied") for model in MODELS)


@pytest.mark.one_of(3)
@EACH
@pytest.mark.parametrize("directed", [False, True])
def test_draws_are_as_frequent_as_the_probabilities_say(model, directed):
    ties = model.fit(with_hub(town(directed=directed)), "Hub", "tie")
    probabilities = ties.probabilities(None)
    assert probabilities.shape == (len(ties.sources),) == (len(ties.targets),)
    assert ((probabilities >= 0) & (probabilities <= 1)).all()
    assert all("Hub" in pair and pair[0] != pair[1] for pair in zip(ties.sources, ties.targets, strict=True))
    error = 0.5 / np.sqrt(4000) + 0.5 / np.sqrt(2000)  # of the draws, and of probabilities that are simulated
    np.testing.assert_allclose(frequencies(ties), probabilities, atol=4 * error if directed else 3 * error)


@EACH
def test_the_same_generator_gives_the_same_ties(model):
    ties = model.fit(with_hub(town()), "Hub", "tie")
    uniforms = np.random.default_rng(0).random(len(ties.sources))
    first, again = (ties.realised(uniforms, np.random.default_rng(7)) for _ in range(2))
    assert first.dtype == bool
    assert (first == again).all()
    drawn = [ties.probabilities(np.random.default_rng(7)) for _ in range(2)]
    np.testing.assert_array_equal(*drawn)


@EACH
def test_a_model_is_a_value_that_can_be_written_down(model):
    told = {field.name: getattr(model, field.name) for field in dataclasses.fields(model)}
    rebuilt = type(model)(**told)
    assert rebuilt == model
    assert hash(rebuilt) == hash(model)
    assert pickle.loads(pickle.dumps(model)) == model
    assert eval(repr(model), vars(public)) == model  # the text in a scenario says everything
    assert isinstance(model, TieModel)
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(model, next(iter(told)), None)


@EACH
def test_assumptions_are_told_in_both_languages(model):
    english, lithuanian = model.assumption("en"), model.assumption("lt")
    assert english
    assert lithuanian
    assert english != lithuanian
    assert not english.endswith(".")
    assert "\n" not in english + lithuanian


@EACH
def test_what_to_vary_has_a_low_and_a_high_end_that_fit(model):
    variants = model.varied()
    assert variants
    assert len(variants) == len(model.varied("lt"))
    cluster = with_hub(town())
    for name, (low, high) in variants.items():
        assert "(" in name
        ends = [sum(expected(each.fit(cluster, "Hub", "tie")).values()) for each in (low, high)]
        assert low != high, name
        assert ends[0] != pytest.approx(ends[1]) or "power" in name or "weight" in name or "prior" in name, name


@EACH
def test_a_scenario_takes_the_model(model):
    scenario = Scenario("s").with_actor("Hub", **with_hub(town()).actors.loc["Hub"].dropna().to_dict())
    after = scenario.with_ties("Hub", model).apply(town())
    new = after.ties[after.ties["evidence"] == "simulated"]
    assert set(new["source"]) | set(new["target"]) > {"Hub"}
    assert (new["confidence"] > 0).any()


@settings(max_examples=examples(8, 45))
@given(st.permutations(range(len(ACTORS))), st.sampled_from(range(len(models()))))
def test_the_order_of_the_actors_does_not_matter(order, which):
    model = models()[which]
    before, after = (expected(model.fit(with_hub(town(order=o)), "Hub", "tie")) for o in (None, order))
    assert {frozenset(pair) for pair in before} == {frozenset(pair) for pair in after}
    for pair, probability in before.items():
        assert after[pair] == pytest.approx(probability, abs=tolerance(model))


@settings(max_examples=examples(8, 45))
@given(st.permutations(["u", "v", "w", "x", "y", "z"]), st.sampled_from(range(len(models()))))
def test_names_do_not_matter(letters, which):
    names = dict(zip(ACTORS["actor"], letters, strict=True))
    before = expected(models()[which].fit(with_hub(town()), "Hub", "tie"))
    after = expected(models(names)[which].fit(with_hub(town(names=names)), "Hub", "tie"))
    assert len(before) == len(after)
    for (source, target), probability in before.items():
        pair = names.get(source, source), names.get(target, target)
        assert after[pair] == pytest.approx(probability, abs=tolerance(models()[which]))


def tolerance(model):
    """Simulated probabilities have an error that depends on the order."""
    simulated = any(getattr(part, "rounds", 1) > 1 for part in walk(model)) or "AtMost(Closure" in repr(model)
    return 0.06 if simulated else 1e-9


GARBAGE = [None, -1, 7.5, "x", (), [], {}, ["x", 3], {"x": "y"}, float("nan"), True, object()]


@pytest.mark.parametrize("model", models()[:14], ids=lambda model: type(model).__name__)
def test_whatever_is_given_is_taken_or_refused_in_plain_words(model):
    told = {field.name: getattr(model, field.name) for field in dataclasses.fields(model)}
    refused = 0
    for name in told:
        for value in GARBAGE:
            try:
                made = type(model)(**{**told, name: value})
                made.assumption("lt")
                repr(made)
            except InputError:
                refused += 1
    assert refused > 3


@pytest.mark.parametrize("model", models(), ids=repr)
def test_an_actor_who_is_not_there_is_named(model):
    with pytest.raises(InputError, match="no actor"):
        model.fit(town(), "Hib", "tie")
