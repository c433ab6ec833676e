"""Terms that count ties: exact values of small networks, and what is refused."""

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.ergm.model import model_of
from socluster.inference.ergm.terms import tie_counts
from tests.inference.ergm.exact import agrees, of_family

VALUES = of_family(tie_counts.__all__)


@pytest.mark.parametrize(("graph", "name"), VALUES)
def test_values_are_exact(graph, name):
    assert agrees(graph, name)


def test_names_are_those_of_statnet():
    found = model_of(
        sc.load_dataset("florentine"),
        [tie_counts.edges(), tie_counts.density(), tie_counts.meandeg()],
        layer="marriage",
    )
    assert found.names == ("edges", "density", "meandeg")
    assert found.statistics() == pytest.approx([20, 20 / 120, 2.5])


def test_the_mean_degree_is_of_one_mode():
    with pytest.raises(InputError, match="meandeg is of one mode"):
        model_of(sc.load_dataset("davis"), [tie_counts.meandeg()])
