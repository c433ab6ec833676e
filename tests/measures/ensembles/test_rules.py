"""Which measures have a rule, with which options; that rules are right is audited in test_asked.py."""

from functools import partial

import numpy as np
import pytest

import socluster as sc
from socluster.measures.ensembles.rules import rule_of


@pytest.mark.parametrize(
    "measure",
    [
        sc.density,
        sc.betweenness,
        partial(sc.degree, direction="in", normalized=False),
        partial(sc.closeness, variant="freeman"),
        partial(sc.ei_index, group="sector"),
        partial(sc.constraint, weighted=False),
    ],
)
def test_measures_with_options_that_are_known_have_a_rule(measure):
    assert rule_of(measure) is not None


@pytest.mark.parametrize(
    "measure",
    [
        sc.katz,
        lambda cluster: 1.0,
        partial(sc.betweenness, cost="inverse"),
        partial(sc.ei_index, group=np.array(["a", "b"])),
        partial(sc.degree, normalized=1),  # neither True nor False: the measure itself says what is wrong
        partial(sc.density, None),
        partial(sc.transitivity, variant="rank"),
        partial(sc.betweenness, steps=2),
        partial(sc.closeness, variant="freeman", missing="n"),
        partial(sc.closeness, variant="valente-foreman"),
        partial(sc.constraint, variant="ego"),
        partial(sc.density, layer=[]),
    ],
)
def test_what_no_rule_knows_is_computed_anew(measure):
    assert rule_of(measure) is None


def test_a_callable_without_a_hash_has_no_rule():
    class Measure:
        __hash__ = None

        def __call__(self, cluster):
            return 1.0

    assert rule_of(Measure()) is None


def test_a_rule_says_which_layer_is_measured():
    assert rule_of(partial(sc.density, layer="referral")).layer == "referral"
    assert rule_of(sc.density).layer is None
    assert rule_of(partial(sc.density, layer=["a", "b"])).layer == ("a", "b")
