"""Rates and servers."""

import pytest

from socluster.core.errors import InputError
from socluster.development.chains.queues.checks import rate, whole_servers


def test_what_is_one():
    assert rate("x", 2) == 2.0
    assert rate("x", 0, may_be_zero=True) == 0.0
    assert whole_servers("x", 3.0) == 3


@pytest.mark.parametrize("wrong", [0, -1, True, None, "2", float("nan"), float("inf")])
def test_what_is_none(wrong):
    with pytest.raises(InputError, match="must be a rate"):
        rate("x", wrong)
    with pytest.raises(InputError, match="whole number"):
        whole_servers("x", wrong)
