"""A fixed number of ties."""

from math import comb

import numpy as np

import socluster as sc
from socluster._kernels.sampling.cells import TieCells
from socluster.inference.nulls.fixed_ties import FixedNumber


def test_the_number_of_ties_stays_in_every_layer():
    knoke = sc.load_dataset("knoke")
    for seed in range(10):
        drawn = sc.nulls.FixedTies().draw(knoke, rng=seed)
        assert drawn.ties["layer"].value_counts().to_dict() == {"information": 49, "money": 22}


def test_few_networks_are_listed_and_many_are_not():
    sampler = FixedNumber(TieCells(5, directed=False), 3)
    assert len(sampler.everything(comb(10, 3))) == comb(10, 3)
    assert sampler.everything(comb(10, 3) - 1) is None
    assert len(sampler.one(np.random.default_rng(1))[0]) == 3
