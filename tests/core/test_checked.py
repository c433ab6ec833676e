"""Functions that refuse arguments that are not what their annotations say."""

import doctest
import inspect
import pickle
from functools import wraps
from typing import Any, Literal, Never

import networkx as nx
import numpy as np
import pytest

import socluster as sc
from socluster.core import checked as module
from socluster.core.checked import checked, checked_methods, is_checked
from socluster.core.errors import InputError
from socluster.core.identity import identity

Side = Literal["left", "right"]


@checked
def turned(
    first: Any, /, name: str | None = None, *, exact: bool = False, side: Side = "left", times: int = 1
) -> tuple[Any, ...]:
    """Return what was given."""
    return first, name, exact, side, times


def test_what_fits_comes_through():
    assert turned(object, "a", exact=np.True_, side="right")[1:] == ("a", np.True_, "right", 1)
    assert turned(1, None)[0] == 1


def test_all_misfits_are_listed_with_what_would_fit():
    with pytest.raises(InputError) as caught:
        turned(1, 5, exact="no", side="lef")
    messages = [str(problem) for problem in caught.value.problems]
    assert messages == [
        "name must be a text or None (here: 5)",
        "exact must be True or False (here: 'no')",
        "side must be one of 'left', 'right' (here: 'lef'); did you mean 'left'?",
    ]
    assert caught.value.problems[1].in_language("lt").message == "exact turi būti True arba False"


def test_a_range_is_left_to_the_function_but_no_number_is_endless():
    assert turned(1, times="often")[-1] == "often"  # the function says what it would take instead
    with pytest.raises(InputError, match="times is too large a number"):
        turned(1, times=10**30)


def test_the_signature_itself_speaks_first():
    with pytest.raises(TypeError, match="unexpected keyword argument 'exakt'"):
        turned(1, exakt=True, exact="no")
    with pytest.raises(TypeError, match="takes from 1 to 2 positional"):
        turned(1, "a", 3)


def test_options_that_moved_speak_first():
    @checked
    def asked(what: str, **moved: Never) -> str:
        if moved:
            raise LookupError
        return what

    with pytest.raises(LookupError):
        asked(5, interval=0.9)


def test_it_is_the_same_function_to_whoever_looks():
    assert inspect.signature(turned).parameters["exact"].default is False
    assert turned.__doc__ == "Return what was given."
    assert turned.__globals__ is globals()  # so doctest finds its examples
    assert pickle.loads(pickle.dumps(sc.degree)) is sc.degree
    assert identity(sc.degree) == identity(inspect.unwrap(sc.degree))
    assert [test.name for test in doctest.DocTestFinder().find(module)].count("socluster.core.checked.checked") == 1
    assert is_checked(turned)
    assert not is_checked(inspect.unwrap(turned))


def test_methods_of_a_class():
    @checked_methods
    class Box:
        def put(self, what: str) -> str:
            return what

        @classmethod
        def of(cls, what: str) -> str:
            return what

        def _own(self, what: str) -> str:
            return what

    assert (Box().put("a"), Box.of("a"), Box()._own(5)) == ("a", "a", 5)
    for method in (Box().put, Box.of):
        with pytest.raises(InputError, match="what must be a text"):
            method(5)


@pytest.mark.parametrize(
    ("call", "meant"),
    [
        (lambda: sc.degree([("a", "b")], normalised=False), "normalized"),
        (lambda: sc.as_cluster([("a", "b")]).ego("a", radus=2), "radius"),
        (
            lambda: sc.compare([("a", "b")], sc.Scenario("s").without_actor("a"), mesures=[sc.density], rng=1),
            "measures",
        ),
    ],
)
def test_a_misspelt_option_is_told_the_right_one(call, meant):
    with pytest.raises(TypeError, match=f"unexpected keyword argument '[a-z]+'; did you mean '{meant}'"):
        call()


@pytest.mark.parametrize("asked", [sc.profile, lambda *given, **named: sc.compare(*given, [], **named)])
def test_the_language_of_an_answer_is_asked_of_its_sentences(asked):
    with pytest.raises(TypeError, match=r"'language'; say it of the answer, as in \.sentences\('lt'\)"):
        asked(sc.load_dataset("kite"), language="lt")
    with pytest.raises(TypeError, match=r"unexpected keyword argument 'language'$"):
        sc.density(sc.load_dataset("kite"), language="lt")


def test_a_keyword_that_cannot_be_written_is_no_name_of_a_column():
    cluster = sc.load_dataset("florentine")
    with pytest.raises(InputError, match="cannot be written"):
        cluster.with_attributes(cluster.actors.index[0], **{"\ud800": 1})
    with pytest.raises(InputError, match="cannot be written"):
        cluster.with_columns(**{"a\udfff": 1})


@checked
def drawn(first: Any, /, *, amount: float, rng: int) -> tuple[Any, ...]:
    """Return what was given.

    Parameters
    ----------
    amount : float
        How much of it;
        not less. And more.
    rng : int
        Seed.
    """
    return first, amount, rng


def test_an_argument_that_is_missing_is_asked_for_with_what_to_add():
    with pytest.raises(TypeError) as caught:
        drawn(1)
    assert str(caught.value) == (
        "drawn() missing 2 required keyword-only arguments: 'amount' and 'rng'; add amount= (float: How much of it); "
        "add rng=7 (the same seed gives the same answer)"
    )
    with pytest.raises(TypeError, match=r"missing 1 required keyword-only argument: 'rng'; add rng=7"):
        drawn(1, amount=2.0)
    with pytest.raises(TypeError, match=r"missing 1 required positional argument: 'first'; add first="):
        drawn(amount=2.0)
    with pytest.raises(TypeError, match=r"positional argument: 'patience_rate'; add patience_rate= \(float: "):
        sc.queues.abandonment(1.0, 2.0, 3)
    assert drawn(1, amount=2.0, rng=3) == (1, 2.0, 3)


def test_whoever_names_no_null_model_reads_which_there_are():
    knoke = sc.load_dataset("knoke")
    with pytest.raises(TypeError) as caught:
        sc.compare_to_null(knoke, sc.reciprocity, layer="money")
    nulls = [name for name in dir(sc.nulls) if isinstance(getattr(sc.nulls, name), type) and name != "NullModel"]
    assert len(nulls) >= 10
    assert [name for name in nulls if name not in str(caught.value)] == []
    assert str(caught.value).endswith("add rng=7 (the same seed gives the same answer)")


def test_what_another_wraps_is_checked_too_and_what_is_no_function_is_not():
    @wraps(turned)
    def around(first):
        return turned(first)

    assert is_checked(turned)
    assert is_checked(around)
    assert not is_checked(nx.density)
    assert not is_checked(len)
