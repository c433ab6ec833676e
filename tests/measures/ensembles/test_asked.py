"""Rules that can be asked of a cluster's draws, the work that is done, and when it is worth compiling."""

from functools import partial

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.core.errors import UnknownTiesWarning
from socluster.measures.ensembles.asked import Asked
from socluster.measures.ensembles.rules import rule_of

MEASURES = {
    "density": sc.density,
    "wholeness": partial(sc.wholeness, variant="strong"),
    "index": partial(sc.ei_index, group="sector"),
    "in two": partial(sc.density, layer="two"),
}
RULES = {name: rule_of(measure) for name, measure in MEASURES.items()}


def town(*, directed=False, **tables):
    ties = pd.DataFrame({"source": list("ab"), "target": list("bc")})
    actors = pd.DataFrame({"actor": list("abc"), "sector": tables.pop("sector", ["x", "y", "y"])})
    return Cluster.from_tables(actors, ties, layers={"tie": {"directed": directed}}, **tables)


def test_rules_are_left_out_that_cannot_be_answered():
    def answered(cluster):
        return list(Asked(cluster, np.zeros(0, dtype=int), RULES).rules)

    assert answered(town()) == ["density", "wholeness", "index"]
    assert answered(town(directed=True)) == ["density", "index"]
    assert answered(town(sector=["x", None, "y"])) == ["density", "wholeness"]
    assert answered(town(unknown=pd.DataFrame({"source": ["a"], "target": ["c"]}))) == ["wholeness", "index"]


def test_values_are_put_job_by_job():
    found = np.full(1000, np.nan)

    def put(name, draws, values):
        assert name == "density"
        found[draws] = values

    there = np.arange(1000)[:, None] % 2 == 0
    asked = Asked(town(), np.array([0]), {"density": RULES["density"]})
    jobs = list(asked.jobs(there, put, compiled=False))
    assert len(jobs) == 2
    for job in jobs:
        job()
    np.testing.assert_allclose(found, np.where(there[:, 0], 2 / 3, 1 / 3))


def test_unknown_dyads_are_told_of():
    cluster = town(unknown=pd.DataFrame({"source": ["a"], "target": ["c"]}))
    with pytest.warns(UnknownTiesWarning):
        Asked(cluster, np.zeros(0, dtype=int), RULES).warn_of_unknown(cluster)
