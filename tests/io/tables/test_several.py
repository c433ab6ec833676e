"""Several partners in one cell are asked about, and read once a way out is followed."""

from __future__ import annotations

import warnings

import pytest

import socluster as sc
from socluster.core.errors import InputError, NearNameWarning


def _told(path):
    """What is warned of while the file is read."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", NearNameWarning)
        sc.read(path)
    return [str(each.message) for each in told]


@pytest.mark.parametrize(
    "rows",
    ['A,"B; C"\n', 'A,"B|C"\nB,D\n', 'A,"B, C"\nB,C\n', "A;B,C\n", 'actor;group\nA,"G; H"\n'],
)
def test_they_are_refused_with_the_names(tmp_path, rows):
    header = "" if rows.startswith("actor") else "source,target\n"
    (tmp_path / "x.csv").write_text((header + rows).replace("actor;group", "actor,group"))
    with pytest.raises(InputError, match=r"row 2, .*looks like several names in one cell \([A-H] and [A-H]\)"):
        sc.read(tmp_path / "x.csv")


@pytest.mark.parametrize("name", ["Fire, rescue and police", "A|B"])
def test_one_name_may_hold_such_a_sign(tmp_path, name):
    (tmp_path / "x.csv").write_text(f'source,target\nSchool,"{name}"\n')
    assert sc.read(tmp_path / "x.csv").labels == ("School", name)


@pytest.mark.parametrize("word", ["and", "ir", "&", "AND"])
def test_two_known_names_with_an_and_between_are_refused_and_one_is_told(tmp_path, word):
    (tmp_path / "x.csv").write_text(f"source,target\na,b {word} c\nb,c\n")
    with pytest.raises(InputError, match=r"row 2, .*several names in one cell"):
        sc.read(tmp_path / "x.csv")
    (tmp_path / "x.csv").write_text(f"source,target\na,b {word} c\nb,a\n")
    with pytest.warns(NearNameWarning, match=f"'b {word} c' is read as one name, though 'b' stands alone"):
        assert sc.read(tmp_path / "x.csv").n_actors == 3
    (tmp_path / "x.csv").write_text(f"source,target\na,Fire {word} Rescue\nb,a\n")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert sc.read(tmp_path / "x.csv").n_actors == 3


def test_both_ways_out(tmp_path):
    (tmp_path / "actors.csv").write_text("actor\nA\nB; C\n")
    (tmp_path / "ties.csv").write_text("source,target\nA,B; C\n")
    assert sc.read(tmp_path).labels == ("A", "B; C")
    (tmp_path / "x.csv").write_text("source,target\nA,B\nA,C\n")
    assert sc.read(tmp_path / "x.csv").n_ties == 2


def test_beside_a_table_of_actors_the_parts_are_named(tmp_path):
    (tmp_path / "actors.csv").write_text("actor\nA\nB\nC\n")
    (tmp_path / "ties.csv").write_text("source,target\nA,B; C\nA,D\n")
    with pytest.raises(InputError) as caught:
        sc.read(tmp_path)
    first, second = (problem.message for problem in caught.value.problems)
    assert first == "is not in the table of actors; if these are several names (B and C), write a row for each of them"
    assert second == "is not in the table of actors"


def test_attendees_between_commas_are_several_where_two_stand_together_again(tmp_path):
    path = tmp_path / "attendance.csv"
    path.write_text('group,actor\nfair,"School, Clinic, Court"\nday,"School, Court"\n', encoding="utf-8")
    with pytest.raises(
        sc.InputError, match=r"looks like several names in one cell \(School, Clinic and Court\)"
    ) as told:
        sc.read(path)
    assert len(told.value.problems) == 2
    path.write_text('group,actor\nfair,"Fire, rescue and police"\nday,"Fire, ambulance"\n', encoding="utf-8")
    assert "row 2: 'Fire, rescue and police' is read as one name, though 'Fire' stands in another" in _told(path)[0]


def test_two_known_names_among_those_in_a_cell_are_enough(tmp_path):
    path = tmp_path / "x.csv"
    for cell in ("A, B, C", "A, B and C", "C, B, A, D", "A and B and Z"):
        path.write_text(f'source,target\nX,"{cell}"\nA,X\nY,B\n', encoding="utf-8")
        with pytest.raises(
            InputError, match=r"row 2, column 'target': looks like several names in one cell \(\w"
        ) as told:
            sc.read(path)
        assert "list it in actors.csv, the table of such names, in a folder with ties.csv" in str(told.value)
    folder = tmp_path / "cluster"  # the way out that is named
    folder.mkdir()
    (folder / "actors.csv").write_text('actor\nX\nY\nA\nB\n"A, B, C"\n')
    (folder / "ties.csv").write_text('source,target\nX,"A, B, C"\nA,X\nY,B\n')
    assert sc.read(folder).n_ties == 3


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ('X,"A, B, C"\n', "row 2: 'A, B, C' is read as one name, though it looks like a list"),
        ('Y,X\nX,"A, B"\nA,Y\n', "row 3: 'A, B' is read as one name, though 'A' stands alone, too"),
        ('Y,X\nY,"A, B"\nX,"C, B"\n', "row 3: 'A, B' is read as one name, though 'B' stands in another cell, too"),
    ],
)
def test_a_cell_that_nothing_else_decides_is_one_name_and_is_told_with_its_row(tmp_path, rows, said):
    (tmp_path / "x.csv").write_text("source,target\n" + rows)
    assert any(each.startswith(said) for each in _told(tmp_path / "x.csv"))


@pytest.mark.parametrize(
    "name",
    [
        "Health, Education and Youth Centre",
        "Sports, culture, leisure",
        "Ministry of Health, Department of Long Term Care, Vilnius",
        "Sveikatos, švietimo ir jaunimo centras",
        "School No 5, Vilnius",
    ],
)
def test_an_ordinary_name_with_commas_is_read_without_a_word(tmp_path, name):
    (tmp_path / "x.csv").write_text(f'source,target\nX,"{name}"\nX,Health Centre\n', encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert name in sc.read(tmp_path / "x.csv").labels


def test_of_many_such_cells_the_first_are_told_and_how_many_more(tmp_path):
    rows = "".join(f'X,"Actor {n}, Vilnius"\n' for n in range(8))
    (tmp_path / "x.csv").write_text("source,target\n" + rows)
    with pytest.warns(NearNameWarning) as told:
        assert sc.read(tmp_path / "x.csv").n_ties == 8
    assert [str(each.message).partition(":")[0] for each in told][:5] == [f"row {n}" for n in range(2, 7)]
    assert str(told[5].message) == "3 more cells are read as one name in this way"
    assert len(told) == 6


def test_who_calls_the_columns_otherwise_is_told_which_is_the_group(tmp_path):
    path = tmp_path / "attendance.csv"
    path.write_text("event,attendees\nfair,School\nday,School\n", encoding="utf-8")
    with pytest.raises(sc.InputError, match=r"source='attendees', target='event', two_mode=True"):
        sc.read(path)
    assert sc.read(path, source="attendees", target="event", two_mode=True).n_groups == 2
