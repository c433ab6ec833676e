"""Two functions are the same only if nothing on which their values depend differs."""

import cmath
import functools
import importlib
import math
import re
import subprocess
import sys
import threading

import igraph
import networkx as nx
import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.identity import CannotTellError, identity

FACTOR = 1


def uses_a_global(cluster):
    return FACTOR * cluster.n_actors


def uses_it_below(cluster):
    return uses_a_global(cluster)


def closing_over(k):
    return lambda cluster: k * cluster.n_actors


def with_default(k):
    def measure(cluster, by=k):
        return by

    return measure


def with_keyword_default(k):
    def measure(cluster, *, by=k):
        return by

    return measure


class Scaled:
    def __init__(self, k):
        self.k = k

    def __call__(self, cluster):
        return self.k * cluster.n_actors

    def method(self, cluster):
        return self.k

    @functools.cached_property
    def kept(self):
        return 3


class Kept(Scaled):
    pass


class OfClass:
    K = 1.0
    __call__ = staticmethod(lambda cluster: 0.0)


class Inherits(OfClass):
    K = 9.0


class Wrapper:
    def __init__(self, function, k):
        functools.update_wrapper(self, function)
        self.k = k

    def __call__(self, cluster):
        return self.k


class Weighted(float):
    def __new__(cls, value, unit):
        self = super().__new__(cls, value)
        self.unit = unit
        return self


def with_attribute(k):
    def measure(cluster):
        return measure.k

    measure.k = k
    return measure


def of_a_class_attribute(k):
    holder = type("Holder", (), {"K": k})
    return lambda cluster: holder.K


def of_a_class_method(k):
    holder = type("Holder", (), {"take": staticmethod(lambda: k)})
    return lambda cluster: holder.take()


def named_series(name):
    return pd.Series([1.0], index=pd.Index(["a"], name=name))


PAIRS = {
    "a class attribute": (of_a_class_attribute(1), of_a_class_attribute(100)),
    "a static method": (of_a_class_method(1), of_a_class_method(100)),
    "a class that inherits": (OfClass(), Inherits()),
    "the state of a wrapper": (Wrapper(sc.density, 1), Wrapper(sc.density, 100)),
    "an attribute of a function": (with_attribute(1), with_attribute(100)),
    "a number with more to it": (Weighted(1.0, "km"), Weighted(1.0, "m")),
    "functions in C of two modules": (math.sqrt, cmath.sqrt),
    "a matrix and an array": (np.array([[1.0]]), np.ma.masked_array([[1.0]], [[True]])),
    "the name of an index": (named_series("actor"), named_series("group")),
    "a text and a number in a column": (pd.Series([1, "a"]), pd.Series(["1", "a"])),
    "one argument and all of them": (lambda a: a, lambda *a: a),
    "the order of categories": (
        pd.Series(pd.Categorical(["a"], ["a", "b"], ordered=True)),
        pd.Series(pd.Categorical(["a"], ["a", "b"], ordered=False)),
    ),
    "a value closed over": (closing_over(1), closing_over(100)),
    "a default": (with_default(1), with_default(100)),
    "a keyword's default": (with_keyword_default(1), with_keyword_default(100)),
    "an argument of a partial": (functools.partial(Scaled, 1), functools.partial(Scaled, 100)),
    "an option of a partial": (functools.partial(sc.degree, direction="in"), functools.partial(sc.degree)),
    "the state of an object": (Scaled(1), Scaled(100)),
    "the object of a method": (Scaled(1).method, Scaled(100).method),
    "the object of a method in C": ("a".upper, "b".upper),
    "the class": (Scaled(1), Kept(1)),
    "the code": (lambda cluster: 1.0, lambda cluster: 2.0),
    "a name in the code": (lambda cluster: cluster.n_ties, lambda cluster: cluster.n_actors),
    "a function inside": (lambda c: [each + 1 for each in c], lambda c: [each + 2 for each in c]),
    "a function of a library": (nx.density, nx.transitivity),
    "a function of numpy": (np.sqrt, np.exp),
    "a measure of ours": (sc.density, sc.transitivity),
    "an array": (np.array([1.0, 2.0]), np.array([1.0, 3.0])),
    "an array's type": (np.array([1, 2]), np.array([1.0, 2.0])),
    "a column": (pd.Series([1, 2], name="a"), pd.Series([1, 2], name="b")),
    "a table": (pd.DataFrame({"a": [1, 2]}), pd.DataFrame({"a": [1, 3]})),
    "a mapping": ({"a": 1}, {"a": 2}),
    "a set": ({1, 2}, {1, 3}),
    "1 and true": (closing_over(1), closing_over(True)),
    "0 and minus 0": (closing_over(0.0), closing_over(-0.0)),
    "a graph of networkx": (nx.path_graph(3), nx.path_graph(4)),
    "a graph of igraph": (igraph.Graph.Ring(3), igraph.Graph.Ring(4)),
    "a model of ties": (sc.ties.Rates(by="sector"), sc.ties.Rates(by="kind")),
}


