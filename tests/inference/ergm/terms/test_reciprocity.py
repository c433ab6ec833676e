"""Terms of reciprocity: exact values of small networks, and what is refused."""

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.ergm.model import model_of
from socluster.inference.ergm.terms import reciprocity
from tests.inference.ergm.exact import agrees, of_family

VALUES = of_family(reciprocity.__all__)


@pytest.mark.parametrize(("graph", "name"), VALUES)
def test_values_are_exact(graph, name):
    assert agrees(graph, name)


def test_mutual_is_of_directed_networks():
    with pytest.raises(InputError, match="mutual is about directions"):
        model_of(sc.load_dataset("florentine"), [reciprocity.mutual()], layer="marriage")


def test_names_are_those_of_statnet():
    terms = [reciprocity.mutual(), reciprocity.mutual(same="sector"), reciprocity.asymmetric()]
    found = model_of(sc.load_dataset("knoke"), terms, layer="information")
    assert found.names == ("mutual", "mutual.same.sector", "asymmetric")
    pairs = found.statistics()
    assert (
        2 * pairs[0] + pairs[2]
        == model_of(sc.load_dataset("knoke"), [sc.terms.edges()], layer="information").statistics()
    )
