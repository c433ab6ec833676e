"""Names that a program has rewritten, or that look the same."""

import pytest

import socluster as sc
from socluster.core.errors import InputError


def test_zeros_in_front(read):
    with pytest.raises(InputError, match=r"row 3.* is the same number as '001', which stands in row 2"):
        read("from,to\n001,010\n1,010\n")


def test_numbers_shortened(read):
    with pytest.raises(InputError, match=r"row 3.*is a long number as spreadsheets and R shorten it"):
        read("from,to\n100000,200001\n1e+05,300000\n")
    with pytest.raises(InputError, match="may look the same"):
        read("from;to\n3,02457E+11;A\n")


def test_the_way_out(tmp_path):
    (tmp_path / "actors.csv").write_text("actor\n001\n1\n1e+05\n")
    (tmp_path / "ties.csv").write_text("source,target\n001,1\n1,1e+05\n")
    assert sc.read(tmp_path).labels == ("001", "1", "1e+05")


def test_actors_and_groups_are_named_apart(read):
    assert len(read("actor,group\n1,001\n2,001\n").affiliations) == 2


@pytest.mark.parametrize("name", ["1E2", "2e10", "007", "10"])
def test_names_that_stay(read, name):
    assert name in read(f"from,to\n{name},A\n").labels


@pytest.mark.parametrize("other", ["Day\u00a0centre", "Day  centre", "Day\u200b centre", "Day cen\u00adtre"])
def test_names_that_look_the_same(tmp_path, other):
    (tmp_path / "x.csv").write_text(f"from,to\n{other},A\nDay centre,B\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"row 2.*looks the same as 'Day centre' in row 3"):
        sc.read(tmp_path / "x.csv")


def test_dates(read):
    for date in ("2026-02-01", "01-Feb"):
        with pytest.raises(InputError, match="is a date, which spreadsheets make of a name such as 1-2"):
            read(f"from,to\nSchool,{date}\n")
        assert len(read(f"actor,event\nSchool,{date}\n").affiliations) == 1


def test_the_first_row_is_named_where_a_name_stands_in_several(read):
    with pytest.raises(InputError, match=r"row 5.* is the same number as '001', which stands in row 2"):
        read("from,to\n001,010\n001,011\n002,001\n1,010\n")
