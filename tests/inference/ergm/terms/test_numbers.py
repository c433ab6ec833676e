"""Terms of numbers: exact values of small networks, and what is refused."""

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.ergm.model import model_of
from socluster.inference.ergm.terms import numbers
from tests.inference.ergm.exact import agrees, of_family

VALUES = of_family(numbers.__all__)


@pytest.mark.parametrize(("graph", "name"), VALUES)
def test_values_are_exact(graph, name):
    assert agrees(graph, name)


def florentine(term):
    return model_of(sc.load_dataset("florentine"), [term], layer="marriage")


def test_a_misspelt_column_is_told_with_the_nearest():
    with pytest.raises(InputError, match="did you mean 'wealth'"):
        florentine(numbers.nodecov("welth"))


def test_text_is_no_number():
    with pytest.raises(InputError, match="must hold numbers"):
        model_of(sc.load_dataset("knoke"), [numbers.nodecov("sector")], layer="information")


def test_whoever_has_no_number_is_named():
    wealth = sc.load_dataset("florentine").actors["wealth"]
    with pytest.raises(InputError) as error:
        florentine(numbers.nodecov(wealth.where(wealth > 10)))
    assert {problem.row for problem in error.value.problems} == set(wealth.index[wealth <= 10])


def test_a_constant_tells_nothing():
    with pytest.raises(InputError, match="is the same for all"):
        florentine(numbers.absdiff(sc.load_dataset("florentine").actors["wealth"] * 0))


@pytest.mark.parametrize("wrong", [0, -1, "two", float("nan")])
def test_powers_and_small_differences_are_above_zero(wrong):
    with pytest.raises(InputError):
        numbers.absdiff("wealth", pow=wrong)
    with pytest.raises(InputError):
        numbers.smalldiff("wealth", wrong)


def test_names_are_those_of_statnet():
    assert florentine(numbers.absdiff("wealth", pow=2)).names == ("absdiff2.wealth",)
    assert florentine(numbers.nodecov("wealth")).names == ("nodecov.wealth",)
