"""The right answer of an exercise, or how to compute it."""

from socluster.learn import check
from socluster.learn.exercise import value_of
from tests.learn.toys import share


def test_the_right_answer_is_computed_once():
    check("98.1", 1)
    before = share.calls
    check("98.1", 2)
    assert share.calls == before


def test_a_value_is_itself_and_a_function_what_it_returns():
    assert value_of(0.25) == 0.25
    assert value_of(lambda: {"a"}) == {"a"}
    assert value_of(None) is None
