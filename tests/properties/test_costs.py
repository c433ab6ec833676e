"""Where every tie is as long as a step, lengths change no measure, whatever its other options."""

import inspect
import itertools
import sys
import typing
import warnings

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError, SoclusterWarning
from socluster.measures.guide import GUIDE
from tests.properties.test_every_measure import random_cluster

MEASURES = sorted({name for names in GUIDE.values() for name in names})
WITH_COST = [name for name in MEASURES if "cost" in inspect.signature(getattr(sc, name)).parameters]

IN_STEPS = {"valente-foreman"}  # defined for numbers of steps only


def one_step(strength):
    return np.ones_like(strength)


def variants(name):
    """Every combination of the options that have a choice of words or are true or false."""
    function = getattr(sc, name)
    names = vars(sys.modules[function.__module__])
    written = {each.name: each.annotation for each in inspect.signature(function).parameters.values()}
    types = {
        option: eval(text, names)
        for option, text in written.items()
        if text in ("bool", "Direction") or text.endswith("Variant") or text.startswith("Literal[")
    }
    choices = {
        option: (True, False) if kind is bool else typing.get_args(kind)
        for option, kind in types.items()
        if kind is bool or typing.get_origin(kind) is typing.Literal
    }
    return [dict(zip(choices, each, strict=True)) for each in itertools.product(*choices.values())]


CASES = [pytest.param(name, each, id=f"{name} {each}") for name in WITH_COST for each in variants(name)]


def clusters(directed):
    """One in one piece, one in several, with actors who are tied to nobody."""
    whole = random_cluster(1, directed=directed)
    yield whole
    tables = whole.to_tables()
    some = tables.ties[tables.ties["source"].isin(["a1", "a2", "a5"])]
    assert len(some) > 3
    yield sc.Cluster.from_tables(tables.actors, some, layers=tables.layers)


@pytest.mark.parametrize("directed", [False, True], ids=["undirected", "directed"])
@pytest.mark.parametrize(("name", "options"), CASES)
def test_a_cost_of_one_is_a_step(name, options, directed):
    measure = getattr(sc, name)
    for cluster in clusters(directed):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SoclusterWarning)
            try:
                steps = measure(cluster, **options)
            except InputError:  # a variant that asks for one piece, say, asks so with lengths, too
                with pytest.raises(InputError):
                    measure(cluster, cost=one_step, **options)
                continue
            if options.get("variant") in IN_STEPS:
                with pytest.raises(InputError, match="counts steps"):
                    measure(cluster, cost=one_step, **options)
                continue
            lengths = measure(cluster, cost=one_step, **options)
        if isinstance(steps, pd.DataFrame):
            pd.testing.assert_frame_equal(lengths, steps, check_dtype=False)
        elif isinstance(steps, pd.Series):
            pd.testing.assert_series_equal(lengths, steps, check_dtype=False)
        else:
            assert lengths == pytest.approx(steps, nan_ok=True)


def test_there_are_such_measures():
    assert {"closeness", "betweenness", "eccentricity", "removal"} <= set(WITH_COST)
    assert len(CASES) > 40
