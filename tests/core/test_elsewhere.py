"""What other libraries call otherwise leads to the right name."""

import copy
import pickle

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.elsewhere import INSTEAD
from socluster.core.errors import InputError, NoSuchNameError

PATH = sc.as_cluster(nx.path_graph(4))


@pytest.mark.parametrize("name", INSTEAD)
def test_a_name_of_another_library_leads_to_ours(name):
    assert not hasattr(PATH, name)
    with pytest.raises(NoSuchNameError) as caught:
        getattr(PATH, name)
    assert str(caught.value) == f"a cluster has no '{name}'; use {INSTEAD[name]}"
    assert caught.value.in_language("lt").args[0].endswith(INSTEAD[name])


@pytest.mark.parametrize(
    "code", sorted({each for each in INSTEAD.values() if "..." not in each and "path" not in each})
)
def test_what_is_named_instead_runs(code):
    names = {"socluster": sc, "cluster": PATH, "actor": 1}
    for part in code.split(", "):
        if "DataFrame" not in part:
            eval(part, names)


def test_measures_are_functions_and_misspellings_are_recognised():
    with pytest.raises(AttributeError, match=r"use socluster.betweenness\(cluster\)"):
        PATH.betweenness  # noqa: B018
    with pytest.raises(AttributeError, match="did you mean 'with_actor'"):
        PATH.with_actors  # noqa: B018
    with pytest.raises(AttributeError, match=r"a cluster has no 'qqqq'$"):
        PATH.qqqq  # noqa: B018


def test_neighbours_as_said():
    assert PATH.ego(1).without_actor(1).labels == (0, 2)


def test_who_is_there():
    assert 3 in PATH
    assert "3" in PATH
    assert 7 not in PATH
    assert [3] not in PATH
    assert None not in PATH


def test_neither_indexed_nor_gone_through():
    for wrong in (lambda: PATH[0], lambda: {actor for actor in PATH}):  # noqa: C416
        with pytest.raises(InputError, match=r"its actors are in \.labels"):
            wrong()
    for wrong in (len, list):
        with pytest.raises(InputError, match="ask for n_actors"):
            wrong(PATH)


def test_values_in_lists_and_tables_stay_one_value():
    assert np.array([PATH, None], dtype=object).shape == (2,)
    assert pd.Series([PATH, PATH], dtype=object).iloc[0] is PATH
    assert not pd.api.types.is_list_like(PATH)
    assert copy.copy(PATH) is PATH
    assert pickle.loads(pickle.dumps(PATH)) == PATH
