"""Terms of triangles: exact values of small networks, and what is refused."""

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.ergm.model import model_of
from socluster.inference.ergm.terms import triangles
from tests.inference.ergm.exact import agrees, of_family

VALUES = of_family(triangles.__all__)


@pytest.mark.parametrize(("graph", "name"), VALUES)
def test_values_are_exact(graph, name):
    assert agrees(graph, name)


def test_only_cycles_of_four_are_counted():
    with pytest.raises(InputError, match="cycles of three are triangles"):
        triangles.cycle(3)


def test_triangles_within_categories_are_of_undirected_networks():
    with pytest.raises(InputError, match="triangle is of undirected networks"):
        model_of(sc.load_dataset("knoke"), [triangles.triangle("sector")], layer="information")


def test_directed_triangles_are_triples_of_both_kinds():
    terms = [triangles.triangle(), triangles.ttriple(), triangles.ctriple()]
    both, transitive, cyclic = model_of(sc.load_dataset("knoke"), terms, layer="information").statistics()
    assert both == transitive + cyclic
