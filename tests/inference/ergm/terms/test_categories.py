"""Terms of categories: exact values of small networks, and what is refused."""

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.ergm.model import model_of
from socluster.inference.ergm.terms import categories
from tests.inference.ergm.exact import agrees, of_family

VALUES = of_family(categories.__all__)


@pytest.mark.parametrize(("graph", "name"), VALUES)
def test_values_are_exact(graph, name):
    assert agrees(graph, name)


def knoke(term):
    return model_of(sc.load_dataset("knoke"), [term], layer="information")


def test_names_are_those_of_statnet():
    assert knoke(categories.nodematch("sector")).names == ("nodematch.sector",)
    assert knoke(categories.nodefactor("sector")).names == ("nodefactor.sector.private", "nodefactor.sector.public")
    found = knoke(categories.nodemix("sector")).names
    assert found[:4] == (
        "mix.sector.civic.civic",
        "mix.sector.private.civic",
        "mix.sector.public.civic",
        "mix.sector.civic.private",
    )


def test_pairs_of_categories_are_left_out():
    base = [("civic", "civic"), ["public", "private"]]
    assert len(knoke(categories.nodemix("sector", base=base)).names) == 7
    with pytest.raises(InputError, match="did you mean 'civic'"):
        knoke(categories.nodemix("sector", base=[("civil", "civic")]))


def test_whoever_has_no_category_is_named_or_in_one_of_its_own():
    sector = sc.load_dataset("knoke").actors["sector"].astype(object)
    sector.iloc[[2, 5]] = None
    with pytest.raises(InputError, match="missing='own category'") as error:
        knoke(categories.nodematch(sector))
    assert [problem.row for problem in error.value.problems] == sector.index[[2, 5]].tolist()
    names = knoke(categories.nodefactor(sector, missing="own category")).names
    assert names[-1] == "nodefactor.sector.not stated"
    sector.iloc[0] = "not stated"
    with pytest.raises(InputError, match="of its own"):
        knoke(categories.nodefactor(sector, missing="own category"))


def test_one_category_tells_nothing():
    with pytest.raises(InputError, match="is the same for all"):
        knoke(categories.nodematch(sc.load_dataset("knoke").actors["sector"].astype(str) * 0))
