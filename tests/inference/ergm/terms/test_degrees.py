"""Terms of degrees: exact values of small networks, and what is refused."""

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.ergm.model import model_of
from socluster.inference.ergm.terms import degrees
from tests.inference.ergm.exact import agrees, of_family

VALUES = of_family(degrees.__all__)


@pytest.mark.parametrize(("graph", "name"), VALUES)
def test_values_are_exact(graph, name):
    assert agrees(graph, name)


@pytest.mark.parametrize("wrong", [-1, 1.5, "two", [], [1, 1], True])
def test_a_degree_is_a_whole_number(wrong):
    with pytest.raises(InputError):
        degrees.degree(wrong)


@pytest.mark.parametrize(("low", "high"), [(2, 2), (2, 1), (1, 2.5), (-1, 3)])
def test_a_range_has_a_number_in_it(low, high):
    with pytest.raises(InputError):
        degrees.degrange(low, high)


def test_names_are_those_of_statnet():
    terms = [degrees.degree([1, 2]), degrees.degrange(2, 4), degrees.degrange(3)]
    found = model_of(sc.load_dataset("florentine"), terms, layer="marriage")
    assert found.names == ("degree1", "degree2", "deg2to4", "deg3+")
    assert found.of_term.tolist() == [0, 0, 1, 2]


def test_directed_networks_have_two_degrees():
    with pytest.raises(InputError, match="idegree and odegree"):
        model_of(sc.load_dataset("knoke"), [degrees.degree(1)], layer="information")


def test_names_of_two_modes_are_short():
    found = model_of(sc.load_dataset("davis"), [degrees.b1degree([2, 3]), degrees.b2degree(4), degrees.b1concurrent()])
    assert found.names == ("b1deg2", "b1deg3", "b2deg4", "b1concurrent")
