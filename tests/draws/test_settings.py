"""How to draw: checked when it is made, refused where it does nothing, and told where it stands now."""

import dataclasses

import numpy as np
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.draws.settings import OPTIONS, Draws, as_draws, refuse_moved
from socluster.words import phrase


def test_an_integer_stands_for_so_many_draws():
    assert as_draws(100) == Draws(100) == Draws(np.int64(100))
    kept = Draws(5, interval=0.5)
    assert as_draws(kept) is kept


def test_what_is_not_said():
    plain = Draws(10)
    assert (plain.interval, plain.tolerance, plain.executor, plain.checkpoint) == (0.9, None, None, None)
    assert plain.rounds == [10]


def test_it_is_a_value_that_never_changes():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Draws(10).most = 20
    with pytest.raises(TypeError):
        Draws(10, 0.5)


@pytest.mark.parametrize("most", [0, -1, 1.5, True, "many", None, float("nan")])
def test_the_number_must_be_one(most):
    for make in (Draws, as_draws):
        with pytest.raises(InputError, match="draws must be a whole number from 1 to"):
            make(most)


@pytest.mark.parametrize("interval", [0, 1, 90, -0.1, True, "0.9", None, float("nan")])
def test_the_interval_must_be_a_share(interval):
    with pytest.raises(InputError, match="interval must lie between 0 and 1"):
        Draws(10, interval=interval)


@pytest.mark.parametrize("tolerance", [0, -1, "x", True, float("nan"), {"density": None}, {"density": 0}])
def test_a_tolerance_must_be_a_number_above_0(tolerance):
    with pytest.raises(InputError, match="must be a number above 0"):
        Draws(10, tolerance=tolerance)


@pytest.mark.parametrize("executor", [0, -1, True, False, "two", 1.5])
def test_who_computes_must_be_clear(executor):
    with pytest.raises(InputError, match="executor must be None, a number of processes"):
        Draws(10, executor=executor)


@pytest.mark.parametrize("checkpoint", [True, "", "a\0b", "\ud800", b"bytes"])
def test_a_checkpoint_must_be_a_path(checkpoint):
    with pytest.raises(InputError, match="checkpoint must be the path of a folder"):
        Draws(10, checkpoint=checkpoint)


def test_errors_are_looked_at_after_twice_as_many_draws_each_time():
    assert Draws(1000, tolerance=0.1).rounds == [100, 200, 400, 800, 1000]
    assert Draws(100, tolerance=0.1).rounds == [100]
    assert Draws(50, tolerance=0.1).rounds == [50]


def test_limits_by_name():
    assert Draws(10).limits(["a", "b"]) == {"a": np.inf, "b": np.inf}
    assert Draws(10, tolerance=0.5).limits(["a", "b"]) == {"a": 0.5, "b": 0.5}
    assert Draws(10, tolerance={"b": 0.5}).limits(["a", "b"]) == {"a": np.inf, "b": 0.5}
    with pytest.raises(InputError, match="did you mean 'density'"):
        Draws(10, tolerance={"densty": 0.5}).limits(["density"])


def test_an_option_that_does_nothing_is_refused_with_the_reason():
    settings = Draws(10, interval=0.5, tolerance=0.1)
    assert settings.only("interval", "tolerance", why=phrase("no")) is settings
    with pytest.raises(InputError, match=r"draws\.tolerance.*nothing is estimated") as refused:
        settings.only("interval", why=phrase("nothing is estimated"))
    assert len(refused.value.problems) == 1
    assert Draws(10, interval=0.9).only(why=phrase("as if it had not been said")).most == 10


def test_moved_options_are_told_where_they_stand_now():
    for option in OPTIONS:
        with pytest.raises(InputError, match=rf"draws=sc\.Draws\(1000, {option}=\.\.\.\)"):
            refuse_moved({option: 1}, "compare")
    with pytest.raises(TypeError, match=r"compare\(\) got an unexpected keyword argument 'mesures'"):
        refuse_moved({"mesures": 1}, "compare")
    refuse_moved({}, "compare")


@pytest.mark.parametrize(
    "ask",
    [
        lambda **more: sc.compare(None, [], measures=[], rng=1, **more),
        lambda **more: sc.rank_partners(None, [], goal=None, rng=1, **more),
        lambda **more: sc.plan_partners(None, [], goals=None, **more),
        lambda **more: sc.sensitivity(None, [], goal=None, rng=1, **more),
        lambda **more: sc.attribute(None, None, measure=None, rng=1, **more),
        lambda **more: sc.surviving_ties(None, **more),
    ],
)
def test_every_question_that_had_them_says_so(ask):
    for option in OPTIONS:
        with pytest.raises(InputError, match=rf"sc\.Draws\(1000, {option}="):
            ask(**{option: 0.5})
    with pytest.raises(TypeError, match="unexpected keyword argument 'intervall'"):
        ask(intervall=0.5)


@pytest.mark.parametrize("names", [[["a"], "b"], [1], [None]], ids=repr)
def test_limits_are_of_names(names):
    with pytest.raises(InputError, match="is no name of a quantity"):
        Draws(10).limits(names)
