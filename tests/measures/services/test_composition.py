"""Ranges of a composition, against enumeration."""

import itertools
from math import comb, factorial

import numpy as np
import pytest

import socluster as sc


def test_the_round_table():
    found = sc.composition_ranges(total=34, categories=11, at_least=1)
    assert found.allocations == comb(33, 10) == 92_561_040
    assert found.mean == pytest.approx(3.090909, abs=5e-7)
    assert found.chances[1] == pytest.approx(10 / 33)
    assert found.median == 2
    assert found.quantile(0.95) == 8
    assert found.chances.sum() == pytest.approx(1)
    assert [found.chances[k] for k in (1, 5, 24)] == pytest.approx([comb(33 - k, 9) / comb(33, 10) for k in (1, 5, 24)])
    assert "92\u00a0561\u00a0040 compositions are possible" in found.sentences()[0]
    assert "Assumption: each of these compositions is equally likely." in found.sentences()


@pytest.mark.parametrize(
    ("total", "categories", "least"), [(6, 3, 1), (5, 2, 0), (7, 3, 2), (4, 4, 1), (3, 1, 1), (0, 2, 0)]
)
def test_by_enumeration(total, categories, least):
    rows = [
        row for row in itertools.product(range(total + 1), repeat=categories) if sum(row) == total and min(row) >= least
    ]
    found = sc.composition_ranges(total=total, categories=categories, at_least=least)
    assert found.allocations == len(rows)
    ways = [factorial(total) / np.prod([factorial(k) for k in row]) for row in rows]
    persons = sc.composition_ranges(total=total, categories=categories, at_least=least, prior="persons")
    for k in found.chances.index:
        assert found.chances[k] == pytest.approx(sum(row[0] == k for row in rows) / len(rows))
        assert persons.chances[k] == pytest.approx(
            sum(way for way, row in zip(ways, rows, strict=True) if row[0] == k) / sum(ways), abs=1e-12
        )


def test_another_assumption_is_named_and_differs():
    found = sc.composition_ranges(total=34, categories=11, prior="persons")
    assert "Assumption: each person is equally likely to be of any category." in found.sentences()
    assert found.high < sc.composition_ranges(total=34, categories=11).high
    assert (found.chances.index @ found.chances) == pytest.approx(34 / 11)
    assert found.sentences("lt")[1] != found.sentences()[1]


def test_many_persons():
    found = sc.composition_ranges(total=2000, categories=100, prior="persons")
    assert (found.chances.index @ found.chances) == pytest.approx(20)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"total": 5, "categories": 6}, "6 categories with at least 1 in each need 6 persons; there are 5"),
        ({"total": 5, "categories": 0}, "categories must be a whole number of at least 1"),
        ({"total": -5, "categories": 2}, "total must be a whole number"),
        ({"total": 50_000, "categories": 2}, "at most 5\u00a0000"),
    ],
)
def test_bad_input(options, said):
    with pytest.raises(sc.InputError, match=said):
        sc.composition_ranges(**options)
    with pytest.raises(sc.InputError, match="share must lie between 0 and 1"):
        sc.composition_ranges(total=3, categories=2).quantile(2)
