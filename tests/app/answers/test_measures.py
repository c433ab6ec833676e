"""Measures by name, as the page asks for them."""

import pytest

import socluster as sc
from socluster.app.answers.measures import BY_ACTOR, COMPARED, USUAL, compared_measures, measures_of, plain_name
from socluster.core.errors import InputError
from socluster.measures.guide import GUIDE


def test_every_measure_is_public_and_stands_under_its_question():
    for name, question in COMPARED.items():
        assert name in GUIDE[question]
    assert all(callable(getattr(sc, name)) for name in BY_ACTOR)
    assert set(USUAL) <= set(COMPARED)


def test_a_name_that_is_none_is_told_with_the_nearest_that_is():
    with pytest.raises(InputError) as told:
        compared_measures(["densty", "os.system", 3])
    assert [each.value for each in told.value.problems] == ["densty", "os.system", 3]
    assert told.value.problems[0].nearest == "density"
    with pytest.raises(InputError):
        compared_measures([])
    for nothing in ([], None, 5, "density", {}):
        with pytest.raises(InputError) as caught:
            compared_measures(nothing)
        assert "rodikl" in str(caught.value.in_language("lt"))


@pytest.mark.parametrize("name", COMPARED)
def test_plain_names_are_in_both_languages(name):
    assert plain_name(name, "en") != plain_name(name, "lt")


def test_sectors_are_compared_only_where_everybody_has_one():
    with_sectors = {each["id"] for each in measures_of(sc.load_dataset("siauliai"))}
    without = {each["id"] for each in measures_of(sc.load_dataset("kite"))}
    assert with_sectors - without == {"cross_sector_share"}
