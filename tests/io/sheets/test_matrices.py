"""A matrix with names above and beside it."""

import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.core.tables import Origin
from socluster.io.options import ReadingOptions
from socluster.io.sheets.matrices import is_nameless, looks_like_matrix, tables_of_matrix


def cells(*rows):
    return pd.DataFrame([list(row) for row in rows], dtype="str")


def read(names, *rows, **options):
    numbers = list(range(2, len(rows) + 2))
    return tables_of_matrix(names, cells(*rows), numbers, Origin("it.csv"), ReadingOptions(**options))


def ties(tables):
    return sorted(zip(tables.ties["source"], tables.ties["target"], tables.ties["weight"], strict=True))


@pytest.mark.parametrize(
    ("names", "rows", "is_one"),
    [
        (["", "a", "b"], [["a", "0", "1"], ["b", "1,5", None]], True),
        (["", "a", "b"], [["a", "0", "NA"], ["b", ".", "?"]], True),
        (["", "a", "b"], [["a", "0", "x"], ["b", "1", "0"]], False),
        (["", "a", "a"], [["a", "0", "1"], ["b", "1", "0"]], False),
        (["", "a", ""], [["a", "0", "1"], ["b", "1", "0"]], False),
        (["", "a"], [[None, "0"]], False),
        (["a"], [["b"]], False),
    ],
)
def test_it_is_known_by_names_and_numbers(names, rows, is_one):
    assert looks_like_matrix(names, cells(*rows)) is is_one


@pytest.mark.parametrize(
    ("names", "rows", "is_one"),
    [
        (["0", "1"], [["1", "0"]], True),
        (["0", "1"], [["1", None]], True),
        (["a", "1"], [["1", "0"]], False),
        (["0", "1"], [["a", "0"]], False),
        (["0"], [["1"]], False),
    ],
)
def test_bare_numbers_are_told_from_a_matrix_with_names(names, rows, is_one):
    assert is_nameless(names, cells(*rows)) is is_one


def test_the_same_names_on_both_sides_make_ties_whatever_their_order():
    found = read(["", "b", "a"], ["a", "2", "0"], ["b", "0", "2"])
    assert ties(found) == [("a", "b", 2.0)]  # a symmetric one is undirected
    assert ties(read(["", "a", "b"], ["a", "0", "1"], ["b", "3", "0"])) == [("a", "b", 1.0), ("b", "a", 3.0)]


def test_different_names_with_yes_and_no_are_affiliations():
    found = read(["", "x", "y"], ["a", "1", "0"], ["b", "1", "1"])
    assert len(found.affiliations) == 3
    assert found.groups["group"].tolist() == ["x", "y"]


def test_different_names_with_other_numbers_are_asked_about():
    rows = ["", "x", "y"], ["a", "5", "0"], ["b", "1", "1"]
    with pytest.raises(InputError, match=r"different names \(a, b, x and y\); .*two_mode=True"):
        read(*rows)
    assert len(read(*rows, two_mode=True).affiliations) == 3


def test_an_empty_cell_is_no_tie_where_no_cell_holds_a_zero():
    assert ties(read(["", "a", "b"], ["a", None, "1"], ["b", "1", None])) == [("a", "b", 1.0)]
    rows = ["", "a", "b", "c"], ["a", None, "1", "0"], ["b", "1", None, None], ["c", "0", None, None]
    with pytest.raises(InputError) as caught:
        read(*rows)
    assert [(problem.row, problem.column) for problem in caught.value.problems] == [(4, "b"), (3, "c")]
    assert len(read(*rows, missing=[""]).unknown) == 1


@pytest.mark.parametrize("sign", ["NA", ".", "?", "n/k"])
def test_a_sign_for_not_known_is_an_unknown_dyad(sign):
    found = read(["", "a", "b"], ["a", "0", sign], ["b", sign, "0"], missing=["n/k"])
    assert len(found.unknown) == 1


def test_a_name_that_stands_beside_two_rows_is_refused():
    with pytest.raises(InputError, match="is already in row 2") as caught:
        read(["", "a", "b"], ["a", "0", "1"], ["a", "1", "0"])
    assert (caught.value.problems[0].row, caught.value.problems[0].file) == (3, "it.csv")
