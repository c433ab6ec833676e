"""Terms of stars: exact values of small networks, and what is refused."""

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.ergm.model import model_of
from socluster.inference.ergm.terms import stars
from tests.inference.ergm.exact import agrees, of_family

VALUES = of_family(stars.__all__)


@pytest.mark.parametrize(("graph", "name"), VALUES)
def test_values_are_exact(graph, name):
    assert agrees(graph, name)


def test_a_star_has_ties():
    with pytest.raises(InputError, match="k must be a whole number from 1"):
        stars.kstar(0)


def test_a_star_of_one_is_an_end():
    found = model_of(sc.load_dataset("florentine"), [stars.kstar([1, 2]), stars.twopath()], layer="marriage")
    assert found.names == ("kstar1", "kstar2", "twopath")
    assert found.statistics()[0] == 40
    assert found.statistics()[1] == found.statistics()[2]
