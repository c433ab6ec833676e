"""Which of several names was probably meant."""

import pytest

from socluster.core.alike import nearest

PLACES = ["Kelmės rajono savivaldybė", "Šiaulių rajono savivaldybė", "Caritas", "Vilties žiedas"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("caritas", "Caritas"),
        ("Carito skyrius", "Caritas"),
        ("Viltis", "Vilties žiedas"),
        ("Kelmė", "Kelmės rajono savivaldybė"),
        ("Šiaulių rajono savivaldybe", "Šiaulių rajono savivaldybė"),
        ("Rajono skyrius", None),  # two have this word, which tells neither
        ("Policija", None),
        ("", None),
        (3, None),
    ],
)
def test_a_name_is_told_by_itself_or_by_a_word_that_no_other_has(typed, meant):
    assert nearest(typed, PLACES) == meant


def test_the_order_of_names_does_not_matter_and_one_that_is_alike_as_a_whole_comes_first():
    names = ["Food bank", "Foot clinic", "Bank of Kelmė"]
    assert {nearest("Food banks", order) for order in (names, names[::-1])} == {"Food bank"}
    assert nearest("Kelme office", names) == "Bank of Kelmė"
