"""How much memory one answer may take."""

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.core.options import Options, free_memory


def test_half_of_what_is_free_unless_said_otherwise():
    own = Options()
    assert own.memory is None
    assert 0 < own.allowed_memory <= free_memory()
    own.memory = 2e9
    assert (own.memory, own.allowed_memory, repr(own)) == (2e9, 2e9, "Options(memory=2000000000.0)")
    own.memory = None
    assert own.memory is None


@pytest.mark.parametrize("wrong", [0, -1, True, "2 GB", float("nan"), [1], 10**400])
def test_nonsense_is_refused(wrong):
    own = Options()
    with pytest.raises(InputError, match="memory must be a number of bytes above 0, or None"):
        own.memory = wrong
    assert own.memory is None


def test_a_misspelt_option_is_none():
    with pytest.raises(InputError, match="did you mean 'memory'"):
        sc.options.memmory = 5
    with pytest.raises(InputError, match="is no option"):
        del sc.options.memory
