"""Rates and servers."""

import pytest

from socluster.core.errors import InputError
from socluster.development.chains.queues.checks import rate, two_ends, whole_servers


def test_what_is_one():
    assert rate("x", 2) == 2.0
    assert rate("x", 0, may_be_zero=True) == 0.0
    assert whole_servers("x", 3.0) == 3
    assert two_ends("x", [1, 2]) == (1, 2)


@pytest.mark.parametrize("wrong", [0, -1, True, None, "2", float("nan"), float("inf")])
def test_what_is_none(wrong):
    with pytest.raises(InputError, match="must be a rate"):
        rate("x", wrong)
    with pytest.raises(InputError, match="whole number"):
        whole_servers("x", wrong)


@pytest.mark.parametrize("wrong", [1, (1,), "12", None, (1, 2, 3)])
def test_what_is_no_range(wrong):
    with pytest.raises(InputError, match="a range is a pair"):
        two_ends("servers", wrong)
