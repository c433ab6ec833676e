"""Terms of degrees with falling weight: exact values of small networks, and what is refused."""

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.ergm.model import model_of
from socluster.inference.ergm.terms import weighted_degrees
from tests.inference.ergm.exact import agrees, of_family

VALUES = of_family(weighted_degrees.__all__)


@pytest.mark.parametrize(("graph", "name"), VALUES)
def test_values_are_exact(graph, name):
    assert agrees(graph, name)


@pytest.mark.parametrize("wrong", [-0.1, "half", float("inf"), float("nan"), None])
def test_a_decay_is_a_number_from_zero(wrong):
    with pytest.raises(InputError, match="decay"):
        weighted_degrees.gwdegree(wrong)


def test_names_are_those_of_statnet():
    florentine = sc.load_dataset("florentine")
    found = model_of(florentine, [weighted_degrees.gwdegree(0.25)], layer="marriage")
    assert found.names == ("gwdeg.fixed.0.25",)
    both = [weighted_degrees.gwidegree(1), weighted_degrees.gwodegree(1)]
    assert model_of(sc.load_dataset("knoke"), both, layer="money").names == ("gwideg.fixed.1", "gwodeg.fixed.1")
