"""Arguments that recur."""

import numpy as np
import pytest

from socluster.core.arguments import check_language, choice, fraction, generator, positive_integer, seed_of
from socluster.core.errors import InputError


def test_arguments():
    assert generator(3).integers(9) == np.random.default_rng(3).integers(9)
    for wrong in (None, -1, True, "x", 1.5):
        with pytest.raises(InputError, match="seed"):
            generator(wrong)
    with pytest.raises(InputError, match="did you mean 'any'"):
        choice("rule", "anyy", ["any", "all"])
    for wrong in (0, True, 1.5, "3"):
        with pytest.raises(InputError, match="whole number"):
            positive_integer("draws", wrong)


def test_a_fraction_lies_between_0_and_1_and_is_neither():
    assert fraction("interval", 0.9) == 0.9
    assert fraction("interval", np.float64(0.5)) == 0.5
    for wrong in (0, 1, 0.0, 1.0, -0.1, 90, True, "0.9", None, float("nan")):
        with pytest.raises(InputError, match="interval must lie between 0 and 1"):
            fraction("interval", wrong)


def test_a_seed_is_on_record_and_a_generator_has_none():
    assert seed_of(7) == 7
    assert seed_of(np.int64(7)) == 7
    for without in (None, True, np.random.default_rng(7)):
        assert seed_of(without) is None


def test_a_language_is_one_of_ours():
    assert [check_language(each) for each in ("en", "lt")] == ["en", "lt"]
    for wrong in ("de", "LT", None):
        with pytest.raises(InputError, match="language must be one of 'en', 'lt'"):
            check_language(wrong)


def test_without_a_seed_one_is_told_how_to_give_one():
    with pytest.raises(InputError, match=r"rng must be a seed .* could not be repeated; add rng=7"):
        generator(None)
    with pytest.raises(InputError, match=r"numpy Generator \(here: 'seven'\)"):
        generator("seven")
