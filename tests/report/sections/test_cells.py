"""Cells of the tables of a report."""

import math

import numpy as np

from socluster.report.sections.cells import amount, decimals, heads, not_shown, share, text


def test_numbers_are_written_in_the_language_and_undefined_ones_are_dashes():
    assert amount(1234.5, "lt", 1).text == "1\u00a0234,5"
    assert share(0.125, "en", 1).text == "12.5%"
    assert amount(math.nan, "en").text == share(math.nan, "lt").text == "–"
    assert amount(1, "en").is_number
    assert not text(1).is_number


def test_the_last_heads_are_of_numbers():
    assert [head.is_number for head in heads("name", "a", "b", numbers=2)] == [False, True, True]


def test_rows_that_are_left_out_are_counted():
    assert not_shown(0, "en") == ""
    assert not_shown(1, "en") == "1 other is not in the table."
    assert not_shown(12, "lt") == "Lentelėje nėra dar 12."


def test_decimals():
    assert decimals(np.array([0.031, np.nan, 0.0])) == 3
    assert decimals(np.array([])) == 2
