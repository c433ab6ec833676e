"""Degrees of both modes stay."""

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.nulls.two_mode_degrees import _Traded


def test_degrees_of_both_modes_stay():
    siauliai = sc.load_dataset("siauliai")
    for seed in range(5):
        drawn = sc.nulls.TwoModeDegrees().draw(siauliai, rng=seed)
        for mode in ("actors", "groups"):
            assert sc.twomode_degree(drawn, mode=mode).equals(sc.twomode_degree(siauliai, mode=mode))
        assert drawn != siauliai


def test_chains_mix_and_one_trade_is_not_enough():
    held = sc.load_dataset("davis").affiliation_matrix().astype(bool).toarray()
    assert _Traded(held, None).mixing.is_mixed
    assert not _Traded(held, 0.1).mixing.is_mixed
    with pytest.raises(InputError, match="trades must be a number above 0"):
        sc.nulls.TwoModeDegrees(0)
