"""Strengths in another unit, a power of two larger or smaller: every measure stays, or grows by a power of it."""

import dataclasses
import inspect
import warnings

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.core.errors import SoclusterError, SoclusterWarning
from socluster.core.kinds import kind_of
from tests.conventions.test_measures import MEASURES, OF_NOTHING, asked, needed
from tests.properties.test_every_measure import random_cluster

GROWS = (0, 1, -1, 2, 0.5)  # in the unit of strengths, of lengths, of squares, of roots
# Ratings have a lowest and a highest value, and decay takes a length as a number of steps: a unit would mean something.
IN_STEPS = {("rating_scores", "scale"), ("decay", "cost")}
POWERS = [-601, 600]


def options_of(name):
    """By default, in every variant, and with costs where there are some."""
    function = getattr(sc, name)
    parameters = inspect.signature(function).parameters
    kind = kind_of(parameters["variant"].annotation, function.__globals__) if "variant" in parameters else None
    variants = [{"variant": each} for each in kind.options] if kind is not None else []
    with_cost = [{"cost": "inverse"}] if "cost" in parameters and (name, "cost") not in IN_STEPS else []
    return [{}, *variants, *with_cost] if (name, "scale") not in IN_STEPS else []


def in_other_unit(cluster, power):
    tables = cluster.to_tables()
    ties = tables.ties.assign(weight=np.ldexp(tables.ties["weight"].to_numpy(dtype=float), power))
    return Cluster.from_tables(
        tables.actors, ties, groups=tables.groups, affiliations=tables.affiliations, layers=tables.layers
    )


def answer(name, cluster, options):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        warnings.simplefilter("ignore", RuntimeWarning)  # what is too large for a number is infinite
        try:
            return getattr(sc, name)(cluster, *asked(name), **{**needed(name), **options})
        except SoclusterError as error:
            return type(error).__name__


def columns(found):
    """All numbers and names of an answer, column by column."""
    if isinstance(found, pd.DataFrame):
        return [found[each] for each in found]
    if isinstance(found, pd.Series):
        return [found]
    if dataclasses.is_dataclass(found):
        return columns(found.to_frame()) if hasattr(found, "to_frame") else []
    return [pd.Series([found])]


def grows_by(one, two, power):
    """Which of the powers leads from one column of numbers to the other."""
    one, two = (each.to_numpy(dtype=float, na_value=np.nan) for each in (one, two))
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        return [each for each in GROWS if _alike(one * np.exp2(float(power * each)), two)]


def _alike(one, two):
    largest = np.abs(one[np.isfinite(one)]).max(initial=1e-300)
    return np.allclose(one, two, rtol=1e-8, atol=1e-12 * largest, equal_nan=True)


@pytest.mark.one_of(3)
@pytest.mark.parametrize("directed", [False, True], ids=["undirected", "directed"])
@pytest.mark.parametrize("name", sorted({*MEASURES} - OF_NOTHING))
def test_the_unit_of_strengths(name, directed):
    cluster = random_cluster(3, directed=directed)
    for options in options_of(name):
        before = answer(name, cluster, options)
        for power in POWERS:
            after = answer(name, in_other_unit(cluster, power), options)
            for one, two in zip(columns(before), columns(after), strict=True):
                if pd.api.types.is_numeric_dtype(one.dtype) and not pd.api.types.is_bool_dtype(one.dtype):
                    assert grows_by(one, two, power), (power, options, one.tolist(), two.tolist())
                else:
                    assert one.astype(str).tolist() == two.astype(str).tolist(), (power, options)
