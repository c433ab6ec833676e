"""What terms share: how they are written, compared, and given numbers."""

import pickle

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.ergm.term import decay_of, from_zero, one_or_more, short, weights


def test_a_term_reads_as_it_is_written():
    assert repr(sc.terms.edges()) == "edges()"
    assert repr(sc.terms.nodematch("sector")) == "nodematch('sector')"
    assert repr(sc.terms.nodematch("sector", diff=True)) == "nodematch('sector', diff=True)"
    assert repr(sc.terms.gwesp(0.5, kind="RTP")) == "gwesp(0.5, kind='RTP')"
    assert repr(sc.terms.mutual(same="sector")) == "mutual(same='sector')"
    assert repr(sc.terms.esp([0, 1])) == "esp([0, 1])"
    assert repr(sc.terms.degree(0)) == "degree(0)"
    assert repr(sc.terms.gwesp(0)) == "gwesp(0.0)"
    base = sc.terms.nodemix("sector", base=[("a", "a")])
    assert repr(pickle.loads(pickle.dumps(base))) == repr(base) == "nodemix('sector', base=[('a', 'a')])"
    assert repr(sc.terms.edgecov(np.zeros((2, 2)))) == "edgecov(<ndarray>, name='w')"


def test_terms_are_equal_if_their_options_are():
    assert sc.terms.gwesp(0.5) == sc.terms.gwesp(0.5, kind="OTP")
    assert sc.terms.gwesp(0.5) != sc.terms.gwesp(0.6)
    assert sc.terms.gwesp(0.5) != sc.terms.gwdsp(0.5)
    assert sc.terms.edges() != "edges"
    series = pd.Series([1.0, np.nan], index=["a", "b"])
    assert sc.terms.nodecov(series) == sc.terms.nodecov(series.copy())
    assert sc.terms.nodecov(series) != sc.terms.nodecov(series + 1)
    assert len({sc.terms.edges(), sc.terms.edges(), sc.terms.mutual()}) == 2


def test_a_term_says_what_it_counts_in_both_languages():
    assert sc.terms.esp(2).describe() == "ties with exactly 2 shared partners"
    assert "2" in sc.terms.esp(2).describe("lt")
    with pytest.raises(InputError):
        sc.terms.esp(2).describe("ru")


def test_weights_fall_geometrically():
    assert weights(0.0, 3).tolist() == [0, 1, 1, 1]
    steps = np.diff(weights(0.5, 6))
    assert steps[0] == pytest.approx(1)
    assert steps[1:] / steps[:-1] == pytest.approx(np.full(5, 1 - np.exp(-0.5)))
    assert weights(100.0, 5) == pytest.approx(np.arange(6.0))
    for decay in (-1, 101, 1e300, "0.5"):
        with pytest.raises(InputError, match="decay must be a number from 0 to 100"):
            decay_of(decay)


def test_numbers_are_read_as_they_should_be():
    assert from_zero("k", [0, 3]) == (0, 3)
    assert one_or_more("k", np.int64(2)) == (2,)
    assert decay_of(np.float32(0.5)) == 0.5
    assert short(0.50) == "0.5"
    assert short(2) == "2"
    for wrong in (-1, True, "1", [1, 1], []):
        with pytest.raises(InputError, match="k must be"):
            from_zero("k", wrong)
