import pytest

from socluster.core.errors import InputError
from socluster.development.incubation.checks import positive, share


@pytest.mark.parametrize("value", [-0.1, 1.1, float("nan"), True, "half", None, 10**400])
def test_a_share_is_a_number_from_0_to_1(value):
    with pytest.raises(InputError, match="argument 'formation': must be a number from 0 to 1"):
        share("formation", value)


def test_the_ends_are_shares():
    assert (share("repeat", 0), share("repeat", 1)) == (0.0, 1.0)


@pytest.mark.parametrize("value", [0, -1, float("nan"), float("inf"), "two"])
def test_a_time_is_above_0(value):
    with pytest.raises(InputError, match="must be a number above 0"):
        positive("period", value)


def test_only_a_half_life_may_be_endless():
    assert positive("half_life", float("inf"), may_be_endless=True) == float("inf")
