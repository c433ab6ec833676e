"""Columns that are called after years."""

import pytest

import socluster as sc


def path_of(folder, text):
    path = folder / "ties.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("heads", ["2019,2020", "2019/20,2020/21"])
def test_what_they_mean_is_asked_and_the_ways_out_work(tmp_path, heads):
    path = path_of(tmp_path, f"source,target,{heads}\nA,B,1,2\nB,C,0.5,3\n")
    with pytest.raises(
        sc.InputError, match=r"write a row for each tie and year, with the year in a column wave"
    ) as told:
        sc.read(path)
    last = heads.partition(",")[2]
    assert f"read(..., weight='{last}')" in str(told.value)
    assert sc.read(path, weight=last).ties["weight"].tolist() == [2, 3]
    assert heads.partition(",")[0] in sc.read(path, weight=None).ties
    rows = path_of(tmp_path, "source,target,wave,weight\nA,B,2019,1\nA,B,2020,2\n")
    assert sc.read(rows).n_ties == 2


@pytest.mark.parametrize(
    "text",
    [
        "source,target,2019\nA,B,1\n",  # one year is an attribute
        "source,target,2019,2020\nA,B,yes,no\n",
        "source,target,weight,2019,2020\nA,B,1,2,3\n",
        "source,target,1,2\nA,B,1,2\n",
    ],
)
def test_other_columns_are_attributes(tmp_path, text):
    assert sc.read(path_of(tmp_path, text)).n_ties == 1