@pytest.mark.parametrize("differs", PAIRS)
def test_two_that_differ_are_told_apart(differs):
    one, other = PAIRS[differs]
    assert identity(one) != identity(other)


@pytest.mark.parametrize("made_of", [closing_over, with_default, with_keyword_default, Scaled])
def test_made_anew_it_is_the_same(made_of):
    assert identity(made_of(7)) == identity(made_of(7))
    assert identity(made_of(np.arange(3))) == identity(made_of(np.arange(3)))


def test_a_global_value_is_told_however_deep_it_is_used(monkeypatch):
    before = identity(uses_it_below)
    monkeypatch.setitem(globals(), "FACTOR", 100)
    assert identity(uses_it_below) != before


def test_what_an_object_keeps_of_its_own_answers_does_not_matter():
    scaled = Scaled(2)
    before = identity(scaled)
    assert scaled.kept == 3
    assert identity(scaled) == before


def test_a_function_that_calls_itself():
    def counted(n):
        return counted(n - 1) if n else 0

    assert identity(counted) == identity(counted)


def test_the_order_of_a_set_and_the_hash_of_texts_do_not_matter():
    code = (
        "import socluster.core.identity as i\n"
        "def f(c, names={'a', 'b', 'c', 'd'}):\n    return c in {'x', 'y', 'z'} and names\n"
        "print(i.identity(f))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        )
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout
    assert len(runs[0].stdout.strip()) == 32


@pytest.mark.parametrize("hidden", [threading.Lock(), iter([1]), (each for each in "ab")])
def test_what_does_not_show_its_state_is_not_told(hidden):
    with pytest.raises(CannotTellError):
        identity(closing_over(hidden))


MEASURE = {
    "a module beside": "import helper\ndef measure(c):\n    return helper.W * c.n_actors\n",
    "a module that it imports": "import between\ndef measure(c):\n    return between.helper.W\n",
    "an import in the body": "def measure(c):\n    from helper import W\n    return W\n",
}


@pytest.mark.parametrize("uses", MEASURE)
def test_a_module_of_the_users_is_told_by_what_it_holds(tmp_path, monkeypatch, uses):
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "between.py").write_text("import helper\n")
    (tmp_path / "told_by_its_content.py").write_text(MEASURE[uses])
    found = []
    for k in (1, 1, 100):
        (tmp_path / "helper.py").write_text(f"W = {k}  # {'x' * k}\n")
        for name in ("helper", "between", "told_by_its_content"):
            monkeypatch.delitem(sys.modules, name, raising=False)
        importlib.invalidate_caches()
        found.append(identity(importlib.import_module("told_by_its_content").measure))
    for name in ("helper", "between", "told_by_its_content"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    assert found[0] == found[1] != found[2]


def test_what_is_reached_by_a_text_is_not_told():
    with pytest.raises(CannotTellError, match="globals"):
        identity(lambda cluster: globals()["FACTOR"])


def test_a_pattern_is_told_by_its_text():
    assert identity(re.compile("a")) == identity(re.compile("a")) != identity(re.compile("b"))
