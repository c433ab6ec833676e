"""Totals beside a matrix."""

import pytest

from socluster.core.errors import InputError


def test_of_a_matrix(read):
    text = ";A;B;Iš viso\nA;0;1;1\nB;2;0;2\nIš viso;2;1;3\n"
    for options in ({}, {"self_ties": "drop"}):
        with pytest.raises(InputError, match="looks like the total") as caught:
            read(text, **options)
        assert {(each.row, each.column) for each in caught.value.problems} == {(4, None), (None, "Iš viso")}
    assert len(read(";A;B\nA;0;1\nB;2;0\n").ties) == 2


def test_of_affiliations(read):
    with pytest.raises(InputError, match="column 'Total': looks like the total"):
        read(";Forum;Board;Total\nA;1;1;2\nB;0;1;1\n", two_mode=True)


def test_an_actor_of_that_name(read):
    assert "Total" in read(";A;B;Total\nA;0;1;0\nB;1;0;1\nTotal;0;1;0\n").labels


@pytest.mark.parametrize("row", ["Total,all,5", "Iš viso,,5", "Suma,visi,5", "all,TOTAL:,5"])
def test_below_a_list(read, row):
    text = "source,target,weight\na,b,2\nb,c,3\n"
    with pytest.raises(InputError, match="row 4"):
        read(text + row + "\n")
    with pytest.raises(InputError, match="row 3"):
        read("actor,group\na,b\nTotal,all\n")
    assert len(read(text + "Total,a,1\nTotal,b,1\n").ties) == 4
