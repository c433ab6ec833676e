"""What a value may be, as annotations say it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal

import numpy as np
import pandas as pd
import pytest
from numpy.random import Generator

from socluster.core.cluster import Cluster
from socluster.core.kinds import SEED, is_too_large, kind_of

NAMES = {
    "Any": Any, "Callable": Callable, "Cluster": Cluster, "Generator": Generator, "Iterable": Iterable,
    "Literal": Literal, "Mapping": Mapping, "Sequence": Sequence, "np": np, "pd": pd,
    "Ids": "Iterable[str] | pd.Series[Any]",
}  # fmt: skip
TABLE = pd.DataFrame({"x": [1.0]})


@pytest.mark.parametrize(
    ("annotation", "fitting", "misfits", "words"),
    [
        ("bool", [True, np.False_], ["no", 0, 1, None, "True"], ["True", "False"]),
        ("str", ["", "ąž"], ["\ud800", 5, None, b"a"], ["a text"]),
        ("str | None", ["a", None], [5, ["a"]], ["a text", "None"]),
        ("int", [1, np.int64(2), -3], [True, 1.0, "1", 2**63], ["a whole number"]),
        ("float", [1, 1.5, np.float32(2), float("inf")], [True, float("nan"), "1", 10**400], ["a number"]),
        ("Literal['a', 'b']", ["a"], ["c", 1, ["a"], None], ["'a'", "'b'"]),
        ("Literal[1, 2]", [1, 2], [True, 3, "1", 1.0], ["1", "2"]),
        ("Callable[[Cluster], float]", [len], ["len", None], ["a function"]),
        (
            "Mapping[str, float]",
            [{}, {"a": 1}, {1: object}],
            [[("a", 1)], TABLE, "a"],
            ["a mapping"],
        ),
        ("Iterable[str]", [["a"], ("a",), {"a"}, {"a": 1}, iter("a"), [1]], ["a", b"a", 5], ["a list"]),
        ("Sequence[str]", [["a"], ("a",), [1]], ["a", {"a": 1}, 5], ["a list"]),
        ("tuple[float, float]", [(1, 2.0), [1, 2]], [(1,), (1, 2, 3), (1, "a"), TABLE], ["a list of 2 values"]),
        ("tuple[str, ...]", [(), ("a", "b")], ["ab", {"a": 1}], ["a list"]),
        ("pd.DataFrame", [TABLE], [None, {"x": [1]}], ["a DataFrame"]),
        ("pd.Series[Any] | None", [TABLE["x"], None], [TABLE], ["a Series", "None"]),
        ("Ids | None", [["a"], TABLE["x"], None], ["a", 5], ["a list", "a Series", "None"]),
        ("Generator", [np.random.default_rng(1)], [1, None], ["a numpy Generator"]),
    ],
)
def test_kinds(annotation, fitting, misfits, words):
    kind = kind_of(annotation, NAMES)
    assert all(kind.fits(value) for value in fitting)
    assert not any(kind.fits(value) for value in misfits)
    assert [str(word) for word in kind.words] == words


def test_what_may_be_anything_is_no_kind():
    assert kind_of("Any", NAMES) is None
    assert kind_of("str | Any", NAMES) is None


def test_only_texts_are_options():
    assert kind_of("Literal['a', 'b']", NAMES).options == ("a", "b")
    assert kind_of("Literal['a', 'b'] | None", NAMES).options == ("a", "b")
    assert kind_of("Literal[1, 'b']", NAMES).options == ()
    assert kind_of("Literal['a'] | pd.DataFrame", NAMES).options == ()


def test_numbers_and_functions_say_only_half_of_it():
    assert kind_of("float | None", NAMES).is_open
    assert kind_of("Literal['random'] | Callable[[], Any]", NAMES).is_open
    assert not kind_of("str | None", NAMES).is_open


def test_a_seed_may_be_large_and_no_other_number():
    assert all(SEED.fits(value) for value in (0, 10**30, np.int64(3), None, np.random.default_rng(1)))
    assert not any(SEED.fits(value) for value in (-1, True, "1", 1.5))
    assert [is_too_large(value) for value in (2**63, -(2**63) - 1, 2**63 - 1, True, 1e300)] == [True, True] + [
        False
    ] * 3
