"""Degrees of both modes on average."""

import numpy as np

import socluster as sc
from socluster.inference.nulls.base import streams_of


def test_degrees_are_kept_on_average():
    davis = sc.load_dataset("davis")
    held = davis.affiliation_matrix().astype(bool).toarray()
    sampler = sc.nulls.TwoModeExpectedDegrees().sampler(held)
    drawn = np.array(sampler.draw(streams_of(1, 0, 1500)))
    np.testing.assert_allclose(drawn.sum(axis=2).mean(axis=0), held.sum(axis=1), atol=0.25)
    np.testing.assert_allclose(drawn.sum(axis=1).mean(axis=0), held.sum(axis=0), atol=0.25)
    assert drawn.sum(axis=2).std(axis=0).min() > 0.5
