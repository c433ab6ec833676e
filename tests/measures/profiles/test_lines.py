"""Every line of the profile is what its call gives, on every kind of cluster."""

import warnings
from functools import partial

import numpy as np
import pytest

import socluster as sc
from socluster.core.errors import SoclusterWarning
from socluster.measures.profiles.lines import LINES
from tests.conventions.kinds import KINDS, kind_of_cluster

LINES_OF_UCINET = 33


def asked(call, cluster):
    return eval(call, {"sc": sc, "np": np, "partial": partial, "cluster": cluster})


def test_there_are_as_many_lines_as_ucinet_prints():
    assert len(LINES) == LINES_OF_UCINET


@pytest.mark.parametrize("kind", KINDS)
def test_the_call_of_a_line_gives_its_value(kind):
    cluster = kind_of_cluster(kind)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        warnings.simplefilter("ignore", RuntimeWarning)  # numpy's own, where the spread of nothing is asked for
        found = sc.profile(cluster)
        for key, row in found.to_frame().iterrows():
            try:
                alone = asked(row["call"], cluster)
            except ZeroDivisionError:  # (x - 1) / (1 - 1): all are tied to all
                alone = np.nan
            assert float(alone) == pytest.approx(row["value"], nan_ok=True), (kind, key)


@pytest.mark.parametrize("layer", ["information", "money"])
def test_the_call_of_a_line_names_the_layer(layer):
    knoke = sc.load_dataset("knoke")
    found = sc.profile(knoke, layer=layer)
    for key, row in found.to_frame().iterrows():
        assert asked(row["call"], knoke) == pytest.approx(row["value"], nan_ok=True), key


def test_every_line_says_what_it_is():
    for line in LINES.values():
        assert line.name
        assert line.definition.endswith(".")
        assert "cluster" in line.call
